import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';

/** Deleted in one transaction, with the entry that tells of it. */
const batch = 20_000;

/** How many days entries are kept; null: for ever. */
export async function auditRetention(db: Database): Promise<number | null> {
  const row = await db.selectFrom('audit_settings').select('keep_days').executeTakeFirst();
  return row?.keep_days ?? null;
}

/**
 * Sets how long entries are kept; the next sweep deletes what is older. The new rule is recorded, with the number of
 * entries that are older already.
 */
export async function changeAuditRetention(
  trx: Database,
  keepDays: number | null,
  actor: AuditActor,
): Promise<void> {
  const before = await auditRetention(trx);
  if (before === keepDays) return;
  await trx
    .insertInto('audit_settings')
    .values({ keep_days: keepDays })
    .onConflict((conflict) =>
      conflict.column('only').doUpdateSet({ keep_days: keepDays, updated_at: sql<Date>`now()` }),
    )
    .execute();
  await recordAudit(trx, {
    actor,
    action: 'audit-log.retention-changed',
    objectType: 'audit-log',
    before: { keepDays: before ?? 'for ever' },
    after: {
      keepDays: keepDays ?? 'for ever',
      ...(keepDays !== null && { entriesOlder: await countOlder(trx, keepDays) }),
    },
  });
}

/** How many entries are older than so many days. */
export async function countOlder(db: Database, days: number): Promise<number> {
  const { count } = await db
    .selectFrom('audit_event')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where(sql<boolean>`occurred_at < now() - make_interval(days => ${days}::integer)`)
    .executeTakeFirstOrThrow();
  return count;
}

/** When the oldest entry was made; null in an empty log. */
export async function oldestAuditEvent(db: Database): Promise<Date | null> {
  const row = await db
    .selectFrom('audit_event')
    .select('occurred_at')
    .orderBy('occurred_at')
    .limit(1)
    .executeTakeFirst();
  return row?.occurred_at ?? null;
}

/**
 * Deletes what is older than the administrators want to keep, and records how much. A trigger refuses to delete anything
 * else (migration 0008).
 *
 * @returns how many entries went
 */
export async function sweepAuditLog(db: Database): Promise<number> {
  let total = 0;
  for (;;) {
    const swept = await inTransaction(db, sweepSome);
    total += swept;
    if (swept < batch) return total;
  }
}

async function sweepSome(trx: Database): Promise<number> {
  const keepDays = await auditRetention(trx);
  if (keepDays === null) return 0;
  const { rows } = await sql<{ count: number; oldest: Date | null; newest: Date | null }>`
    with gone as (
      delete from audit_event where id in (
        select id from audit_event where occurred_at < now() - make_interval(days => ${keepDays}::integer)
        order by occurred_at limit ${batch}::integer)
      returning occurred_at)
    select count(*)::integer as count, min(occurred_at) as oldest, max(occurred_at) as newest from gone`.execute(
    trx,
  );
  const [gone] = rows;
  if (!gone || gone.count === 0) return 0;
  await recordAudit(trx, {
    actor: { accountId: null, name: null, address: null },
    action: 'audit-log.swept',
    objectType: 'audit-log',
    after: {
      entriesDeleted: gone.count,
      oldest: gone.oldest?.toISOString() ?? null,
      newest: gone.newest?.toISOString() ?? null,
      keepDays,
    },
  });
  return gone.count;
}
