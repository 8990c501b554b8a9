import { expect, test } from 'vitest';
import { attachmentField } from './fields/attachment.tsx';
import type { FieldModule, FormField, ReadWith } from './fields/field-module.ts';
import { numberField } from './fields/number.tsx';
import { selectField } from './fields/select.tsx';
import { textField } from './fields/text.tsx';
import { initialStates, partsOf, problemsOf, sentValues, shownFields } from './filled-form.ts';

const modules: Record<string, FieldModule> = {
  text: textField,
  number: numberField,
  select: selectField,
  attachment: attachmentField,
};
const moduleOf = ({ _portico }: Pick<FormField, '_portico'>) => modules[_portico.type] ?? textField;
const read: ReadWith = { timeZone: undefined, fileIds: [], now: new Date() };

function field(fieldId: string, type: string, more: Partial<FormField['_portico']> = {}): FormField {
  return {
    fieldId,
    name: fieldId,
    description: '',
    required: false,
    validValues: [],
    defaultValues: [],
    _portico: { type, settings: {}, section: null, showWhen: null, ...more },
  };
}

const is = (of: string, ...values: string[]) => ({
  match: 'all' as const,
  rules: [{ field: of, operator: 'is' as const, values }],
});

const impact = field('impact', 'select');
const why = field('why', 'text', { showWhen: is('impact', '2') });
const more = field('more', 'text', { showWhen: is('why', 'other') });
const section = { id: '1', title: 'Machine', description: '', showWhen: is('impact', '2') };
const seats = field('seats', 'number', { section });
const form = [field('summary', 'text'), impact, why, more, seats];

function shown(states: Record<string, string>): string[] {
  return shownFields({ fields: form, states, moduleOf, read }).map(({ fieldId }) => fieldId);
}

test('fields and sections are shown by their rules, and what is hidden has no answer for what follows', () => {
  expect(shown({})).toEqual(['summary', 'impact']);
  expect(shown({ impact: '2' })).toEqual(['summary', 'impact', 'why', 'seats']);
  expect(shown({ impact: '2', why: 'Other ' })).toEqual(['summary', 'impact', 'why', 'more', 'seats']);
  expect(shown({ impact: '1', why: 'other' })).toEqual(['summary', 'impact']);
});

test('only answers to what is shown go out, and empty ones not at all', () => {
  const states = { summary: 'Printer', impact: '1', why: 'kept', seats: '3' };
  const fields = shownFields({ fields: form, states, moduleOf, read });
  expect(sentValues({ fields, states, moduleOf, read })).toEqual({ summary: 'Printer', impact: { id: '1' } });
  expect(sentValues({ fields: form, states: {}, moduleOf, read })).toEqual({});
  const files = [field('attachment', 'attachment')];
  expect(sentValues({ fields: files, states, moduleOf, read: { ...read, fileIds: ['a'] } })).toEqual({
    attachment: ['a'],
  });
});

test('required answers that are missing or only blanks are told before anything is sent', () => {
  const required = form.map((each) => ({ ...each, required: true }));
  expect(
    problemsOf({ fields: required, states: { summary: '  ', impact: '1', seats: 'many' }, moduleOf, read }),
  ).toEqual({
    summary: 'missing',
    why: 'missing',
    more: 'missing',
    seats: { problem: 'notNumber' },
  });
  const files = [{ ...field('attachment', 'attachment'), required: true }];
  expect(problemsOf({ fields: files, states: {}, moduleOf, read })).toEqual({ attachment: 'missing' });
  const withFile = { ...read, fileIds: ['a'] };
  expect(problemsOf({ fields: files, states: {}, moduleOf, read: withFile })).toEqual({});
});

test('a form begins with its defaults', () => {
  const fields = [{ ...impact, defaultValues: [{ value: '2', label: 'Two' }] }, why];
  expect(initialStates({ fields, moduleOf, read })).toEqual({ impact: '2' });
});

test('fields of a section stand together, others on their own', () => {
  const other = { ...section, id: '2' };
  const fields = [
    field('a', 'text'),
    field('b', 'text', { section }),
    field('c', 'text', { section }),
    field('d', 'text', { section: other }),
    field('e', 'text'),
  ];
  expect(
    partsOf(fields).map((part) => [part.section?.id ?? null, part.fields.map(({ fieldId }) => fieldId)]),
  ).toEqual([
    [null, ['a']],
    ['1', ['b', 'c']],
    ['2', ['d']],
    [null, ['e']],
  ]);
});
