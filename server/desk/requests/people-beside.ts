import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';

/** Where people stand beside requests, one row for each. */
type BesideTable = 'request_watcher' | 'request_vote';

/** How many stand beside a request, and whether the reader is among them. */
export interface Beside {
  readonly count: number;
  readonly isAmong: boolean;
}

/** Those who stand beside a request (account.id), by name. */
export async function listBeside(db: Database, table: BesideTable, requestId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select account.id from ${sql.table(table)} as beside join account on account.id = beside.account_id
     where beside.request_id = ${requestId} order by lower(account.display_name), account.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Who stands beside each of the requests, as the reader (account.id) is told; those beside which nobody stands are not in it. */
export async function countBeside(
  db: Database,
  table: BesideTable,
  requestIds: readonly string[],
  readerId: string,
): Promise<Map<string, Beside>> {
  if (requestIds.length === 0) return new Map();
  const { rows } = await sql<Beside & { requestId: string }>`
    select request_id as "requestId", count(*)::int as count, bool_or(account_id = ${readerId}) as "isAmong"
      from ${sql.table(table)} where request_id = any(${requestIds}::bigint[]) group by request_id`.execute(
    db,
  );
  return new Map(rows.map(({ requestId, ...beside }) => [requestId, beside]));
}

/** @returns whether they stood beside it */
export async function removeBeside(
  trx: Database,
  table: BesideTable,
  requestId: string,
  accountId: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from ${sql.table(table)} where request_id = ${requestId} and account_id = ${accountId}`.execute(
    trx,
  );
  return (numAffectedRows ?? 0n) > 0n;
}

/** @returns those who did not stand beside it before (account.id) */
export async function addBeside(
  trx: Database,
  table: BesideTable,
  requestId: string,
  accountIds: readonly string[],
): Promise<string[]> {
  if (accountIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    insert into ${sql.table(table)} (request_id, account_id)
    select ${requestId}::bigint, id from unnest(${[...new Set(accountIds)]}::bigint[]) as id
    on conflict do nothing returning account_id as id`.execute(trx);
  return rows.map(({ id }) => id);
}
