import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';

/** How many voted for a request, and whether the reader did. */
export interface Votes {
  readonly count: number;
  readonly hasVoted: boolean;
}

/** Those who voted for a request (account.id), by name. */
export async function listVoters(db: Database, requestId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('request_vote')
    .innerJoin('account', 'account.id', 'request_vote.account_id')
    .select('account.id')
    .where('request_id', '=', requestId)
    .orderBy(sql`lower(account.display_name)`)
    .orderBy('account.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** The votes for each of the requests, as the reader (account.id) is told; those that nobody voted for are not in it. */
export async function votesOf(
  db: Database,
  requestIds: readonly string[],
  readerId: string,
): Promise<Map<string, Votes>> {
  if (requestIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('request_vote')
    .select([
      'request_id as requestId',
      sql<number>`count(*)::int`.as('count'),
      sql<boolean>`bool_or(account_id = ${readerId})`.as('hasVoted'),
    ])
    .where('request_id', 'in', [...requestIds])
    .groupBy('request_id')
    .execute();
  return new Map(rows.map(({ requestId, ...votes }) => [requestId, votes]));
}

/** @returns whether they had not voted before */
export async function insertVote(trx: Database, requestId: string, accountId: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('request_vote')
    .values({ request_id: requestId, account_id: accountId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** @returns whether they had voted */
export async function deleteVote(trx: Database, requestId: string, accountId: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('request_vote')
    .where('request_id', '=', requestId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
