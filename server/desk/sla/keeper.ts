import { sql } from 'kysely';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { recomputeRequests } from './recompute.ts';

/** Requests whose SLAs are computed in one transaction. */
const batchSize = 200;

/** Longest that one statement of a batch may take, in milliseconds. */
const statementLimitMs = 10_000;

/**
 * Computes the SLAs of requests to which something has happened, until there are none. Any number of processes may do it at once: each
 * takes what no other is working on, and what a process that died had taken is taken again.
 *
 * @param onFailure what cannot be computed is passed over until something happens to it again: it must not stop the clocks of others
 * @returns how many requests it took
 */
export async function keepSlas(
  db: Database,
  onFailure: (error: unknown, requestId: string) => void = () => {},
): Promise<number> {
  let count = 0;
  for (;;) {
    const taken = await keepBatch(db, onFailure);
    if (taken === 0) return count;
    count += taken;
  }
}

async function keepBatch(
  db: Database,
  onFailure: (error: unknown, requestId: string) => void,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await limitStatements(trx);
    const { rows } = await sql<{ id: string }>`
      with taken as (
        delete from sla_stale where id = any(array(
          select id from sla_stale order by id limit ${batchSize} for update skip locked))
        returning request_id)
      select distinct request_id::text as id from taken`.execute(trx);
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0) await keepOrSplit(trx, ids, onFailure);
    return ids.length;
  });
}

/** Holds the statements of a transaction to a time: their queries are those of whoever set the goals. */
export async function limitStatements(trx: Database): Promise<void> {
  await sql`select set_config('statement_timeout', ${String(statementLimitMs)}, true)`.execute(trx);
}

/** All at once; when that fails each half by itself, down to the one that cannot be computed. */
async function keepOrSplit(
  trx: Database,
  requestIds: readonly string[],
  onFailure: (error: unknown, requestId: string) => void,
): Promise<void> {
  await sql`savepoint kept`.execute(trx);
  try {
    await keepRequests(trx, requestIds);
    await sql`release savepoint kept`.execute(trx);
  } catch (error) {
    if (isPassing(error)) throw error;
    await sql`rollback to savepoint kept`.execute(trx);
    const [first] = requestIds;
    if (requestIds.length === 1 && first !== undefined) return onFailure(error, first);
    const middle = Math.ceil(requestIds.length / 2);
    await keepOrSplit(trx, requestIds.slice(0, middle), onFailure);
    await keepOrSplit(trx, requestIds.slice(middle), onFailure);
  }
}

// PostgreSQL's classes, and what Node says of connections; a metric that was deleted meanwhile (23503) is not there the next time.
const passing = /^(08(?!P01)|40|55|57P|53300|23503|23505|E[A-Z]{3})/;

/**
 * Collisions with others, and a database that is away: it is tried again. What takes too long or is too large will be so the next time, too,
 * and must not stop the clocks of all others.
 */
export function isPassing(error: unknown): boolean {
  const code: unknown = Object(error).code;
  return typeof code === 'string' && passing.test(code);
}

/**
 * Computes the SLAs of these requests if something has happened to them since they were computed: who reads them by themselves reads
 * them as they are.
 *
 * @returns whether anything had
 */
export async function keepSlasOf(db: Database, requestIds: readonly string[]): Promise<boolean> {
  const stale = await db
    .selectFrom('sla_stale')
    .select('request_id as id')
    .distinct()
    .where('request_id', '=', sql<string>`any(${requestIds}::bigint[])`)
    .execute();
  if (stale.length === 0) return false;
  // What is noted stays: whoever takes it finds nothing that is different.
  await inTransaction(db, async (trx) => {
    if (!db.isTransaction) await limitStatements(trx);
    await keepRequests(
      trx,
      stale.map(({ id }) => id),
    );
  });
  return true;
}

async function keepRequests(trx: Database, requestIds: readonly string[]): Promise<void> {
  for (const { requestId, key, serviceDeskId } of await recomputeRequests(trx, requestIds)) {
    await appendEvent(trx, {
      kind: 'sla.changed',
      topics: [`request:${requestId}`, `service-desk:${serviceDeskId}`],
      audience: 'agents',
      payload: { requestId, key },
    });
  }
}
