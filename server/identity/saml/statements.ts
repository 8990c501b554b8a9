import { SignInRefused } from '../sign-in/refusal.ts';
import { childrenNamed, type Tag } from './lint.ts';

/** The namespace of everything in an assertion. */
export const assertionNs = 'urn:oasis:names:tc:SAML:2.0:assertion';

const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';

export interface ExpectedStatements {
  /** the provider's entity id */
  readonly issuer: string;
  /** our entity id */
  readonly audience: string;
  /** our assertion consumer service */
  readonly recipient: string;
  /** id of our request */
  readonly challenge: string;
  readonly clockSkewMs: number;
}

/**
 * Checks what a signed assertion says of itself, by the browser sign-on profile (SAML 2.0 Profiles, section 4.1.4.3): who
 * issued it, for whom, in answer to what, for when. The library checks some of it; it does not look at the issuer and the
 * recipient, and lets an assertion without subject confirmation pass.
 *
 * @throws SignInRefused
 */
export function checkStatements(
  assertion: Tag,
  expected: ExpectedStatements,
): { assertionId: string; replayableUntil: Date } {
  const now = Date.now();
  const assertionId = assertion.attributes.get('ID');
  if (assertion.name !== 'Assertion' || assertion.namespace !== assertionNs || !assertionId) {
    throw invalid('What was signed is no assertion');
  }
  if (assertion.attributes.get('Version') !== '2.0') throw invalid('The assertion is not of SAML 2.0');
  const issuedAt = time(assertion, 'IssueInstant', true);
  if (issuedAt > now + expected.clockSkewMs) throw expired('The assertion was issued in the future');
  const issuer = onlyChild(assertion, 'Issuer').text.trim();
  if (issuer !== expected.issuer) throw invalid(`The assertion was issued by ${issuer.slice(0, 200)}`);

  const confirmedUntil = checkSubject(onlyChild(assertion, 'Subject'), expected, now);
  checkConditions(onlyChild(assertion, 'Conditions'), expected, now);

  const authentications = childrenNamed(assertion, assertionNs, 'AuthnStatement');
  if (authentications.length === 0) throw invalid('The assertion does not say that anybody signed in');
  for (const statement of authentications) {
    if (time(statement, 'SessionNotOnOrAfter', false) <= now - expected.clockSkewMs) {
      throw expired('The session at the provider is over');
    }
  }
  // Until then the other checks would let it pass a second time; an hour more costs nothing.
  return { assertionId, replayableUntil: new Date(confirmedUntil + expected.clockSkewMs + 3_600_000) };
}

function checkSubject(subject: Tag, expected: ExpectedStatements, now: number): number {
  const confirmations = childrenNamed(subject, assertionNs, 'SubjectConfirmation').filter(
    (confirmation) => confirmation.attributes.get('Method') === bearer,
  );
  if (confirmations.length === 0) throw invalid('The assertion has no bearer confirmation');
  let refusal: SignInRefused | undefined;
  for (const confirmation of confirmations) {
    try {
      return checkConfirmation(onlyChild(confirmation, 'SubjectConfirmationData'), expected, now);
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      refusal ??= error;
    }
  }
  throw refusal ?? invalid('The assertion has no bearer confirmation');
}

function checkConfirmation(data: Tag, expected: ExpectedStatements, now: number): number {
  const recipient = data.attributes.get('Recipient');
  if (recipient !== expected.recipient) {
    throw invalid(`The assertion is for the recipient ${(recipient ?? 'of no name').slice(0, 200)}`);
  }
  if (data.attributes.get('InResponseTo') !== expected.challenge) {
    throw invalid('The assertion does not answer our request');
  }
  const until = time(data, 'NotOnOrAfter', true);
  if (until <= now - expected.clockSkewMs) throw expired('The assertion is no longer confirmed');
  if (data.attributes.has('NotBefore') && time(data, 'NotBefore', true) > now + expected.clockSkewMs) {
    throw expired('The assertion is not yet confirmed');
  }
  return until;
}

function checkConditions(conditions: Tag, expected: ExpectedStatements, now: number): void {
  if (time(conditions, 'NotOnOrAfter', true) <= now - expected.clockSkewMs)
    throw expired('The assertion has expired');
  if (
    conditions.attributes.has('NotBefore') &&
    time(conditions, 'NotBefore', true) > now + expected.clockSkewMs
  ) {
    throw expired('The assertion is not yet valid');
  }
  const restrictions = childrenNamed(conditions, assertionNs, 'AudienceRestriction');
  if (restrictions.length === 0) throw invalid('The assertion names no audience');
  for (const restriction of restrictions) {
    const audiences = childrenNamed(restriction, assertionNs, 'Audience').map(({ text }) => text.trim());
    if (!audiences.includes(expected.audience)) {
      throw invalid(`The assertion is for the audience ${audiences.join(', ').slice(0, 200)}`);
    }
  }
  // Core, section 2.5.1.1: a condition that one does not understand leaves the assertion's validity undecided.
  const known = ['AudienceRestriction', 'OneTimeUse', 'ProxyRestriction'];
  if (conditions.children.some((child) => child.namespace !== assertionNs || !known.includes(child.name))) {
    throw invalid('The assertion has a condition that is not understood');
  }
}

/** The one child of this name. */
export function onlyChild(tag: Tag, name: string): Tag {
  const found = childrenNamed(tag, assertionNs, name);
  const [child] = found;
  if (!child || found.length > 1) throw invalid(`${tag.name} has ${found.length} elements ${name}, not one`);
  return child;
}

// xs:dateTime in UTC, as SAML requires (Core, section 1.3.3); Date.parse alone would take much more than that.
function time(tag: Tag, attribute: string, isRequired: boolean): number {
  const value = tag.attributes.get(attribute);
  if (value === undefined && !isRequired) return Number.POSITIVE_INFINITY;
  const isTime =
    value !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(value);
  const milliseconds = isTime ? Date.parse(value.replace(/(\.\d{3})\d+/, '$1')) : Number.NaN;
  if (Number.isNaN(milliseconds)) throw invalid(`${tag.name} has no valid ${attribute}`);
  return milliseconds;
}

function invalid(detail: string): SignInRefused {
  return new SignInRefused('response_invalid', detail);
}

function expired(detail: string): SignInRefused {
  return new SignInRefused('response_expired', detail);
}
