import { X509Certificate } from 'node:crypto';
import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { allProviders, type Provider } from '../providers/store.ts';
import { certificateFacts, daysUntil } from './certificate-facts.ts';
import { mailWarning } from './warning-mail.ts';

/** Days before an end on which it is told of; 0: it has come. */
const thresholds = [0, 7, 30] as const;

export type WarningKind =
  /** the provider's last certificate ends */
  | 'certificate'
  /** that of our own key at the provider ends */
  | 'own-certificate'
  /** weak algorithms are taken until then only */
  | 'exception'
  /** the metadata cannot be refreshed */
  | 'refresh'
  /** changed metadata waits for an administrator */
  | 'metadata-waiting'
  /** the metadata asks for signed requests, and ours are not */
  | 'signing-wanted';

/** Something at an enabled provider that an administrator should see to before people cannot sign in any more. */
export interface ProviderWarning {
  readonly provider: { readonly id: string; readonly name: string };
  readonly kind: WarningKind;
  /** when it ends or ended, or began */
  readonly at: Date | null;
  /** whole days until then; null where nothing ends */
  readonly daysLeft: number | null;
  /** SHA-256 of the certificate */
  readonly fingerprint: string | null;
  readonly detail: string | null;
  readonly isUrgent: boolean;
}

const actor: AuditActor = { accountId: null, name: 'Daily check', address: null };

/** All that there is to see to now, the most urgent first. */
export async function currentWarnings(db: Database, now = new Date()): Promise<ProviderWarning[]> {
  const providers = (await allProviders(db)).filter(({ isEnabled }) => isEnabled);
  const found = [
    ...providers.flatMap((provider) => [
      ...certificateWarnings(provider, now),
      ...exceptionWarnings(provider, now),
    ]),
    ...(await keyWarnings(db, providers, now)),
    ...(await refreshWarnings(db, providers, now)),
    ...(await metadataWarnings(db, providers)),
  ];
  const rank = ({ isUrgent, daysLeft }: ProviderWarning) => (isUrgent ? -10_000 : 0) + (daysLeft ?? 0);
  return found.sort((a, b) => rank(a) - rank(b) || a.provider.name.localeCompare(b.provider.name));
}

/**
 * Writes what is new of it into the audit log, and to all administrators: each end 30 and 7 days before and when it comes, each
 * failing once.
 */
export async function giveWarnings(platform: Platform, now = new Date()): Promise<void> {
  const { db } = platform;
  for (const warning of await currentWarnings(db, now)) {
    const key = await keyOf(db, warning);
    if (key !== null) await inTransaction(db, (trx) => giveOnce(platform, trx, warning, key));
  }
}

async function giveOnce(
  platform: Platform,
  trx: Database,
  warning: ProviderWarning,
  key: string,
): Promise<void> {
  const { provider, kind, at, daysLeft, fingerprint, detail } = warning;
  const given = await trx
    .insertInto('identity_provider_warning')
    .values({ provider_id: provider.id, kind: key })
    .onConflict((conflict) => conflict.doNothing())
    .returning('kind')
    .executeTakeFirst();
  if (!given) return;
  await mailWarning(platform, trx, warning);
  await recordAudit(trx, {
    actor,
    action: 'identity-provider.warning',
    objectType: 'identity-provider',
    objectId: provider.id,
    objectName: provider.name,
    after: {
      warning: kind,
      ...(at && { at: at.toISOString() }),
      ...(daysLeft !== null && { daysLeft }),
      ...(fingerprint && { fingerprint }),
      ...(detail && { detail }),
    },
  });
}

/** What makes a warning the same as one that was given; null: it is told of elsewhere. */
async function keyOf(db: Database, { kind, provider, at, daysLeft, fingerprint }: ProviderWarning) {
  if (kind === 'metadata-waiting' || kind === 'signing-wanted') return null;
  if (kind === 'refresh') {
    const row = await db
      .selectFrom('identity_provider_refresh')
      .select('last_succeeded_at')
      .where('provider_id', '=', provider.id)
      .executeTakeFirst();
    return `refresh:${row?.last_succeeded_at?.toISOString() ?? 'never'}`;
  }
  const threshold = thresholds.find((days) => (daysLeft ?? 0) < days) ?? 30;
  return `${kind}:${fingerprint ?? at?.toISOString().slice(0, 10)}:${threshold}`;
}

