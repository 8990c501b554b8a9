import { SignInRefused } from '../sign-in/refusal.ts';
import { childrenNamed, decodeResponse, everyTag, LintError, readTags, type Tag } from './lint.ts';

const protocolNs = 'urn:oasis:names:tc:SAML:2.0:protocol';
const assertionNs = 'urn:oasis:names:tc:SAML:2.0:assertion';
const signatureNs = 'http://www.w3.org/2000/09/xmldsig#';

const success = 'urn:oasis:names:tc:SAML:2.0:status:Success';
const signatureMethods = [
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
  'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
];
const digestMethods = ['http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2001/04/xmlenc#sha512'];
const exclusiveC14n = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const transforms = ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', exclusiveC14n];

/** What may be trusted of an unverified response: that it has the one shape that we read. */
export interface CheckedShape {
  readonly xml: string;
  /** the Response element itself is signed too: then that signature must hold as well */
  readonly isResponseSigned: boolean;
}

/**
 * The first of two gates in front of a SAML response; the second, independent one is the SAML library. Lets through only
 * responses of one shape: one Response, in it one Assertion with one enveloped signature over exactly that assertion, made
 * with SHA-256 or better; nothing that looks like an assertion, a response or a signature anywhere else. It narrows what
 * the library gets to see, and proves nothing itself.
 *
 * @param acsUrl the address to which the response was posted
 * @throws SignInRefused response_invalid, or provider_error when the provider reports a failure
 */
export function checkShape(samlResponse: string, acsUrl: string): CheckedShape {
  try {
    const xml = decodeResponse(samlResponse);
    const root = readTags(xml);
    checkResponse(root, acsUrl);
    checkOneAssertion(root);
    checkIds(root);
    const isResponseSigned = checkSignatures(root);
    return { xml, isResponseSigned };
  } catch (error) {
    if (!(error instanceof LintError)) throw error;
    throw new SignInRefused('response_invalid', error.message, { cause: error });
  }
}

function checkResponse(root: Tag, acsUrl: string): void {
  if (root.name !== 'Response' || root.namespace !== protocolNs)
    throw new LintError('The root is no SAML Response');
  if (root.attributes.get('Version') !== '2.0') throw new LintError('The Response is not of SAML 2.0');
  const [status, ...more] = childrenNamed(root, protocolNs, 'Status');
  const codes = status ? childrenNamed(status, protocolNs, 'StatusCode') : [];
  if (!status || more.length > 0 || codes.length !== 1)
    throw new LintError('The Response has not one Status');
  const value = codes[0]?.attributes.get('Value') ?? '';
  if (value !== success) {
    const second = codes[0]?.children[0]?.attributes.get('Value');
    const words = [value, second].filter((word) => word !== undefined).map(lastWord);
    throw new SignInRefused('provider_error', `The provider answered ${words.join(', ')}`);
  }
  const destination = root.attributes.get('Destination');
  if (destination !== undefined && destination !== acsUrl) {
    throw new LintError(`The Response is destined for ${shorten(destination)}, not for ${acsUrl}`);
  }
  // Bindings, section 3.5.5.2: a signed message that travels by POST must say where to.
  if (destination === undefined && childrenNamed(root, signatureNs, 'Signature').length > 0) {
    throw new LintError('The Response is signed and names no Destination');
  }
}

// Names are compared without namespace and case where something extra must be found, with both where it must be the thing.
function checkOneAssertion(root: Tag): void {
  const tags = [...everyTag(root)];
  const like = (pattern: RegExp) => tags.filter((tag) => pattern.test(tag.name));
  if (like(/^response$/i).length !== 1) throw new LintError('There is more than one Response');
  const assertions = like(/^(encrypted)?assertion$/i);
  const [assertion] = assertions;
  if (!assertion || assertions.length > 1)
    throw new LintError(`There are ${assertions.length} assertions, not one`);
  if (assertion.parent !== root || assertion.namespace !== assertionNs) {
    throw new LintError('The assertion is not where it belongs');
  }
  if (assertion.name === 'EncryptedAssertion') {
    throw new LintError(
      'The assertion is encrypted: turn encryption off at the provider, the connection is encrypted',
    );
  }
  if (assertion.name !== 'Assertion')
    throw new LintError('The assertion has a name that only looks like its own');
  for (const extra of ['Extensions', 'Advice', 'Object']) {
    if (tags.some((tag) => tag.name === extra))
      throw new LintError(`There is an element ${extra}, which is not taken`);
  }
}

