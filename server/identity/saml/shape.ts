import type { SamlSettings } from '../providers/settings.ts';
import { SignInRefused } from '../sign-in/refusal.ts';
import { checkEncryptedShape, type EncryptedParts } from './encrypted-shape.ts';
import { childrenNamed, everyTag, LintError, readTags, type Tag } from './lint.ts';
import { checkSignatureShape, signatureNs } from './signature-shape.ts';

const protocolNs = 'urn:oasis:names:tc:SAML:2.0:protocol';
const assertionNs = 'urn:oasis:names:tc:SAML:2.0:assertion';

const success = 'urn:oasis:names:tc:SAML:2.0:status:Success';

/** What may be trusted of an unverified response: that it has the one shape that we read. */
export interface CheckedShape {
  readonly xml: string;
  readonly root: Tag;
  /** unverified; null while it is encrypted */
  readonly assertion: Tag | null;
  readonly encrypted: EncryptedParts | null;
  /** what is signed: its signature must hold, and of both, both */
  readonly isResponseSigned: boolean;
  readonly isAssertionSigned: boolean;
}

/**
 * The first of two gates in front of a SAML response; the second, independent one is the SAML library. Lets through only
 * responses of one shape: one Response, in it one Assertion or EncryptedAssertion, enveloped signatures over exactly the
 * response and exactly the assertion, at least one of the two unless it may still be found inside of the encryption, made
 * with SHA-256 or better; nothing that looks like an assertion, a response or a signature anywhere else. It narrows what
 * the library gets to see, and proves nothing itself.
 *
 * @param acsUrl the address to which the response was posted
 * @throws SignInRefused response_invalid, algorithm_weak, or provider_error when the provider reports a failure
 */
export function checkShape(xml: string, acsUrl: string, settings: SamlSettings): CheckedShape {
  return refusingShape(() => {
    const root = readTags(xml);
    checkResponse(root, acsUrl);
    const found = findOneAssertion(root);
    checkIds([root]);
    const isResponseSigned = checkSignatures(root, [root, found], settings).has(root);
    if (found.name === 'EncryptedAssertion') {
      const encrypted = checkEncryptedShape(found, settings);
      return { xml, root, assertion: null, encrypted, isResponseSigned, isAssertionSigned: false };
    }
    const isAssertionSigned = childrenNamed(found, signatureNs, 'Signature').length > 0;
    if (!isAssertionSigned && !isResponseSigned) throw notSigned();
    return { xml, root, assertion: found, encrypted: null, isResponseSigned, isAssertionSigned };
  });
}

/**
 * The same gate for what was encrypted: it is one assertion, with nothing in it that is not taken outside, and signed unless
 * the response is.
 *
 * @throws SignInRefused
 */
export function checkDecrypted(decrypted: Tag, outer: CheckedShape, settings: SamlSettings): CheckedShape {
  return refusingShape(() => {
    const found = findOneAssertion(decrypted);
    if (found !== decrypted || found.name !== 'Assertion') {
      throw new LintError('What was encrypted is no assertion');
    }
    checkIds([outer.root, decrypted]);
    const isAssertionSigned = checkSignatures(decrypted, [decrypted], settings).has(decrypted);
    if (!isAssertionSigned && !outer.isResponseSigned) throw notSigned();
    return { ...outer, assertion: decrypted, isAssertionSigned };
  });
}

function refusingShape<T>(check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof LintError)) throw error;
    throw new SignInRefused('response_invalid', error.message, { cause: error, reason: { key: 'shape' } });
  }
}

function notSigned(): SignInRefused {
  return new SignInRefused('response_invalid', 'Neither the assertion nor the response is signed', {
    reason: { key: 'signature-missing' },
  });
}

