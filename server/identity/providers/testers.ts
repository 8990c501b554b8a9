import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Provider } from './store.ts';

/**
 * Notes that a complete test of a provider was passed, with the settings that it began with.
 *
 * @param accountId account.id of the administrator who tested; null: somebody else, through a set-up link
 */
export async function notePassedTest(
  trx: Database,
  { id, version }: Pick<Provider, 'id' | 'version'>,
  accountId: string | null,
): Promise<void> {
  await trx
    .updateTable('identity_provider')
    .set({ tested_at: sql`now()`, tested_version: version })
    .where('id', '=', id)
    .execute();
  if (accountId === null) return;
  const passed = { version, tested_at: sql<Date>`now()` };
  await trx
    .insertInto('identity_provider_tester')
    .values({ provider_id: id, account_id: accountId, ...passed })
    .onConflict((conflict) => conflict.columns(['provider_id', 'account_id']).doUpdateSet(passed))
    .execute();
}

/** Ids of the providers of which an administrator (account.id) has passed a test with the settings as they are now. */
export async function providersTestedBy(db: Database, accountId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('identity_provider_tester as tester')
    .innerJoin('identity_provider', 'identity_provider.id', 'tester.provider_id')
    .select('tester.provider_id as id')
    .where('tester.account_id', '=', accountId)
    .whereRef('tester.version', '=', 'identity_provider.version')
    .execute();
  return new Set(rows.map(({ id }) => id));
}
