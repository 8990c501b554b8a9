import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';

/**
 * Whether somebody (account.id) hears of a request: as they said, or, where they said nothing, when they are its reporter, one of
 * its participants, or asked to approve it.
 */
export async function isSubscribed(db: Database, requestId: string, accountId: string): Promise<boolean> {
  const { rows } = await sql<{ subscribed: boolean }>`
    select coalesce(
      (select s.is_subscribed from request_subscription s
        where s.request_id = ${requestId} and s.account_id = ${accountId}),
      exists(select from request where request.id = ${requestId} and request.reporter_id = ${accountId})
        or exists(select from request_participant p
          where p.request_id = ${requestId} and p.account_id = ${accountId})
        or exists(select from approval_approver a
          where a.request_id = ${requestId} and a.account_id = ${accountId} and a.is_pending)) as subscribed`.execute(
    db,
  );
  return rows[0]?.subscribed ?? false;
}

/** Notes whether somebody (account.id) wants to hear of a request. */
export async function setSubscribed(
  db: Database,
  requestId: string,
  accountId: string,
  wanted: boolean,
): Promise<void> {
  await db
    .insertInto('request_subscription')
    .values({ request_id: requestId, account_id: accountId, is_subscribed: wanted })
    .onConflict((conflict) =>
      conflict.columns(['request_id', 'account_id']).doUpdateSet({ is_subscribed: wanted }),
    )
    .execute();
}
