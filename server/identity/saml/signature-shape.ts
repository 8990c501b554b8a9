import type { SamlSettings } from '../providers/settings.ts';
import { digestMethods, requireAlgorithm, signatureMethods } from './algorithms.ts';
import { childrenNamed, everyTag, LintError, type Tag } from './lint.ts';

/** The namespace of XML signatures. */
export const signatureNs = 'http://www.w3.org/2000/09/xmldsig#';

const exclusiveC14n = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const transforms = ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', exclusiveC14n];

/**
 * Lets through an enveloped signature over exactly the element that it is in, made with what is strong enough. Says nothing
 * about whether it holds.
 *
 * @throws LintError, SignInRefused algorithm_weak or response_invalid
 */
export function checkSignatureShape(signature: Tag, parent: Tag, settings: SamlSettings): void {
  const info = only(signature, 'SignedInfo');
  only(signature, 'SignatureValue');
  const method = algorithm(only(info, 'SignatureMethod'));
  requireAlgorithm('The signature', method, signatureMethods, 'signature-algorithm', settings);
  if (algorithm(only(info, 'CanonicalizationMethod')) !== exclusiveC14n) {
    throw new LintError('The signature uses a canonicalization that is not taken');
  }
  const reference = only(info, 'Reference');
  if (reference.attributes.get('URI') !== `#${parent.attributes.get('ID') ?? ''}`) {
    throw new LintError('The signature does not refer to the element that it is in');
  }
  const digest = algorithm(only(reference, 'DigestMethod'));
  requireAlgorithm('The digest', digest, digestMethods, 'signature-algorithm', settings);
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
