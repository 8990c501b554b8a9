import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { Claims } from './claims.ts';

/** Longest text that is kept of one message, in characters. */
const maxLength = 100_000;

const cut = '(cut out)';

/** Parameters and claims whose values open something, and so are for nobody's eyes. */
const secretNames = /^code$|^state$|token|secret|password|assertion|^client_id_token$/i;

/** What a provider sent, as the sign-in log shows it. */
export interface SentMessage {
  /** parameters of the authorization response */
  readonly response: URLSearchParams;
  /** as it came, whether it holds or not */
  readonly idToken: string | null;
  readonly userinfo: Claims | null;
}

/** The message as JSON: parameters, ID token in its parts, userinfo. Codes, tokens and signatures are cut out of it. */
export function describeMessage({ response, idToken, userinfo }: SentMessage): string {
  const described = {
    response: Object.fromEntries([...response].map(([name, value]) => [name, keep(name, value)])),
    ...(idToken !== null && { idToken: describeToken(idToken) }),
    ...(userinfo && { userinfo: redacted(userinfo) }),
  };
  const text = JSON.stringify(described, null, 2);
  if (text.length <= maxLength) return text;
  return JSON.stringify({
    tooLong: `${text.length} characters, of which these are the first`,
    start: text.slice(0, maxLength / 2),
  });
}

/** A logout token as JSON, in its parts and without its signature, whether it holds or not. */
export function describeLogoutToken(token: string): string {
  return JSON.stringify({ logoutToken: describeToken(token) }, null, 2).slice(0, maxLength);
}

function describeToken(token: string): unknown {
  try {
    return { header: redacted({ ...decodeProtectedHeader(token) }), claims: redacted(decodeJwt(token)) };
  } catch {
    return `(${token.length} characters that are no JSON Web Token)`;
  }
}

function redacted(object: Claims): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? redacted(value as Claims)
        : keep(name, value),
    ]),
  );
}

function keep(name: string, value: unknown): unknown {
  return secretNames.test(name) && typeof value === 'string' ? cut : value;
}
