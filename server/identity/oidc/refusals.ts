import { AuthorizationResponseError, ResponseBodyError } from 'openid-client';
import { type RefusalCode, SignInRefused } from '../sign-in/refusal.ts';

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
};

/** The token was signed with a key that the provider does not publish (any more, or yet). */
export function isUnknownKey(error: unknown): boolean {
  return codeOf(error) === 'OAUTH_KEY_SELECTION_FAILED';
}

/** What a failed discovery means. Mistakes of our own are thrown on. */
export function discoveryRefusal(error: unknown): SignInRefused {
  if (codeOf(error) === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED') {
    return new SignInRefused('provider_error', 'The discovery document names another issuer', {
      cause: error,
    });
  }
  if (isOurMistake(error)) throw error;
  return new SignInRefused('provider_unreachable', `Discovery: ${reasonOf(error)}`, { cause: error });
}

/** What a failed authorization response, token request or token check means. Mistakes of our own are thrown on. */
export function exchangeRefusal(error: unknown): SignInRefused {
  if (error instanceof SignInRefused) return error;
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    const words = [error.error, error.error_description].filter((word) => word !== undefined);
    return new SignInRefused('provider_error', `The provider answered ${words.join(': ').slice(0, 300)}`, {
      cause: error,
    });
  }
  if (isOurMistake(error)) throw error;
  const code = codeOf(error);
  // Without a code of the library's it is the network, or our guard on it.
  const meaning = code === undefined ? 'provider_unreachable' : (meanings[code] ?? 'response_invalid');
  return new SignInRefused(meaning, reasonOf(error), { cause: error });
}

function codeOf(error: unknown): string | undefined {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && code.startsWith('OAUTH_') ? code : undefined;
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
