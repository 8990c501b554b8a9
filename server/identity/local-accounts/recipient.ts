import { sql } from 'kysely';
import type { Config } from '../../platform/config/config.ts';
import type { Database } from '../../platform/database/database.ts';
import { type AccountSummary, summaryColumns, toSummary } from '../accounts/store.ts';
import { portalSignIn } from '../portal-sign-in/store.ts';
import type { ways } from './mails.ts';
import { providerOfAddress } from './provider-of-address.ts';

/** Somebody with an account, as mail about its password needs to know them. */
export interface Recipient {
  readonly account: AccountSummary;
  readonly locale: string | null;
  readonly hasPassword: boolean;
  /** names of the providers through which they sign in, or would */
  readonly providers: readonly string[];
}

/** The account of an address (normalized), or null. */
export async function accountToWrite(trx: Database, email: string): Promise<Recipient | null> {
  const row = await trx
    .selectFrom('account')
    .leftJoin('password_credential as credential', 'credential.account_id', 'account.id')
    .select([
      ...summaryColumns,
      'account.locale',
      sql<boolean>`credential.account_id is not null`.as('has_password'),
      sql<string[]>`array(select provider.name from identity
        join identity_provider provider on provider.id = identity.provider_id
        where identity.account_id = account.id and provider.is_enabled order by lower(provider.name))`.as(
        'providers',
      ),
    ])
    .where('account.email', '=', email)
    .executeTakeFirst();
  if (!row) return null;
  const coming = row.providers.length === 0 ? await providerOfAddress(trx, email) : null;
  return {
    account: toSummary(row),
    locale: row.locale,
    hasPassword: row.has_password,
    providers: coming ? [coming.name] : row.providers,
  };
}

/** How somebody signs in, as mail says it. */
export function wayOf({ account, hasPassword, providers }: Recipient): {
  readonly kind: keyof typeof ways;
  readonly name: string;
} {
  if (!account.isActive) return { kind: 'inactive', name: '' };
  if (hasPassword) return { kind: 'password', name: '' };
  return providers.length > 0
    ? { kind: 'provider', name: providers.join(', ') }
    : { kind: 'nothing', name: '' };
}

/** The name under which mail speaks of a portal (service_desk.id); of the site when there is none. */
export async function portalOrSite(db: Database, config: Config, portalId: string | null): Promise<string> {
  const portal = portalId === null ? null : await portalSignIn(db, portalId);
  return portal?.portalName ?? config.siteName;
}

/** Where one signs in at an address of ours, and goes on to `returnTo`, a path there. */
export function signInAddress(site: string, returnTo: string | null): string {
  const url = new URL('/servicedesk/customer/user/login', site);
  if (returnTo !== null) url.searchParams.set('destination', returnTo);
  return url.href;
}
