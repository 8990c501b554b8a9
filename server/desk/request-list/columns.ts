import type { Database } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/errors.ts';

/** What "My requests" can show of each request. */
export const listColumns = [
  'key',
  'summary',
  'status',
  'requestType',
  'portal',
  'reporter',
  'organization',
  'created',
  'updated',
] as const;
export type ListColumn = (typeof listColumns)[number];

/** The columns that an account (account.id) has chosen, in order; null: none, it takes what is usual. */
export async function chosenColumns(db: Database, accountId: string): Promise<ListColumn[] | null> {
  const row = await db
    .selectFrom('request_list_preference')
    .select('columns')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  // One that a newer Portico has put there is unknown to an older one.
  const columns = row?.columns.flatMap((name) => listColumns.find((known) => known === name) ?? []) ?? [];
  return columns.length === 0 ? null : columns;
}

/**
 * Keeps the columns that an account has chosen.
 * @throws Invalid for one that is named twice, and without the summary, which leads to the request
 */
export async function chooseColumns(
  db: Database,
  accountId: string,
  columns: readonly ListColumn[],
): Promise<void> {
  if (new Set(columns).size < columns.length) {
    throw Invalid.fields({ columns: 'A column is named twice. Name each once.' });
  }
  if (!columns.includes('summary')) {
    throw Invalid.fields({ columns: 'Keep the summary: it leads to the request.' });
  }
  await db
    .insertInto('request_list_preference')
    .values({ account_id: accountId, columns: [...columns] })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet({ columns: [...columns] }))
    .execute();
}

/** Forgets what an account has chosen: it takes what is usual. */
export async function forgetColumns(db: Database, accountId: string): Promise<void> {
  await db.deleteFrom('request_list_preference').where('account_id', '=', accountId).execute();
}
