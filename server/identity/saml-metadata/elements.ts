import { childrenNamed, type Tag } from '../saml/lint.ts';
import { MetadataProblem } from './problem.ts';

const metadataNs = 'urn:oasis:names:tc:SAML:2.0:metadata';

/** The child elements of SAML metadata with this name. */
export function metadataChildren(tag: Tag, name: string): Tag[] {
  return childrenNamed(tag, metadataNs, name);
}

/** Whether it is this element of SAML metadata. */
export function isMetadata(tag: Tag, name: string): boolean {
  return tag.name === name && tag.namespace === metadataNs;
}

/** An attribute without prefix, trimmed; null when it is not there or empty. */
export function attributeOf(tag: Tag, name: string): string | null {
  return tag.attributes.get(name)?.trim() || null;
}

/**
 * The text of an element, trimmed.
 * @throws MetadataProblem when there are elements in it, too
 */
export function textOf(tag: Tag): string {
  if (tag.children.length > 0) throw new MetadataProblem(`${tag.name} has an element in its value.`);
  return tag.text.trim();
}
