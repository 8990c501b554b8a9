import { AuthorizationResponseError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client';
import { type RefusalCode, type RefusalReason, SignInRefused } from '../sign-in/refusal.ts';
import { shown } from './claims.ts';

/** What the library's error codes mean for a sign-in; those that are missing mean response_invalid. */
const meanings: Record<string, RefusalCode> = {
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'response_expired',
  OAUTH_TIMEOUT: 'provider_unreachable',
  OAUTH_ABORT: 'provider_unreachable',
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'provider_error',
  OAUTH_RESPONSE_IS_NOT_JSON: 'provider_error',
  OAUTH_PARSE_ERROR: 'provider_error',
  OAUTH_WWW_AUTHENTICATE_CHALLENGE: 'provider_error',
  OAUTH_MISSING_SERVER_METADATA: 'provider_error',
  OAUTH_INVALID_SERVER_METADATA: 'provider_error',
  OAUTH_HTTP_REQUEST_FORBIDDEN: 'provider_error',
  OAUTH_REQUEST_PROTOCOL_FORBIDDEN: 'provider_error',
};

/** Errors in a response that mean that the person, or nobody at all, finished there (OpenID Connect Core, section 3.1.2.6). */
const cancellations = new Set([
  'access_denied',
  'login_required',
  'interaction_required',
  'consent_required',
  'account_selection_required',
]);

/** What a failed discovery means. Mistakes of our own are thrown on. */
export function discoveryRefusal(error: unknown, issuer: string): SignInRefused {
  const reason = { key: 'discovery', found: reasonOf(error).slice(0, 300), expected: issuer };
  if (codeOf(error) === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED') {
    const found = nested(error, 'body')?.['issuer'];
    const named = typeof found === 'string' ? found.slice(0, 500) : 'something else';
    return new SignInRefused('provider_error', `The discovery document names another issuer: ${named}`, {
      cause: error,
      reason: { key: 'issuer', found: named, expected: issuer },
    });
  }
  if (isOurMistake(error)) throw error;
  return new SignInRefused('provider_unreachable', `Discovery: ${reasonOf(error)}`, { cause: error, reason });
}

/**
 * What an error response to the authorization request means (RFC 6749, section 4.1.2.1). Both texts come from outside.
 */
export function errorResponseRefusal(error: string, description: string | null): SignInRefused {
  const text = [error, description].filter(Boolean).join(': ').slice(0, 300);
  if (cancellations.has(error)) {
    return new SignInRefused('sign_in_cancelled', `The provider answered ${text}`, {
      reason: { key: 'cancelled', found: text },
    });
  }
  const key = error === 'invalid_scope' ? 'scope' : 'authorization-error';
  return new SignInRefused('provider_error', `The provider answered ${text}`, {
    reason: { key, found: text },
  });
}

/** Where in the exchange something failed. */
export type Stage = 'code-exchange' | 'id-token' | 'userinfo';

/** What a failed token request, check of an ID token or userinfo request means. Mistakes of our own are thrown on. */
export function exchangeRefusal(error: unknown, stage: Stage, redirectUri: string): SignInRefused {
  if (error instanceof SignInRefused) return error;
  if (error instanceof ResponseBodyError) {
    return oauthErrorRefusal(error.error, error.error_description, redirectUri, error);
  }
  if (error instanceof AuthorizationResponseError) {
    return errorResponseRefusal(error.error, error.error_description ?? null);
  }
  if (error instanceof WWWAuthenticateChallengeError) {
    const { status } = error;
    const key = stage === 'userinfo' ? 'userinfo' : 'client-secret';
    return new SignInRefused(
      'provider_error',
      `The provider answered with HTTP status ${status} (${stage})`,
      {
        cause: error,
        reason: { key, found: `HTTP status ${status}` },
      },
    );
  }
  if (isOurMistake(error)) throw error;
  const code = codeOf(error);
  // Without a code, and when it is none of the library's own checks, it is the network or our guard on it.
  const isNetwork = code === undefined && !isCheck(error);
  const meaning = isNetwork ? 'provider_unreachable' : (meanings[code ?? ''] ?? 'response_invalid');
  return new SignInRefused(meaning, reasonOf(error), { cause: error, reason: reasonFor(error, stage) });
}

/** What an error of a token endpoint means (RFC 6749, section 5.2). */
export function oauthErrorRefusal(
  error: string,
  description: string | undefined,
  redirectUri: string,
  cause?: unknown,
): SignInRefused {
  const found = [error, description]
    .filter((word) => word !== undefined)
    .join(': ')
    .slice(0, 300);
  return new SignInRefused('provider_error', `The provider answered ${found}`, {
    cause,
    reason: { found, ...tokenErrorReason(error, description, redirectUri) },
  });
}

function tokenErrorReason(
  error: string,
  description: string | undefined,
  redirectUri: string,
): { readonly key: string; readonly expected?: string } {
  const saysRedirectUri = /redirect[ _-]?ur[il]/i.test(`${error} ${description ?? ''}`);
  if (saysRedirectUri) return { key: 'redirect-uri', expected: redirectUri };
  // GitHub has a name of its own for it.
  if (error === 'invalid_client' || error === 'incorrect_client_credentials') return { key: 'client-secret' };
  if (error === 'unauthorized_client') return { key: 'client' };
  if (error === 'invalid_grant' || error === 'bad_verification_code') return { key: 'code' };
  if (error === 'invalid_scope') return { key: 'scope' };
  return { key: 'token-endpoint' };
}

/** What a wrong claim is called among reasons. */
const claimKeys: Record<string, string> = {
  aud: 'audience',
  azp: 'audience',
  iss: 'issuer',
  nonce: 'nonce',
  exp: 'expired',
  nbf: 'not-yet-valid',
};

function reasonFor(error: unknown, stage: Stage): RefusalReason {
  const claim = detailOf(error, 'claim');
  if (typeof claim === 'string') {
    const found = nested(error, 'claims')?.[claim];
    const expected = detailOf(error, 'expected');
    return {
      key: claimKeys[claim] ?? 'shape',
      ...(found !== undefined && { found: shown(found) }),
      ...(expected !== undefined && { expected: shown(expected) }),
    };
  }
  if (codeOf(error) === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED' && stage === 'userinfo') {
    return { key: 'userinfo-subject', expected: shown(detailOf(error, 'expected')) };
  }
  if (stage === 'code-exchange') return { key: 'token-endpoint', found: reasonOf(error).slice(0, 300) };
  if (stage === 'userinfo') return { key: 'userinfo', found: reasonOf(error).slice(0, 300) };
  const isAlgorithm = codeOf(error) === 'OAUTH_UNSUPPORTED_OPERATION' || /"alg"/.test(reasonOf(error));
  return { key: isAlgorithm ? 'signature-algorithm' : 'shape', found: reasonOf(error).slice(0, 300) };
}

/** What the library attaches to the error that is the cause of another. */
function detailOf(error: unknown, name: string): unknown {
  for (
    let at: unknown = error;
    typeof at === 'object' && at !== null;
    at = (at as { cause?: unknown }).cause
  ) {
    if (!(at instanceof Error) && Object.hasOwn(at, name)) return (at as Record<string, unknown>)[name];
  }
  return undefined;
}

function nested(error: unknown, name: string): Record<string, unknown> | null {
  const value = detailOf(error, name);
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
}

function codeOf(error: unknown): string | undefined {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && code.startsWith('OAUTH_') ? code : undefined;
}

/** A check of the library's failed; a few of those carry no code. */
function isCheck(error: unknown): boolean {
  return (
    error instanceof Error && error.cause instanceof Error && error.cause.name === 'OperationProcessingError'
  );
}

function isOurMistake(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return !(error instanceof Error) || (typeof code === 'string' && code.startsWith('ERR_INVALID_ARG'));
}

/** The messages of an error and its causes. The library puts no tokens into them; what it attaches is not read. */
function reasonOf(error: unknown): string {
  const messages: string[] = [];
  for (let at: unknown = error; at instanceof Error && messages.length < 4; at = at.cause)
    messages.push(at.message);
  return messages.join(': ').slice(0, 500);
}
