import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { Conflict, RefusedError } from '../../platform/http/errors.ts';
import type { GuardedFetch } from '../../platform/http/guarded-fetch.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { inputOfProvider } from '../providers/json.ts';
import { changeProvider, type ProviderPlatform } from '../providers/providers.ts';
import { providerById, type SamlProvider } from '../providers/store.ts';
import { applyMetadata, planFor } from './apply-metadata.ts';
import { changesSomething } from './compare.ts';
import { hashOfContent, type MetadataContent } from './content.ts';
import { type FetchedMetadata, fetchMetadata } from './fetch-metadata.ts';
import { MetadataProblem } from './problem.ts';
import { readMetadata } from './read-metadata.ts';
import {
  advanceRefresh,
  claimRefresh,
  dueProviders,
  finishRefresh,
  refreshState,
  setRetiring,
} from './refresh-store.ts';
import { nextRefreshAt, nextTryAt } from './schedule.ts';
import { keepMetadata, lastFetchedMetadata, lockMetadata, renewMetadata } from './store.ts';

/** What refreshing needs of the platform. */
export type RefreshPlatform = ProviderPlatform & Pick<Platform, 'db' | 'jobs'>;

/** What came of a refresh. off: the provider has no metadata address (any more), or no entity id yet. */
export type RefreshOutcome = 'unchanged' | 'applied' | 'waiting' | 'failed' | 'off';

const refreshJob = 'identity.metadata-refresh';
const dueJob = 'identity.metadata-due';
const actor: AuditActor = { accountId: null, name: 'Metadata refresh', address: null };

/** Defines the jobs that refresh metadata. Each provider is one job, on whichever process is free. */
export function defineRefreshJobs(platform: RefreshPlatform, fetch: GuardedFetch): void {
  const { jobs } = platform;
  jobs.define<{ providerId: string }>(refreshJob, async ({ providerId }) => {
    await endOverlaps(platform, providerId);
    await refreshIfDue(platform, fetch, providerId);
  });
  jobs.define(dueJob, async (_payload, { db }) => {
    for (const providerId of await dueProviders(db)) await addRefresh(jobs, db, providerId);
  });
  jobs.schedule(dueJob, '* * * * *');
}

/**
 * Fetches a provider's metadata soon, because something came that was signed with a key that is not known. At most every
 * ten minutes, so that nobody can make us fetch at will.
 */
export async function refreshSoon(jobs: Jobs, trx: Database, providerId: string): Promise<void> {
  if (await advanceRefresh(trx, providerId)) await addRefresh(jobs, trx, providerId);
}

function addRefresh(jobs: Jobs, trx: Database, providerId: string): Promise<void> {
  return jobs.add(trx, refreshJob, { providerId }, { jobKey: providerId, maxAttempts: 3 });
}

async function refreshIfDue(
  platform: RefreshPlatform,
  fetch: GuardedFetch,
  providerId: string,
): Promise<void> {
  const provider = await providerById(platform.db, providerId);
  const url = provider?.protocol === 'saml' ? provider.settings.metadataUrl : undefined;
  if (url === undefined || !(await claimRefresh(platform.db, providerId, url))) return;
  await refreshMetadata(platform, fetch, providerId);
}

/**
 * Fetches a provider's metadata now and takes it as its settings say. What was in force stays so whenever anything is wrong
 * with what comes.
 */
export async function refreshMetadata(
  platform: RefreshPlatform,
  fetch: GuardedFetch,
  providerId: string,
): Promise<RefreshOutcome> {
  const { db, config } = platform;
  const provider = await providerById(db, providerId);
  const url = provider?.protocol === 'saml' ? provider.settings.metadataUrl : undefined;
  if (!provider || url === undefined || provider.issuer === '') return 'off';
  try {
    const fetched = await fetchMetadata(fetch, url, config.allowsPrivateProviders);
    const content = readMetadata(fetched.xml, {
      allowsPrivate: config.allowsPrivateProviders,
      // In the metadata of a federation, ours is the one that it was before.
      entityId: provider.issuer,
      isOnlyPreferred: true,
    });
    return await takeUpAgain(() =>
      inTransaction(db, (trx) => takeFetched(platform, trx, providerId, url, { ...fetched, content })),
    );
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    await inTransaction(db, (trx) => noteFailure(trx, provider as SamlProvider, url, problem));
    return 'failed';
  }
}

/** Somebody may change the provider in the same moment. */
async function takeUpAgain<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Conflict) || tries === 3) throw error;
    }
  }
}

interface Fetched extends FetchedMetadata {
  readonly content: MetadataContent;
}

async function takeFetched(
  platform: RefreshPlatform,
  trx: Database,
  providerId: string,
  url: string,
  fetched: Fetched,
): Promise<RefreshOutcome> {
  await lockMetadata(trx, providerId);
  const provider = await providerById(trx, providerId);
  if (provider?.protocol !== 'saml' || provider.settings.metadataUrl !== url) return 'off';
  const { xml, content } = fetched;
  const last = await lastFetchedMetadata(trx, providerId);
  const isSame = last?.hash.equals(hashOfContent(content)) ?? false;
  if (content.entityId !== provider.issuer) {
    const problem = `The metadata is now that of another provider: its entity id is ${content.entityId}, not ${provider.issuer}. It is not taken. If the provider has really changed its name, people must be moved to a new provider here.`;
    if (!isSame) await keepRefused(trx, provider, fetched, problem);
    await noteFailure(trx, provider, url, problem);
    return 'failed';
  }
  // What was refused for its name comes again once the name fits.
  if (last && isSame && last.state !== 'refused') {
    await renewMetadata(trx, last.id, { xml, content });
    await noteSuccess(trx, provider, url, content);
    return 'unchanged';
  }
  const outcome = await takeNew(platform, trx, provider, fetched);
  await noteSuccess(trx, provider, url, content);
  return outcome;
}

