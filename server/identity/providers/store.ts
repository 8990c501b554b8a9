import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '../../platform/database/database.ts';
import type { DB } from '../../platform/database/schema.ts';

/** Settings of a SAML provider; its entity id is the provider's `issuer`. */
export interface SamlSettings {
  readonly signOnUrl: string;
  /** PEM, any of which may have signed */
  readonly certificates: readonly string[];
  readonly emailAttribute?: string;
  readonly nameAttribute?: string;
  readonly groupsAttribute?: string;
}

/** Settings of an OpenID provider; the client secret is sealed beside them. */
export interface OidcSettings {
  readonly clientId: string;
  /** default: openid email profile */
  readonly scopes?: string;
}

interface ProviderBase {
  readonly id: string;
  readonly name: string;
  readonly isEnabled: boolean;
  readonly createsAccounts: boolean;
  readonly admitsStaff: boolean;
  /** SAML entity id or OpenID issuer */
  readonly issuer: string;
  readonly sealedSecret: string | null;
  /** for whose e-mail addresses it speaks; ASCII, sorted */
  readonly domains: readonly string[];
  readonly version: number;
  readonly updatedAt: Date;
}

export interface SamlProvider extends ProviderBase {
  readonly protocol: 'saml';
  readonly settings: SamlSettings;
}

export interface OidcProvider extends ProviderBase {
  readonly protocol: 'oidc';
  readonly settings: OidcSettings;
}

/** A company's login, as configured here. */
export type Provider = SamlProvider | OidcProvider;

export type Protocol = Provider['protocol'];

/** What an identity provider's secret is sealed for. */
export function secretContext(providerId: string): string {
  return `identity_provider:${providerId}`;
}

/** The provider, or null; also for ids that are none. */
export async function providerById(db: Database, id: string): Promise<Provider | null> {
  if (!/^\d{1,18}$/.test(id)) return null;
  const row = await selectProviders(db).where('identity_provider.id', '=', id).executeTakeFirst();
  return row ? toProvider(row) : null;
}

/** The provider, its row locked until the transaction ends, or null. */
export async function lockProvider(trx: Database, id: string): Promise<Provider | null> {
  if (!/^\d{1,18}$/.test(id)) return null;
  await trx.selectFrom('identity_provider').select('id').where('id', '=', id).forUpdate().execute();
  return providerById(trx, id);
}

/** All providers by name. There are as many as customer companies with a login of their own: hundreds, not millions. */
export async function allProviders(db: Database): Promise<Provider[]> {
  const rows = await selectProviders(db)
    .orderBy(sql`lower(identity_provider.name)`)
    .orderBy('identity_provider.id')
    .execute();
  return rows.map(toProvider);
}

/** The enabled provider that speaks for an e-mail domain (normalized), or null. */
export async function enabledProviderOfDomain(db: Database, domain: string): Promise<Provider | null> {
  const row = await selectProviders(db)
    .innerJoin('identity_provider_domain as owned', 'owned.provider_id', 'identity_provider.id')
    .where('owned.domain', '=', domain)
    .where('identity_provider.is_enabled', '=', true)
    .executeTakeFirst();
  return row ? toProvider(row) : null;
}

/** The provider of this protocol and issuer, or null. */
export async function providerOfIssuer(
  db: Database,
  protocol: Protocol,
  issuer: string,
): Promise<{ id: string; name: string } | null> {
  const row = await db
    .selectFrom('identity_provider')
    .select(['id', 'name'])
    .where('protocol', '=', protocol)
    .where('issuer', '=', issuer)
    .executeTakeFirst();
  return row ?? null;
}

/** Those of the domains that other providers own, with the owners' names. */
export async function domainOwners(
  db: Database,
  domains: readonly string[],
  exceptProviderId: string | null,
): Promise<{ domain: string; providerName: string }[]> {
  if (domains.length === 0) return [];
  return db
    .selectFrom('identity_provider_domain as owned')
    .innerJoin('identity_provider', 'identity_provider.id', 'owned.provider_id')
    .select(['owned.domain', 'identity_provider.name as providerName'])
    .where('owned.domain', 'in', [...domains])
    .$if(exceptProviderId !== null, (query) => query.where('owned.provider_id', '<>', exceptProviderId ?? ''))
    .orderBy('owned.domain')
    .execute();
}

