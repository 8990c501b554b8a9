import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict, NotFound } from '../../platform/http/errors.ts';
import { changeProvider, type ProviderPlatform, requireProvider } from '../providers/providers.ts';
import type { SamlProvider } from '../providers/store.ts';
import { changesSomething, type Plan, planOf } from './compare.ts';
import type { MetadataContent } from './content.ts';
import { refreshState, setRetiring } from './refresh-store.ts';
import {
  type KeptMetadata,
  keepMetadata,
  lockMetadata,
  type MetadataOrigin,
  markApplied,
  markDismissed,
  metadataById,
  metadataInForce,
} from './store.ts';

/** Metadata that is to be put into force. */
export interface Application {
  readonly origin: MetadataOrigin;
  readonly xml: string;
  readonly content: MetadataContent;
  readonly keepsCertificates: boolean;
  readonly mayChangeSigning: boolean;
  readonly metadataUrl?: string;
  /** the version of the provider that the administrator saw */
  readonly version?: number;
  /** what waited, and is put into force itself */
  readonly waiting?: KeptMetadata;
}

/**
 * The provider, which must be one of SAML.
 * @throws NotFound
 */
export async function requireSamlProvider(db: Database, id: string): Promise<SamlProvider> {
  const provider = await requireProvider(db, id);
  if (provider.protocol !== 'saml') {
    throw new NotFound(`${provider.name} does not speak SAML, so it has no metadata.`);
  }
  return provider;
}

/** What taking metadata would change of a provider as it is now. */
export async function planFor(
  db: Database,
  provider: SamlProvider,
  application: Pick<Application, 'content' | 'keepsCertificates' | 'mayChangeSigning' | 'metadataUrl'>,
): Promise<Plan> {
  const [previous, refresh] = [await metadataInForce(db, provider.id), await refreshState(db, provider.id)];
  const { content, keepsCertificates, mayChangeSigning, metadataUrl } = application;
  return planOf(provider, content, {
    previous: previous?.content ?? null,
    retiring: refresh?.retiring ?? [],
    keepsCertificates,
    mayChangeSigning,
    ...(metadataUrl !== undefined && { metadataUrl }),
  });
}

/**
 * Puts metadata into force: the provider changes, what was in force is kept as history.
 *
 * @throws NotFound, Conflict when the provider was changed meanwhile or has another entity id with which people have signed
 *   in, Invalid
 */
export async function applyMetadata(
  platform: ProviderPlatform,
  trx: Database,
  providerId: string,
  application: Application,
  actor: AuditActor,
): Promise<SamlProvider> {
  await lockMetadata(trx, providerId);
  const provider = await requireSamlProvider(trx, providerId);
  const plan = await planFor(trx, provider, application);
  const version = application.version ?? provider.version;
  if (version !== provider.version || changesSomething(plan)) {
    await changeProvider(platform, trx, providerId, version, plan.input, actor);
  }
  const { waiting, origin, xml, content } = application;
  if (waiting) await markApplied(trx, providerId, waiting.id);
  const id = waiting?.id ?? (await keepMetadata(trx, providerId, { origin, state: 'applied', xml, content }));
  await setRetiring(trx, providerId, plan.retiring);
  await recordAudit(trx, {
    actor,
    action: 'identity-provider.metadata-applied',
    objectType: 'identity-provider',
    objectId: providerId,
    objectName: provider.name,
    after: {
      metadata: id,
      source: origin,
      changed: plan.fields.map(({ field }) => field),
      certificatesAdded: plan.certificates.added.map(({ fingerprint }) => fingerprint),
      certificatesRemoved: plan.certificates.removed.map(({ facts, until }) =>
        until === null ? facts.fingerprint : `${facts.fingerprint}, in force until ${until.toISOString()}`,
      ),
    },
  });
  return requireSamlProvider(trx, providerId);
}

/**
 * Puts metadata into force that waits, or goes back to an earlier one. Going back removes the certificates of the one that
 * is left at once: it may be the reason.
 *
 * @throws NotFound, Conflict
 */
export async function applyKept(
  platform: ProviderPlatform,
  trx: Database,
  providerId: string,
  metadataId: string,
  options: { readonly keepsCertificates: boolean },
  actor: AuditActor,
): Promise<SamlProvider> {
  await lockMetadata(trx, providerId);
  const kept = await requireKept(trx, providerId, metadataId);
  if (kept.state === 'applied') throw new Conflict('This metadata is in force already.');
  const isWaiting = kept.state === 'waiting';
  const application = {
    origin: isWaiting ? kept.origin : ('rollback' as const),
    xml: kept.xml,
    content: kept.content,
    keepsCertificates: isWaiting && options.keepsCertificates,
    mayChangeSigning: true,
    ...(isWaiting && { waiting: kept }),
  };
  return applyMetadata(platform, trx, providerId, application, actor);
}

/**
 * Decides against metadata that waits. The same is not offered again.
 * @throws NotFound, Conflict
 */
export async function dismissMetadata(
  trx: Database,
  providerId: string,
  metadataId: string,
  actor: AuditActor,
): Promise<void> {
  await lockMetadata(trx, providerId);
  const kept = await requireKept(trx, providerId, metadataId);
  if (kept.state !== 'waiting') throw new Conflict('This metadata does not wait for a decision any more.');
  await markDismissed(trx, metadataId);
  const provider = await requireSamlProvider(trx, providerId);
  await recordAudit(trx, {
    actor,
    action: 'identity-provider.metadata-dismissed',
    objectType: 'identity-provider',
    objectId: providerId,
    objectName: provider.name,
    after: { metadata: metadataId },
  });
}

async function requireKept(trx: Database, providerId: string, metadataId: string): Promise<KeptMetadata> {
  await requireSamlProvider(trx, providerId);
  const kept = await metadataById(trx, providerId, metadataId);
  if (!kept) throw new NotFound('There is no such metadata of this provider.');
  return kept;
}