async function takeNew(
  platform: RefreshPlatform,
  trx: Database,
  provider: SamlProvider,
  { xml, content, isProtected }: Fetched,
): Promise<RefreshOutcome> {
  const how = { keepsCertificates: true, mayChangeSigning: false };
  const plan = await planFor(trx, provider, { content, ...how });
  if (!changesSomething(plan)) {
    await keepMetadata(trx, provider.id, { origin: 'url', state: 'applied', xml, content });
    return 'unchanged';
  }
  if (!provider.settings.reviewsMetadata && isProtected) {
    await applyMetadata(platform, trx, provider.id, { origin: 'url', xml, content, ...how }, actor);
    return 'applied';
  }
  const problem = isProtected
    ? 'Changes at this address wait for an administrator.'
    : 'It came over plain HTTP, so anybody on the way could have written it. Compare the fingerprints with the provider.';
  const id = await keepMetadata(trx, provider.id, { origin: 'url', state: 'waiting', xml, content, problem });
  await audit(trx, provider, 'identity-provider.metadata-waiting', {
    metadata: id,
    wouldChange: plan.fields.map(({ field }) => field),
    certificatesAdded: plan.certificates.added.map(({ fingerprint }) => fingerprint),
    certificatesRemoved: plan.certificates.removed.map(({ facts }) => facts.fingerprint),
  });
  return 'waiting';
}

async function keepRefused(
  trx: Database,
  provider: SamlProvider,
  { xml, content }: Fetched,
  problem: string,
): Promise<void> {
  const id = await keepMetadata(trx, provider.id, { origin: 'url', state: 'refused', xml, content, problem });
  await audit(trx, provider, 'identity-provider.metadata-refused', { metadata: id, problem });
}

async function noteSuccess(
  trx: Database,
  provider: SamlProvider,
  url: string,
  content: MetadataContent,
): Promise<void> {
  const before = await refreshState(trx, provider.id);
  await finishRefresh(trx, provider.id, { url, nextAt: nextRefreshAt(content, new Date()), problem: null });
  if (!before?.problem) return;
  await audit(
    trx,
    provider,
    'identity-provider.metadata-refresh-recovered',
    { url },
    { problem: before.problem },
  );
}

/** A failure is told when refreshing begins to fail, not each time that it fails again. */
async function noteFailure(
  trx: Database,
  provider: SamlProvider,
  url: string,
  problem: string,
): Promise<void> {
  await lockMetadata(trx, provider.id);
  const before = await refreshState(trx, provider.id);
  const failures = (before?.failures ?? 0) + 1;
  await finishRefresh(trx, provider.id, { url, nextAt: nextTryAt(failures, new Date()), problem });
  if (before?.problem) return;
  await audit(trx, provider, 'identity-provider.metadata-refresh-failed', { url, problem });
}

/** Takes certificates out of force whose time beside the new ones is over. */
async function endOverlaps(platform: RefreshPlatform, providerId: string): Promise<void> {
  await takeUpAgain(() =>
    inTransaction(platform.db, async (trx) => {
      await lockMetadata(trx, providerId);
      const provider = await providerById(trx, providerId);
      const retiring = (await refreshState(trx, providerId))?.retiring ?? [];
      const now = Date.now();
      const over = retiring.filter(({ until }) => Date.parse(until) <= now);
      if (provider?.protocol !== 'saml' || over.length === 0) return;
      const ended = new Set(over.map(({ certificate }) => certificate));
      const certificates = provider.settings.certificates.filter((pem) => !ended.has(pem));
      // Never the last one: somebody may have removed the new ones by hand.
      if (certificates.length > 0 && certificates.length < provider.settings.certificates.length) {
        const base = inputOfProvider(provider);
        if (!base.saml) return;
        const input = { ...base, saml: { ...base.saml, certificates } };
        await changeProvider(platform, trx, providerId, provider.version, input, actor);
      }
      await setRetiring(
        trx,
        providerId,
        retiring.filter((one) => !over.includes(one)),
      );
    }),
  );
}

/** What went wrong, in words; null when it was nothing that the provider's side can be blamed for. */
function problemOf(error: unknown): string | null {
  if (error instanceof MetadataProblem) return error.message;
  if (!(error instanceof RefusedError) || error instanceof Conflict) return null;
  return [error.message, ...Object.values(error.errors)].filter(Boolean).join(' ');
}

function audit(
  trx: Database,
  provider: SamlProvider,
  action: string,
  after: Record<string, unknown>,
  before?: Record<string, unknown>,
): Promise<void> {
  const { id, name } = provider;
  return recordAudit(trx, {
    actor,
    action,
    objectType: 'identity-provider',
    objectId: id,
    objectName: name,
    ...(before && { before }),
    after,
  });
}
