import { X509Certificate } from 'node:crypto';
import { Type } from '@fastify/type-provider-typebox';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { NotFound } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { type PublishedKey, publishedKeysOf } from '../provider-keys/keys.ts';
import { providerById } from '../providers/store.ts';

const keySetSchema = Type.Object({
  keys: Type.Array(
    Type.Object({
      kty: Type.String(),
      n: Type.String(),
      e: Type.String(),
      kid: Type.String(),
      use: Type.String(),
      alg: Type.String(),
      'x5t#S256': Type.String(),
    }),
  ),
});

/**
 * Our public keys at providers to whom we show ourselves with private_key_jwt, as a JSON Web Key Set (RFC 7517): the one
 * that signs and, once a rotation has begun, the next one. For everybody: providers fetch it without credentials.
 */
export function addKeySetRoute(app: App, platform: Platform): void {
  const { db } = platform;
  app.get(
    '/sso/oidc/:id/jwks',
    {
      schema: {
        operationId: 'getOidcKeySet',
        tags: ['sign-in'],
        summary: 'Our public keys at an OpenID or OAuth 2.0 provider (JSON Web Key Set)',
        params: Type.Object({ id: Type.String() }),
        response: { 200: keySetSchema, ...errorResponses(404) },
      },
    },
    async (request, reply) => {
      const provider = await providerById(db, request.params.id);
      if (!provider || provider.protocol === 'saml') {
        throw new NotFound('There is no OpenID or OAuth 2.0 provider at this address.');
      }
      // Others know a secret of ours, and have no use for a key.
      const isUsed = provider.settings.authentication === 'private_key_jwt';
      const keys = isUsed ? await publishedKeysOf(platform, db, provider.id) : [];
      reply.header('cache-control', 'public, max-age=300');
      return { keys: keys.map(keyJson) };
    },
  );
}

function keyJson({ keyId, certificatePem }: PublishedKey) {
  const { publicKey, fingerprint256 } = new X509Certificate(certificatePem);
  const { kty = '', n = '', e = '' } = publicKey.export({ format: 'jwk' });
  const thumbprint = Buffer.from(fingerprint256.replaceAll(':', ''), 'hex').toString('base64url');
  return { kty, n, e, kid: keyId, use: 'sig', alg: 'RS256', 'x5t#S256': thumbprint };
}
