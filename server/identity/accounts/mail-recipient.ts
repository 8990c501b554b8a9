import type { Database } from '../../platform/database/database.ts';
import type { AccountSummary } from './store.ts';

/** Whom a mail to an account goes to, in which language, and where they read the time; null when the account has no address. */
export async function mailRecipient(
  trx: Database,
  { id, email, displayName }: AccountSummary,
): Promise<{
  email: string;
  name: string;
  locale: string | null;
  timeZone: string | null;
  accountId: string;
} | null> {
  if (email === null) return null;
  const row = await trx
    .selectFrom('account')
    .select(['locale', 'time_zone'])
    .where('id', '=', id)
    .executeTakeFirst();
  return {
    email,
    name: displayName,
    locale: row?.locale ?? null,
    timeZone: row?.time_zone ?? null,
    accountId: id,
  };
}
