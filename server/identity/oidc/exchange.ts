import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  fetchUserInfo,
} from 'openid-client';
import { type OidcAddresses, oidcAddresses } from '../providers/addresses.ts';
import type { OidcProvider } from '../providers/store.ts';
import type { Assertion } from '../sign-in/assertion.ts';
import { SignInRefused } from '../sign-in/refusal.ts';
import type { OidcClients } from './client.ts';
import { readPerson } from './person.ts';
import { exchangeRefusal, isUnknownKey } from './refusals.ts';

const defaultScopes = 'openid email profile';

/** The secrets of one journey. */
export interface OidcJourney {
  readonly state: string;
  readonly nonce: string;
  /** PKCE code verifier (RFC 7636) */
  readonly verifier: string;
}

/**
 * The address at the provider that a browser is sent to: authorization code, PKCE with S256, state and nonce.
 * @throws SignInRefused provider_unreachable or provider_error
 */
export async function authorizationUrl(
  clients: OidcClients,
  url: URL,
  provider: OidcProvider,
  { state, nonce, verifier }: OidcJourney,
): Promise<string> {
  const client = await clients.clientOf(provider);
  if (!client.serverMetadata().authorization_endpoint) {
    throw new SignInRefused('provider_error', 'The discovery document names no authorization endpoint');
  }
  const address = buildAuthorizationUrl(client, {
    response_type: 'code',
    scope: provider.settings.scopes ?? defaultScopes,
    redirect_uri: oidcAddresses(url, provider.id).redirectUri,
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  return address.href;
}

/**
 * Verifies an authorization response and exchanges its code. The library checks `state` and `iss` of the response
 * (RFC 9207), then of the ID token signature, issuer, audience, nonce and times.
 *
 * @param query the query string of the callback, as it came
 * @throws SignInRefused
 */
export async function verifyCallback(
  clients: OidcClients,
  url: URL,
  provider: OidcProvider,
  { state, nonce, verifier }: OidcJourney,
  query: string,
): Promise<{ issuer: string; assertion: Assertion }> {
  const client = await clients.clientOf(provider);
  const { redirectUri }: OidcAddresses = oidcAddresses(url, provider.id);
  try {
    const tokens = await authorizationCodeGrant(client, new URL(`${redirectUri}?${query}`), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new SignInRefused('response_invalid', 'The provider sent no ID token');
    const person = await completed(client, claims, tokens.access_token);
    return { issuer: claims.iss, assertion: readPerson(person) };
  } catch (error) {
    if (isUnknownKey(error)) clients.forget(provider.id);
    throw exchangeRefusal(error);
  }
}

/** The claims of the ID token, completed from userinfo when they leave e-mail address or name open. */
async function completed(
  client: Configuration,
  claims: Readonly<Record<string, unknown>> & { readonly sub: string },
  accessToken: string,
): Promise<Record<string, unknown>> {
  const isComplete = claims['email'] !== undefined && claims['name'] !== undefined;
  if (isComplete || !client.serverMetadata().userinfo_endpoint) return { ...claims };
  // The library refuses another `sub` than that of the ID token (OpenID Connect Core, section 5.3.2).
  const userinfo = await fetchUserInfo(client, accessToken, claims.sub);
  const { name, given_name, family_name, groups, email, email_verified } = userinfo;
  const person = { name, given_name, family_name, groups, ...claims };
  // An address and whether it is verified belong together: never one from here and the other from there.
  return claims['email'] === undefined ? { ...person, email, email_verified } : person;
}
