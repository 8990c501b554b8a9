import { X509Certificate } from 'node:crypto';
import type { OwnKey } from '../provider-keys/keys.ts';
import { samlAddresses } from '../providers/addresses.ts';
import type { SamlProvider } from '../providers/store.ts';
import type { Assertion } from '../sign-in/assertion.ts';
import { noted, type SignInNotes } from '../sign-in/notes.ts';
import { type RefusalReason, SignInRefused } from '../sign-in/refusal.ts';
import { decryptAssertion } from './decrypt.ts';
import { libraryFor, type OwnRequest } from './library.ts';
import { decodeResponse, everyTag, LintError, readTags, type Tag } from './lint.ts';
import { childOf, invalid } from './parts.ts';
import { readPerson } from './person.ts';
import { redactedXml } from './redact.ts';
import { type CheckedShape, checkDecrypted, checkShape } from './shape.ts';
import { checkStatements, type ExpectedStatements, requireAnswer, wrongIssuer } from './statements.ts';

/** What one sign-in at a provider is checked against. */
export interface SamlExpectation {
  readonly url: URL;
  /** where the round trip is made */
  readonly site: URL;
  readonly provider: SamlProvider;
  /** the request that is answered; null: the sign-in began at the provider */
  readonly request: OwnRequest | null;
  /** our keys that the assertion may be encrypted for */
  readonly decryptionKeys: () => Promise<readonly OwnKey[]>;
}

/** A response that passed every check. */
export interface VerifiedResponse {
  readonly assertion: Assertion;
  readonly assertionId: string;
  /** until when the assertion could be played again, were it not remembered */
  readonly replayableUntil: Date;
}

/**
 * Reads a posted SAMLResponse, up to where its shape is known and nothing is verified.
 * @throws SignInRefused
 */
export async function readResponse(
  samlResponse: string,
  { url, site, provider }: Pick<SamlExpectation, 'url' | 'site' | 'provider'>,
  notes: SignInNotes,
): Promise<CheckedShape> {
  const { acsUrl } = samlAddresses(url, provider.id, site);
  return noted(
    notes,
    'size-and-shape',
    () => {
      const xml = decoded(samlResponse);
      notes.message = redactedXml(xml);
      return checkShape(xml, acsUrl, provider.settings);
    },
    ({ xml, root }) =>
      `${Buffer.byteLength(xml)} bytes, ${[...everyTag(root)].length} elements, of a shape that is taken`,
  );
}

/**
 * Verifies what `readResponse` has read. Two gates: our own on its shape, inside of an encryption, too; then the library's
 * decryption, signatures and conditions. The person is read from the bytes that the library found signed, and from nothing
 * else. Every check is noted, and what the response says as soon as it is verified.
 *
 * @throws SignInRefused
 */
export async function verifyResponse(
  outer: CheckedShape,
  expectation: SamlExpectation,
  notes: SignInNotes,
): Promise<VerifiedResponse> {
  const { provider, request } = expectation;
  const { shape, key } = await opened(outer, expectation, notes);
  const expected = expectedStatements(expectation);
  // The library would refuse it as well, before it looks at the signature, and not say what it has found.
  const inResponseTo = shape.root.attributes.get('InResponseTo');
  if ((inResponseTo ?? null) !== expected.answers) {
    await noted(notes, 'in-response-to', () => requireAnswer('response', inResponseTo, expected.answers));
  }
  const signedXml = await verifiedXml(shape, expectation, key, expected, notes);
  const tag = readSigned(signedXml);
  const responseIssuer = childOf(shape.root, 'Issuer')?.text.trim();
  if (responseIssuer !== undefined && responseIssuer !== provider.issuer) {
    await noted(notes, 'issuer', () => {
      throw wrongIssuer('response', responseIssuer, provider.issuer);
    });
  }
  const { assertionId, replayableUntil } = await checkStatements(tag, expected, notes);
  const assertion = await noted(
    notes,
    'person',
    () => readPerson(tag, provider.settings),
    ({ subject, email }) => `${subject}, ${email}`,
  );
  notes.issued = { issuer: provider.issuer, assertion };
  return { assertion, assertionId, replayableUntil };

  function expectedStatements({
    url,
    site,
  }: SamlExpectation): ExpectedStatements & { answers: string | null } {
    const { entityId, acsUrl } = samlAddresses(url, provider.id, site);
    const { forcesSignIn = false, authnContexts = [] } = provider.settings;
    return {
      issuer: provider.issuer,
      audience: entityId,
      recipient: acsUrl,
      request: request && { ...request, forcesSignIn, authnContexts },
      answers: request?.id ?? null,
      clockSkewMs: provider.clockSkewSeconds * 1000,
    };
  }
}

