import { type AdfNode, textAttribute } from './adf-node.ts';

/**
 * Reads an ADF document as plain text that people can read: paragraphs apart by an empty line, lists with their signs,
 * quotes behind `>`, cells apart by `|`, links with their addresses, people by their names.
 */
export function textFromAdf(node: AdfNode): string {
  switch (node.type) {
    case 'text':
      return withAddress(node);
    case 'hardBreak':
      return '\n';
    case 'mention':
      return mentionText(node);
    case 'emoji':
      return textAttribute(node, 'text') || textAttribute(node, 'shortName');
    case 'date':
      return dateText(node);
    case 'status':
      return textAttribute(node, 'text');
    case 'inlineCard':
    case 'blockCard':
    case 'embedCard':
      return textAttribute(node, 'url');
    case 'media':
    case 'mediaInline':
      return textAttribute(node, 'alt') || textAttribute(node, 'url');
    case 'rule':
      return '---';
    case 'bulletList':
      return items(node, () => '- ');
    case 'orderedList': {
      const first = Number(node.attrs?.['order'] ?? 1);
      return items(node, (index) => `${first + index}. `);
    }
    case 'taskList':
      return items(node, (_, item) => (item.type === 'taskItem' ? taskSign(item) : ''));
    case 'decisionList':
      return items(node, () => '- ');
    case 'blockquote':
      return behind('> ', '> ', blocks(node, '\n\n'));
    case 'tableRow':
      return (node.content ?? []).map((cell) => onOneLine(blocks(cell, ' '))).join(' | ');
    case 'table':
    case 'listItem':
    case 'mediaSingle':
    case 'mediaGroup':
      return blocks(node, '\n');
    case 'expand':
    case 'nestedExpand': {
      const title = textAttribute(node, 'title');
      return [...(title ? [title] : []), blocks(node, '\n\n')].join('\n\n');
    }
    case 'doc':
    case 'panel':
      return blocks(node, '\n\n');
    default:
      return blocks(node, '');
  }
}

/** What is said where somebody is mentioned: `@` and the name that the document holds. */
export function mentionText(node: AdfNode): string {
  const name = textAttribute(node, 'text').replace(/^@/, '');
  return `@${name || textAttribute(node, 'id')}`;
}

/** The day of a date, as YYYY-MM-DD; empty when it is none. */
export function dateText(node: AdfNode): string {
  const at = new Date(Number(textAttribute(node, 'timestamp')));
  return Number.isNaN(at.getTime()) ? '' : (at.toISOString().split('T')[0] ?? '');
}

/** Whether a document says and shows nothing at all. */
export function isEmptyAdf(document: AdfNode): boolean {
  const shows = ({ type, content }: AdfNode): boolean =>
    type === 'media' || type === 'mediaInline' || type === 'rule' || (content ?? []).some(shows);
  return textFromAdf(document).trim() === '' && !shows(document);
}

function blocks(node: AdfNode, between: string): string {
  return (node.content ?? []).map(textFromAdf).join(between);
}

function items(node: AdfNode, signOf: (index: number, item: AdfNode) => string): string {
  return (node.content ?? [])
    .map((item, index) => {
      const sign = signOf(index, item);
      return behind(sign, ' '.repeat(sign === '' ? 2 : sign.length), textFromAdf(item), sign === '');
    })
    .join('\n');
}

// Line by line: a pattern for white space around line ends takes time by the square of the white space that it finds.
function onOneLine(text: string): string {
  const [first = '', ...others] = text.split('\n');
  if (others.length === 0) return text;
  const last = others.pop() ?? '';
  const between = others.map((line) => line.trim()).filter((line) => line !== '');
  return [first.trimEnd(), ...between, last.trimStart()].join(' ');
}

function taskSign(item: AdfNode): string {
  return textAttribute(item, 'state') === 'DONE' ? '[x] ' : '[ ] ';
}

function behind(first: string, others: string, text: string, all = false): string {
  return text
    .split('\n')
    .map((line, index) =>
      line === '' && index > 0 ? others.trimEnd() : `${index === 0 && !all ? first : others}${line}`,
    )
    .join('\n');
}

function withAddress(node: AdfNode): string {
  const text = node.text ?? '';
  const link = node.marks?.find(({ type }) => type === 'link');
  const address = link ? textAttribute(link, 'href') : '';
  return address === '' || isSame(address, text) ? text : `${text} (${address})`;
}

function isSame(address: string, text: string): boolean {
  const bare = (value: string) => value.replace(/^(?:https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, '');
  return bare(address) === bare(text.trim());
}
