import { isSafeAddress } from './adf-node.ts';

/**
 * What may stand in a rich text: Jira's nodes and marks, and nothing beside them. What is not in these tables is refused;
 * attributes that are not in them are left out.
 */

/** Whether a value is one that an attribute takes. */
type Attribute = (value: unknown) => boolean;

/** What an attribute takes, in words, and whether it must be there. */
export interface AttributeRule {
  readonly takes: Attribute;
  readonly words: string;
  readonly isRequired?: boolean;
}

/** What a node consists of. */
export interface NodeRule {
  /** for people: "a heading" */
  readonly name: string;
  readonly attrs?: Readonly<Record<string, AttributeRule>>;
  /** nodes that may stand in it; absent: none */
  readonly content?: readonly string[];
  /** it may not be empty */
  readonly isFilled?: boolean;
  readonly marks?: readonly string[];
}

function text(maxLength: number, isRequired = false): AttributeRule {
  return {
    takes: (value) => typeof value === 'string' && value.length <= maxLength,
    words: `text of at most ${maxLength} characters`,
    isRequired,
  };
}
function oneOf(...choices: readonly string[]): AttributeRule {
  return {
    takes: (value) => typeof value === 'string' && choices.includes(value),
    words: `one of ${choices.join(', ')}`,
    isRequired: true,
  };
}
function whole(from: number, to: number, isRequired = false): AttributeRule {
  return {
    takes: (value) => Number.isInteger(value) && Number(value) >= from && Number(value) <= to,
    words: `a whole number from ${from} to ${to}`,
    isRequired,
  };
}
function optional(rule: AttributeRule): AttributeRule {
  return { ...rule, isRequired: false };
}
const amount: AttributeRule = {
  takes: (value) => typeof value === 'number' && value >= 0 && value <= 100_000,
  words: 'a number',
};
const truth: AttributeRule = { takes: (value) => typeof value === 'boolean', words: 'true or false' };
const address: AttributeRule = {
  takes: isSafeAddress,
  words: 'a whole address that begins with https:, http:, mailto: or tel:',
  isRequired: true,
};
const color: AttributeRule = {
  takes: (value) => typeof value === 'string' && /^#[\da-f]{3}(?:[\da-f]{3})?$/i.test(value),
  words: 'a colour such as #0747a6',
  isRequired: true,
};
const localId = text(100);

const inline = ['text', 'hardBreak', 'mention', 'emoji', 'date', 'status', 'inlineCard', 'mediaInline'];
const lists = ['bulletList', 'orderedList', 'taskList'];
const media = ['mediaSingle', 'mediaGroup'];
const inCells = [
  'paragraph',
  'heading',
  ...lists,
  'decisionList',
  'blockquote',
  'codeBlock',
  'rule',
  'panel',
  'blockCard',
  'embedCard',
  ...media,
];
const blocks = [...inCells, 'table', 'expand'];
const onBlocks = ['alignment', 'indentation'];

const cell: NodeRule = {
  name: 'a cell',
  attrs: {
    colspan: whole(1, 100),
    rowspan: whole(1, 1_000),
    colwidth: {
      takes: (value) =>
        Array.isArray(value) &&
        value.length <= 100 &&
        value.every((width) => Number.isInteger(width) && width >= 0 && width <= 10_000),
      words: 'a list of widths',
    },
    background: text(50),
  },
  content: [...inCells, 'nestedExpand'],
};
const card: NodeRule = { name: 'a card', attrs: { url: address } };
const file: Readonly<Record<string, AttributeRule>> = {
  type: oneOf('file', 'link', 'external', 'image'),
  id: text(200),
  collection: text(200),
  alt: text(1_000),
  url: optional(address),
  width: amount,
  height: amount,
  occurrenceKey: text(200),
  localId,
};

