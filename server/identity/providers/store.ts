import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '../../platform/database/database.ts';
import type { DB } from '../../platform/database/schema.ts';
import { type DomainClaim, replaceClaims } from './domains.ts';
import type { OAuth2Settings, OidcSettings, SamlSettings } from './settings.ts';

/** On whose sign-in page a provider has a button; with 'none', people find it by their e-mail domain alone. */
export type ShownOn = 'none' | 'all' | 'listed';

/**
 * Who may sign in. domains: e-mail address in a verified domain; groups: besides, in one of the allowed groups; all: any
 * verified e-mail address that no other provider is authoritative for.
 */
export type Admits = 'domains' | 'groups' | 'all';

/** What administrators decide of every provider, whatever it speaks. */
export interface ProviderRules {
  readonly name: string;
  /** which set-up instructions it was made with */
  readonly preset: string;
  readonly buttonText: string | null;
  readonly position: number;
  readonly shownOn: ShownOn;
  /** where shownOn is 'listed' */
  readonly portalIds: readonly string[];
  readonly isEnabled: boolean;
  readonly createsAccounts: boolean;
  readonly admitsStaff: boolean;
  readonly admits: Admits;
  readonly allowedGroups: readonly string[];
  /** how far its clock may be off */
  readonly clockSkewSeconds: number;
  /** believed when it says that a second factor was used there */
  readonly trustsFactor: boolean;
  /** stricter than the site's; null: the site's */
  readonly sessionIdleMinutes: number | null;
  readonly sessionMaxHours: number | null;
  /** SAML entity id, OpenID issuer, or the userinfo address of a plain OAuth 2.0 provider */
  readonly issuer: string;
}

interface ProviderBase extends ProviderRules {
  readonly id: string;
  readonly logo: { readonly key: string; readonly type: string } | null;
  readonly sealedSecret: string | null;
  /** all domains that it names, sorted */
  readonly claims: readonly DomainClaim[];
  /** those that are verified: it is authoritative for their e-mail addresses; ASCII, sorted */
  readonly domains: readonly string[];
  readonly version: number;
  readonly updatedAt: Date;
  /** when a test went all the way, and with which version of the settings */
  readonly testedAt: Date | null;
  readonly testedVersion: number | null;
}

export interface SamlProvider extends ProviderBase {
  readonly protocol: 'saml';
  readonly settings: SamlSettings;
}

export interface OidcProvider extends ProviderBase {
  readonly protocol: 'oidc';
  readonly settings: OidcSettings;
}

export interface OAuth2Provider extends ProviderBase {
  readonly protocol: 'oauth2';
  readonly settings: OAuth2Settings;
}

/** A company's login, as configured here. */
export type Provider = SamlProvider | OidcProvider | OAuth2Provider;

export type Protocol = Provider['protocol'];

/** Whether a provider has all that signing in through it needs. A disabled one may still be a draft. */
export function isComplete(provider: Provider): boolean {
  if (provider.protocol === 'saml') {
    const { signOnUrl, certificates } = provider.settings;
    return provider.issuer !== '' && signOnUrl !== '' && certificates.length > 0;
  }
  if (provider.protocol === 'oidc') return provider.issuer !== '' && provider.settings.clientId !== '';
  const { clientId, authorizationUrl, tokenUrl, userinfoUrl } = provider.settings;
  return [clientId, authorizationUrl, tokenUrl, userinfoUrl].every((text) => text !== '');
}

/** Whether a complete test has passed with the settings as they are. */
export function isTested({ testedVersion, version }: Provider): boolean {
  return testedVersion === version;
}

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

/** All providers, in the order of their buttons, then by name. There are as many as customer companies with a login of their own: hundreds, not millions. */
export async function allProviders(db: Database): Promise<Provider[]> {
  const rows = await selectProviders(db)
    .orderBy('identity_provider.position')
    .orderBy(sql`lower(identity_provider.name)`)
    .orderBy('identity_provider.id')
    .execute();
  return rows.map(toProvider);
}

