import { authorizationCodeGrant, fetchProtectedResource } from 'openid-client';
import type { Platform } from '../../platform/platform.ts';
import { oidcAddresses } from '../providers/addresses.ts';
import type { OAuth2Provider } from '../providers/store.ts';
import { noted, type SignInNotes } from '../sign-in/notes.ts';
import { SignInRefused } from '../sign-in/refusal.ts';
import { oauth2Metadata } from './authorization.ts';
import type { Claims } from './claims.ts';
import { clientFor, fetchForLibrary, oidcProviders } from './client.ts';
import { errorInBody, type IssuedPerson, type ReturnedJourney } from './exchange.ts';
import { describeMessage } from './message.ts';
import { readPerson } from './person.ts';
import { recordingFetch } from './recording.ts';
import { exchangeRefusal } from './refusals.ts';
import { codeOfResponse } from './response.ts';

/**
 * Verifies the authorization response of a plain OAuth 2.0 provider, exchanges its code, and asks at the userinfo address
 * who signed in. There is no ID token: what is known of the person comes over our own connection to that address.
 *
 * @param query of the callback; its state was found to be that of the journey
 * @throws SignInRefused
 */
export async function verifyOAuth2Callback(
  platform: Platform,
  provider: OAuth2Provider,
  { site, state, verifier }: ReturnedJourney,
  query: URLSearchParams,
  notes: SignInNotes,
): Promise<IssuedPerson> {
  const { redirectUri } = oidcAddresses(site, provider.id);
  const metadata = oauth2Metadata(provider);
  notes.message = describeMessage({ response: query, idToken: null, userinfo: null });
  const code = await noted(
    notes,
    'response',
    // An `iss` says nothing here: no issuer was configured to compare it with. Against mix-up each provider has an address of its own.
    () => codeOfResponse(query, { issuer: null, namesIssuer: false }),
    () => 'The response belongs to the sign-in that was begun',
  );
  const { fetch, recording } = recordingFetch(
    fetchForLibrary(oidcProviders(platform).fetch),
    { tokenEndpoint: metadata.token_endpoint, userinfoEndpoint: undefined },
    false,
  );
  const client = clientFor(platform, provider, metadata, fetch);
  const callback = new URL(redirectUri);
  callback.search = new URLSearchParams({ code, state }).toString();
  const { access_token: accessToken } = await noted(
    notes,
    'code-exchange',
    async () => {
      try {
        return await authorizationCodeGrant(client, callback, {
          expectedState: state,
          pkceCodeVerifier: verifier,
        });
      } catch (error) {
        throw errorInBody(recording, redirectUri) ?? exchangeRefusal(error, 'code-exchange', redirectUri);
      }
    },
    () => 'The provider took the code, our client credentials and the PKCE verifier',
  );
  const userinfo = await noted(
    notes,
    'userinfo',
    async () => {
      try {
        return await readUserinfo(client, accessToken, provider.settings.userinfoUrl);
      } catch (error) {
        throw exchangeRefusal(error, 'userinfo', redirectUri);
      }
    },
    (found) => `Says: ${Object.keys(found).join(', ').slice(0, 300)}`,
  );
  notes.message = describeMessage({ response: query, idToken: null, userinfo });
  const assertion = await noted(
    notes,
    'person',
    () => readPerson(provider, userinfo),
    ({ subject, email }) => `${email}, known to the provider as ${subject}`,
  );
  return { issuer: provider.issuer, assertion };
}

async function readUserinfo(
  client: ReturnType<typeof clientFor>,
  accessToken: string,
  address: string,
): Promise<Claims> {
  const headers = new Headers({ accept: 'application/json' });
  const response = await fetchProtectedResource(client, accessToken, new URL(address), 'GET', null, headers);
  const text = await response.text();
  const refuse = (found: string) =>
    new SignInRefused('provider_error', `The userinfo address ${found}`, {
      reason: { key: 'userinfo', found, expected: 'HTTP status 200 with a JSON object' },
    });
  if (response.status !== 200) throw refuse(`answered with HTTP status ${response.status}`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse('did not answer with JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refuse('answered with JSON that is no object');
  }
  return value as Claims;
}