/** The nodes, by type. */
export const nodeRules: Readonly<Record<string, NodeRule>> = {
  doc: { name: 'the document', content: blocks },
  paragraph: { name: 'a paragraph', attrs: { localId }, content: inline, marks: onBlocks },
  heading: {
    name: 'a heading',
    attrs: { level: whole(1, 6, true), localId },
    content: inline,
    marks: onBlocks,
  },
  bulletList: { name: 'a list', content: ['listItem'], isFilled: true },
  orderedList: {
    name: 'a list',
    attrs: { order: whole(0, 1_000_000) },
    content: ['listItem'],
    isFilled: true,
  },
  listItem: {
    name: 'an item of a list',
    content: ['paragraph', ...lists, 'codeBlock', ...media],
    isFilled: true,
  },
  taskList: {
    name: 'a list of tasks',
    attrs: { localId },
    content: ['taskItem', 'taskList'],
    isFilled: true,
  },
  taskItem: { name: 'a task', attrs: { localId, state: oneOf('TODO', 'DONE') }, content: inline },
  decisionList: {
    name: 'a list of decisions',
    attrs: { localId },
    content: ['decisionItem'],
    isFilled: true,
  },
  decisionItem: { name: 'a decision', attrs: { localId, state: text(20) }, content: inline },
  blockquote: { name: 'a quote', content: ['paragraph', ...lists, 'codeBlock', ...media], isFilled: true },
  codeBlock: {
    name: 'a block of code',
    attrs: { language: text(50), uniqueId: text(100) },
    content: ['text'],
  },
  rule: { name: 'a rule' },
  panel: {
    name: 'a panel',
    attrs: { panelType: oneOf('info', 'note', 'tip', 'warning', 'error', 'success', 'custom'), localId },
    content: ['paragraph', 'heading', ...lists, 'decisionList', 'codeBlock', 'rule', 'blockCard', ...media],
    isFilled: true,
  },
  table: {
    name: 'a table',
    attrs: {
      isNumberColumnEnabled: truth,
      layout: optional(oneOf('default', 'wide', 'full-width', 'center', 'align-start', 'align-end')),
      width: amount,
      displayMode: text(20),
      localId,
    },
    content: ['tableRow'],
    isFilled: true,
  },
  tableRow: { name: 'a row', content: ['tableHeader', 'tableCell'], isFilled: true },
  tableHeader: cell,
  tableCell: cell,
  expand: {
    name: 'an expand',
    attrs: { title: text(1_000), localId },
    content: [...inCells, 'table', 'nestedExpand'],
  },
  nestedExpand: {
    name: 'an expand',
    attrs: { title: text(1_000), localId },
    content: ['paragraph', 'heading', ...lists, 'codeBlock', 'blockquote', 'rule', 'panel', ...media],
  },
  mediaSingle: {
    name: 'a picture',
    attrs: { layout: text(30), width: amount, widthType: text(20), localId },
    content: ['media', 'caption'],
    isFilled: true,
    marks: ['link'],
  },
  mediaGroup: { name: 'a group of files', content: ['media'], isFilled: true },
  media: { name: 'a file', attrs: file, marks: ['link', 'border'] },
  caption: { name: 'a caption', attrs: { localId }, content: inline },
  blockCard: card,
  embedCard: { name: 'a card', attrs: { url: address, layout: text(30), width: amount } },
  inlineCard: card,
  text: {
    name: 'text',
    marks: ['strong', 'em', 'underline', 'strike', 'code', 'link', 'subsup', 'textColor', 'backgroundColor'],
  },
  hardBreak: { name: 'a line break' },
  mention: {
    name: 'a mention',
    attrs: {
      id: text(128, true),
      text: text(300),
      accessLevel: text(20),
      userType: text(20),
      localId,
    },
  },
  emoji: { name: 'an emoji', attrs: { shortName: text(100, true), id: text(100), text: text(100), localId } },
  date: {
    name: 'a date',
    attrs: {
      timestamp: {
        takes: (value) => typeof value === 'string' && /^-?\d{1,15}$/.test(value),
        words: 'milliseconds since 1970, as text',
        isRequired: true,
      },
      localId,
    },
  },
  status: {
    name: 'a status',
    attrs: {
      text: text(200, true),
      color: oneOf('neutral', 'purple', 'blue', 'red', 'yellow', 'green'),
      style: text(20),
      localId,
    },
  },
  mediaInline: { name: 'a file', attrs: file, marks: ['link', 'border'] },
};

/** The marks, by type, with what their attributes take. */
export const markRules: Readonly<Record<string, Readonly<Record<string, AttributeRule>>>> = {
  strong: {},
  em: {},
  underline: {},
  strike: {},
  code: {},
  link: { href: address, title: text(1_000) },
  subsup: { type: oneOf('sub', 'sup') },
  textColor: { color },
  backgroundColor: { color },
  alignment: { align: oneOf('center', 'end') },
  indentation: { level: whole(1, 6, true) },
  border: { size: whole(1, 3, true), color: text(20, true) },
};

/** Marks that Jira's own editors keep for themselves: left out without a word. */
export const ignoredMarks: ReadonlySet<string> = new Set([
  'annotation',
  'breakout',
  'dataConsumer',
  'fragment',
  'confluenceInlineComment',
  'typeAheadQuery',
]);
