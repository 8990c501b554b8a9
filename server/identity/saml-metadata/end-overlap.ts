import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict, NotFound } from '../../platform/http/errors.ts';
import { inputOfProvider } from '../providers/json.ts';
import { changeProvider, type ProviderPlatform } from '../providers/providers.ts';
import type { SamlProvider } from '../providers/store.ts';
import { requireSamlProvider } from './apply-metadata.ts';
import { certificateFacts } from './certificate-facts.ts';
import { refreshState, setRetiring } from './refresh-store.ts';
import { lockMetadata } from './store.ts';

/**
 * Takes a certificate out of force at once that would stay beside the new ones for a while: its key may be in wrong hands.
 *
 * @param fingerprint SHA-256, as metadata state shows it
 * @throws NotFound when no such certificate is about to end, Conflict when no other one is in force
 */
export async function endOverlapNow(
  platform: ProviderPlatform,
  trx: Database,
  providerId: string,
  fingerprint: string,
  actor: AuditActor,
): Promise<SamlProvider> {
  await lockMetadata(trx, providerId);
  const provider = await requireSamlProvider(trx, providerId);
  const retiring = (await refreshState(trx, providerId))?.retiring ?? [];
  const ended = retiring.find(({ certificate }) => certificateFacts(certificate).fingerprint === fingerprint);
  if (!ended) {
    throw new NotFound(
      'No such certificate is about to end. Load the page again: it may have ended already.',
    );
  }
  const certificates = provider.settings.certificates.filter((pem) => pem !== ended.certificate);
  if (certificates.length === 0) {
    throw new Conflict(
      'It is the only certificate in force, so nobody could sign in. Add the next one first, or disable the provider.',
    );
  }
  const input = inputOfProvider(provider);
  if (input.saml && certificates.length < provider.settings.certificates.length) {
    const whole = { ...input, saml: { ...input.saml, certificates } };
    await changeProvider(platform, trx, providerId, provider.version, whole, actor);
  }
  await setRetiring(
    trx,
    providerId,
    retiring.filter((one) => one !== ended),
  );
  await recordAudit(trx, {
    actor,
    action: 'identity-provider.certificate-ended',
    objectType: 'identity-provider',
    objectId: providerId,
    objectName: provider.name,
    before: { certificate: fingerprint, inForceUntil: ended.until },
    after: { inForceUntil: null },
  });
  return requireSamlProvider(trx, providerId);
}
