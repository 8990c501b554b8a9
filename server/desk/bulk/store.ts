import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { type Person, requestsSeenBy } from '../access-rules.ts';
import { isId } from '../addresses.ts';
import type { BulkAct, BulkInput } from './input.ts';

/** How it went for one request. */
export const outcomes = ['done', 'unchanged', 'refused'] as const;
export type Outcome = (typeof outcomes)[number];

/** Something that is being done to many requests, and how far it has come. */
export interface BulkOperation {
  readonly id: string;
  /** account.id of whom it is done as */
  readonly accountId: string;
  readonly act: BulkAct;
  readonly input: BulkInput;
  /** names of the fields, or of the transition */
  readonly about: readonly string[];
  readonly createdAt: Date;
  readonly cancelledAt: Date | null;
  readonly finishedAt: Date | null;
  /** why it was not gone on with; null: it was */
  readonly stopped: string | null;
  readonly total: number;
  readonly done: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** A request to which something is to be done; `requestId` null: there is none of this key. */
export interface MeantRequest {
  readonly requestId: string | null;
  readonly key: string;
}

/** What an operation is begun with. */
interface NewOperation {
  /** account.id */
  readonly accountId: string;
  readonly act: BulkAct;
  readonly input: BulkInput;
  readonly about: readonly string[];
  readonly requests: readonly MeantRequest[];
}

/** Writes down what is to be done to which requests. @returns its id */
export async function insertOperation(trx: Database, operation: NewOperation): Promise<string> {
  const { accountId, act, input, about, requests } = operation;
  const { id } = await trx
    .insertInto('bulk_operation')
    .values({ account_id: accountId, act, input: JSON.stringify(input), about: [...about] })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('bulk_operation_item')
    .values(
      requests.map(({ requestId, key }, position) => ({
        operation_id: id,
        position,
        request_id: requestId,
        key,
      })),
    )
    .execute();
  return id;
}

const count = (outcome: Outcome) => sql<number>`count(*) filter (where item.outcome = ${outcome})::integer`;

function operations(db: Database) {
  return db
    .selectFrom('bulk_operation as operation')
    .innerJoin('bulk_operation_item as item', 'item.operation_id', 'operation.id')
    .groupBy('operation.id')
    .select([
      'operation.id',
      'operation.account_id as accountId',
      sql<BulkAct>`operation.act`.as('act'),
      sql<BulkInput>`operation.input`.as('input'),
      'operation.about',
      'operation.created_at as createdAt',
      'operation.cancelled_at as cancelledAt',
      'operation.finished_at as finishedAt',
      'operation.stopped',
      sql<number>`count(*)::integer`.as('total'),
      count('done').as('done'),
      count('unchanged').as('unchanged'),
      count('refused').as('refused'),
    ]);
}

/** The operation, or null; also for ids that are none. */
export async function findOperation(db: Database, id: string): Promise<BulkOperation | null> {
  if (!isId(id)) return null;
  const row = await operations(db).where('operation.id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** The operations of an account (account.id), newest first; at most `limit + 1`. */
export function listOperations(
  db: Database,
  accountId: string,
  { start, limit }: { start: number; limit: number },
): Promise<BulkOperation[]> {
  return operations(db)
    .where('operation.account_id', '=', accountId)
    .orderBy('operation.id', 'desc')
    .offset(start)
    .limit(limit + 1)
    .execute();
}

/** The state of an operation that decides whether it goes on. */
export function stateOf(db: Database, id: string) {
  return db
    .selectFrom('bulk_operation')
    .innerJoin('account', 'account.id', 'bulk_operation.account_id')
    .select([
      'bulk_operation.cancelled_at as cancelledAt',
      'bulk_operation.finished_at as finishedAt',
      'account.is_active as isActive',
      'account.is_administrator as isAdministrator',
    ])
    .where('bulk_operation.id', '=', id)
    .executeTakeFirst();
}

/** The next requests whose turn has not come. */
export function nextItems(
  db: Database,
  operationId: string,
): Promise<(MeantRequest & { readonly position: number })[]> {
  return db
    .selectFrom('bulk_operation_item')
    .select(['position', 'request_id as requestId', 'key'])
    .where('operation_id', '=', operationId)
    .where('outcome', 'is', null)
    .orderBy('position')
    .limit(50)
    .execute();
}

/**
 * Takes one item, so that no other process does it, too.
 * @returns false when it was done meanwhile
 */
export async function lockItem(trx: Database, operationId: string, position: number): Promise<boolean> {
  const row = await trx
    .selectFrom('bulk_operation_item')
    .select('outcome')
    .where('operation_id', '=', operationId)
    .where('position', '=', position)
    .forUpdate()
    .executeTakeFirst();
  return row?.outcome === null;
}

/** How it went for one request, and why if it was not done. */
export interface Result {
  readonly outcome: Outcome;
  readonly message: string | null;
}

/** Notes how it went for one. */
export async function noteResult(
  trx: Database,
  operationId: string,
  position: number,
  result: Result,
): Promise<void> {
  await trx
    .updateTable('bulk_operation_item')
    .set(result)
    .where('operation_id', '=', operationId)
    .where('position', '=', position)
    .execute();
}

/** How often listeners hear how far an operation is, in milliseconds. */
const tellEveryMs = 400;

/** Whether it is time to tell listeners how far the operation is; notes that it was done. */
export async function isTimeToTell(trx: Database, operationId: string): Promise<boolean> {
  const told = await trx
    .updateTable('bulk_operation')
    .set({ told_at: sql`clock_timestamp()` })
    .where('id', '=', operationId)
    .where(
      sql<boolean>`(told_at is null or told_at < clock_timestamp() - ${tellEveryMs} * interval '1 millisecond')`,
    )
    .returning('id')
    .executeTakeFirst();
  return told !== undefined;
}

/** Asks for an operation to be gone on with no more. @returns false when it had ended */
export async function noteCancelled(trx: Database, operationId: string): Promise<boolean> {
  const row = await trx
    .updateTable('bulk_operation')
    .set({ cancelled_at: sql`coalesce(cancelled_at, now())` })
    .where('id', '=', operationId)
    .where('finished_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends an operation. @param stopped why it was not gone on with. @returns false when it had ended */
export async function noteFinished(
  trx: Database,
  operationId: string,
  stopped: string | null,
): Promise<boolean> {
  const row = await trx
    .updateTable('bulk_operation')
    .set({ finished_at: sql`now()`, stopped })
    .where('id', '=', operationId)
    .where('finished_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Which items of an operation. */
interface ItemListing {
  /** 'open': those whose turn has not come */
  readonly outcome?: Outcome | 'open' | undefined;
  readonly start: number;
  readonly limit: number;
}

/** How it went for each request, in order, with the summaries of those that the person may see; at most `limit + 1`. */
export function listItems(
  db: Database,
  person: Person,
  operationId: string,
  { outcome, start, limit }: ItemListing,
) {
  return db
    .selectFrom('bulk_operation_item as item')
    .leftJoin('request', (join) =>
      join.onRef('request.id', '=', 'item.request_id').on(requestsSeenBy(person)),
    )
    .select(['request.id', 'item.key', 'request.summary'])
    .select([sql<Outcome | null>`item.outcome`.as('outcome'), 'item.message'])
    .where('item.operation_id', '=', operationId)
    .$if(outcome === 'open', (query) => query.where('item.outcome', 'is', null))
    .$if(outcome !== undefined && outcome !== 'open', (query) =>
      query.where('item.outcome', '=', outcome ?? ''),
    )
    .orderBy('item.position')
    .offset(start)
    .limit(limit + 1)
    .execute();
}

/** The requests of an operation that was not done to them: refused, or their turn never came. */
export function failedItems(db: Database, operationId: string): Promise<MeantRequest[]> {
  return db
    .selectFrom('bulk_operation_item')
    .select(['request_id as requestId', 'key'])
    .where('operation_id', '=', operationId)
    .where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', '=', 'refused')]))
    .orderBy('position')
    .execute();
}

/** Whether a later operation that does the same for the same account has not ended; holds the operation, so that of two who ask at once one is told so. */
export async function isDoneOnceMore(
  trx: Database,
  { id, accountId }: Pick<BulkOperation, 'id' | 'accountId'>,
): Promise<boolean> {
  await sql`select from bulk_operation where id = ${id} for update`.execute(trx);
  const { rows } = await sql`
    select from bulk_operation as first join bulk_operation as again on again.account_id = first.account_id
      and again.id > first.id and again.finished_at is null
      and again.act = first.act and again.input - 'by' = first.input - 'by'
     where first.id = ${id} and first.account_id = ${accountId} limit 1`.execute(trx);
  return rows.length > 0;
}

/** Forgets operations that ended more than 30 days ago: what they did stands in the history of the requests. */
export async function sweepOperations(db: Database): Promise<void> {
  await db
    .deleteFrom('bulk_operation')
    .where('finished_at', '<', sql<Date>`now() - interval '30 days'`)
    .execute();
}
