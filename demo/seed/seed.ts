import { sql } from 'kysely';
import { recordAudit } from '../../server/platform/audit/audit.ts';
import { type Database, inTransaction } from '../../server/platform/database/database.ts';
import type { Platform } from '../../server/platform/platform.ts';
import { auditActor } from './audit-actor.ts';
import { buyingDesk, type Northwind, readNorthwind, writeNorthwind } from './northwind.ts';
import { type PlannedRequest, planRequests, requestCount } from './plan.ts';
import { raisePurchases } from './purchases.ts';
import { type DeskKey, desks } from './staff.ts';
import { writeRequests } from './write-requests.ts';

/**
 * The sample data is made in four transactions: people and empty service desks first, then the requests of the three
 * desks, side by side. Each leaves its mark in the audit log, so that one that was interrupted is made at the next start.
 */
const prepared = 'demo.prepared';
const filled = 'demo.filled';

/** Everything that is random follows from this. */
const seed = 'northwind';
// More than three months, so that everybody was there before the first request.
const daysBefore = 120;

type SeedPlatform = Pick<Platform, 'database' | 'files' | 'config'>;

/** Whether this database has all of its sample data. */
export async function isSeeded(db: Database): Promise<boolean> {
  return (await unfilledDesks(db)).length === 0;
}

/**
 * Fills the database with Northwind's service desks, customers, and three months of requests; only what is missing.
 * @param passwordOf passwords of Northwind's people, by e-mail address
 * @param now the present, as the data sees it; when it was begun before, that moment stays the present
 */
export async function seedNorthwind(
  platform: SeedPlatform,
  passwordOf: (email: string) => string,
  now: Date,
  count = requestCount,
): Promise<void> {
  const { db } = platform.database;
  const present = await inTransaction(db, (trx) => prepare(trx, passwordOf, now));
  const northwind = await readNorthwind(db);
  const requests = planRequests(seed, present, count);
  const outcomes = await Promise.allSettled(
    (await unfilledDesks(db)).map((key) => fillDesk(platform, northwind, key, { requests, present })),
  );
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failure) throw failure.reason;
}

/** Makes people and desks, unless they are there. Returns the moment that the data takes for the present. */
async function prepare(trx: Database, passwordOf: (email: string) => string, now: Date): Promise<Date> {
  const before = await trx
    .selectFrom('audit_event')
    .select(sql<string>`after ->> 'now'`.as('now'))
    .where('action', '=', prepared)
    .executeTakeFirst();
  if (before) return new Date(before.now);
  await writeNorthwind(trx, new Date(now.getTime() - daysBefore * 24 * 60 * 60_000), passwordOf);
  await recordAudit(trx, {
    actor: auditActor,
    action: prepared,
    objectType: 'site',
    after: { now: now.toISOString(), seed },
  });
  return now;
}

async function fillDesk(
  platform: SeedPlatform,
  northwind: Northwind,
  key: DeskKey,
  { requests, present }: { readonly requests: readonly PlannedRequest[]; readonly present: Date },
): Promise<void> {
  const own = requests.filter(({ desk }) => desk === key);
  await inTransaction(platform.database.db, async (trx) => {
    await writeRequests({ trx, platform, northwind }, own);
    if (key === buyingDesk) await raisePurchases(trx, northwind, present);
    // What is brought in happened long ago: nobody who watches wants to hear of it now.
    await trx.deleteFrom('event').where('xid', '=', sql<string>`pg_current_xact_id()`).execute();
    await recordAudit(trx, {
      actor: auditActor,
      action: filled,
      objectType: 'service-desk',
      objectId: northwind.deskIds.get(key) ?? null,
      objectName: key,
      after: { requests: own.length },
    });
  });
}

async function unfilledDesks(db: Database): Promise<DeskKey[]> {
  const rows = await db
    .selectFrom('audit_event')
    .select('object_name as key')
    .where('action', '=', filled)
    .execute();
  const done = new Set(rows.map(({ key }) => key));
  return desks.map(({ projectKey }) => projectKey).filter((key) => !done.has(key));
}
