/** A part of a document in Atlassian Document Format, as far as its text goes. */
export interface AdfNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly AdfNode[];
}

const blocks = new Set([
  'paragraph',
  'heading',
  'codeBlock',
  'blockquote',
  'bulletList',
  'orderedList',
  'panel',
  'rule',
  'table',
]);

/** A whole document, as the API gives it. */
export interface AdfDocument {
  readonly type: 'doc';
  readonly content: readonly unknown[];
}

/** The plain text of a document: paragraphs apart by an empty line, list items each on a line with its mark. */
export function adfText(document: AdfDocument | AdfNode | null | undefined): string {
  if (!document) return '';
  return textOf(document as AdfNode)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function textOf(node: AdfNode): string {
  const inner = () => childrenOf(node).map(textOf).join('');
  switch (node.type) {
    case 'text':
      return node.text ?? '';
    case 'hardBreak':
      return '\n';
    case 'bulletList':
      return `${itemsOf(node, () => '•')}\n\n`;
    case 'orderedList':
      return `${itemsOf(node, (index) => `${index + 1}.`)}\n\n`;
    case 'tableRow':
      return `${childrenOf(node)
        .map((cell) => adfText({ type: 'doc', content: childrenOf(cell) }))
        .join(' | ')}\n`;
    case 'mention':
    case 'emoji':
    case 'status':
    case 'date':
      return String(node.attrs?.['text'] ?? node.attrs?.['shortName'] ?? '');
    case 'inlineCard':
    case 'blockCard':
      return String(node.attrs?.['url'] ?? '');
    default:
      return blocks.has(node.type) ? `${inner()}\n\n` : inner();
  }
}

function itemsOf(list: AdfNode, mark: (index: number) => string): string {
  return childrenOf(list)
    .map((item, index) => `${mark(index)} ${adfText({ type: 'doc', content: childrenOf(item) })}`)
    .join('\n');
}

function childrenOf(node: AdfNode): readonly AdfNode[] {
  return node.content ?? [];
}