/** The enabled provider that is authoritative for an e-mail domain (normalized), or null. */
export async function enabledProviderOfDomain(db: Database, domain: string): Promise<Provider | null> {
  const row = await selectProviders(db)
    .innerJoin('identity_provider_domain as owned', 'owned.provider_id', 'identity_provider.id')
    .where('owned.domain', '=', domain)
    .where('owned.verified_at', 'is not', null)
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

/** How many people sign in through it. */
export async function countIdentities(db: Database, providerId: string): Promise<number> {
  const { count } = await db
    .selectFrom('identity')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('provider_id', '=', providerId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** All that an administrator decides. */
export interface ProviderValues extends ProviderRules {
  readonly protocol: Protocol;
  readonly settings: SamlSettings | OidcSettings | OAuth2Settings;
  /** claimed domains, normalized */
  readonly domains: readonly string[];
}

/** Adds a provider and returns its id. Its secret, sealed for that id, comes after with `setSealedSecret`. */
export async function insertProvider(trx: Database, values: ProviderValues): Promise<string> {
  const { id } = await trx
    .insertInto('identity_provider')
    .values({ protocol: values.protocol, ...columnsOf(values) })
    .returning('id')
    .executeTakeFirstOrThrow();
  await replaceLists(trx, id, values);
  return id;
}

/** Changes a provider to these values; its version goes up. */
export async function updateProvider(trx: Database, id: string, values: ProviderValues): Promise<void> {
  await trx
    .updateTable('identity_provider')
    .set({ ...columnsOf(values), version: sql`version + 1`, updated_at: sql`now()` })
    .where('id', '=', id)
    .execute();
  await replaceLists(trx, id, values);
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
    preset: values.preset,
    button_text: values.buttonText,
    position: values.position,
    shown_on: values.shownOn,
    is_enabled: values.isEnabled,
    creates_accounts: values.createsAccounts,
    admits_staff: values.admitsStaff,
    admits: values.admits,
    allowed_groups: [...values.allowedGroups],
    clock_skew_seconds: values.clockSkewSeconds,
    trusts_factor: values.trustsFactor,
    session_idle_minutes: values.sessionIdleMinutes,
    session_max_hours: values.sessionMaxHours,
    issuer: values.issuer,
    settings: JSON.stringify(values.settings),
  };
}

async function replaceLists(trx: Database, id: string, values: ProviderValues): Promise<void> {
  await replaceClaims(trx, id, values.domains);
  await trx.deleteFrom('identity_provider_portal').where('provider_id', '=', id).execute();
  if (values.portalIds.length === 0) return;
  await trx
    .insertInto('identity_provider_portal')
    .columns(['provider_id', 'portal_id'])
    // Portals that are gone are left out.
    .expression((eb) =>
      eb
        .selectFrom('service_desk')
        .select([sql<string>`${id}::bigint`.as('provider_id'), 'service_desk.id as portal_id'])
        .where('service_desk.id', 'in', [...values.portalIds]),
    )
    .execute();
}

function selectProviders(db: Database) {
  return db
    .selectFrom('identity_provider')
    .selectAll('identity_provider')
    .select((eb) => [claimsOf(eb).as('claims'), portalsOf(eb).as('portals')]);
}

function claimsOf(eb: ExpressionBuilder<DB, 'identity_provider'>) {
  return jsonArrayFrom(
    eb
      .selectFrom('identity_provider_domain as claim')
      .select([
        'claim.domain',
        'claim.token',
        'claim.verified_at',
        'claim.verified_by',
        'claim.override_reason',
        'claim.checked_at',
        'claim.check_problem',
      ])
      .whereRef('claim.provider_id', '=', 'identity_provider.id')
      .orderBy('claim.domain'),
  );
}

function portalsOf(eb: ExpressionBuilder<DB, 'identity_provider'>) {
  return jsonArrayFrom(
    eb
      .selectFrom('identity_provider_portal as shown')
      .select((inner) => inner.cast<string>('shown.portal_id', 'text').as('id'))
      .whereRef('shown.provider_id', '=', 'identity_provider.id')
      .orderBy('shown.portal_id'),
  );
}

type ProviderRow = Awaited<ReturnType<ReturnType<typeof selectProviders>['executeTakeFirstOrThrow']>>;

function toProvider(row: ProviderRow): Provider {
  const claims = row.claims.map(toClaim);
  const base = {
    id: row.id,
    name: row.name,
    preset: row.preset,
    buttonText: row.button_text,
    logo: row.logo_key && row.logo_type ? { key: row.logo_key, type: row.logo_type } : null,
    position: row.position,
    shownOn: row.shown_on as ShownOn,
    portalIds: row.portals.map(({ id }) => id),
    isEnabled: row.is_enabled,
    createsAccounts: row.creates_accounts,
    admitsStaff: row.admits_staff,
    admits: row.admits as Admits,
    allowedGroups: row.allowed_groups,
    clockSkewSeconds: row.clock_skew_seconds,
    trustsFactor: row.trusts_factor,
    sessionIdleMinutes: row.session_idle_minutes,
    sessionMaxHours: row.session_max_hours,
    issuer: row.issuer,
    sealedSecret: row.sealed_secret,
    claims,
    domains: claims.filter(({ verifiedAt }) => verifiedAt !== null).map(({ domain }) => domain),
    version: row.version,
    updatedAt: row.updated_at,
    testedAt: row.tested_at,
    testedVersion: row.tested_version,
  };
  // All shapes are written by columnsOf alone, checked by providers/validate.ts.
  const settings: unknown = row.settings;
  if (row.protocol === 'saml') return { ...base, protocol: 'saml', settings: settings as SamlSettings };
  if (row.protocol === 'oidc') return { ...base, protocol: 'oidc', settings: settings as OidcSettings };
  return { ...base, protocol: 'oauth2', settings: settings as OAuth2Settings };
}

function toClaim(row: ProviderRow['claims'][number]): DomainClaim {
  return {
    domain: row.domain,
    token: row.token,
    verifiedAt: row.verified_at === null ? null : new Date(row.verified_at),
    verifiedBy: row.verified_by as DomainClaim['verifiedBy'],
    overrideReason: row.override_reason,
    checkedAt: row.checked_at === null ? null : new Date(row.checked_at),
    checkProblem: row.check_problem,
  };
}
