import { cleanDisplayName } from '../accounts/accounts.ts';
import { normalizeEmail } from '../accounts/email.ts';
import type { Assertion } from '../sign-in/assertion.ts';
import { SignInRefused } from '../sign-in/refusal.ts';

/** Claims that are about the token and not about the person. */
const tokenClaims = [
  'iss',
  'aud',
  'azp',
  'exp',
  'iat',
  'nbf',
  'nonce',
  'at_hash',
  'c_hash',
  's_hash',
  'jti',
  'sid',
];

/**
 * Reads the person from the claims of a verified ID token, with what userinfo added for the same `sub`.
 *
 * `email_verified` may be missing: several providers, Microsoft's among them, never send it. That is no hole here, because
 * the address counts only in domains that an administrator has given to this very provider, and for those the company
 * that runs it decides who has which address. A `false`, in whichever spelling, is taken at its word.
 *
 * @throws SignInRefused email_missing
 */
export function readPerson(claims: Readonly<Record<string, unknown>>): Assertion {
  const { sub, email, email_verified: verified } = claims;
  if (typeof sub !== 'string' || sub === '' || sub.length > 255 || /\p{Cc}/u.test(sub)) {
    throw new SignInRefused('response_invalid', 'The ID token names nobody (sub)');
  }
  if (typeof email !== 'string' || email === '') {
    const names = Object.keys(claims).join(', ').slice(0, 500);
    throw new SignInRefused('email_missing', `There is no claim email; the claims are: ${names}`);
  }
  const address = normalizeEmail(email);
  if (!address) throw new SignInRefused('email_missing', `${email.slice(0, 200)} is not an e-mail address`);
  return {
    subject: sub,
    email: address,
    emailVerified: verified === undefined || verified === null || verified === true || verified === 'true',
    displayName: readName(claims),
    groups: readGroups(claims['groups']),
    groupsAreComplete: true,
    raw: storableObject(
      Object.fromEntries(Object.entries(claims).filter(([name]) => !tokenClaims.includes(name))),
    ),
  };
}

function readName(claims: Readonly<Record<string, unknown>>): string | null {
  const text = (name: string) => {
    const value = claims[name];
    return typeof value === 'string' ? cleanDisplayName(value) : '';
  };
  return text('name') || `${text('given_name')} ${text('family_name')}`.trim() || null;
}

function readGroups(groups: unknown): string[] {
  if (typeof groups === 'string') return [groups];
  return Array.isArray(groups) ? groups.filter((group): group is string => typeof group === 'string') : [];
}

const maxDepth = 8;

/** Claims as a jsonb column takes them: no NUL characters, no half surrogate pairs, no bottomless nesting. */
function storableObject(object: Readonly<Record<string, unknown>>, depth = 0): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [storableText(name), storable(value, depth + 1)]),
  );
}

function storable(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return storableText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > maxDepth) return null;
  if (Array.isArray(value)) return value.map((item) => storable(item, depth + 1));
  return storableObject(value as Record<string, unknown>, depth);
}

function storableText(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}
