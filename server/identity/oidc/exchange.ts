import { authorizationCodeGrant, fetchUserInfo, type IDToken } from 'openid-client';
import type { Platform } from '../../platform/platform.ts';
import { oidcAddresses } from '../providers/addresses.ts';
import type { OidcProvider } from '../providers/store.ts';
import type { Assertion } from '../sign-in/assertion.ts';
import { noted, type SignInNotes } from '../sign-in/notes.ts';
import { SignInRefused } from '../sign-in/refusal.ts';
import type { OidcJourney } from './authorization.ts';
import { type Claims, claimNamed } from './claims.ts';
import { clientFor, type DiscoveredProvider, fetchForLibrary, oidcProviders } from './client.ts';
import { verifyIdToken } from './id-token.ts';
import { describeMessage } from './message.ts';
import { readPerson } from './person.ts';
import { type Recording, recordingFetch } from './recording.ts';
import { exchangeRefusal, oauthErrorRefusal } from './refusals.ts';
import { codeOfResponse } from './response.ts';

/** A journey that came back. */
export interface ReturnedJourney extends OidcJourney {
  /** when the browser left for the provider */
  readonly leftAt: Date;
}

/** What was said of a person, and by whom. */
export interface IssuedPerson {
  readonly issuer: string;
  readonly assertion: Assertion;
}

/**
 * Verifies an authorization response, exchanges its code, and reads the person from ID token and userinfo. Each check is
 * noted, and what the provider sent, whether it holds or not.
 *
 * @param query of the callback; its state was found to be that of the journey
 * @throws SignInRefused
 */
export async function verifyOidcCallback(
  platform: Platform,
  provider: OidcProvider,
  journey: ReturnedJourney,
  query: URLSearchParams,
  notes: SignInNotes,
): Promise<IssuedPerson> {
  const providers = oidcProviders(platform);
  notes.message = describeMessage({ response: query, idToken: null, userinfo: null });
  const discovered = await noted(
    notes,
    'discovery',
    () => providers.discovered(provider),
    ({ metadata }) => `The discovery document is that of ${metadata.issuer}`,
  );
  const { metadata } = discovered;
  const code = await noted(
    notes,
    'response',
    () =>
      codeOfResponse(query, {
        issuer: metadata.issuer,
        namesIssuer: metadata.authorization_response_iss_parameter_supported === true,
      }),
    () =>
      `The response belongs to the sign-in that was begun${query.has('iss') ? ', and names its issuer' : ''}`,
  );
  const { fetch, recording } = recordingFetch(
    fetchForLibrary(providers.fetch),
    { tokenEndpoint: metadata.token_endpoint, userinfoEndpoint: metadata.userinfo_endpoint },
    true,
  );
  const { redirectUri } = oidcAddresses(journey.site, provider.id);
  const exchange: Exchange = { platform, provider, discovered, notes, fetch, recording, redirectUri };
  let userinfo: Claims | null = null;
  try {
    const { claims, accessToken, logoutHint } = await takeTokens(exchange, journey, code, query.get('iss'));
    userinfo = await takeUserinfo(exchange, claims, accessToken);
    const merged = mergeClaims(claims, userinfo);
    const person = await noted(
      notes,
      'person',
      () => readPerson(provider, merged),
      ({ subject, email }) => `${email}, known to the provider as ${subject}`,
    );
    const { sid } = claims;
    const assertion = {
      ...person,
      providerSession: typeof sid === 'string' && sid !== '' ? sid.slice(0, 500) : null,
      logoutHint,
      methods: methodsOf(claims),
    };
    return { issuer: claims.iss, assertion };
  } catch (error) {
    // Its addresses may have changed, too.
    if (error instanceof SignInRefused && error.reason?.key === 'signature-key')
      providers.forget(provider.id);
    throw error;
  } finally {
    const idToken = recording.tokenResponse?.['id_token'];
    const whole = { response: query, idToken: typeof idToken === 'string' ? idToken : null, userinfo };
    notes.message = describeMessage(whole);
  }
}

/** How the person signed in there, by the ID token alone (OpenID Connect Core, section 2: `amr`, `acr`). */
function methodsOf({ amr, acr }: Claims): string[] {
  return [amr, acr]
    .flat()
    .filter((value): value is string => typeof value === 'string' && value !== '')
    .slice(0, 20)
    .map((value) => value.slice(0, 200));
}

interface Exchange {
  readonly platform: Platform;
  readonly provider: OidcProvider;
  readonly discovered: DiscoveredProvider;
  readonly notes: SignInNotes;
  readonly fetch: ReturnType<typeof fetchForLibrary>;
  readonly recording: Recording;
  /** where the journey is made */
  readonly redirectUri: string;
}

interface Tokens {
  readonly claims: IDToken;
  readonly accessToken: string;
  readonly logoutHint: string | null;
}

