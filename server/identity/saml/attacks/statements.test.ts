import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createNotes } from '../../sign-in/notes.ts';
import { readTags } from '../lint.ts';
import { checkStatements } from '../statements.ts';
import { createTestIdp, type ResponseOptions, signedAssertionXml, type TestIdp } from '../testing-idp.ts';
import { createTarget, type Target } from '../testing-target.ts';

let target: Target;

beforeAll(async () => {
  target = await createTarget();
});

afterAll(async () => {
  await target?.portico.close();
});

/** Signed in every way by the provider itself: it really says so, but not to us, or not for this. */
const variants = ['assertion', 'response', 'both'] as const;

interface Misdirection {
  readonly id: string;
  readonly name: string;
  readonly changes: Partial<ResponseOptions>;
  readonly code?: string;
}

const elsewhere = 'https://other.example/acs';
const twoAudiences =
  '<saml:AudienceRestriction><saml:Audience>https://other.example</saml:Audience></saml:AudienceRestriction>';

const misdirections: readonly Misdirection[] = [
  { id: 'S24', name: 'another audience', changes: { audience: 'https://other.example/metadata' } },
  { id: 'S24', name: 'no audience', changes: { audience: [] } },
  { id: 'S24', name: 'two restrictions, of which one names us', changes: { extraConditions: twoAudiences } },
  {
    id: 'S24',
    name: 'a condition that nobody understands',
    changes: { extraConditions: '<saml:Condition></saml:Condition>' },
  },
  { id: 'S25', name: 'another recipient', changes: { recipient: elsewhere } },
  { id: 'S25', name: 'no recipient', changes: { recipient: null } },
  { id: 'S25', name: 'another destination', changes: { destination: elsewhere } },
  { id: 'S25', name: 'another issuer', changes: { assertionIssuer: 'https://idp.globex.example/metadata' } },
  { id: 'S26', name: 'an answer to another request', changes: { inResponseTo: '_other' } },
  { id: 'S26', name: 'a subject that answers another request', changes: { subjectInResponseTo: '_other' } },
  { id: 'S26', name: 'a subject that answers no request', changes: { subjectInResponseTo: null } },
  { id: 'S28', name: 'conditions that have ended', changes: { notOnOrAfter: -61 }, code: 'response_expired' },
  {
    id: 'S28',
    name: 'a confirmation that has ended',
    changes: { confirmedUntil: -61 },
    code: 'response_expired',
  },
  { id: 'S28', name: 'not valid yet', changes: { notBefore: 70 }, code: 'response_expired' },
  { id: 'S28', name: 'issued in the future', changes: { issuedAt: 120 }, code: 'response_expired' },
  {
    id: 'S28',
    name: 'older than five minutes',
    changes: { issuedAt: -400, notBefore: -500 },
    code: 'response_expired',
  },
  {
    id: 'S28',
    name: 'a session at the provider that is over',
    changes: { sessionUntil: -61 },
    code: 'response_expired',
  },
  { id: 'S28', name: 'no end', changes: { notOnOrAfter: null } },
  { id: 'S28', name: 'no end of the confirmation', changes: { confirmedUntil: null } },
  {
    id: 'S30',
    name: 'a failure, though an assertion is there',
    changes: { status: 'Responder' },
    code: 'provider_error',
  },
  { id: 'S30', name: 'a status that nobody knows', changes: { status: 'Splendid' }, code: 'provider_error' },
];

describe.each(variants)('a response that the provider signs (%s), but not for us', (signs) => {
  it.each(misdirections)('is refused: $id $name', async ({ changes, code = 'response_invalid' }) => {
    await target.attack(code, { ...changes, signs });
  });
});

describe('S28: the edge of the clock skew, to the millisecond', () => {
  const now = Date.parse('2026-03-01T12:00:00.000Z');
  const skewMs = 60_000;
  const expected = {
    issuer: 'https://idp.acme.example/metadata',
    audience: 'us',
    recipient: 'https://us.example/acs',
    request: { id: '_request', sentAt: new Date(now), forcesSignIn: false, authnContexts: [] },
    clockSkewMs: skewMs,
  };
  let idp: TestIdp;

  beforeAll(async () => {
    idp = await createTestIdp(expected.issuer);
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  /** What a signed assertion is taken for when it is looked at so many milliseconds after it was made. */
  async function lookAfter(elapsedMs: number, changes: Partial<ResponseOptions>): Promise<string> {
    vi.useFakeTimers({ toFake: ['Date'], now });
    const xml = signedAssertionXml(idp, {
      acsUrl: expected.recipient,
      audience: expected.audience,
      inResponseTo: expected.request.id,
      ...changes,
    });
    vi.setSystemTime(now + elapsedMs);
    try {
      await checkStatements(readTags(xml), expected, createNotes());
      return 'taken';
    } catch (error) {
      return error instanceof Error && 'code' in error ? String(error.code) : String(error);
    }
  }

  it.each<[string, Partial<ResponseOptions>, number, string, string]>([
    [
      'NotOnOrAfter of the conditions',
      { notOnOrAfter: 10 },
      10_000 + skewMs - 1,
      'taken',
      'response_expired',
    ],
    [
      'NotOnOrAfter of the confirmation',
      { confirmedUntil: 10 },
      10_000 + skewMs - 1,
      'taken',
      'response_expired',
    ],
    ['SessionNotOnOrAfter', { sessionUntil: 10 }, 10_000 + skewMs - 1, 'taken', 'response_expired'],
  ])('%s is over one millisecond later', async (_name, changes, lastMs, before, after) => {
    expect(await lookAfter(lastMs, changes)).toBe(before);
    expect(await lookAfter(lastMs + 1, changes)).toBe(after);
  });

  it.each<[string, Partial<ResponseOptions>]>([
    ['NotBefore', { notBefore: 90 }],
    ['IssueInstant', { issuedAt: 90 }],
  ])('%s is taken from one millisecond on', async (_name, changes) => {
    expect(await lookAfter(30_000 - 1, changes)).toBe('response_expired');
    expect(await lookAfter(30_000, changes)).toBe('taken');
  });

  it.each([
    '',
    'yesterday',
    '2026-03-01',
    '2026-03-01T12:00:00',
    '2026-13-01T12:00:00Z',
    '9999999999',
    'Infinity',
  ])('a time that is none is no time: %j', async (text) => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    const xml = signedAssertionXml(idp, {
      acsUrl: expected.recipient,
      audience: expected.audience,
      inResponseTo: expected.request.id,
    }).replaceAll(/NotOnOrAfter="[^"]*"/g, `NotOnOrAfter="${text}"`);
    await expect(checkStatements(readTags(xml), expected, createNotes())).rejects.toThrow(
      /no valid NotOnOrAfter/,
    );
  });
});
