import { type ClientAuth, ClientSecretBasic, ClientSecretPost, None } from 'openid-client';
import type { Platform } from '../../platform/platform.ts';
import { type OAuth2Provider, type OidcProvider, secretContext } from '../providers/store.ts';
import { SignInRefused } from '../sign-in/refusal.ts';

/**
 * How we show a provider's token endpoint who we are (OpenID Connect Core, section 9), as its settings say. Without a secret
 * we are a public client, whom PKCE alone protects.
 *
 * @throws SignInRefused provider_error when the settings ask for a secret and there is none
 */
export function clientAuthentication(
  { sealer }: Platform,
  provider: OidcProvider | OAuth2Provider,
): ClientAuth {
  const secret = provider.sealedSecret && sealer.open(provider.sealedSecret, secretContext(provider.id));
  const method = provider.settings.authentication ?? 'auto';
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
