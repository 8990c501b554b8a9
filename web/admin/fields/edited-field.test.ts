import { expect, test } from 'vitest';
import {
  type EditedField,
  editedField,
  errorsAfter,
  fieldInput,
  newContext,
  newOption,
  optionsFromLines,
  placedErrors,
  withOptions,
} from './edited-field.ts';
import type { CustomField } from './field-queries.ts';

const field: CustomField = {
  id: '10010',
  key: 'customfield_10010',
  name: 'System',
  description: '',
  type: 'cascading-select',
  isArchived: false,
  formCount: 0,
  version: 3,
  settings: {},
  contexts: [
    {
      id: '1',
      name: 'All',
      isGlobal: true,
      serviceDeskIds: [],
      defaultValue: { id: '10', value: 'Hardware', child: { id: '11', value: 'Laptop' } },
      options: [
        {
          id: '10',
          value: 'Hardware',
          isArchived: false,
          children: [{ id: '11', value: 'Laptop', isArchived: false }],
        },
        { id: '12', value: 'Software', isArchived: true, children: [] },
      ],
    },
  ],
};

function withContext(
  edited: EditedField,
  change: (context: EditedField['contexts'][number]) => EditedField['contexts'][number],
) {
  return { ...edited, contexts: edited.contexts.map(change) };
}

test('a field that nobody touched is sent as it came, its default by ids', () => {
  expect(fieldInput(editedField(field), 3)).toEqual({
    name: 'System',
    description: '',
    settings: {},
    version: 3,
    contexts: [
      {
        id: '1',
        name: 'All',
        isGlobal: true,
        serviceDeskIds: [],
        defaultValue: { id: '10', child: { id: '11' } },
        options: [
          {
            id: '10',
            value: 'Hardware',
            isArchived: false,
            children: [{ id: '11', value: 'Laptop', isArchived: false }],
          },
          { id: '12', value: 'Software', isArchived: true },
        ],
      },
    ],
  });
});

test('a new option is sent without an id, and as a default by its name', () => {
  const option = newOption('Network');
  const edited = withContext(editedField(field), (context) => ({
    ...context,
    options: [...context.options, option],
    defaultValue: { id: option.id },
  }));
  const [context] = fieldInput(edited, 3).contexts;
  expect(context?.options.at(-1)).toEqual({ value: 'Network', isArchived: false });
  expect(context?.defaultValue).toEqual({ value: 'Network' });
});

test('a default goes with its option, whether that is removed or archived', () => {
  const [context] = editedField(field).contexts;
  if (!context) throw new Error('There is a context');
  expect(withOptions(context, []).defaultValue).toBeNull();
  const archived = context.options.map((option) => ({ ...option, isArchived: true }));
  expect(withOptions(context, archived).defaultValue).toBeNull();
  const childless = context.options.map((option) => ({ ...option, children: [] }));
  expect(withOptions(context, childless).defaultValue).toEqual({ id: '10' });
});

test('lines become options, but for blank ones and those that are there already', () => {
  const lines = optionsFromLines(' Red \n\nred\nGreen\nBlue', [newOption('blue')]);
  expect(lines.map(({ value }) => value)).toEqual(['Red', 'Green']);
});

test('another context begins with the options that are offered, as new ones', () => {
  const copied = newContext('Other', editedField(field).contexts[0]?.options ?? []);
  expect(copied.options.map(({ value, isNew }) => [value, isNew])).toEqual([['Hardware', true]]);
  expect(copied.options[0]?.children.map(({ value, isNew }) => [value, isNew])).toEqual([['Laptop', true]]);
});

test('what the server says of a place is put with the option or context there', () => {
  const edited = editedField(field);
  expect(
    placedErrors(edited, {
      name: 'a',
      'settings.max': 'b',
      'contexts.0.name': 'c',
      'contexts.0.options.1.value': 'd',
      'contexts.0.options.0.children.0.value': 'e',
      contexts: 'f',
    }),
  ).toEqual({
    name: 'a',
    'settings.max': 'b',
    'context-1.name': 'c',
    'option-12.value': 'd',
    'option-11.value': 'e',
    contexts: 'f',
  });
});

test('a message goes when what it is about is changed, and stays when something else is', () => {
  const before = editedField(field);
  const errors = { name: 'a', 'settings.max': 'b', 'option-11.value': 'c', 'context-1.name': 'd' };
  expect(errorsAfter(errors, before, { ...before, name: 'Other' })).toEqual({
    'settings.max': 'b',
    'option-11.value': 'c',
    'context-1.name': 'd',
  });
  expect(errorsAfter(errors, before, { ...before, settings: { max: 3 } })['settings.max']).toBeUndefined();
  const renamed = withContext(before, (context) => ({
    ...context,
    options: context.options.map((option) => ({
      ...option,
      children: option.children.map((child) => ({ ...child, value: 'Notebook' })),
    })),
  }));
  expect(Object.keys(errorsAfter(errors, before, renamed))).toEqual([
    'name',
    'settings.max',
    'context-1.name',
  ]);
});
