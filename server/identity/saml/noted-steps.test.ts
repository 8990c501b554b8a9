import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { decryptionKeysOf, signingKeyOf } from '../provider-keys/keys.ts';
import { samlAddresses } from '../providers/addresses.ts';
import type { SamlProvider } from '../providers/store.ts';
import { createNotes, type SignInNotes } from '../sign-in/notes.ts';
import { SignInRefused } from '../sign-in/refusal.ts';
import { addSamlProvider } from '../testing-sign-in.ts';
import { redactedXml } from './redact.ts';
import { encryptedResponse } from './testing-encryption.ts';
import { createTestIdp, encoded, type ResponseOptions, responseXml, type TestIdp } from './testing-idp.ts';
import { readResponse, type VerifiedResponse, verifyResponse } from './verify.ts';

let portico: TestApp;
let acme: TestIdp;
let provider: SamlProvider;

beforeAll(async () => {
  portico = await createTestApp();
  acme = await createTestIdp('https://idp.acme.example/metadata');
  const made = await addSamlProvider(portico, acme, { clockSkewSeconds: 5 });
  if (made.protocol !== 'saml') throw new Error('no SAML provider');
  provider = made;
});

afterAll(async () => {
  await portico?.close();
});

interface Outcome {
  readonly notes: SignInNotes;
  readonly verified: VerifiedResponse | null;
  readonly refusal: SignInRefused | null;
}

function options(changes: Partial<ResponseOptions> = {}): ResponseOptions {
  const { acsUrl, entityId } = samlAddresses(portico.platform.config.url, provider.id);
  return { acsUrl, audience: entityId, inResponseTo: '_request', ...changes };
}

async function verify(xml: string): Promise<Outcome> {
  const { platform } = portico;
  const notes = createNotes();
  const expectation = {
    url: platform.config.url,
    site: platform.config.url,
    provider,
    request: { id: '_request', sentAt: new Date() },
    decryptionKeys: () => decryptionKeysOf(platform, platform.db, provider.id),
  };
  try {
    const shape = await readResponse(encoded(xml), expectation, notes);
    return { notes, verified: await verifyResponse(shape, expectation, notes), refusal: null };
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error;
    return { notes, verified: null, refusal: error };
  }
}

function failedStep({ notes }: Outcome): string | undefined {
  return notes.steps.find(({ outcome }) => outcome === 'failed')?.name;
}

