/** How a piece of text looks, or where it leads. */
export interface AdfMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/** A part of a rich text in Atlassian Document Format. */
export interface AdfNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly AdfMark[];
  readonly content?: readonly AdfNode[];
}

/** A whole rich text, as the API takes and gives it. */
export interface AdfDocument {
  readonly type: 'doc';
  readonly version: number;
  readonly content: readonly AdfNode[];
}

/** A rich text that says nothing. */
export const emptyDocument: AdfDocument = { type: 'doc', version: 1, content: [] };

/** What the API gives as a rich text, or null when it is none. */
export function asDocument(value: unknown): AdfDocument | null {
  const { type, content } = (value ?? {}) as { type?: unknown; content?: unknown };
  return type === 'doc' && Array.isArray(content) ? (value as AdfDocument) : null;
}

/** Plain text as a rich one: paragraphs where lines are empty, and line breaks. */
export function documentOf(text: string): AdfDocument {
  const trimmed = text.replaceAll('\r\n', '\n').trim();
  if (trimmed === '') return emptyDocument;
  const content = trimmed.split(/\n{2,}/).map((paragraph) => ({
    type: 'paragraph',
    content: paragraph
      .split('\n')
      .flatMap((line, at) => [
        ...(at > 0 ? [{ type: 'hardBreak' }] : []),
        ...(line === '' ? [] : [{ type: 'text', text: line }]),
      ]),
  }));
  return { type: 'doc', version: 1, content };
}

/** Whether a rich text says and shows nothing. */
export function isEmptyDocument(document: AdfDocument): boolean {
  return !document.content.some(says);
}

function says(node: AdfNode): boolean {
  if (node.type === 'text') return (node.text ?? '').trim() !== '';
  if (node.type === 'hardBreak') return false;
  return silent.has(node.type) ? (node.content ?? []).some(says) : true;
}

/** What says nothing where nothing is in it. Everything else shows something by itself. */
const silent: ReadonlySet<string> = new Set(['paragraph', 'heading', 'blockquote', 'codeBlock', 'panel']);

/** A rich text without the empty paragraphs around it. */
export function trimDocument(document: AdfDocument): AdfDocument {
  const isBlank = (node: AdfNode | undefined) => node?.type === 'paragraph' && !says(node);
  let start = 0;
  let end = document.content.length;
  while (start < end && isBlank(document.content[start])) start += 1;
  while (end > start && isBlank(document.content[end - 1])) end -= 1;
  return { ...document, content: document.content.slice(start, end) };
}

/** A rich text as the client sends it. */
export function toSend({ content }: AdfDocument): { type: 'doc'; version: number; content: unknown[] } {
  return { type: 'doc', version: 1, content: [...content] };
}

/** How many characters the server will count in it, about. */
export function lengthOf(node: AdfDocument | AdfNode): number {
  const own = 'text' in node ? (node.text ?? '').length : 0;
  return (node.content ?? []).reduce((sum, child) => sum + lengthOf(child), own);
}

/** What a rich text says, on one line; empty when the value is none. */
export function textOfDocument(value: unknown): string {
  const document = asDocument(value);
  return document ? wordsIn(document).replace(/\s+/g, ' ').trim() : '';
}

function wordsIn(node: AdfDocument | AdfNode): string {
  if (node.type === 'text') return ('text' in node && node.text) || '';
  if (node.type === 'mention') return mentionText(node as AdfNode);
  const inner = (node.content ?? []).map(wordsIn).join('');
  return node.type === 'hardBreak' || node.content ? `${inner} ` : inner;
}

/** An attribute of a node as text; empty when it has none. */
export function textAttribute({ attrs }: AdfNode | AdfMark, name: string): string {
  const value = attrs?.[name];
  return typeof value === 'string' ? value : '';
}

const safeSchemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** Whether an address may stand in a link: absolute, and of a scheme that only leads somewhere and runs nothing. */
export function isSafeAddress(address: string): boolean {
  // browsers leave out white space and control characters inside a scheme
  return !/[\p{Cc}\s]/u.test(address) && URL.canParse(address) && safeSchemes.has(new URL(address).protocol);
}

/** What stands where somebody is mentioned. */
export function mentionText(node: AdfNode): string {
  const name = textAttribute(node, 'text').replace(/^@/, '');
  return `@${name || textAttribute(node, 'id')}`;
}
