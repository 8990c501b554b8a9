import {
  type CompactJWSHeaderParameters,
  compactVerify,
  createLocalJWKSet,
  errors,
  type JSONWebKeySet,
  type LocalJWKSet,
} from 'jose';
import type { GuardedFetch } from '../../platform/http/guarded-fetch.ts';
import { SignInRefused } from '../sign-in/refusal.ts';

/** How long fetched keys are believed, in milliseconds: a key that the provider takes back is good no longer. */
const believedMs = 5 * 60_000;

/** How long keys are not fetched again for tokens that anybody may have sent, in milliseconds. */
const coolDownMs = 30_000;

/** More keys than any provider has. Each may have to be tried when a token does not say which signed it. */
const maxKeys = 100;

/** Signatures of a key pair. Never `none`, and never HMAC, for which a public key would do as the secret (RFC 8725). */
const algorithms = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];

/** A signature that holds. */
export interface VerifiedToken {
  readonly header: CompactJWSHeaderParameters;
  readonly payload: Uint8Array;
}

/** The signing keys that a provider publishes. */
export interface ProviderKeys {
  /**
   * Verifies the signature of a token with the provider's keys, and with nothing that the token itself brings along. A key
   * that is not known yet is fetched at once, so that a provider may change over to a new one at any moment.
   *
   * @param from who handed us the token. The provider itself: keys are fetched again whenever one is missing, which costs it
   *   no more than the request that gave us the token. Anybody: at most every 30 seconds, so that invented tokens do not
   *   make us hammer the provider.
   * @throws SignInRefused response_invalid, algorithm_weak, provider_error or provider_unreachable
   */
  verify(token: string, from: 'provider' | 'anybody'): Promise<VerifiedToken>;
}

/** Keys of the set at `address`, fetched when first needed. */
export function createProviderKeys(fetch: GuardedFetch, address: string): ProviderKeys {
  let known: { readonly keys: LocalJWKSet; readonly until: number } | null = null;
  let pending: Promise<LocalJWKSet> | null = null;
  let coolUntil = 0;

  function refetch(): Promise<LocalJWKSet> {
    pending ??= download(fetch, address)
      .then((keys) => {
        known = { keys, until: Date.now() + believedMs };
        return keys;
      })
      .finally(() => {
        pending = null;
      });
    return pending;
  }

  /** The keys that are believed. Those that cannot be fetched are not asked for again for each token that anybody sends. */
  async function believed(from: 'provider' | 'anybody'): Promise<LocalJWKSet> {
    if (known && known.until > Date.now()) return known.keys;
    if (from === 'provider') return refetch();
    if (coolUntil > Date.now()) {
      // At most so much too old as that takes: strangers must not be able to keep honest tokens out.
      if (known) return known.keys;
      throw new SignInRefused(
        'provider_unreachable',
        'The provider’s keys could not be fetched a moment ago',
        {
          reason: { key: 'jwks', expected: address },
        },
      );
    }
    try {
      return await refetch();
    } catch (error) {
      coolUntil = Date.now() + coolDownMs;
      throw error;
    }
  }

  return {
    async verify(token, from) {
      const keys = await believed(from);
      try {
        return await verifyWith(keys, token);
      } catch (error) {
        if (!mayBeNewKey(error)) throw refusalOf(error);
        const isCool = from === 'provider' || coolUntil <= Date.now();
        if (!isCool) throw refusalOf(error);
        if (from === 'anybody') coolUntil = Date.now() + coolDownMs;
      }
      const fresh = await refetch();
      try {
        return await verifyWith(fresh, token);
      } catch (error) {
        throw refusalOf(error);
      }
    },
  };
}

async function verifyWith(keys: LocalJWKSet, token: string): Promise<VerifiedToken> {
  try {
    const { protectedHeader, payload } = await compactVerify(token, keys, { algorithms });
    return { header: protectedHeader, payload };
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    return verifyWithAny(error, token);
  }
}

/** The token does not say which key signed it, and several could have. */
async function verifyWithAny(keys: errors.JWKSMultipleMatchingKeys, token: string): Promise<VerifiedToken> {
  for await (const key of keys) {
    try {
      const { protectedHeader, payload } = await compactVerify(token, key, { algorithms });
      return { header: protectedHeader, payload };
    } catch (error) {
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error;
    }
  }
  throw new errors.JWSSignatureVerificationFailed();
}

/** Besides a key id that is not known: some providers give a new key the id of the old one, or none. */
function mayBeNewKey(error: unknown): boolean {
  return error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWSSignatureVerificationFailed;
}

async function download(fetch: GuardedFetch, address: string): Promise<LocalJWKSet> {
  const response = await fetchKeys(fetch, address);
  if (response.status !== 200) {
    throw keySetRefusal(`${address} answered with HTTP status ${response.status}`);
  }
  const text = await response.text();
  let set: unknown;
  try {
    set = JSON.parse(text);
  } catch {
    throw keySetRefusal(`${address} did not answer with JSON`);
  }
  const keys = (set as { keys?: unknown } | null)?.keys;
  if (!Array.isArray(keys)) throw keySetRefusal(`${address} holds no JSON Web Key Set`);
  if (keys.length > maxKeys) throw keySetRefusal(`${address} holds ${keys.length} keys; ${maxKeys} are read`);
  try {
    return createLocalJWKSet(set as JSONWebKeySet);
  } catch (error) {
    throw keySetRefusal(`${address} holds no proper JSON Web Key Set`, error);
  }
}

async function fetchKeys(fetch: GuardedFetch, address: string): Promise<Response> {
  try {
    // A redirect could lead away from the issuer's own addresses.
    return await fetch(address, { headers: { accept: 'application/json' }, redirect: 'error' });
  } catch (error) {
    const words = error instanceof Error ? error.message : 'no answer';
    throw new SignInRefused('provider_unreachable', `The provider’s keys cannot be fetched: ${words}`, {
      cause: error,
      reason: { key: 'jwks', found: words.slice(0, 200), expected: address },
    });
  }
}

function keySetRefusal(detail: string, cause?: unknown): SignInRefused {
  return new SignInRefused('provider_error', `The provider’s keys cannot be read: ${detail}`, {
    cause,
    reason: { key: 'jwks', found: detail },
  });
}

/** What a signature that does not hold means for a sign-in. */
function refusalOf(error: unknown): unknown {
  const refuse = (detail: string, key: string) =>
    new SignInRefused('response_invalid', detail, { cause: error, reason: { key } });
  if (error instanceof errors.JWKSNoMatchingKey) {
    return refuse('The token is signed with a key that the provider does not publish', 'signature-key');
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return refuse('The signature of the token does not match any key of the provider', 'signature-key');
  }
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported) {
    return refuse(`The token is signed in a way that is not taken: ${error.message}`, 'signature-algorithm');
  }
  if (error instanceof errors.JOSEError)
    return refuse(`The token is not signed properly: ${error.message}`, 'shape');
  // Keys that are none, or too short: WebCrypto and jose say so with their own errors.
  if (error instanceof TypeError || error instanceof DOMException) {
    return refuse(`The provider’s key cannot be used: ${error.message}`, 'signature-key');
  }
  return error;
}
