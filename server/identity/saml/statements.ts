import { noted, type SignInNotes } from '../sign-in/notes.ts';
import { SignInRefused } from '../sign-in/refusal.ts';
import { checkAuthentication } from './authentication.ts';
import { childrenNamed, type Tag } from './lint.ts';
import { assertionNs, invalid, onlyChild } from './parts.ts';
import { checkPeriod, requireTime, since } from './times.ts';

const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';

/** How old an assertion may be when it arrives, in milliseconds; it is made after the person has signed in. */
export const maxAssertionAgeMs = 5 * 60_000;

/** What an assertion must say. */
export interface ExpectedStatements {
  /** the provider's entity id */
  readonly issuer: string;
  /** our entity id */
  readonly audience: string;
  /** our assertion consumer service */
  readonly recipient: string;
  /** our request that it answers; null: it answers none, the sign-in began at the provider */
  readonly request: ExpectedRequest | null;
  readonly clockSkewMs: number;
}

/** What we asked for. */
export interface ExpectedRequest {
  readonly id: string;
  readonly sentAt: Date;
  /** the person had to prove again who they are */
  readonly forcesSignIn: boolean;
  /** classes of which one must have been used; empty: any */
  readonly authnContexts: readonly string[];
}

/**
 * Checks what an assertion says of itself, by the browser sign-on profile (SAML 2.0 Profiles, section 4.1.4.3): who issued
 * it, for whom, in answer to what, for when. The library checks some of it; it does not look at the issuer and the
 * recipient, and lets an assertion without subject confirmation pass. Whether the assertion is signed is not looked at here.
 *
 * @throws SignInRefused with what was found and what should have been
 */
export async function checkStatements(
  assertion: Tag,
  expected: ExpectedStatements,
  notes: SignInNotes,
): Promise<{ assertionId: string; replayableUntil: Date }> {
  const now = Date.now();
  await noted(
    notes,
    'issuer',
    () => requireIssuer(assertion, expected.issuer),
    () => expected.issuer,
  );
  const subject = onlyChild(assertion, 'Subject');
  const conditions = onlyChild(assertion, 'Conditions');
  const confirmation = chooseConfirmation(subject, expected, now);
  await noted(
    notes,
    'audience',
    () => requireAudience(conditions, expected.audience),
    () => expected.audience,
  );
  await noted(
    notes,
    'recipient',
    () => requireRecipient(confirmation, expected.recipient),
    () => expected.recipient,
  );
  await noted(
    notes,
    'in-response-to',
    () => requireRequest(confirmation, expected.request?.id ?? null),
    () => (expected.request ? 'It answers our request' : 'It answers no request: it began at the provider'),
  );
  const confirmedUntil = await noted(
    notes,
    'times',
    () => checkTimes(assertion, conditions, confirmation, expected, now),
    (until) => `Valid until ${new Date(until).toISOString()}`,
  );
  await checkAuthentication(assertion, expected, notes);
  return {
    assertionId: requireId(assertion),
    // Until then the other checks would let it pass a second time; an hour more costs nothing.
    replayableUntil: new Date(confirmedUntil + expected.clockSkewMs + 3_600_000),
  };
}

function requireId(assertion: Tag): string {
  const id = assertion.attributes.get('ID');
  if (!id) throw invalid('The assertion has no ID', { key: 'shape' });
  return id;
}

function requireIssuer(assertion: Tag, expected: string): void {
  if (assertion.name !== 'Assertion' || assertion.namespace !== assertionNs) {
    throw invalid('What was signed is no assertion', { key: 'shape' });
  }
  requireId(assertion);
  if (assertion.attributes.get('Version') !== '2.0')
    throw invalid('The assertion is not of SAML 2.0', { key: 'shape' });
  const issuer = onlyChild(assertion, 'Issuer').text.trim();
  if (issuer !== expected) throw wrongIssuer('assertion', issuer, expected);
}

/** What to say when somebody else issued a message. */
export function wrongIssuer(what: 'assertion' | 'response', issuer: string, expected: string): SignInRefused {
  const found = issuer.slice(0, 200);
  return invalid(`The ${what} was issued by ${found || 'nobody'}`, { key: 'issuer', found, expected });
}

