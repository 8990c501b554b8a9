import { buildAuthorizationUrl, calculatePKCECodeChallenge, type ServerMetadata } from 'openid-client';
import type { Platform } from '../../platform/platform.ts';
import { oidcAddresses } from '../providers/addresses.ts';
import type { OAuth2Provider, OidcProvider } from '../providers/store.ts';
import { isReservedParameter } from '../providers/validate-oidc.ts';
import { SignInRefused } from '../sign-in/refusal.ts';
import { clientFor, fetchForLibrary, oidcProviders } from './client.ts';

const defaultScopes = 'openid email profile';

/** One journey, and its secrets. */
export interface OidcJourney {
  /** where it is made: config.url, or that of a portal's host */
  readonly site: URL;
  readonly state: string;
  /** not used with plain OAuth 2.0, which has no ID token to put it into */
  readonly nonce: string;
  /** PKCE code verifier (RFC 7636) */
  readonly verifier: string;
}

/**
 * The address at the provider that a browser is sent to: authorization code, PKCE with S256, state and nonce. What
 * administrators add to it, in the settings or in the provider's address, never takes the place of what the protocol needs.
 *
 * @param loginHint e-mail address that the person has typed already
 * @throws SignInRefused provider_unreachable or provider_error
 */
export async function authorizationUrl(
  platform: Platform,
  provider: OidcProvider | OAuth2Provider,
  { site, state, nonce, verifier }: OidcJourney,
  loginHint: string | null,
): Promise<string> {
  const providers = oidcProviders(platform);
  const metadata =
    provider.protocol === 'oidc' ? (await providers.discovered(provider)).metadata : oauth2Metadata(provider);
  const { authorization_endpoint: endpoint } = metadata;
  if (!isWebAddress(endpoint, platform.config.allowsPrivateProviders)) {
    throw new SignInRefused('provider_error', 'The discovery document names no authorization endpoint', {
      reason: { key: 'discovery', expected: 'authorization_endpoint' },
    });
  }
  const client = clientFor(platform, provider, metadata, fetchForLibrary(providers.fetch));
  const { settings } = provider;
  const scope = settings.scopes ?? (provider.protocol === 'oidc' ? defaultScopes : null);
  const ours: Record<string, string> = {
    response_type: 'code',
    client_id: settings.clientId,
    redirect_uri: oidcAddresses(site, provider.id).redirectUri,
    state,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(scope !== null && { scope }),
    ...(provider.protocol === 'oidc' && { nonce }),
    ...(provider.protocol === 'oidc' && promptOf(provider)),
    ...(loginHint !== null && { login_hint: loginHint }),
  };
  const address = buildAuthorizationUrl(client, ours);
  for (const name of new Set(address.searchParams.keys())) {
    if (isReservedParameter(name)) address.searchParams.delete(name);
  }
  for (const [name, value] of Object.entries(settings.extraParameters ?? {})) {
    if (!isReservedParameter(name)) address.searchParams.set(name, value);
  }
  for (const [name, value] of Object.entries(ours)) address.searchParams.set(name, value);
  return address.href;
}

/** What the provider is told to ask. Several values are one parameter (OpenID Connect Core, section 3.1.2.1). */
function promptOf({ settings: { prompt, forcesSignIn } }: OidcProvider): Record<string, string> {
  const prompts = new Set([...(forcesSignIn ? ['login'] : []), ...(prompt ? [prompt] : [])]);
  return {
    ...(prompts.size > 0 && { prompt: [...prompts].join(' ') }),
    ...(forcesSignIn && { max_age: '0' }),
  };
}

function isWebAddress(address: unknown, allowsHttp: boolean): boolean {
  if (typeof address !== 'string' || !URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && allowsHttp);
}

/** What a discovery document would say of a plain OAuth 2.0 provider. */
export function oauth2Metadata({ settings }: OAuth2Provider): ServerMetadata {
  return {
    // It has no name of its own; the library wants one.
    issuer: settings.tokenUrl,
    authorization_endpoint: settings.authorizationUrl,
    token_endpoint: settings.tokenUrl,
    userinfo_endpoint: settings.userinfoUrl,
  };
}
