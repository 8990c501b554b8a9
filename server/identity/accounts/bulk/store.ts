import { sql } from 'kysely';
import type { AuditActor } from '../../../platform/audit/audit.ts';
import type { Database } from '../../../platform/database/database.ts';
import { type AccountFilter, matches } from '../filter.ts';

/** How it went for one account. */
export type Outcome = 'done' | 'unchanged' | 'refused';

/** Something that is being done to many accounts, and how far it has come. */
export interface RunningAct {
  readonly id: string;
  readonly act: string;
  readonly subjectId: string | null;
  readonly subjectName: string | null;
  readonly actor: AuditActor;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  /** why it was not gone on with; null: it was */
  readonly stopped: string | null;
  readonly total: number;
  readonly done: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** What an act is begun with. */
export interface NewAct {
  readonly act: string;
  readonly subject: { readonly id: string; readonly name: string } | null;
  readonly actor: AuditActor;
  /** those named, or all that match */
  readonly whom: { readonly accountIds: readonly string[] } | { readonly filter: AccountFilter };
}

/** Writes down what is to be done to whom: who matches now is meant, whoever comes later is not. */
export async function addAct(trx: Database, { act, subject, actor, whom }: NewAct): Promise<string> {
  const { id } = await trx
    .insertInto('bulk_act')
    .values({
      act,
      subject_id: subject?.id ?? null,
      subject_name: subject?.name ?? null,
      actor_account_id: actor.accountId,
      actor_name: actor.name,
      actor_address: actor.address,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const isMeant =
    'filter' in whom
      ? matches(whom.filter)
      : sql<boolean>`account.account_id = any(${[...whom.accountIds]}::text[])`;
  await sql`
    insert into bulk_act_item (act_id, position, account_id)
    select ${id}, row_number() over (order by lower(account.display_name), account.id), account.id
    from account where ${isMeant}`.execute(trx);
  return id;
}

/** The act, or null; also for ids that are none. */
export async function findAct(db: Database, id: string): Promise<RunningAct | null> {
  if (!/^\d{1,18}$/.test(id)) return null;
  const row = await db.selectFrom('bulk_act').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const count = (outcome: Outcome) => sql<number>`count(*) filter (where outcome = ${outcome})::integer`;
  const counts = await db
    .selectFrom('bulk_act_item')
    .select([
      sql<number>`count(*)::integer`.as('total'),
      count('done').as('done'),
      count('unchanged').as('unchanged'),
      count('refused').as('refused'),
    ])
    .where('act_id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    id: row.id,
    act: row.act,
    subjectId: row.subject_id,
    subjectName: row.subject_name,
    actor: { accountId: row.actor_account_id, name: row.actor_name, address: row.actor_address },
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    stopped: row.stopped,
    ...counts,
  };
}

/** The next accounts (account.id) to whom it has not been done. */
export function nextItems(db: Database, actId: string): Promise<{ position: number; accountId: string }[]> {
  return db
    .selectFrom('bulk_act_item')
    .select(['position', 'account_id as accountId'])
    .where('act_id', '=', actId)
    .where('outcome', 'is', null)
    .orderBy('position')
    .limit(50)
    .execute();
}

/**
 * Takes one item, so that no other process does it, too.
 * @returns false when it was done meanwhile
 */
export async function lockItem(trx: Database, actId: string, position: number): Promise<boolean> {
  const row = await trx
    .selectFrom('bulk_act_item')
    .select('outcome')
    .where('act_id', '=', actId)
    .where('position', '=', position)
    .forUpdate()
    .executeTakeFirst();
  return row?.outcome === null;
}

/** Notes how it went for one. */
export async function noteOutcome(
  trx: Database,
  actId: string,
  position: number,
  outcome: Outcome,
  message: string | null,
): Promise<void> {
  await trx
    .updateTable('bulk_act_item')
    .set({ outcome, message })
    .where('act_id', '=', actId)
    .where('position', '=', position)
    .execute();
}

/** Ends an act. @param stopped why it was not gone on with */
export async function finishAct(db: Database, actId: string, stopped: string | null): Promise<void> {
  await db
    .updateTable('bulk_act')
    .set({ finished_at: sql`now()`, stopped })
    .where('id', '=', actId)
    .where('finished_at', 'is', null)
    .execute();
}

/** How it went for each, in order; refusals only when asked for. Returns up to `limit` from `start` on. */
export function listItems(
  db: Database,
  actId: string,
  { outcome, start, limit }: { outcome?: Outcome; start: number; limit: number },
) {
  return db
    .selectFrom('bulk_act_item as item')
    .innerJoin('account', 'account.id', 'item.account_id')
    .select(['account.account_id as accountId', 'account.display_name as displayName'])
    .select(['item.outcome', 'item.message'])
    .where('item.act_id', '=', actId)
    .$if(outcome !== undefined, (query) => query.where('item.outcome', '=', outcome ?? ''))
    .orderBy('item.position')
    .offset(start)
    .limit(limit)
    .execute();
}

/** Forgets acts that ended more than 30 days ago: what they did stands in the audit log. */
export async function sweepActs(db: Database): Promise<void> {
  await db.deleteFrom('bulk_act').where('finished_at', '<', sql<Date>`now() - interval '30 days'`).execute();
}
