import { sql } from 'kysely';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { recomputeRequests } from './recompute.ts';

/** Requests whose SLAs are computed in one transaction. */
const batchSize = 200;

/**
 * Computes the SLAs of requests to which something has happened, until there are none. Any number of processes may do it at once: each
 * takes what no other is working on, and what a process that died had taken is taken again.
 *
 * @returns how many requests it computed
 */
export async function keepSlas(db: Database): Promise<number> {
  let count = 0;
  for (;;) {
    const taken = await db.transaction().execute(keepBatch);
    if (taken === 0) return count;
    count += taken;
  }
}

async function keepBatch(trx: Database): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    with taken as (
      delete from sla_stale where id = any(array(
        select id from sla_stale order by id limit ${batchSize} for update skip locked))
      returning request_id)
    select distinct request_id::text as id from taken`.execute(trx);
  if (rows.length === 0) return 0;
  await keepRequests(
    trx,
    rows.map(({ id }) => id),
  );
  return rows.length;
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
  await inTransaction(db, (trx) =>
    keepRequests(
      trx,
      stale.map(({ id }) => id),
    ),
  );
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