describe('what is noted of a response', () => {
  it('is each check in its order, with what was found', async () => {
    const { notes, verified } = await verify(responseXml(acme, options()));
    expect(notes.steps.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      'size-and-shape passed',
      'decryption skipped',
      'signature passed',
      'issuer passed',
      'audience passed',
      'recipient passed',
      'in-response-to passed',
      'times passed',
      'person passed',
    ]);
    expect(notes.issued).toEqual({ issuer: acme.entityId, assertion: verified?.assertion });
  });

  it('is the message without signatures, digests, certificates and ciphertexts', async () => {
    const { certificatePem } = await signingKeyOf(portico.platform, portico.platform.db, provider.id);
    const xml = encryptedResponse(
      acme,
      options({ signs: 'both', keyInfo: acme.certificate }),
      certificatePem,
    );
    const { notes } = await verify(xml);
    expect(notes.message).toContain('alice@acme.example');
    expect(notes.message).toContain('<ds:SignatureValue>…</ds:SignatureValue>');
    expect(notes.message).not.toMatch(/>[A-Za-z0-9+/=]{20,}</);
    const decryption = notes.steps.find(({ name }) => name === 'decryption');
    expect(decryption?.detail).toContain('Encrypted for our certificate');
  });

  it.each<[string, string, Partial<ResponseOptions>, string?]>([
    ['audience', 'audience', { audience: 'https://other.example' }, 'https://other.example'],
    ['recipient', 'recipient', { recipient: 'https://other.example/acs' }, 'https://other.example/acs'],
    ['issuer', 'issuer', { assertionIssuer: 'https://other.example' }, 'https://other.example'],
    ['in-response-to', 'in-response-to', { inResponseTo: '_other' }, '_other'],
    ['in-response-to', 'in-response-to', { subjectInResponseTo: null }, 'no request'],
    ['times', 'expired', { notOnOrAfter: -10 }],
    ['times', 'not-yet-valid', { notBefore: 60 }],
    ['times', 'too-old', { issuedAt: -400, notBefore: -500 }],
    ['size-and-shape', 'destination', { destination: 'https://other.example' }, 'https://other.example'],
    ['size-and-shape', 'status', { status: 'Responder' }, 'Responder'],
    ['size-and-shape', 'signature-missing', { signs: 'nothing' }],
    ['person', 'email-attribute', { attributes: { phone: '1' } }, 'phone'],
    ['person', 'transient-name-id', { nameIdFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient' }],
  ])('names the step %s and the reason %s, with what was found', async (step, key, changes, found) => {
    for (const signs of ['assertion', 'response', 'both'] as const) {
      const outcome = await verify(responseXml(acme, options({ signs, ...changes })));
      expect(failedStep(outcome)).toBe(step);
      expect(outcome.refusal?.reason?.key).toBe(key);
      if (found !== undefined) expect(outcome.refusal?.reason?.found).toContain(found);
      expect(outcome.notes.issued).toBeNull();
    }
  });

  it('names the certificate that signed, when it is not the provider’s', async () => {
    const mallory = await createTestIdp(acme.entityId);
    const outcome = await verify(
      responseXml(acme, options({ key: mallory.key, keyInfo: mallory.certificate })),
    );
    expect(failedStep(outcome)).toBe('signature');
    expect(outcome.refusal?.reason).toMatchObject({
      key: 'signature-key',
      found: expect.stringMatching(/^([0-9A-F]{2}:){31}/),
    });
    expect(outcome.refusal?.reason?.found).not.toBe(outcome.refusal?.reason?.expected);
  });
});

describe('the clock skew of a provider', () => {
  it.each([
    [4, true],
    [9, false],
  ])('of five seconds forgives %s seconds: %s', async (seconds, isForgiven) => {
    const { verified } = await verify(responseXml(acme, options({ notOnOrAfter: -seconds })));
    expect(verified !== null).toBe(isForgiven);
  });
});

describe('the person of a response', () => {
  it('has the name of the session there, and what signing out there needs', async () => {
    const format = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent';
    const unnamed = (await verify(responseXml(acme, options()))).verified?.assertion;
    expect(unnamed?.providerSession).toBeNull();
    expect(JSON.parse(unnamed?.logoutHint ?? '')).toEqual({ nameId: 'alice-1', format });
    const named = (await verify(responseXml(acme, options({ sessionIndex: '_s1' })))).verified?.assertion;
    expect(named?.providerSession).toBe('_s1');
    expect(JSON.parse(named?.logoutHint ?? '')).toEqual({ nameId: 'alice-1', format, sessionIndex: '_s1' });
  });

  it('is in groups that are not all of them, when Entra says where to ask for them', async () => {
    const mail = 'alice@acme.example';
    const whole = await verify(responseXml(acme, options({ attributes: { mail, groups: ['a', 'b'] } })));
    expect(whole.verified?.assertion).toMatchObject({ groups: ['a', 'b'], groupsAreComplete: true });
    const link = 'https://graph.windows.net/x/users/y/getMemberObjects';
    const attributes = { mail, 'http://schemas.microsoft.com/claims/groups.link': link };
    const cut = await verify(responseXml(acme, options({ attributes })));
    expect(cut.verified?.assertion).toMatchObject({ groups: [], groupsAreComplete: false });
  });
});

describe('a message in the sign-in log', () => {
  it.each([
    ['<a><SignatureValue>x</SignatureValue>b</a>', '<a><SignatureValue>…</SignatureValue>b</a>'],
    ['<CipherValue/>b', '<CipherValue/>b'],
    ['<x:CipherValue y="1">secret', '<x:CipherValue y="1">…'],
    ['<ds:DigestValue><!-- </x> -->z</ds:DigestValue>', '<ds:DigestValue>…</ds:DigestValue>'],
    ['<X509Certificate', '…'],
    ['no XML', 'no XML'],
  ])('has no secrets left: %s', (xml, redacted) => {
    expect(redactedXml(xml)).toBe(redacted);
  });

  it('is made in linear time, whatever was sent', () => {
    const began = performance.now();
    redactedXml('<CipherValue>'.repeat(20_000));
    redactedXml('<CipherValue '.repeat(20_000));
    expect(performance.now() - began).toBeLessThan(500);
  });
});