/** Exchanges the code. The library checks issuer, audience, nonce and expiry of the ID token on the way. */
async function takeTokens(
  { platform, provider, discovered, notes, fetch, recording, redirectUri }: Exchange,
  { state, nonce, verifier, leftAt }: ReturnedJourney,
  code: string,
  issuer: string | null,
): Promise<Tokens> {
  const { metadata, keys } = discovered;
  const client = clientFor(platform, provider, metadata, fetch);
  const callback = new URL(redirectUri);
  callback.search = new URLSearchParams({ code, state, ...(issuer !== null && { iss: issuer }) }).toString();

  let tokens: Awaited<ReturnType<typeof authorizationCodeGrant>> | null = null;
  let refusal: SignInRefused | null = null;
  try {
    tokens = await authorizationCodeGrant(client, callback, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
  } catch (error) {
    const stage = recording.tokenResponse?.['access_token'] === undefined ? 'code-exchange' : 'id-token';
    refusal = errorInBody(recording, redirectUri) ?? exchangeRefusal(error, stage, redirectUri);
  }
  const gotTokens = recording.tokenResponse?.['access_token'] !== undefined;
  await noted(
    notes,
    'code-exchange',
    () => {
      if (refusal && !gotTokens) throw refusal;
    },
    () => 'The provider took the code, our client credentials and the PKCE verifier',
  );
  return noted(
    notes,
    'id-token',
    async () => {
      if (recording.tokenResponse && recording.tokenResponse['id_token'] === undefined) throw noIdToken();
      if (refusal) throw refusal;
      const claims = tokens?.claims();
      const { id_token: idToken, access_token: accessToken } = tokens ?? {};
      if (!claims || !idToken || accessToken === undefined) throw noIdToken();
      await verifyIdToken(provider, keys, { idToken, claims, accessToken, leftAt });
      const hasLogout = typeof metadata.end_session_endpoint === 'string';
      return { claims, accessToken, logoutHint: hasLogout ? JSON.stringify({ idToken }) : null };
    },
    ({ claims }) => `Signed by the provider, for us and for this sign-in; issuer ${claims.iss}`,
  );
}

/** GitHub and others answer a refused code with HTTP status 200. */
export function errorInBody({ tokenResponse }: Recording, redirectUri: string): SignInRefused | null {
  const { error, error_description: description, access_token } = tokenResponse ?? {};
  if (typeof error !== 'string' || access_token !== undefined) return null;
  return oauthErrorRefusal(error, typeof description === 'string' ? description : undefined, redirectUri);
}

function noIdToken(): SignInRefused {
  const detail = 'The provider sent no ID token. The scope openid must be asked for, and allowed there.';
  return new SignInRefused('response_invalid', detail, { reason: { key: 'id-token-missing' } });
}

/** Asks userinfo, if the settings and what the ID token leaves open say so. */
async function takeUserinfo(
  { platform, provider, discovered, notes, fetch, recording, redirectUri }: Exchange,
  claims: IDToken,
  accessToken: string,
): Promise<Claims | null> {
  const { metadata, keys } = discovered;
  const mode = provider.settings.userinfo ?? 'when-needed';
  const skip = (detail: string) => {
    notes.steps.push({ name: 'userinfo', outcome: 'skipped', detail });
    return null;
  };
  if (mode === 'never') return skip('Switched off in the settings');
  if (mode === 'when-needed' && isComplete(provider, claims)) return skip('The ID token says it all');
  if (metadata.userinfo_endpoint === undefined) return skip('The provider has no userinfo address');
  const client = clientFor(platform, provider, metadata, fetch);
  return noted(
    notes,
    'userinfo',
    async () => {
      try {
        // The library refuses another `sub` than that of the ID token (OpenID Connect Core, section 5.3.2).
        const userinfo = await fetchUserInfo(client, accessToken, claims.sub);
        if (recording.signedUserinfo !== null) await keys.verify(recording.signedUserinfo.trim(), 'provider');
        return { ...userinfo };
      } catch (error) {
        throw exchangeRefusal(error, 'userinfo', redirectUri);
      }
    },
    (userinfo) => `Says: ${Object.keys(userinfo).join(', ').slice(0, 300)}`,
  );
}

/** Nothing that is asked for is missing. Groups are asked for where something depends on them. */
function isComplete({ settings, admits }: OidcProvider, claims: Claims): boolean {
  const { emailAttribute = 'email', nameAttribute = 'name', groupsAttribute } = settings;
  const needed = [emailAttribute, nameAttribute];
  if (groupsAttribute !== undefined || admits === 'groups') needed.push(groupsAttribute ?? 'groups');
  return needed.every((name) => claimNamed(claims, name) !== undefined || isLeftOut(claims, name));
}

/** Left out on purpose: userinfo has it no more than the ID token. */
function isLeftOut(claims: Claims, name: string): boolean {
  const elsewhere = claims['_claim_names'];
  return typeof elsewhere === 'object' && elsewhere !== null && Object.hasOwn(elsewhere, name);
}

/**
 * The claims of the ID token, completed from userinfo. An address and whether it is verified belong together: never one from
 * here and the other from there, unless both speak of the same address.
 */
function mergeClaims(claims: IDToken, userinfo: Claims | null): Claims {
  if (!userinfo) return claims;
  const { email, email_verified: verified, ...rest } = userinfo;
  if (claims['email'] === undefined) {
    const { email_verified: _, ...own } = claims;
    return { ...rest, ...own, ...present({ email, email_verified: verified }) };
  }
  const isSame =
    isText(email) && isText(claims['email']) && email.toLowerCase() === claims['email'].toLowerCase();
  const merged = { ...rest, ...claims };
  return isSame && claims['email_verified'] === undefined
    ? { ...merged, ...present({ email_verified: verified }) }
    : merged;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function present(values: Claims): Claims {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
