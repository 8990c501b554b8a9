import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/errors.ts';
import { allProviders, isTested, type Provider } from '../providers/store.ts';
import { providersTestedBy } from '../providers/testers.ts';
import { providersServing } from './serving.ts';
import {
  type KeptPortalSignIn,
  lockPortalSignIn,
  type PortalSignIn,
  portalSignIn,
  savePortalSignIn,
} from './store.ts';
import { keepingWaysIn } from './ways-in.ts';

const objectType = 'portal-sign-in';

/**
 * Changes how people sign in at a portal.
 *
 * @param version that was seen; 0 when nothing was decided yet
 * @param confirmsLockOut goes on although the portal is left without a provider that serves it
 * @throws NotFound, Invalid naming fields, Conflict when it was changed meanwhile, or when customers would be locked out
 */
export async function changePortalSignIn(
  trx: Database,
  portalId: string,
  version: number,
  policy: PortalSignIn,
  actor: AuditActor,
  confirmsLockOut = false,
): Promise<KeptPortalSignIn> {
  const before = await lockPortalSignIn(trx, portalId);
  if (!before) throw noPortal();
  if (before.version !== version) throw await changedSince(trx, before, version);
  const providers = await allProviders(trx);
  if (policy.defaultProviderId !== before.defaultProviderId) requireDefault(providers, policy);
  if (policy.requiresProvider && !before.requiresProvider) {
    await requireWayIn(trx, providers, portalId, policy, actor);
  }
  await keepingWaysIn(trx, { isConfirmed: confirmsLockOut, actor }, () =>
    savePortalSignIn(trx, portalId, policy),
  );
  const after = await requirePortalSignIn(trx, portalId);
  const [was, is] = differences(before, after);
  await recordAudit(trx, {
    actor,
    action: 'portal-sign-in.changed',
    objectType,
    objectId: portalId,
    objectName: after.portalName,
    before: was,
    after: { ...is, version: after.version },
  });
  return after;
}

/** @throws NotFound */
export async function requirePortalSignIn(db: Database, portalId: string): Promise<KeptPortalSignIn> {
  const policy = await portalSignIn(db, portalId);
  if (!policy) throw noPortal();
  return policy;
}

function requireDefault(providers: readonly Provider[], { defaultProviderId }: PortalSignIn): void {
  if (defaultProviderId === null) return;
  const provider = providers.find(({ id }) => id === defaultProviderId);
  if (!provider) {
    throw Invalid.fields({
      defaultProviderId: 'There is no such identity provider any more. Choose another.',
    });
  }
  if (!provider.isEnabled) {
    throw Invalid.fields({ defaultProviderId: `${provider.name} is disabled. Enable it first.` });
  }
}

/** Nobody may lock all customers out with one switch: who requires a provider has seen one of them work, as it is now. */
async function requireWayIn(
  trx: Database,
  providers: readonly Provider[],
  portalId: string,
  policy: PortalSignIn,
  { accountId }: AuditActor,
): Promise<void> {
  const serving = providersServing(providers, portalId, policy.defaultProviderId);
  const own = accountId === null ? new Set() : await providersTestedBy(trx, accountId);
  if (serving.some(({ id }) => own.has(id))) return;
  const tested = serving.filter(isTested);
  throw new Conflict('', {
    requiresProvider:
      serving.length === 0
        ? 'No enabled identity provider serves this portal, so nobody could get in. Enable one that is shown on it or has a verified e-mail domain, test it, then require it.'
        : tested.length === 0
          ? `No identity provider of this portal has passed a test with its present settings (${namesOf(serving)}). Open one under Sign-in, choose Test, sign in there once, then require it.`
          : `You have not tested an identity provider of this portal with its present settings yourself (${namesOf(tested)}: somebody else has). Open one under Sign-in, choose Test, sign in there once, then require it.`,
  });
}

const mostNames = 5;

function namesOf(providers: readonly Provider[]): string {
  const names = providers.slice(0, mostNames).map(({ name }) => name);
  const more = providers.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}

async function changedSince(trx: Database, policy: KeptPortalSignIn, seen: number): Promise<Conflict> {
  const events = await trx
    .selectFrom('audit_event')
    .select(['actor_name', 'occurred_at', 'after'])
    .where('object_type', '=', objectType)
    .where('object_id', '=', policy.portalId)
    .orderBy('id', 'desc')
    .limit(Math.min(Math.max(policy.version - seen, 1), 20))
    .execute();
  const changes = events.map(({ actor_name, occurred_at, after }) => {
    const settings = Object.keys((after ?? {}) as object).filter((name) => name !== 'version');
    return `${settings.map(inWords).join(', ') || 'saved'} (${actor_name ?? 'Portico'}, ${occurred_at.toISOString()})`;
  });
  return new Conflict(
    `How people sign in here has changed since you opened it: ${changes.join('; ')}. Load it again before you save.`,
  );
}

/** requiresProvider → requires provider */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function differences(before: PortalSignIn, after: PortalSignIn) {
  const keys = ['requiresProvider', 'defaultProviderId', 'sessionIdleMinutes', 'sessionMaxHours'] as const;
  const changed = keys.filter((key) => before[key] !== after[key]);
  const only = (state: PortalSignIn) => Object.fromEntries(changed.map((key) => [key, state[key]]));
  return [only(before), only(after)] as const;
}

function noPortal(): NotFound {
  return new NotFound('There is no such portal.');
}
