/**
 * Reads a SAML response the strict way, before any XML parser sees it, and without one: no DOCTYPE, entity declarations,
 * comments, CDATA or processing instructions, so that tags can be told from text by `<` alone. What is left is a tree of
 * tags, in which saml/shape.ts looks for everything that has been used to trick parsers into disagreeing.
 */

/** A tag and what is in it. */
export interface Tag {
  /** without prefix */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Tag[];
  readonly parent: Tag | null;
  /** the text directly in it */
  readonly text: string;
}

/** The text is no XML that we take; the message says why. */
export class LintError extends Error {}

/** Largest response, decoded, in bytes. */
const maxResponseBytes = 256 * 1024;
const maxDepth = 32;
const maxTags = 4000;

/**
 * The XML of a base64 SAMLResponse.
 * @throws LintError when it is too large, or not plain base64 of UTF-8 text
 */
export function decodeResponse(base64: string): string {
  const compact = base64.replace(/\r?\n/g, '');
  if (compact.length > (maxResponseBytes * 4) / 3 + 4) {
    throw new LintError(`The response is larger than ${maxResponseBytes / 1024} kB`);
  }
  if (compact === '' || compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) {
    throw new LintError('The response is not base64');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(Buffer.from(compact, 'base64'));
  } catch {
    throw new LintError('The response is not UTF-8 text');
  }
}

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
const name = '[A-Za-z_][\\w.-]*';
const tagPattern = new RegExp(
  `<(/?)((?:${name}:)?${name})((?:[ \\t\\r\\n]+(?:${name}:)?${name}[ \\t\\r\\n]*=[ \\t\\r\\n]*(?:"[^"<]*"|'[^'<]*'))*)[ \\t\\r\\n]*(/?)>`,
  'y',
);
const attributePattern = new RegExp(
  `((?:${name}:)?${name})[ \\t\\r\\n]*=[ \\t\\r\\n]*(?:"([^"]*)"|'([^']*)')`,
  'g',
);
const declaration =
  /^<\?xml version=(["'])1\.0\1(?: encoding=(["'])utf-8\2)?(?: standalone=(["'])(?:yes|no)\3)? ?\?>\s*/i;

interface OpenTag extends Tag {
  text: string;
  readonly rawName: string;
  readonly children: OpenTag[];
  readonly parent: OpenTag | null;
  readonly scope: ReadonlyMap<string, string>;
}

/**
 * Reads the text into its one root tag.
 * @throws LintError
 */
export function readTags(xml: string): Tag {
  const text = xml.replace(declaration, '');
  refuseMarkup(text);
  let at = 0;
  let count = 0;
  let depth = 0;
  let root: OpenTag | null = null;
  let current: OpenTag | null = null;

  while (at < text.length) {
    const next = text.indexOf('<', at);
    const between = text.slice(at, next === -1 ? undefined : next);
    const words = readText(between);
    if (current) current.text += words;
    else if (/[^ \t\r\n]/.test(between)) throw new LintError('There is text outside the root element');
    if (next === -1) break;
    tagPattern.lastIndex = next;
    const match = tagPattern.exec(text);
    if (!match) throw new LintError('A tag is malformed');
    at = tagPattern.lastIndex;
    const [, isEnd, rawName = '', attributes = '', isEmpty] = match;
    if (isEnd) {
      if (attributes || isEmpty || current?.rawName !== rawName) throw new LintError('End tags do not fit');
      current = current.parent;
      depth -= 1;
      continue;
    }
    if (!current && root) throw new LintError('There are several root elements');
    count += 1;
    if (count > maxTags || depth >= maxDepth)
      throw new LintError('The response has too many or too deep elements');
    const tag: OpenTag = openTag(rawName, attributes, current);
    root ??= tag;
    current?.children.push(tag);
    if (!isEmpty) {
      current = tag;
      depth += 1;
    }
  }
  if (!root || current) throw new LintError('The response is not a complete XML document');
  return root;
}

function refuseMarkup(text: string): void {
  if (text.includes('<!--')) throw new LintError('The response contains a comment');
  if (text.includes('<![')) throw new LintError('The response contains a CDATA section');
  if (text.includes('<!')) throw new LintError('The response contains a document type or entity declaration');
  if (text.includes('<?')) throw new LintError('The response contains a processing instruction');
}

const ownEntities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text with its references resolved. Only the five entities that XML itself defines, and characters that it allows. */
function readText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)) {
    throw new LintError('The response contains a character that XML forbids');
  }
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/&(?:(\w{2,4});|#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}));)?/g, resolveReference);
}

function resolveReference(_match: string, entity?: string, hex?: string, decimal?: string): string {
  if (entity !== undefined) {
    const character = ownEntities[entity];
    if (character !== undefined) return character;
  }
  const code = hex ? Number.parseInt(hex, 16) : decimal ? Number.parseInt(decimal, 10) : -1;
  const isAllowed =
    [9, 10, 13].includes(code) ||
    (code >= 0x20 && code < 0xd800) ||
    (code >= 0xe000 && code < 0xfffe) ||
    (code >= 0x10000 && code <= 0x10ffff);
  if (!isAllowed) throw new LintError('The response contains an entity that is not one of XML’s own');
  return String.fromCodePoint(code);
}

function openTag(rawName: string, attributeText: string, parent: OpenTag | null): OpenTag {
  const scope = new Map(parent?.scope ?? [['xml', xmlNamespace]]);
  const attributes = new Map<string, string>();
  for (const [, attribute = '', quoted, apostrophed] of attributeText.matchAll(attributePattern)) {
    const value = readText((quoted ?? apostrophed ?? '').replace(/\r\n?|[\t\n]/g, ' '));
    if (attributes.has(attribute)) throw new LintError(`An element has the attribute ${attribute} twice`);
    attributes.set(attribute, value);
    if (/^xmlns(:|$)/.test(attribute)) requireAbsolute(value);
    if (attribute === 'xmlns') scope.set('', value);
    if (attribute.startsWith('xmlns:')) declarePrefix(scope, attribute.slice('xmlns:'.length), value);
  }
  const colon = rawName.indexOf(':');
  const prefix = colon === -1 ? '' : rawName.slice(0, colon);
  const namespace = scope.get(prefix) ?? (prefix === '' ? '' : undefined);
  if (namespace === undefined) throw new LintError(`The prefix ${prefix} is not declared`);
  const name = rawName.slice(colon + 1);
  return { rawName, name, namespace, attributes, children: [], parent, scope, text: '' };
}

// Canonicalization fails on relative namespaces (Canonical XML 1.1, section 1.3), and what it then yields differs: some
// libraries go on with an empty text, whose digest anybody can make.
function requireAbsolute(namespace: string): void {
  if (namespace !== '' && !/^[A-Za-z][\w+.-]*:/.test(namespace)) {
    throw new LintError('A namespace is not an absolute address');
  }
}

function declarePrefix(scope: Map<string, string>, prefix: string, value: string): void {
  if (prefix === 'xmlns' || value === '' || (prefix === 'xml') !== (value === xmlNamespace)) {
    throw new LintError('A namespace declaration is malformed');
  }
  scope.set(prefix, value);
}

/** All tags of a tree, itself first. */
export function* everyTag(tag: Tag): Generator<Tag> {
  yield tag;
  for (const child of tag.children) yield* everyTag(child);
}

/** The children of this name and namespace. */
export function childrenNamed(tag: Tag, namespace: string, childName: string): Tag[] {
  return tag.children.filter((child) => child.name === childName && child.namespace === namespace);
}
