import { expect, test } from 'vitest';
import { cellText } from './cell-text.ts';
import { columnOf, columnsOf, type FieldFacts, fieldsOfColumns } from './columns.ts';

const custom = 'com.atlassian.jira.plugin.system.customfieldtypes';
const fields: FieldFacts[] = [
  { id: 'status', name: 'Status', orderable: true, clauseNames: ['status'] },
  {
    id: 'customfield_10001',
    name: 'Impact',
    orderable: true,
    clauseNames: ['cf[10001]'],
    schema: { type: 'option', custom: `${custom}:select` },
  },
];
const named = (id: string) => id.toUpperCase();

test('columns keep their order, each once, and leave out what is no field any more', () => {
  const columns = columnsOf(['status', 'customfield_10001', 'customfield_9', 'status'], fields, named);
  expect(columns).toEqual([
    { id: 'status', name: 'STATUS', kind: 'status', canSort: true },
    { id: 'customfield_10001', name: 'Impact', kind: 'text', canSort: true },
  ]);
});

test('while the fields are not known, custom ones already have a place', () => {
  expect(columnsOf(['summary', 'customfield_1'], undefined, named).map(({ id, name }) => [id, name])).toEqual(
    [
      ['summary', 'SUMMARY'],
      ['customfield_1', ''],
    ],
  );
});

test('what a list needs is asked for, whatever it shows', () => {
  expect(fieldsOfColumns(['issuekey', 'customfield_1', 'status'])).toEqual([
    'customfield_1',
    'status',
    'summary',
    'assignee',
    'reporter',
    'updated',
  ]);
});

const reader = { language: 'en-GB', timeZone: 'Europe/Berlin' };
test.each<[string, FieldFacts['schema'], unknown, string, string]>([
  ['an option', { type: 'option' }, { id: '1', value: 'High' }, 'text', 'High'],
  [
    'an option under another',
    { type: 'option-with-child' },
    { value: 'Berlin', child: { value: 'Mitte' } },
    'text',
    'Berlin › Mitte',
  ],
  ['labels', { type: 'array', items: 'string' }, ['a', 'b'], 'text', 'a, b'],
  ['a number', { type: 'number' }, 1234.5, 'number', '1,234.5'],
  ['a day', { type: 'date' }, '2026-01-31', 'day', '2026-01-31'],
  ['a moment', { type: 'datetime' }, '2026-01-31T23:30:00.000+0000', 'moment', '1 Feb 2026'],
  [
    'people',
    { type: 'array', items: 'user' },
    [{ displayName: 'Al' }, { displayName: 'Bo' }],
    'people',
    'Al, Bo',
  ],
  [
    'rich text',
    { type: 'string', custom: `${custom}:textarea` },
    {
      type: 'doc',
      version: 1,
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'One' }] },
        { type: 'paragraph', content: [{ type: 'text', text: 'two' }] },
      ],
    },
    'document',
    'One two',
  ],
  ['nothing', { type: 'option' }, null, 'text', ''],
])('%s is drawn as what it is, and found by its words', (_, schema, value, kind, text) => {
  const column = columnOf({ id: 'customfield_1', name: 'Mine', schema }, named);
  expect(column.kind).toBe(kind);
  expect(cellText(column, { key: 'SUP-1', fields: { customfield_1: value } }, reader)).toBe(text);
});
