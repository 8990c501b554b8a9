import { createPrivateKey, X509Certificate } from 'node:crypto';
import {
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type CryptoKey,
  modifyAssertion,
  None,
  PrivateKeyJwt,
} from 'openid-client';
import type { Platform } from '../../platform/platform.ts';
import { type OwnKey, signingKeyOf } from '../provider-keys/keys.ts';
import { type OAuth2Provider, type OidcProvider, secretContext } from '../providers/store.ts';
import { SignInRefused } from '../sign-in/refusal.ts';

/**
 * How we show a provider's token endpoint who we are (OpenID Connect Core, section 9), as its settings say. Without a secret
 * we are a public client, whom PKCE alone protects.
 *
 * @throws SignInRefused provider_error when the settings ask for a secret and there is none
 */
export function clientAuthentication(
  platform: Platform,
  provider: OidcProvider | OAuth2Provider,
): ClientAuth {
  const { sealer } = platform;
  const method = provider.settings.authentication ?? 'auto';
  if (method === 'private_key_jwt') return withOwnKey(platform, provider.id);
  const secret = provider.sealedSecret && sealer.open(provider.sealedSecret, secretContext(provider.id));
  if (method === 'auto') return secret ? asSupported(secret) : None();
  if (!secret) {
    throw new SignInRefused('provider_error', 'The settings have no client secret', {
      reason: { key: 'client-secret', expected: method },
    });
  }
  return method === 'basic' ? ClientSecretBasic(secret) : ClientSecretPost(secret);
}

/** Shows the client secret in the way that the provider supports; HTTP Basic unless it says otherwise (RFC 8414). */
function asSupported(secret: string): ClientAuth {
  const basic = ClientSecretBasic(secret);
  const post = ClientSecretPost(secret);
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const authenticate = methods.includes('client_secret_basic') ? basic : post;
    return authenticate(server, client, body, headers);
  };
}

/** Signs an assertion with our key at this provider (RFC 7523); with the one that is active at that moment. */
function withOwnKey(platform: Platform, providerId: string): ClientAuth {
  return async (server, client, body, headers) => {
    const key = await signingKeyOf(platform, platform.db, providerId);
    const authenticate = PrivateKeyJwt(
      { key: await importKey(key), kid: key.keyId },
      {
        [modifyAssertion]: (header, payload) => {
          // Microsoft finds the key by its certificate.
          header['x5t#S256'] = thumbprintOf(key);
          if (wantsTokenEndpoint(server.token_endpoint)) payload['aud'] = server.token_endpoint;
        },
      },
    );
    await authenticate(server, client, body, headers);
  };
}

/**
 * Whether a provider wants its token endpoint as the audience of an assertion. Its issuer is the better one: an assertion
 * that is meant for one provider can then be of no use at another. But these take nothing else; and since each provider
 * knows a key of its own, there is nothing to win with it elsewhere.
 */
function wantsTokenEndpoint(tokenEndpoint: string | undefined): boolean {
  const { hostname } = new URL(tokenEndpoint ?? 'https://unknown.invalid');
  return /^login\.(microsoftonline\.(com|us)|partner\.microsoftonline\.cn)$|\.okta(preview|-emea)?\.com$/.test(
    hostname,
  );
}

function importKey({ privateKeyPem }: OwnKey): Promise<CryptoKey> {
  const der = createPrivateKey(privateKeyPem).export({ type: 'pkcs8', format: 'der' });
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  return crypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']);
}

/** SHA-256 of the certificate (RFC 7515, section 4.1.8). */
function thumbprintOf({ certificatePem }: OwnKey): string {
  const { fingerprint256 } = new X509Certificate(certificatePem);
  return Buffer.from(fingerprint256.replaceAll(':', ''), 'hex').toString('base64url');
}
