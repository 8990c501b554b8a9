import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';

/** How many watch a request, and whether the reader does. */
export interface Watching {
  readonly count: number;
  readonly isWatching: boolean;
}

/** Those who watch a request (account.id), by name. */
export async function listWatchers(db: Database, requestId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('request_watcher')
    .innerJoin('account', 'account.id', 'request_watcher.account_id')
    .select('account.id')
    .where('request_id', '=', requestId)
    .orderBy(sql`lower(account.display_name)`)
    .orderBy('account.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** How each of the requests is watched, as the reader (account.id) is told; those that nobody watches are not in it. */
export async function watchingOf(
  db: Database,
  requestIds: readonly string[],
  readerId: string,
): Promise<Map<string, Watching>> {
  if (requestIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('request_watcher')
    .select([
      'request_id as requestId',
      sql<number>`count(*)::int`.as('count'),
      sql<boolean>`bool_or(account_id = ${readerId})`.as('isWatching'),
    ])
    .where('request_id', 'in', [...requestIds])
    .groupBy('request_id')
    .execute();
  return new Map(rows.map(({ requestId, ...watching }) => [requestId, watching]));
}

/** @returns those who did not watch it before (account.id) */
export async function insertWatchers(
  trx: Database,
  requestId: string,
  accountIds: readonly string[],
): Promise<string[]> {
  if (accountIds.length === 0) return [];
  const rows = await trx
    .insertInto('request_watcher')
    .values([...new Set(accountIds)].map((id) => ({ request_id: requestId, account_id: id })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('account_id')
    .execute();
  return rows.map(({ account_id }) => account_id);
}

/** @returns whether they watched it */
export async function deleteWatcher(trx: Database, requestId: string, accountId: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('request_watcher')
    .where('request_id', '=', requestId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
