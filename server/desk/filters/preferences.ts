import type { Database } from '../../platform/database/database.ts';

/** Whether the account (account.id) shares new filters with everyone who works here. */
export async function sharesFiltersByDefault(db: Database, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('search_preference')
    .select('shares_filters')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row?.shares_filters ?? false;
}

/** The fields that the account (account.id) is shown of what it searches for; null: the usual ones. */
export async function columnsOf(db: Database, accountId: string): Promise<readonly string[] | null> {
  const row = await db
    .selectFrom('search_preference')
    .select('columns')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row?.columns ?? null;
}

/** Keeps how the account (account.id) searches. */
export async function keepPreference(
  db: Database,
  accountId: string,
  preference: { readonly columns: string[] | null } | { readonly shares_filters: boolean },
): Promise<void> {
  await db
    .insertInto('search_preference')
    .values({ account_id: accountId, ...preference })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(preference))
    .execute();
}
