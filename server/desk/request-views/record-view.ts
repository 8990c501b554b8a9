import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';

/** As many as are remembered of each person. */
const mostRemembered = 100;

/**
 * Remembers that a person opened a request, for `issueHistory()`, `lastViewed` and what is offered where requests are looked for. A
 * page that reads itself anew every moment is one view, not many.
 *
 * @param accountId account.id
 */
export async function recordView(db: Database, accountId: string, requestId: string): Promise<void> {
  await sql`
    with viewed as (
      insert into request_view (account_id, request_id) values (${accountId}, ${requestId})
      on conflict (account_id, request_id) do update set viewed_at = now()
      where request_view.viewed_at < now() - interval '10 seconds'
      returning 1
    )
    delete from request_view where account_id = ${accountId} and exists(select from viewed)
      and request_id in (
        select older.request_id from request_view older
        where older.account_id = ${accountId} and older.request_id <> ${requestId}
        order by older.viewed_at desc offset ${mostRemembered - 1})`.execute(db);
}
