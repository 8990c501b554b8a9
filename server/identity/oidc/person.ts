import { cleanDisplayName } from '../accounts/accounts.ts';
import { domainOf, normalizeEmail } from '../accounts/email.ts';
import type { OAuth2Provider, OidcProvider } from '../providers/store.ts';
import type { Assertion } from '../sign-in/assertion.ts';
import { SignInRefused } from '../sign-in/refusal.ts';
import { type Claims, claimNamed, personClaims } from './claims.ts';

/**
 * Reads the person from the claims of a verified ID token, with what userinfo added for the same `sub`; or, of a plain
 * OAuth 2.0 provider, from userinfo alone.
 *
 * `email_verified` may be missing: several providers, Microsoft's among them, never send it. Then the address is good in
 * the domains that the provider is authoritative for, because there the company that runs it decides who has which address;
 * and nowhere else. A `false`, in whichever spelling, is taken at its word everywhere.
 *
 * @throws SignInRefused response_invalid or email_missing
 */
export function readPerson(provider: OidcProvider | OAuth2Provider, claims: Claims): Assertion {
  const subject = readSubject(provider, claims);
  const email = readEmail(provider, claims);
  const { groups, areComplete } = readGroups(provider, claims);
  return {
    subject,
    email,
    emailVerified: isVerified(provider, claims, email),
    displayName: readName(provider, claims),
    groups,
    groupsAreComplete: areComplete,
    raw: personClaims(claims),
  };
}

function readSubject(provider: OidcProvider | OAuth2Provider, claims: Claims): string {
  const name = provider.protocol === 'oidc' ? 'sub' : subjectClaim(provider, claims);
  const value = claimNamed(claims, name);
  const refuse = (detail: string) =>
    new SignInRefused('response_invalid', detail, {
      reason: { key: 'subject', expected: name, found: namesOf(claims) },
    });
  if (provider.protocol === 'oauth2' && typeof value === 'number') {
    // JSON numbers beyond 2^53 lose their last digits when they are read: two people would become one.
    if (Number.isSafeInteger(value)) return String(value);
    throw refuse(
      `The number in ${name} is too large to be read exactly. Choose another claim as the subject.`,
    );
  }
  if (typeof value !== 'string' || value === '' || value.length > 255 || /\p{Cc}/u.test(value)) {
    throw refuse(
      `The provider names nobody: there is no usable text in ${name}; the claims are: ${namesOf(claims)}`,
    );
  }
  return value;
}

function subjectClaim({ settings }: OAuth2Provider, claims: Claims): string {
  return settings.subjectAttribute ?? (claims['sub'] === undefined ? 'id' : 'sub');
}

function readEmail(provider: OidcProvider | OAuth2Provider, claims: Claims): string {
  const name = provider.settings.emailAttribute ?? 'email';
  const found = claimNamed(claims, name);
  // Directories have lists of addresses; one with a single entry is clear.
  const value: unknown = Array.isArray(found) && found.length === 1 ? found[0] : found;
  const reason = { key: 'email-attribute', expected: name, found: namesOf(claims) };
  if (value === null) {
    throw new SignInRefused(
      'email_missing',
      `The claim ${name} is empty (null): the person keeps the address private there, or the scope that shows it is missing`,
      { reason },
    );
  }
  if (typeof value !== 'string' || value === '') {
    const detail = `There is no claim ${name} with an e-mail address; the claims are: ${namesOf(claims)}`;
    throw new SignInRefused('email_missing', detail, { reason });
  }
  const address = normalizeEmail(value);
  if (!address) {
    const detail = `${value.slice(0, 200)}, in the claim ${name}, is not an e-mail address`;
    throw new SignInRefused('email_missing', detail, { reason: { ...reason, found: value.slice(0, 200) } });
  }
  return address;
}

function isVerified(provider: OidcProvider | OAuth2Provider, claims: Claims, address: string): boolean {
  const owns = provider.domains.includes(domainOf(address));
  // What they say of `email` they say of no other claim that was chosen for the address.
  const other = claims['email'];
  const speaksOfIt = other === undefined || (typeof other === 'string' && normalizeEmail(other) === address);
  if (!speaksOfIt) return owns;
  if (provider.protocol === 'oidc') {
    const flag = claims['email_verified'];
    // Some write it as a text.
    return flag === undefined || flag === null ? owns : flag === true || flag === 'true';
  }
  const flag = claims['email_verified'] ?? claims['verified'];
  if (flag === undefined || flag === null) return owns;
  return flag === true;
}

function readName(provider: OidcProvider | OAuth2Provider, claims: Claims): string | null {
  const text = (name: string) => {
    const value = claimNamed(claims, name);
    return typeof value === 'string' ? cleanDisplayName(value) : '';
  };
  const { nameAttribute } = provider.settings;
  return (
    (nameAttribute && text(nameAttribute)) ||
    text('name') ||
    `${text('given_name')} ${text('family_name')}`.trim() ||
    null
  );
}

/**
 * The groups, and whether they are all of them. Entra leaves groups out above 200 and says so with `_claim_names`, which
 * points to where they can be asked for (OpenID Connect Core, section 5.6.2), or with `hasgroups`. What cannot be read is no
 * answer either: it is never taken for "in no group".
 */
function readGroups(
  provider: OidcProvider | OAuth2Provider,
  claims: Claims,
): { groups: string[]; areComplete: boolean } {
  const name = provider.settings.groupsAttribute ?? 'groups';
  const value = claimNamed(claims, name);
  const elsewhere = claims['_claim_names'];
  const isElsewhere = typeof elsewhere === 'object' && elsewhere !== null && Object.hasOwn(elsewhere, name);
  const isOverage = name === 'groups' && (claims['hasgroups'] === true || claims['hasgroups'] === 'true');
  const leavesOut = isElsewhere || isOverage;
  if (value === undefined || value === null) return { groups: [], areComplete: !leavesOut };
  if (typeof value === 'string') return { groups: value === '' ? [] : [value], areComplete: !leavesOut };
  if (!Array.isArray(value)) return { groups: [], areComplete: false };
  const groups = value.filter((group): group is string => typeof group === 'string');
  return { groups, areComplete: !leavesOut && groups.length === value.length };
}

function namesOf(claims: Claims): string {
  return Object.keys(claims).join(', ').slice(0, 500);
}
