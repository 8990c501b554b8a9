import { isDeepStrictEqual } from 'node:util';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { describeCertificate } from './certificates.ts';
import type { Provider } from './store.ts';

/** A provider as the audit log keeps it: everything but the secret, certificates by their fingerprints. */
export function viewOf(provider: Provider): Record<string, unknown> {
  const { protocol, issuer, settings, sealedSecret, claims, logo, ...others } = provider;
  const {
    id: _,
    version: _version,
    updatedAt: _updatedAt,
    testedAt: _testedAt,
    testedVersion: _tested,
    ...rules
  } = others;
  const shared = {
    protocol,
    issuer,
    ...rules,
    // which of them are verified changes by acts that are recorded by themselves
    domains: claims.map(({ domain }) => domain),
    logo: logo?.key ?? null,
  };
  if (protocol !== 'saml') return { ...shared, ...settings, hasClientSecret: sealedSecret !== null };
  return { ...shared, ...settings, certificates: provider.settings.certificates.map(describeCertificate) };
}

/** Records what a change changed, and only that. */
export async function recordChange(
  trx: Database,
  actor: AuditActor,
  before: Provider,
  after: Provider,
  isSecretChanged: boolean,
): Promise<void> {
  const [from, to] = [viewOf(before), viewOf(after)];
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  const changed = keys.filter((key) => !isDeepStrictEqual(from[key], to[key]));
  const pick = (view: Record<string, unknown>) =>
    Object.fromEntries(changed.map((key) => [key, view[key] ?? null]));
  await recordAudit(trx, {
    actor,
    action: 'identity-provider.changed',
    objectType: 'identity-provider',
    objectId: after.id,
    objectName: after.name,
    before: pick(from),
    after: { ...pick(to), ...(isSecretChanged && { clientSecret: 'changed' }) },
  });
}

/** What to tell somebody whose form is older than the provider: who changed what since, and when. */
export async function changedSince(trx: Database, provider: Provider, version: number): Promise<string> {
  const events = await trx
    .selectFrom('audit_event')
    .select(['actor_name', 'occurred_at', 'after'])
    .where('object_type', '=', 'identity-provider')
    .where('object_id', '=', provider.id)
    .where('action', '=', 'identity-provider.changed')
    .orderBy('id', 'desc')
    .limit(Math.min(Math.max(provider.version - version, 0), 20))
    .execute();
  const [last] = events;
  const fields = new Set(events.flatMap(({ after }) => Object.keys((after ?? {}) as object)));
  const what = fields.size > 0 ? `: ${[...fields].join(', ')}` : '';
  const who = last?.actor_name ?? 'Somebody';
  const when = (last?.occurred_at ?? provider.updatedAt).toISOString();
  return `${who} has changed ${provider.name} since you opened it (${when})${what}. Load it again and repeat your change.`;
}
