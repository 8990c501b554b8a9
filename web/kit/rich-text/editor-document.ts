import type { AdfDocument, AdfMark, AdfNode } from './adf.ts';

/**
 * Between ADF and what the editor holds. Both are trees of nearly the same nodes; here is where they differ. What the editor
 * cannot edit it holds as one piece, and gives it back as it was: nothing is lost by opening and saving a text.
 */

/** A node of the editor, as JSON. */
export interface EditorNode {
  type: string;
  text?: string;
  attrs?: Record<string, unknown>;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  content?: EditorNode[];
}

/** Holds ADF nodes as they are: a whole block, or a piece of a line. */
export const keptBlock = 'keptBlock';
export const keptInline = 'keptInline';

const marksInEditor: Readonly<Record<string, string>> = { strong: 'bold', em: 'italic' };
const marksInAdf = Object.fromEntries(Object.entries(marksInEditor).map(([adf, editor]) => [editor, adf]));
const knownMarks: ReadonlySet<string> = new Set([
  ...['strong', 'em', 'underline', 'strike', 'code', 'link', 'subsup', 'textColor', 'backgroundColor'],
]);

/** What may stand in what while it is edited, and which attributes the editor knows by itself. */
interface Shape {
  readonly in?: ReadonlySet<string>;
  readonly attrs?: readonly string[];
}
const lists = ['bulletList', 'orderedList', 'taskList'];
const inline = new Set([
  'text',
  'hardBreak',
  'mention',
  'emoji',
  'date',
  'status',
  'inlineCard',
  'mediaInline',
]);
const inCells = new Set(['paragraph', 'heading', ...lists, 'blockquote', 'codeBlock', 'rule']);
const shapes: Readonly<Record<string, Shape>> = {
  paragraph: { in: inline },
  heading: { in: inline, attrs: ['level'] },
  bulletList: { in: new Set(['listItem']) },
  orderedList: { in: new Set(['listItem']), attrs: ['order'] },
  listItem: { in: new Set(['paragraph', ...lists, 'codeBlock']) },
  taskList: { in: new Set(['taskItem', 'taskList']) },
  taskItem: { in: inline, attrs: ['state'] },
  blockquote: { in: new Set(['paragraph', 'bulletList', 'orderedList', 'codeBlock']) },
  codeBlock: { in: new Set(['text']), attrs: ['language'] },
  rule: {},
  table: { in: new Set(['tableRow']) },
  tableRow: { in: new Set(['tableHeader', 'tableCell']) },
  tableHeader: { in: inCells, attrs: ['colspan', 'rowspan', 'colwidth'] },
  tableCell: { in: inCells, attrs: ['colspan', 'rowspan', 'colwidth'] },
};

