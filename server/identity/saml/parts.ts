import { type RefusalReason, SignInRefused } from '../sign-in/refusal.ts';
import { childrenNamed, type Tag } from './lint.ts';

/** The namespace of everything in an assertion. */
export const assertionNs = 'urn:oasis:names:tc:SAML:2.0:assertion';

/**
 * The one child of this name, in the namespace of assertions.
 * @throws SignInRefused response_invalid
 */
export function onlyChild(tag: Tag, name: string): Tag {
  const found = childrenNamed(tag, assertionNs, name);
  const [child] = found;
  if (!child || found.length > 1)
    throw invalid(`${tag.name} has ${found.length} elements ${name}, not one`, { key: 'shape' });
  return child;
}

/** A refusal of what is not as it must be. */
export function invalid(detail: string, reason: RefusalReason): SignInRefused {
  return new SignInRefused('response_invalid', detail, { reason });
}

/** The first child of this name, in the namespace of assertions. */
export function childOf(tag: Tag, name: string): Tag | undefined {
  return childrenNamed(tag, assertionNs, name)[0];
}