/** The response with its assertion decrypted, and the key that did it; the same where nothing was encrypted. */
async function opened(
  shape: CheckedShape,
  { provider, decryptionKeys }: SamlExpectation,
  notes: SignInNotes,
): Promise<{ shape: CheckedShape; key: OwnKey | null }> {
  const { encrypted } = shape;
  const { settings } = provider;
  if (!encrypted) {
    if (settings.requiresEncryption) {
      await noted(notes, 'decryption', () => {
        throw invalid('The assertion is not encrypted', { key: 'not-encrypted' });
      });
    }
    notes.steps.push({ name: 'decryption', outcome: 'skipped', detail: 'The assertion is not encrypted' });
    return { shape, key: null };
  }
  return noted(
    notes,
    'decryption',
    async () => {
      const decrypted = decryptAssertion(encrypted, await decryptionKeys());
      const inner = checkDecrypted(decrypted.tag, shape, settings);
      notes.message = `${redactedXml(shape.xml)}\n\n${redactedXml(decrypted.xml)}`;
      return { shape: inner, key: decrypted.key };
    },
    ({ key }) => `Encrypted for our certificate ${fingerprintOf(key.certificatePem)}`,
  );
}

/** The assertion as the library found it signed. */
async function verifiedXml(
  shape: CheckedShape,
  { url, site, provider, request }: SamlExpectation,
  key: OwnKey | null,
  expected: ExpectedStatements,
  notes: SignInNotes,
): Promise<string> {
  const saml = libraryFor({
    url,
    site,
    provider,
    request,
    wantsSignedAssertion: shape.isAssertionSigned,
    wantsSignedResponse: shape.isResponseSigned,
    ...(key && { decryptionKey: key }),
  });
  const container = { SAMLResponse: Buffer.from(shape.xml, 'utf8').toString('base64') };
  const signed = [shape.isResponseSigned && 'response', shape.isAssertionSigned && 'assertion'];
  const parts = signed.filter(Boolean);
  const passed = `The ${parts.join(' and the ')} ${parts.length > 1 ? 'are' : 'is'} signed with a certificate of the provider`;
  let problem: unknown;
  try {
    const { profile } = await saml.validatePostResponseAsync(container);
    const xml = profile?.getAssertionXml?.();
    if (xml) {
      notes.steps.push({ name: 'signature', outcome: 'passed', detail: passed });
      return xml;
    }
  } catch (error) {
    problem = error;
  }
  const message = problem instanceof Error ? problem.message.slice(0, 500) : 'No signed assertion was found';
  const isLate = /expired|not yet valid|No valid subject confirmation/.test(message);
  if (isLate || /audience|InResponseTo/i.test(message)) {
    // It looks at these after the signature. What exactly it has refused, our own checks can say: they pass nothing here.
    notes.steps.push({ name: 'signature', outcome: 'passed', detail: passed });
    if (shape.assertion) await checkStatements(shape.assertion, expected, notes);
    return noted(notes, isLate ? 'times' : 'audience', () => {
      throw new SignInRefused(isLate ? 'response_expired' : 'response_invalid', message, { cause: problem });
    });
  }
  return noted(notes, 'signature', () => {
    throw badSignature(shape, provider, message, problem);
  });
}

/** Why no signature of the provider was found: another key, as far as the message shows it, or a change since. */
function badSignature(
  shape: CheckedShape,
  { settings }: SamlProvider,
  message: string,
  cause: unknown,
): SignInRefused {
  const known = settings.certificates.map(fingerprintOf);
  const shown = [shape.root, ...(shape.assertion ? [shape.assertion] : [])]
    .flatMap((tag) => [...everyTag(tag)])
    .filter(({ name }) => name === 'X509Certificate')
    .map(({ text }) => fingerprintOf(Buffer.from(text, 'base64')))
    .find((fingerprint) => fingerprint !== null && !known.includes(fingerprint));
  const reason: RefusalReason = {
    key: 'signature-key',
    ...(shown && { found: shown }),
    expected: known.join(', '),
  };
  const detail = shown
    ? `${message}: the message shows the certificate ${shown}, which is not one of the provider’s`
    : message;
  return new SignInRefused('response_invalid', detail, { cause, reason });
}

function fingerprintOf(certificate: string | Buffer): string | null {
  try {
    return new X509Certificate(certificate).fingerprint256;
  } catch {
    return null;
  }
}

function decoded(samlResponse: string): string {
  try {
    return decodeResponse(samlResponse);
  } catch (error) {
    if (!(error instanceof LintError)) throw error;
    throw new SignInRefused('response_invalid', error.message, { cause: error, reason: { key: 'shape' } });
  }
}

function readSigned(signedXml: string): Tag {
  try {
    return readTags(signedXml);
  } catch (error) {
    if (!(error instanceof LintError)) throw error;
    throw new SignInRefused('response_invalid', `What was signed: ${error.message}`, {
      cause: error,
      reason: { key: 'shape' },
    });
  }
}
