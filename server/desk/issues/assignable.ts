import { sql } from 'kysely';
import { type AccountSummary, accountsByIds } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { textPattern } from '../../platform/formats/text-search.ts';
import { agentsOf } from '../access.ts';

/** Active agents of a desk, by name; those whose name or e-mail address has `query` in it. */
export async function listAssignable(
  db: Database,
  serviceDeskId: string,
  { query = '', startAt, maxResults }: { query?: string | undefined; startAt: number; maxResults: number },
): Promise<AccountSummary[]> {
  const pattern = textPattern(query);
  const rows = await db
    .selectFrom('account')
    .select('account.id')
    .where('account.is_active', '=', true)
    .where(agentsOf(serviceDeskId))
    .where(sql<boolean>`(account.display_name ilike ${pattern} or account.email ilike ${pattern})`)
    .orderBy(sql`lower(account.display_name)`)
    .orderBy('account.id')
    .offset(startAt)
    .limit(maxResults)
    .execute();
  const ids = rows.map(({ id }) => id);
  const accounts = await accountsByIds(db, ids);
  return ids.flatMap((id) => accounts.get(id) ?? []);
}
