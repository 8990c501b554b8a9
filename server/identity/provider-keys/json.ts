import { X509Certificate } from 'node:crypto';
import { type Static, Type } from '@fastify/type-provider-typebox';
import type { ProviderKey } from './store.ts';

const keySchema = Type.Object({
  keyId: Type.String(),
  state: Type.Enum(['active', 'next', 'previous'], {
    description:
      'active: signs; next: published, signs once it is activated; previous: signs no longer, still decrypts',
  }),
  certificate: Type.String({ description: 'PEM, self-signed; to be given to the provider' }),
  fingerprint: Type.String({ description: 'SHA-256 of the certificate' }),
  bits: Type.Integer(),
  validUntil: Type.String(),
  createdAt: Type.String(),
});

/** Our keys at a provider as the API shows them: never the private part. */
export const keysSchema = Type.Object(
  { keys: Type.Array(keySchema, { description: 'Active, next, then previous' }) },
  { title: 'IdentityProviderKeys' },
);

/** The keys as the API shows them. */
export function keysJson(keys: readonly ProviderKey[]): Static<typeof keysSchema> {
  return {
    keys: keys.map(({ keyId, state, certificatePem, createdAt }) => {
      const certificate = new X509Certificate(certificatePem);
      return {
        keyId,
        state,
        certificate: certificatePem,
        fingerprint: certificate.fingerprint256,
        bits: certificate.publicKey.asymmetricKeyDetails?.modulusLength ?? 0,
        validUntil: certificate.validToDate.toISOString(),
        createdAt: createdAt.toISOString(),
      };
    }),
  };
}