/** How many people sign in through it. */
export async function countIdentities(db: Database, providerId: string): Promise<number> {
  const { count } = await db
    .selectFrom('identity')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('provider_id', '=', providerId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The columns that an administrator decides. */
export interface ProviderValues {
  readonly protocol: Protocol;
  readonly name: string;
  readonly isEnabled: boolean;
  readonly createsAccounts: boolean;
  readonly admitsStaff: boolean;
  readonly issuer: string;
  readonly settings: SamlSettings | OidcSettings;
  readonly domains: readonly string[];
}

/** Adds a provider and returns its id. Its secret, sealed for that id, comes after with `setSealedSecret`. */
export async function insertProvider(trx: Database, values: ProviderValues): Promise<string> {
  const { id } = await trx
    .insertInto('identity_provider')
    .values({ protocol: values.protocol, ...columnsOf(values) })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertDomains(trx, id, values.domains);
  return id;
}

/** Changes a provider to these values; its version goes up. */
export async function updateProvider(trx: Database, id: string, values: ProviderValues): Promise<void> {
  await trx
    .updateTable('identity_provider')
    .set({ ...columnsOf(values), version: sql`version + 1`, updated_at: sql`now()` })
    .where('id', '=', id)
    .execute();
  await trx.deleteFrom('identity_provider_domain').where('provider_id', '=', id).execute();
  await insertDomains(trx, id, values.domains);
}

export async function setSealedSecret(trx: Database, id: string, sealed: string | null): Promise<void> {
  await trx.updateTable('identity_provider').set({ sealed_secret: sealed }).where('id', '=', id).execute();
}

export async function deleteProvider(trx: Database, id: string): Promise<void> {
  await trx.deleteFrom('identity_provider').where('id', '=', id).execute();
}

function columnsOf(values: ProviderValues) {
  return {
    name: values.name,
    is_enabled: values.isEnabled,
    creates_accounts: values.createsAccounts,
    admits_staff: values.admitsStaff,
    issuer: values.issuer,
    settings: JSON.stringify(values.settings),
  };
}

async function insertDomains(trx: Database, providerId: string, domains: readonly string[]): Promise<void> {
  if (domains.length === 0) return;
  await trx
    .insertInto('identity_provider_domain')
    .values(domains.map((domain) => ({ domain, provider_id: providerId })))
    .execute();
}

function selectProviders(db: Database) {
  return db
    .selectFrom('identity_provider')
    .selectAll('identity_provider')
    .select((eb) => domainsOf(eb).as('domains'));
}

function domainsOf(eb: ExpressionBuilder<DB, 'identity_provider'>) {
  return jsonArrayFrom(
    eb
      .selectFrom('identity_provider_domain')
      .select('identity_provider_domain.domain')
      .whereRef('identity_provider_domain.provider_id', '=', 'identity_provider.id')
      .orderBy('identity_provider_domain.domain'),
  );
}

type ProviderRow = Awaited<ReturnType<ReturnType<typeof selectProviders>['executeTakeFirstOrThrow']>>;

function toProvider(row: ProviderRow): Provider {
  const base = {
    id: row.id,
    name: row.name,
    isEnabled: row.is_enabled,
    createsAccounts: row.creates_accounts,
    admitsStaff: row.admits_staff,
    issuer: row.issuer,
    sealedSecret: row.sealed_secret,
    domains: row.domains.map(({ domain }) => domain),
    version: row.version,
    updatedAt: row.updated_at,
  };
  // Both shapes are written by columnsOf alone, checked by providers/rules.ts.
  return row.protocol === 'saml'
    ? { ...base, protocol: 'saml', settings: row.settings as unknown as SamlSettings }
    : { ...base, protocol: 'oidc', settings: row.settings as unknown as OidcSettings };
}