/** The data of the confirmation that fits; where none does, of the first, for what is wrong with it. */
function chooseConfirmation(subject: Tag, expected: ExpectedStatements, now: number): Tag {
  const all = childrenNamed(subject, assertionNs, 'SubjectConfirmation')
    .filter((confirmation) => confirmation.attributes.get('Method') === bearer)
    .map((confirmation) => onlyChild(confirmation, 'SubjectConfirmationData'));
  const [first] = all;
  if (!first) throw invalid('The assertion has no bearer confirmation', { key: 'shape' });
  return all.find((data) => fits(data, expected, now)) ?? first;
}

function fits(data: Tag, expected: ExpectedStatements, now: number): boolean {
  try {
    requireRecipient(data, expected.recipient);
    requireRequest(data, expected.request?.id ?? null);
    checkPeriod(data, 'confirmation', expected.clockSkewMs, now);
    return true;
  } catch (error) {
    if (error instanceof SignInRefused) return false;
    throw error;
  }
}

function requireRecipient(data: Tag, expected: string): void {
  const recipient = data.attributes.get('Recipient');
  if (recipient === expected) return;
  const found = (recipient ?? 'of no name').slice(0, 200);
  throw invalid(`The assertion is for the recipient ${found}`, { key: 'recipient', found, expected });
}

function requireRequest(data: Tag, expected: string | null): void {
  requireAnswer('assertion', data.attributes.get('InResponseTo'), expected);
}

/**
 * Lets through what answers the one request that it may answer.
 * @throws SignInRefused
 */
export function requireAnswer(
  what: 'assertion' | 'response',
  inResponseTo: string | undefined,
  expected: string | null,
): void {
  if ((inResponseTo ?? null) === expected) return;
  const found = inResponseTo?.slice(0, 200);
  const detail =
    expected === null
      ? `The ${what} answers a request, though it came without one of ours`
      : `The ${what} does not answer our request`;
  throw invalid(detail, {
    key: 'in-response-to',
    found: found ?? 'no request',
    expected: expected ?? 'no request',
  });
}

function requireAudience(conditions: Tag, expected: string): void {
  const restrictions = childrenNamed(conditions, assertionNs, 'AudienceRestriction');
  if (restrictions.length === 0)
    throw invalid('The assertion names no audience', { key: 'audience', found: 'none', expected });
  for (const restriction of restrictions) {
    const audiences = childrenNamed(restriction, assertionNs, 'Audience').map(({ text }) => text.trim());
    if (audiences.includes(expected)) continue;
    const found = audiences.join(', ').slice(0, 200);
    throw invalid(`The assertion is for the audience ${found}`, { key: 'audience', found, expected });
  }
  // Core, section 2.5.1.1: a condition that one does not understand leaves the assertion's validity undecided.
  const known = ['AudienceRestriction', 'OneTimeUse', 'ProxyRestriction'];
  if (conditions.children.some((child) => child.namespace !== assertionNs || !known.includes(child.name))) {
    throw invalid('The assertion has a condition that is not understood', { key: 'shape' });
  }
}

/** @returns until when the subject is confirmed */
function checkTimes(
  assertion: Tag,
  conditions: Tag,
  confirmation: Tag,
  { clockSkewMs }: ExpectedStatements,
  now: number,
): number {
  const issuedAt = requireTime(assertion, 'IssueInstant');
  const found = since(issuedAt, now);
  if (issuedAt > now + clockSkewMs) {
    throw new SignInRefused('response_expired', `The assertion was issued in the future (${found})`, {
      reason: { key: 'not-yet-valid', found, expected: `at most ${clockSkewMs / 1000} seconds from now` },
    });
  }
  checkPeriod(conditions, 'assertion', clockSkewMs, now);
  const confirmedUntil = checkPeriod(confirmation, 'confirmation', clockSkewMs, now);
  if (issuedAt + maxAssertionAgeMs <= now - clockSkewMs) {
    throw new SignInRefused('response_expired', `The assertion is too old (${found})`, {
      reason: {
        key: 'too-old',
        found,
        expected: `at most ${(maxAssertionAgeMs + clockSkewMs) / 1000} seconds old`,
      },
    });
  }
  for (const statement of childrenNamed(assertion, assertionNs, 'AuthnStatement')) {
    if (!statement.attributes.has('SessionNotOnOrAfter')) continue;
    const until = requireTime(statement, 'SessionNotOnOrAfter');
    if (until > now - clockSkewMs) continue;
    throw new SignInRefused(
      'response_expired',
      `The session at the provider is over (${since(until, now)})`,
      { reason: { key: 'expired', found: since(until, now) } },
    );
  }
  return confirmedUntil;
}
