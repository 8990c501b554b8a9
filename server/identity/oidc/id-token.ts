import { createHash, timingSafeEqual } from 'node:crypto';
import type { IDToken } from 'openid-client';
import type { OidcProvider } from '../providers/store.ts';
import { SignInRefused } from '../sign-in/refusal.ts';
import { shown } from './claims.ts';
import type { ProviderKeys } from './keys.ts';

/** What an ID token is checked against, besides what the library has checked: issuer, audience, nonce, expiry. */
export interface IdTokenChecks {
  readonly idToken: string;
  readonly claims: IDToken;
  readonly accessToken: string;
  /** when the browser left for the provider */
  readonly leftAt: Date;
}

/**
 * Verifies what the library leaves open of an ID token that it has read: signature, kind of token, authorized party, that it
 * was issued for this very journey and no earlier, that it belongs to the access token, and that the person signed in anew
 * where the provider's settings ask for that (OpenID Connect Core, sections 3.1.3.6 to 3.1.3.8).
 *
 * @throws SignInRefused response_invalid, response_expired, algorithm_weak, provider_error or provider_unreachable
 */
export async function verifyIdToken(
  provider: OidcProvider,
  keys: ProviderKeys,
  { idToken, claims, accessToken, leftAt }: IdTokenChecks,
): Promise<void> {
  const { header } = await keys.verify(idToken, 'provider');
  requireKind(header.typ);
  requireAuthorizedParty(provider, claims);
  requireIssuedNow(provider, claims, leftAt);
  requireAccessToken(claims['at_hash'], accessToken, header.alg);
  if (provider.settings.forcesSignIn) requireFreshSignIn(provider, claims, leftAt);
}

/** Other tokens have a type of their own, so that they are not taken for an ID token (RFC 8725, section 3.11). */
function requireKind(type: unknown): void {
  if (type === undefined || (typeof type === 'string' && /^(application\/)?jwt$/i.test(type))) return;
  throw new SignInRefused('response_invalid', `The token is no ID token; its type is ${shown(type)}`, {
    reason: { key: 'shape', found: shown(type), expected: 'JWT' },
  });
}

function requireAuthorizedParty(provider: OidcProvider, { azp }: IDToken): void {
  const { clientId } = provider.settings;
  if (azp === undefined || azp === clientId) return;
  throw new SignInRefused(
    'response_invalid',
    `The ID token was issued to ${shown(azp)}, not to ${clientId} (azp)`,
    {
      reason: { key: 'audience', found: shown(azp), expected: clientId },
    },
  );
}

function requireIssuedNow(provider: OidcProvider, { iat }: IDToken, leftAt: Date): void {
  const skew = provider.clockSkewSeconds;
  const now = Math.floor(Date.now() / 1000);
  if (iat > now + skew) {
    throw new SignInRefused(
      'response_invalid',
      `The ID token was issued ${iat - now} seconds in the future (iat)`,
      {
        reason: { key: 'clock', found: `${iat - now} seconds ahead`, expected: `at most ${skew} seconds` },
      },
    );
  }
  const early = Math.floor(leftAt.getTime() / 1000) - iat;
  if (early > skew) {
    throw new SignInRefused(
      'response_expired',
      `The ID token was issued ${early} seconds before the browser left for the provider (iat)`,
      { reason: { key: 'clock', found: `${early} seconds behind`, expected: `at most ${skew} seconds` } },
    );
  }
}

/** The hash of the access token, where the provider gives it: then userinfo is that of this person and sign-in. */
function requireAccessToken(hash: unknown, accessToken: string, algorithm: string | undefined): void {
  if (hash === undefined) return;
  const bits = /(256|384|512)$/.exec(algorithm ?? '')?.[1] ?? '512';
  const whole = createHash(`sha${bits}`).update(accessToken).digest();
  const expected = Buffer.from(whole.subarray(0, whole.length / 2).toString('base64url'));
  const found = Buffer.from(typeof hash === 'string' ? hash.replace(/=+$/, '') : '');
  if (found.length === expected.length && timingSafeEqual(found, expected)) return;
  throw new SignInRefused('response_invalid', 'The ID token belongs to another access token (at_hash)', {
    reason: { key: 'access-token-hash' },
  });
}

function requireFreshSignIn(provider: OidcProvider, { auth_time: time }: IDToken, leftAt: Date): void {
  if (time === undefined) {
    throw new SignInRefused(
      'response_invalid',
      'The person must sign in anew, and the ID token does not say when that was (auth_time). Have the provider add that claim, or do not force a new sign-in.',
      { reason: { key: 'auth-time', expected: 'auth_time' } },
    );
  }
  const early = Math.floor(leftAt.getTime() / 1000) - time;
  if (early <= provider.clockSkewSeconds) return;
  throw new SignInRefused(
    'response_invalid',
    `The person must sign in anew, but did so ${early} seconds before (auth_time)`,
    {
      reason: {
        key: 'auth-time',
        found: `${early} seconds before`,
        expected: 'after leaving for the provider',
      },
    },
  );
}
