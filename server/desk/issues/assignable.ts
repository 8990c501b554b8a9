import { sql } from 'kysely';
import { type AccountSummary, accountsByIds } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { textPattern } from '../../platform/formats/text-search.ts';
import { agentsOf } from '../access-rules.ts';

interface AssignableFilter {
  readonly query?: string | undefined;
  readonly accountId?: string | undefined;
  readonly startAt: number;
  readonly maxResults: number;
}

/** Active agents of all of some desks, by name; those whose name or e-mail address has `query` in it. */
export async function listAssignable(
  db: Database,
  serviceDeskIds: readonly string[],
  { query = '', accountId, startAt, maxResults }: AssignableFilter,
): Promise<AccountSummary[]> {
  const pattern = textPattern(query);
  const rows = await db
    .selectFrom('account')
    .select('account.id')
    .where('account.is_active', '=', true)
    .where((eb) => eb.and(serviceDeskIds.map(mayBeAgents)))
    .where((eb) => eb.and(serviceDeskIds.map((id) => agentsOf(id))))
    .where(sql<boolean>`(account.display_name ilike ${pattern} or account.email ilike ${pattern})`)
    .$if(accountId !== undefined, (narrowed) => narrowed.where('account.account_id', '=', accountId ?? ''))
    .orderBy(sql`lower(account.display_name)`)
    .orderBy('account.id')
    .offset(startAt)
    .limit(maxResults)
    .execute();
  const ids = rows.map(({ id }) => id);
  const accounts = await accountsByIds(db, ids);
  return ids.flatMap((id) => accounts.get(id) ?? []);
}

/**
 * Whoever may be an agent of a desk, by each way there is (../access-rules.ts): asking it of these few takes no time, where asking it of
 * every account does. Who is left out by mistake is not found here; nobody is found who is none.
 */
function mayBeAgents(serviceDeskId: string) {
  return sql<boolean>`account.id = any(array(
    select a.account_id from service_desk_agent a where a.service_desk_id = ${serviceDeskId}::bigint
    union select administrator.id from account administrator where administrator.is_administrator))`;
}
