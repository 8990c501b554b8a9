import { describe, expect, test } from 'vitest';
import type { ReadContext } from '../../../fields/index.ts';
import { Invalid } from '../../../platform/http/errors.ts';
import { formFieldTypeOf, namedInForm, readForm } from './form.ts';
import type { FormField, FormFieldTypeName } from './form-field.ts';

function field(type: FormFieldTypeName, more: Partial<FormField> = {}): FormField {
  const isOwn = type === 'summary' || type === 'description' || type === 'attachment';
  return {
    key: isOwn ? type : 'customfield_10010',
    type,
    customId: isOwn ? null : '10010',
    name: type,
    label: `The ${type}`,
    helpText: '',
    isRequired: false,
    isArchived: false,
    section: null,
    showWhen: null,
    isHidden: false,
    preset: null,
    defaultValue: null,
    options: [{ id: '1', value: 'Small', parentId: null, isArchived: false }],
    settings: {},
    ...more,
  };
}

const context: ReadContext = {
  people: new Set(),
  organizations: new Set(),
  now: new Date('2026-03-15T12:00:00Z'),
  timeZone: null,
};

const adf = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

describe("a request's own field", () => {
  test.each([
    ['summary', 'What', { value: 'What' }],
    ['description', 'Why', { value: adf('Why') }],
    ['attachment', ['a', 'b', 'a'], { value: ['a', 'b'] }],
    ['attachment', [], { value: null }],
    ['attachment', 'a', { problem: expect.stringContaining('must be a list') }],
    ['attachment', [1], { problem: expect.stringContaining('must be a list') }],
    [
      'attachment',
      Array.from({ length: 21 }, String),
      { problem: expect.stringContaining('at most 20 files') },
    ],
  ] as const)('%s reads %j', (type, input, reading) => {
    expect(formFieldTypeOf(field(type)).read(input, field(type), context)).toEqual(reading);
  });

  test.each([
    ['summary', { type: 'string', system: 'summary' }],
    ['description', { type: 'string', system: 'description' }],
    ['attachment', { type: 'array', items: 'attachment', system: 'attachment' }],
  ] as const)('%s is described to clients as Jira does', (type, schema) => {
    expect(formFieldTypeOf(field(type)).jiraSchema(field(type))).toEqual(schema);
  });
});

test('a form asks for what is required, refuses what it does not have, and keeps nothing empty', () => {
  const form = [
    field('summary'),
    field('description', { isRequired: true }),
    field('select', { key: 'customfield_1', customId: '1', isRequired: true }),
    field('number', { key: 'customfield_2', customId: '2' }),
    field('number', { key: 'customfield_3', customId: '3', isArchived: true, isRequired: true }),
  ];
  expect(
    readForm(
      form,
      { summary: 's', description: 'd', customfield_1: { id: '1' }, customfield_2: '' },
      context,
    ),
  ).toEqual({ summary: 's', description: adf('d'), customFields: { '1': '1' }, attachmentIds: [] });
  const refused = () =>
    readForm(form, { constructor: 'x', summary: '', attachment: ['a'], customfield_3: 1 }, context);
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
      customfield_3: expect.stringContaining('no such field'),
    });
  }
});

test('a form names the people and organizations that its values do', () => {
  const form = [
    field('summary'),
    field('person', { key: 'customfield_1', customId: '1' }),
    field('organization', { key: 'customfield_2', customId: '2' }),
  ];
  expect(namedInForm(form, { customfield_1: { accountId: 'alice' }, customfield_2: [7], other: 1 })).toEqual({
    people: ['alice'],
    organizations: ['7'],
  });
});
