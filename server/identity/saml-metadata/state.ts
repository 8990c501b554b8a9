import type { Static } from '@fastify/type-provider-typebox';
import type { Database } from '../../platform/database/database.ts';
import type { SamlProvider } from '../providers/store.ts';
import { planFor } from './apply-metadata.ts';
import { certificateFacts } from './certificate-facts.ts';
import { certificateJson, changesJson, keptJson, type metadataStateSchema, refreshJson } from './json.ts';
import { refreshState } from './refresh-store.ts';
import { metadataHistory } from './store.ts';

/** Shows how the metadata of a provider stands, with what would change if what waits were applied. */
export async function stateJson(
  db: Database,
  provider: SamlProvider,
): Promise<Static<typeof metadataStateSchema>> {
  const { settings } = provider;
  const history = await metadataHistory(db, provider.id);
  const refresh = await refreshState(db, provider.id);
  const waiting = history.find(({ state }) => state === 'waiting');
  const retiring = new Map(refresh?.retiring.map(({ certificate, until }) => [certificate, until]));
  const plan =
    waiting &&
    (await planFor(db, provider, {
      content: waiting.content,
      keepsCertificates: true,
      mayChangeSigning: true,
    }));
  return {
    ...refreshJson(settings.metadataUrl ?? null, refresh),
    isReviewed: settings.reviewsMetadata ?? false,
    certificates: settings.certificates.map((pem) => ({
      ...certificateJson(certificateFacts(pem)),
      until: retiring.get(pem) ?? null,
    })),
    waiting: waiting && plan ? { ...keptJson(waiting), changes: changesJson(plan) } : null,
    history: history.map(keptJson),
  };
}