function checkIds(root: Tag): void {
  const seen = new Set<string>();
  for (const tag of everyTag(root)) {
    for (const [attribute, value] of tag.attributes) {
      if (!/^(.*:)?(id|assertionid|responseid)$/i.test(attribute)) continue;
      if (!/^[A-Za-z_][\w.-]*$/.test(value)) throw new LintError('An ID has a form that XML does not allow');
      if (seen.has(value)) throw new LintError('Two elements have the same ID');
      seen.add(value);
    }
  }
}

function checkSignatures(root: Tag): boolean {
  const [assertion] = childrenNamed(root, assertionNs, 'Assertion');
  const all = [...everyTag(root)].filter((tag) => /^signature$/i.test(tag.name));
  for (const signature of all) {
    const { parent } = signature;
    if ((parent !== root && parent !== assertion) || signature.namespace !== signatureNs) {
      throw new LintError('There is a signature where none belongs');
    }
    checkSignature(signature, parent);
  }
  const signed = (tag: Tag | undefined) => all.filter((signature) => signature.parent === tag).length;
  if (signed(root) > 1 || signed(assertion) > 1) throw new LintError('An element is signed more than once');
  if (signed(assertion) === 0) {
    throw new LintError('The assertion is not signed: let the provider sign assertions, not only responses');
  }
  return signed(root) === 1;
}

function checkSignature(signature: Tag, parent: Tag): void {
  const info = only(signature, 'SignedInfo');
  only(signature, 'SignatureValue');
  const method = algorithm(only(info, 'SignatureMethod'));
  if (!signatureMethods.includes(method))
    throw new LintError(`The signature uses ${shorten(method)}, which is not taken`);
  if (algorithm(only(info, 'CanonicalizationMethod')) !== exclusiveC14n) {
    throw new LintError('The signature uses a canonicalization that is not taken');
  }
  const reference = only(info, 'Reference');
  if (reference.attributes.get('URI') !== `#${parent.attributes.get('ID') ?? ''}`) {
    throw new LintError('The signature does not refer to the element that it is in');
  }
  const digest = algorithm(only(reference, 'DigestMethod'));
  if (!digestMethods.includes(digest))
    throw new LintError(`The digest uses ${shorten(digest)}, which is not taken`);
  only(reference, 'DigestValue');
  const steps = only(reference, 'Transforms').children;
  if (
    steps.length > 2 ||
    steps.some((step) => step.name !== 'Transform' || !transforms.includes(algorithm(step)))
  ) {
    throw new LintError('The signature uses transforms that are not taken');
  }
  const allowed = ['SignedInfo', 'SignatureValue', 'KeyInfo'];
  if (signature.children.some((child) => !allowed.includes(child.name))) {
    throw new LintError('The signature contains more than it should');
  }
  // A signature method hidden deeper would be found by whoever searches all descendants.
  for (const word of [
    'SignedInfo',
    'SignatureMethod',
    'CanonicalizationMethod',
    'Reference',
    'SignatureValue',
    'DigestValue',
  ]) {
    const found = [...everyTag(signature)].filter((tag) => tag.name.toLowerCase() === word.toLowerCase());
    if (found.length !== 1)
      throw new LintError(`The signature has ${found.length} elements ${word}, not one`);
  }
}

function only(tag: Tag, childName: string): Tag {
  const found = childrenNamed(tag, signatureNs, childName);
  const [child] = found;
  if (!child || found.length > 1)
    throw new LintError(`${tag.name} has ${found.length} elements ${childName}, not one`);
  return child;
}

function algorithm(tag: Tag): string {
  return tag.attributes.get('Algorithm') ?? '';
}

function lastWord(urn: string): string {
  return shorten(urn.slice(urn.lastIndexOf(':') + 1));
}

/** What came from outside, short enough for an audit row. */
function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
