import { expect, test } from 'vitest';
import { type FormField, fieldKind, problemsOf, readNumber, requestFieldValues } from './form-fields.ts';

function field(fieldId: string, jiraSchema: FormField['jiraSchema'], required = false): FormField {
  return { fieldId, name: fieldId, description: '', required, validValues: [], jiraSchema };
}

const customFieldTypes = 'com.atlassian.jira.plugin.system.customfieldtypes';
const summary = field('summary', { type: 'string', system: 'summary' }, true);
const description = field('description', { type: 'string', system: 'description' });
const impact = field('customfield_10010', { type: 'option', custom: `${customFieldTypes}:select` }, true);
const seats = field('customfield_10011', { type: 'number', custom: `${customFieldTypes}:float` });
const steps = field('customfield_10012', { type: 'string', custom: `${customFieldTypes}:textarea` });
const due = field('customfield_10013', { type: 'date', custom: `${customFieldTypes}:datepicker` });
const files = field('attachment', { type: 'array', items: 'attachment', system: 'attachment' });
const form = [summary, description, impact, seats, steps, due, files];

test('each field is asked in the way of what it holds', () => {
  expect(form.map(fieldKind)).toEqual([
    'text',
    'paragraph',
    'select',
    'number',
    'paragraph',
    'date',
    'files',
  ]);
});

test('a kind of field that is not known is asked as a line of text', () => {
  expect(fieldKind(field('x', { type: 'any', custom: 'com.example:rating' }))).toBe('text');
});

test('numbers are read as people write them', () => {
  expect(readNumber(' 2,5 ')).toBe('2.5');
  expect(readNumber('1 000')).toBe('1000');
  expect(readNumber('-3')).toBe('-3');
  expect(readNumber('1.000,5')).toBeNull();
  expect(readNumber('many')).toBeNull();
});

test('required answers that are missing or only blanks are told before anything is sent', () => {
  expect(problemsOf(form, { summary: '  ', customfield_10011: 'many' }, 0)).toEqual({
    summary: 'missing',
    customfield_10010: 'missing',
    customfield_10011: 'not-number',
  });
  expect(problemsOf([{ ...files, required: true }], {}, 0)).toEqual({ attachment: 'missing' });
  expect(problemsOf([{ ...files, required: true }], {}, 1)).toEqual({});
});

test('answers go out in the form that the server takes, and empty ones not at all', () => {
  const values = {
    summary: 'Printer',
    description: ' ',
    customfield_10010: '10101',
    customfield_10011: '2,5',
  };
  expect(requestFieldValues(form, values, ['a', 'b'])).toEqual({
    summary: 'Printer',
    customfield_10010: { id: '10101' },
    customfield_10011: 2.5,
    attachment: ['a', 'b'],
  });
  expect(requestFieldValues(form, {}, [])).toEqual({});
});