function checkResponse(root: Tag, acsUrl: string): void {
  if (root.name !== 'Response' || root.namespace !== protocolNs)
    throw new LintError('The root is no SAML Response');
  if (root.attributes.get('Version') !== '2.0') throw new LintError('The Response is not of SAML 2.0');
  checkStatus(root);
  const destination = root.attributes.get('Destination');
  if (destination !== undefined && destination !== acsUrl) {
    throw wrongDestination(
      `The Response is destined for ${shorten(destination)}, not for ${acsUrl}`,
      acsUrl,
      destination,
    );
  }
  // Bindings, section 3.5.5.2: a signed message that travels by POST must say where to.
  if (destination === undefined && childrenNamed(root, signatureNs, 'Signature').length > 0) {
    throw wrongDestination('The Response is signed and names no Destination', acsUrl);
  }
}

function wrongDestination(detail: string, expected: string, found?: string): SignInRefused {
  return new SignInRefused('response_invalid', detail, {
    reason: { key: 'destination', expected, ...(found !== undefined && { found: shorten(found) }) },
  });
}

function checkStatus(root: Tag): void {
  const [status, ...more] = childrenNamed(root, protocolNs, 'Status');
  const codes = status ? childrenNamed(status, protocolNs, 'StatusCode') : [];
  if (!status || more.length > 0 || codes.length !== 1)
    throw new LintError('The Response has not one Status');
  const value = codes[0]?.attributes.get('Value') ?? '';
  if (value === success) return;
  const second = codes[0]?.children[0]?.attributes.get('Value');
  const words = [value, second].filter((word) => word !== undefined).map(lastWord);
  const message = shorten(childrenNamed(status, protocolNs, 'StatusMessage')[0]?.text.trim() ?? '');
  const found = `${words.join(', ')}${message && `: ${message}`}`;
  throw new SignInRefused('provider_error', `The provider answered ${found}`, {
    reason: { key: 'status', found },
  });
}

// Names are compared without namespace and case where something extra must be found, with both where it must be the thing.
function findOneAssertion(root: Tag): Tag {
  const tags = [...everyTag(root)];
  const like = (pattern: RegExp) => tags.filter((tag) => pattern.test(tag.name));
  if (like(/^response$/i).some((tag) => tag !== root)) throw new LintError('There is more than one Response');
  const assertions = like(/^(encrypted)?assertion$/i);
  const [assertion] = assertions;
  if (!assertion || assertions.length > 1)
    throw new LintError(`There are ${assertions.length} assertions, not one`);
  // An assertion by itself is what a decrypted one is.
  if ((assertion !== root && assertion.parent !== root) || assertion.namespace !== assertionNs) {
    throw new LintError('The assertion is not where it belongs');
  }
  if (assertion.name !== 'Assertion' && assertion.name !== 'EncryptedAssertion')
    throw new LintError('The assertion has a name that only looks like its own');
  for (const extra of ['Extensions', 'Advice', 'Object']) {
    if (tags.some((tag) => tag.name === extra))
      throw new LintError(`There is an element ${extra}, which is not taken`);
  }
  return assertion;
}

function checkIds(roots: readonly Tag[]): void {
  const seen = new Set<string>();
  for (const tag of roots.flatMap((root) => [...everyTag(root)])) {
    for (const [attribute, value] of tag.attributes) {
      if (!/^(.*:)?(id|assertionid|responseid)$/i.test(attribute)) continue;
      if (!/^[A-Za-z_][\w.-]*$/.test(value)) throw new LintError('An ID has a form that XML does not allow');
      if (seen.has(value)) throw new LintError('Two elements have the same ID');
      seen.add(value);
    }
  }
}

/** Which of the elements that may be signed are, each once, and that nothing else is. */
function checkSignatures(root: Tag, signable: readonly Tag[], settings: SamlSettings): Set<Tag> {
  const signed = new Set<Tag>();
  for (const signature of everyTag(root)) {
    if (!/^signature$/i.test(signature.name)) continue;
    const { parent } = signature;
    if (!parent || !signable.includes(parent) || signature.namespace !== signatureNs) {
      throw new LintError('There is a signature where none belongs');
    }
    if (signed.has(parent)) throw new LintError('An element is signed more than once');
    signed.add(parent);
    checkSignatureShape(signature, parent, settings);
  }
  return signed;
}

function lastWord(urn: string): string {
  return shorten(urn.slice(urn.lastIndexOf(':') + 1));
}

/** What came from outside, short enough for an audit row. */
function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
