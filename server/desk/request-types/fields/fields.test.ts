import { describe, expect, test } from 'vitest';
import { Invalid } from '../../../platform/http/errors.ts';
import type { FieldTypeName, FormField } from './field-type.ts';
import { fieldTypeOf, readForm } from './form.ts';

function field(type: FieldTypeName, more: Partial<FormField> = {}): FormField {
  const isSystem = type === 'summary' || type === 'description' || type === 'attachment';
  return {
    key: isSystem ? type : 'customfield_10010',
    type,
    customId: isSystem ? null : '10010',
    name: type,
    label: `The ${type}`,
    helpText: '',
    isRequired: false,
    options: [
      { id: '1', value: 'Small', isArchived: false },
      { id: '2', value: 'Large', isArchived: false },
      { id: '3', value: 'Huge', isArchived: true },
    ],
    ...more,
  };
}

const adf = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

describe('is read and stored', () => {
  test.each([
    ['text', ' one\u0007 line ', 'one line'],
    ['text', '', null],
    ['text', ' \n ', null],
    ['text', undefined, null],
    ['paragraph', 'text', adf('text')],
    ['number', 0, 0],
    ['number', -0, 0],
    ['number', 2.5, 2.5],
    ['number', ' 12 ', 12],
    ['number', '-3.25', -3.25],
    ['date', '2024-02-29', '2024-02-29'],
    ['select', { id: '2' }, '2'],
    ['select', { id: 2 }, '2'],
    ['select', { value: 'Small' }, '1'],
    ['select', { id: '1', value: 'Small' }, '1'],
    ['select', {}, null],
    ['select', null, null],
    ['summary', 'What', 'What'],
    ['description', 'Why', adf('Why')],
    ['attachment', ['a', 'b', 'a'], ['a', 'b']],
    ['attachment', [], null],
  ] as const)('%s %j', (type, input, value) => {
    const of = field(type);
    expect(fieldTypeOf(of).read(input, of)).toEqual({ value });
  });
});

describe('is refused in words', () => {
  test.each([
    ['text', 7, 'must be text'],
    ['text', 'two\nlines', 'single line'],
    ['text', 'x'.repeat(256), 'too long: it has 256 characters, and at most 255'],
    ['paragraph', ['x'], 'must be text'],
    ['paragraph', 'x'.repeat(32_768), 'at most 32,767'],
    ['number', 'many', 'must be a number'],
    ['number', '1e9', 'must be a number'],
    ['number', '0x10', 'must be a number'],
    ['number', Number.POSITIVE_INFINITY, 'must be a number'],
    ['number', true, 'must be a number'],
    ['number', 1e15, 'too large'],
    ['date', '2026-02-30', 'date of the calendar'],
    ['date', '30.01.2026', 'date of the calendar'],
    ['date', '0000-01-01', 'date of the calendar'],
    ['date', 20260101, 'date of the calendar'],
    ['select', 'Small', 'Choose an option by'],
    ['select', ['1'], 'Choose an option by'],
    ['select', { value: 'small' }, 'Choose one of: Small, Large.'],
    ['select', { id: '3' }, 'Choose one of: Small, Large.'],
    ['select', { id: '1', value: 'Large' }, 'Choose one of'],
    ['select', { id: { $gt: '' } }, 'Choose one of'],
    ['attachment', 'a', 'must be a list'],
    ['attachment', [1], 'must be a list'],
    ['attachment', Array.from({ length: 21 }, String), 'at most 20 files'],
  ] as const)('%s %j', (type, input, problem) => {
    const of = field(type);
    expect(fieldTypeOf(of).read(input, of)).toEqual({ problem: expect.stringContaining(problem) });
  });
});

describe('is shown', () => {
  test.each([
    ['text', 'x', 'x', 'x', 'x'],
    ['paragraph', adf('x'), 'x', adf('x'), 'x'],
    ['number', 2.5, 2.5, 2.5, '2.5'],
    ['date', '2026-01-31', '2026-01-31', '2026-01-31', '2026-01-31'],
    ['select', '3', { id: '3', value: 'Huge' }, { id: '3', value: 'Huge' }, 'Huge'],
    ['select', '9', null, null, ''],
  ] as const)('%s %j', (type, stored, serviceDesk, issue, words) => {
    const of = field(type);
    const module = fieldTypeOf(of);
    const value = structuredClone(stored) as never;
    expect(module.serviceDeskValue(value, of)).toEqual(serviceDesk);
    expect(module.issueValue(value, of)).toEqual(issue);
    expect(module.display(value, of)).toBe(words);
  });
});

test.each([
  ['summary', { type: 'string', system: 'summary' }],
  ['description', { type: 'string', system: 'description' }],
  ['attachment', { type: 'array', items: 'attachment', system: 'attachment' }],
  ['text', custom('string', 'textfield')],
  ['paragraph', custom('string', 'textarea')],
  ['number', custom('number', 'float')],
  ['date', custom('date', 'datepicker')],
  ['select', custom('option', 'select')],
] as const)('%s is described to clients as Jira does', (type, schema) => {
  expect(fieldTypeOf(field(type)).jiraSchema(field(type))).toEqual(schema);
});

function custom(type: string, name: string) {
  return { type, custom: `com.atlassian.jira.plugin.system.customfieldtypes:${name}`, customId: 10010 };
}

test('a form asks for what is required, refuses what it does not have, and keeps nothing empty', () => {
  const form = [
    field('summary'),
    field('description', { isRequired: true }),
    field('select', { key: 'customfield_1', customId: '1', isRequired: true }),
    field('number', { key: 'customfield_2', customId: '2' }),
  ];
  expect(
    readForm(form, { summary: 's', description: 'd', customfield_1: { id: '1' }, customfield_2: '' }),
  ).toEqual({ summary: 's', description: adf('d'), customFields: { '1': '1' }, attachmentIds: [] });
  const refused = () => readForm(form, { constructor: 'x', summary: '', attachment: ['a'] });
  expect(refused).toThrow(Invalid);
  try {
    refused();
  } catch (error) {
    expect((error as Invalid).errors).toEqual({
      summary: '"The summary" is required.',
      description: '"The description" is required.',
      customfield_1: '"The select" is required.',
      constructor: expect.stringContaining('no such field'),
      attachment: expect.stringContaining('no such field'),
    });
  }
});