/** Of several certificates the one that is good for longest counts: that others end is what they are several for. */
function certificateWarnings(provider: Provider, now: Date): ProviderWarning[] {
  if (provider.protocol !== 'saml') return [];
  const [last] = provider.settings.certificates
    .map(certificateFacts)
    .sort((a, b) => b.notAfter.getTime() - a.notAfter.getTime());
  return last ? ending(provider, 'certificate', last.notAfter, last.fingerprint, null, now) : [];
}

function exceptionWarnings(provider: Provider, now: Date): ProviderWarning[] {
  const weak = provider.protocol === 'saml' ? provider.settings.weakAlgorithms : undefined;
  if (!weak) return [];
  const end = new Date(`${weak.until}T23:59:59Z`);
  return ending(provider, 'exception', end, null, weak.algorithms.join(', '), now);
}

async function keyWarnings(
  db: Database,
  providers: readonly Provider[],
  now: Date,
): Promise<ProviderWarning[]> {
  const rows = await db
    .selectFrom('identity_provider_key')
    .select(['provider_id', 'certificate'])
    .where('state', '=', 'active')
    .execute();
  return rows.flatMap(({ provider_id, certificate: pem }) => {
    const provider = providers.find(({ id }) => id === provider_id);
    if (!provider || !usesKey(provider)) return [];
    const certificate = new X509Certificate(pem);
    const { validToDate, fingerprint256 } = certificate;
    return ending(provider, 'own-certificate', validToDate, fingerprint256, null, now);
  });
}

function usesKey(provider: Provider): boolean {
  return provider.protocol === 'saml' || provider.settings.authentication === 'private_key_jwt';
}

function ending(
  { id, name }: Provider,
  kind: WarningKind,
  at: Date,
  fingerprint: string | null,
  detail: string | null,
  now: Date,
): ProviderWarning[] {
  const daysLeft = daysUntil(at, now);
  if (daysLeft >= 30) return [];
  return [{ provider: { id, name }, kind, at, daysLeft, fingerprint, detail, isUrgent: daysLeft < 7 }];
}

/** How long refreshing may fail before it is urgent, in days. */
const urgentFailureDays = 7;

async function refreshWarnings(
  db: Database,
  providers: readonly Provider[],
  now: Date,
): Promise<ProviderWarning[]> {
  const rows = await db
    .selectFrom('identity_provider_refresh')
    .select(['provider_id', 'problem', 'last_succeeded_at'])
    .where('problem', 'is not', null)
    .execute();
  return rows.flatMap(({ provider_id, problem, last_succeeded_at: at }) => {
    const provider = providers.find(({ id }) => id === provider_id);
    if (provider?.protocol !== 'saml' || !provider.settings.metadataUrl) return [];
    const isUrgent = at !== null && daysUntil(at, now) < -urgentFailureDays;
    const { id, name } = provider;
    return [
      {
        provider: { id, name },
        kind: 'refresh',
        at,
        daysLeft: null,
        fingerprint: null,
        detail: problem,
        isUrgent,
      },
    ];
  });
}

async function metadataWarnings(db: Database, providers: readonly Provider[]): Promise<ProviderWarning[]> {
  const rows = await db
    .selectFrom('identity_provider_metadata')
    .select(['provider_id', 'state', 'fetched_at'])
    .select(sql<boolean>`(content->'wantsSignedRequests')::boolean`.as('wantsSignedRequests'))
    .where('state', 'in', ['applied', 'waiting'])
    .orderBy('id')
    .execute();
  return rows.flatMap(({ provider_id, state, fetched_at, wantsSignedRequests }) => {
    const provider = providers.find(({ id }) => id === provider_id);
    if (provider?.protocol !== 'saml') return [];
    const { id, name } = provider;
    const isWaiting = state === 'waiting';
    if (!isWaiting && (!wantsSignedRequests || provider.settings.signsRequests)) return [];
    return [
      {
        provider: { id, name },
        kind: isWaiting ? ('metadata-waiting' as const) : ('signing-wanted' as const),
        at: isWaiting ? fetched_at : null,
        daysLeft: null,
        fingerprint: null,
        detail: null,
        isUrgent: isWaiting,
      },
    ];
  });
}
