import { type AnyExtension, Extension, Mark, markInputRule, mergeAttributes, Node } from '@tiptap/core';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { type AdfNode, isSafeAddress, mentionText, textAttribute } from './adf.ts';
import { keptBlock, keptInline } from './editor-document.ts';
import classes from './rich-text-editor.module.css';

/** What may stand where, as in ADF: what is written here is what the server takes. */
const contents: Readonly<Record<string, string>> = {
  doc: `(block | ${keptBlock})+`,
  listItem: 'paragraph (paragraph | bulletList | orderedList | taskList | codeBlock)*',
  blockquote: '(paragraph | bulletList | orderedList | codeBlock)+',
};
const inCells =
  '(paragraph | heading | bulletList | orderedList | taskList | blockquote | codeBlock | horizontalRule)+';

const Kit = StarterKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map((extension): AnyExtension => {
      const content = contents[extension.name];
      return content && extension instanceof Node ? extension.extend({ content }) : extension;
    });
  },
}).configure({
  // ADF lets code be bold, or a link
  code: false,
  trailingNode: false,
  heading: { levels: [1, 2, 3, 4, 5, 6] },
  dropcursor: { class: classes['dropCursor'] ?? '' },
  link: {
    openOnClick: false,
    autolink: true,
    linkOnPaste: true,
    defaultProtocol: 'https',
    isAllowedUri: (address) => isSafeAddress(address),
    HTMLAttributes: { target: null, rel: null, class: null },
  },
});

const codeTyped = /(^|[^`])`([^`]+)`(?!`)$/;

const Code = Mark.create({
  name: 'code',
  excludes: '',
  exitable: true,
  parseHTML: () => [{ tag: 'code' }],
  renderHTML: ({ HTMLAttributes }) => ['code', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { 'Mod-e': () => this.editor.commands.toggleMark(this.name) };
  },
  addInputRules() {
    return [markInputRule({ find: codeTyped, type: this.type })];
  },
});

/** Marks that come from elsewhere and stay, but are not offered. */
function keptMark(name: string, attribute: string, tag: string) {
  return Mark.create({
    name,
    excludes: name,
    addAttributes: () => ({ [attribute]: { default: null, rendered: false } }),
    parseHTML: () => [],
    renderHTML: ({ mark }) => [mark.attrs[attribute] === 'sup' ? 'sup' : tag, 0],
  });
}

/** What nodes carry that the editor does not know. */
const Kept = Extension.create({
  name: 'kept',
  addGlobalAttributes: () => [
    {
      types: [
        ...[
          'paragraph',
          'heading',
          'bulletList',
          'orderedList',
          'listItem',
          'taskList',
          'taskItem',
          'blockquote',
        ],
        ...['codeBlock', 'table', 'tableRow', 'tableHeader', 'tableCell'],
      ],
      attributes: { kept: { default: null, rendered: false, keepOnSplit: false } },
    },
  ],
});

const Mention = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () =>
    Object.fromEntries(
      ['id', 'text', 'accessLevel', 'userType', 'localId'].map((name) => [
        name,
        {
          default: null,
          parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name.toLowerCase()}`),
          renderHTML: (attrs: Record<string, unknown>) =>
            attrs[name] ? { [`data-${name.toLowerCase()}`]: attrs[name] } : {},
        },
      ]),
    ),
  parseHTML: () => [{ tag: 'span[data-mention]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    mergeAttributes({ 'data-mention': '', class: classes['mention'] ?? '' }, HTMLAttributes),
    mentionText({ type: 'mention', attrs: node.attrs }),
  ],
  renderText: ({ node }) => mentionText({ type: 'mention', attrs: node.attrs }),
});

/** What the editor cannot take apart: shown as what it is, moved and removed as a whole. */
function kept(name: string, isInline: boolean) {
  const tag = isInline ? 'span' : 'div';
  return Node.create({
    name,
    group: isInline ? 'inline' : '',
    inline: isInline,
    atom: true,
    addAttributes: () => ({
      node: {
        default: null,
        parseHTML: (element: HTMLElement) => parse(element.getAttribute('data-adf')),
        renderHTML: (attrs: Record<string, unknown>) => ({ 'data-adf': JSON.stringify(attrs['node']) }),
      },
    }),
    parseHTML: () => [{ tag: `${tag}[data-kept]` }],
    renderHTML: ({ node, HTMLAttributes }) => [
      tag,
      mergeAttributes(
        { 'data-kept': '', class: classes[isInline ? 'keptInline' : 'keptBlock'] ?? '' },
        HTMLAttributes,
      ),
      inWords(node.attrs['node'] as AdfNode | null),
    ],
    renderText: ({ node }) => inWords(node.attrs['node'] as AdfNode | null),
  });
}

function parse(json: string | null): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return null;
  }
}

function inWords(node: AdfNode | null): string {
  if (!node) return '';
  const own =
    node.text ||
    textAttribute(node, 'text') ||
    textAttribute(node, 'shortName') ||
    textAttribute(node, 'title') ||
    textAttribute(node, 'alt') ||
    textAttribute(node, 'url');
  if (node.type === 'date') return dayOf(node);
  const inner = (node.content ?? []).map(inWords).filter(Boolean).join(' ');
  return [own, inner].filter(Boolean).join(' ') || node.type;
}

function dayOf(node: AdfNode): string {
  const at = new Date(Number(textAttribute(node, 'timestamp')));
  return Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 10);
}

/** Everything that a rich text is edited with, without what the page adds. */
export const schemaExtensions: readonly AnyExtension[] = [
  Kit,
  Code,
  keptMark('subsup', 'type', 'sub'),
  keptMark('textColor', 'color', 'span'),
  keptMark('backgroundColor', 'color', 'span'),
  TaskList.extend({ content: 'taskItem+' }),
  TaskItem.extend({ content: 'paragraph taskList?' }).configure({ nested: true }),
  Table.configure({ resizable: false }),
  TableRow.extend({ content: '(tableCell | tableHeader)+' }),
  TableHeader.extend({ content: inCells }),
  TableCell.extend({ content: inCells }),
  Mention,
  kept(keptBlock, false),
  kept(keptInline, true),
  Kept,
];