/** A rich text as the editor holds it. */
export function toEditor(document: AdfDocument): EditorNode {
  const content = document.content.map((node) =>
    isEditable(node) ? blockToEditor(node) : { type: keptBlock, attrs: { node } },
  );
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

/** What the editor holds as a rich text. */
export function fromEditor(document: EditorNode): AdfDocument {
  return { type: 'doc', version: 1, content: (document.content ?? []).flatMap(blockFromEditor) };
}

/** Whether the editor can take a block apart. */
function isEditable(node: AdfNode): boolean {
  const shape = shapes[node.type];
  if (!shape) return false;
  const content = node.content ?? [];
  if (node.type === 'listItem' && content[0]?.type !== 'paragraph') return false;
  if (node.type === 'taskList' && content[0]?.type !== 'taskItem') return false;
  if (
    node.type === 'taskList' &&
    content.some((one, at) => !one.type.endsWith('Item') && !content[at - 1]?.type.endsWith('Item'))
  )
    return false;
  if (
    /^(?:table(?:Header|Cell)|blockquote|bulletList|orderedList|tableRow|table)$/.test(node.type) &&
    content.length === 0
  )
    return false;
  return content.every(
    (child) =>
      shape.in?.has(child.type) && (inline.has(child.type) ? isKnownText(child, node) : isEditable(child)),
  );
}

function isKnownText({ marks = [] }: AdfNode, parent: AdfNode): boolean {
  return (
    marks.every(({ type }) => knownMarks.has(type)) && (parent.type !== 'codeBlock' || marks.length === 0)
  );
}

function blockToEditor(node: AdfNode): EditorNode {
  const { type, attrs = {}, marks } = node;
  const known = shapes[type]?.attrs ?? [];
  const kept = Object.fromEntries(Object.entries(attrs).filter(([name]) => !known.includes(name)));
  const hasKept = Object.keys(kept).length > 0 || marks !== undefined;
  const own: Record<string, unknown> = Object.fromEntries(
    known.flatMap((name) => (attrs[name] === undefined ? [] : [[name, attrs[name]]])),
  );
  if (hasKept)
    own['kept'] = { ...(Object.keys(kept).length > 0 && { attrs: kept }), ...(marks && { marks }) };
  const content = node.content ?? [];
  switch (type) {
    case 'rule':
      return { type: 'horizontalRule' };
    case 'orderedList': {
      const { order, ...rest } = own;
      return withContent({ type, attrs: { ...rest, start: order ?? 1 } }, content.map(blockToEditor));
    }
    case 'taskList':
      return withContent({ type, attrs: own }, tasksToEditor(content));
    case 'taskItem': {
      const { state, ...rest } = own;
      return {
        type,
        attrs: { ...rest, checked: state === 'DONE' },
        content: [withContent({ type: 'paragraph' }, content.map(inlineToEditor))],
      };
    }
    case 'paragraph':
    case 'heading':
    case 'codeBlock':
      return withContent(
        { type, ...(Object.keys(own).length > 0 && { attrs: own }) },
        content.map(inlineToEditor),
      );
    default:
      return withContent(
        { type, ...(Object.keys(own).length > 0 && { attrs: own }) },
        content.map(blockToEditor),
      );
  }
}

/** A list under a task stands beside it in ADF, and in it while it is edited. */
function tasksToEditor(content: readonly AdfNode[]): EditorNode[] {
  const tasks: EditorNode[] = [];
  for (const node of content) {
    const last = tasks.at(-1);
    if (node.type === 'taskList' && last) last.content = [...(last.content ?? []), blockToEditor(node)];
    else tasks.push(blockToEditor(node));
  }
  return tasks;
}

function inlineToEditor(node: AdfNode): EditorNode {
  if (node.type === 'text') {
    const marks = (node.marks ?? []).map(({ type, attrs }) => ({
      type: marksInEditor[type] ?? type,
      ...(attrs && { attrs: { ...attrs } }),
    }));
    return { type: 'text', text: node.text ?? '', ...(marks.length > 0 && { marks }) };
  }
  if (node.type === 'hardBreak') return { type: 'hardBreak' };
  if (node.type === 'mention') return { type: 'mention', attrs: { ...node.attrs } };
  return { type: keptInline, attrs: { node } };
}

function blockFromEditor(node: EditorNode): AdfNode[] {
  const { type, attrs = {}, content = [] } = node;
  const kept = attrs['kept'] as { attrs?: Record<string, unknown>; marks?: AdfMark[] } | null | undefined;
  const build = (own: Record<string, unknown>, children?: AdfNode[], as = type): AdfNode => {
    const all = { ...kept?.attrs, ...own };
    return {
      type: as,
      ...(Object.keys(all).length > 0 && { attrs: all }),
      ...(children && { content: children }),
      ...(kept?.marks && { marks: kept.marks }),
    };
  };
  switch (type) {
    case keptBlock:
      return [attrs['node'] as AdfNode];
    case 'horizontalRule':
      return [{ type: 'rule' }];
    case 'paragraph':
      return [build({}, inlinesFromEditor(content))];
    case 'heading':
      return [build({ level: attrs['level'] }, inlinesFromEditor(content))];
    case 'codeBlock':
      return [build(attrs['language'] ? { language: attrs['language'] } : {}, inlinesFromEditor(content))];
    case 'orderedList':
      return [build({ order: attrs['start'] ?? 1 }, content.flatMap(blockFromEditor))];
    case 'taskList':
      return [build(kept ? {} : { localId: newId() }, content.flatMap(blockFromEditor))];
    case 'taskItem': {
      const [paragraph, ...lists] = content;
      const state = attrs['checked'] ? 'DONE' : 'TODO';
      return [
        build({ ...(!kept && { localId: newId() }), state }, inlinesFromEditor(paragraph?.content ?? [])),
        ...lists.flatMap(blockFromEditor),
      ];
    }
    case 'tableHeader':
    case 'tableCell':
      return [build(cellAttributes(attrs), content.flatMap(blockFromEditor))];
    default:
      return [build({}, content.flatMap(blockFromEditor))];
  }
}

function cellAttributes({ colspan, rowspan, colwidth }: Record<string, unknown>): Record<string, unknown> {
  return {
    ...(Number(colspan ?? 1) > 1 && { colspan }),
    ...(Number(rowspan ?? 1) > 1 && { rowspan }),
    ...(Array.isArray(colwidth) && { colwidth }),
  };
}

function inlinesFromEditor(content: readonly EditorNode[]): AdfNode[] {
  return content.map((node): AdfNode => {
    const { type, text = '', attrs = {}, marks = [] } = node;
    if (type === 'text') {
      const shown = marks.map(markFromEditor);
      return { type: 'text', text, ...(shown.length > 0 && { marks: shown }) };
    }
    if (type === keptInline) return attrs['node'] as AdfNode;
    if (type !== 'mention') return { type };
    return { type, attrs: Object.fromEntries(Object.entries(attrs).filter(([, value]) => value !== null)) };
  });
}

function markFromEditor({ type, attrs }: { type: string; attrs?: Record<string, unknown> }): AdfMark {
  const name = marksInAdf[type] ?? type;
  if (name === 'link') {
    const title = attrs?.['title'];
    return { type: name, attrs: { href: attrs?.['href'], ...(title ? { title } : {}) } };
  }
  return { type: name, ...(attrs && Object.keys(attrs).length > 0 && { attrs }) };
}

function withContent(node: EditorNode, content: EditorNode[]): EditorNode {
  return content.length > 0 ? { ...node, content } : node;
}

function newId(): string {
  return crypto.randomUUID();
}
