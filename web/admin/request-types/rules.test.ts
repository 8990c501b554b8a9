import { expect, test } from 'vitest';
import cases from '../../../server/fields/show-when.cases.json' with { type: 'json' };
import { changeField, changeSection, type FormEntries, moveEntry, newField } from './form-entries.ts';
import type { ShowWhen } from './request-type-queries.ts';
import { fieldsBefore, operatorsFor, ruleProblems } from './rules.ts';
import { isMet, lookedAt, shownWith } from './try-rules.ts';

const whenA = (...values: string[]): ShowWhen => ({
  match: 'all',
  rules: [{ field: 'a', operator: 'is', values }],
});

/** a, b when a is 1, [s when a is 2: c when b is filled in] */
const form: FormEntries = [
  { field: newField('a') },
  { field: { ...newField('b'), showWhen: whenA('1') } },
  {
    section: {
      id: 's',
      title: 'S',
      description: '',
      showWhen: whenA('2'),
      fields: [
        {
          ...newField('c'),
          showWhen: { match: 'any', rules: [{ field: 'b', operator: 'is-not-empty', values: [] }] },
        },
      ],
    },
  },
];

test('rules look at fields before; moving one of them below says so', () => {
  expect(ruleProblems(form)).toEqual([]);
  const moved = moveEntry(form, 'a', { section: null, before: null });
  expect(ruleProblems(moved)).toEqual([
    { id: 'b', needs: 'a', problem: 'later' },
    { id: 's', needs: 'a', problem: 'later' },
  ]);
});

test('a rule that looks at a field which is on the form no more is told, and one that looks at itself', () => {
  expect(ruleProblems(form.filter(({ field }) => field?.key !== 'b'))).toEqual([
    { id: 'c', needs: 'b', problem: 'gone' },
  ]);
  expect(ruleProblems(changeField(form, 'a', { showWhen: whenA('1') }))).toEqual([
    { id: 'a', needs: 'a', problem: 'later' },
  ]);
});

test('rules of a section cannot look at its own fields, those of its fields at those before', () => {
  expect(fieldsBefore(form, 's')).toEqual(['a', 'b']);
  expect(fieldsBefore(form, 'c')).toEqual(['a', 'b']);
  expect(fieldsBefore(form, 'a')).toEqual([]);
});

test('the preview shows what the rules say; what is not shown counts as empty', () => {
  expect([...shownWith(form, {})]).toEqual(['a']);
  expect([...shownWith(form, { a: ['1'] })]).toEqual(['a', 'b']);
  expect([...shownWith(form, { a: ['2'], b: ['x'] })]).toEqual(['a', 's']);
  const anyway = changeField(changeSection(form, 's', { showWhen: null }), 'b', { showWhen: null });
  expect([...shownWith(anyway, { b: ['x'] })]).toEqual(['a', 'b', 's', 'c']);
  const hidden = changeField(form, 'b', { isHidden: true, showWhen: null });
  expect([...shownWith(hidden, { a: ['1'] })]).toEqual(['a']);
  expect([...lookedAt(form)]).toEqual(['a', 'b']);
});

test('a hidden field has its preset, to the rules that follow', () => {
  const hidden = changeField(form, 'a', { isHidden: true, preset: { id: '1', value: 'One' } });
  expect([...shownWith(hidden, {})]).toEqual(['b']);
  for (const preset of [[{ id: '2' }], '2', 2, { amount: 2, currency: 'EUR' }, ['2']]) {
    const other = changeField(form, 'a', { isHidden: true, preset });
    expect([...shownWith(other, {})]).toEqual(['s']);
  }
});

test('nothing can be said of files, and only whether there are people', () => {
  expect(operatorsFor('attachment')).toEqual([]);
  expect(operatorsFor('person')).toEqual(['is-not-empty', 'is-empty']);
});

test.each(cases)('as the server has it: $name', ({ when, stored, isMet: expected }) => {
  const terms = (key: string) => termsOf((stored as Record<string, unknown>)[key] ?? null);
  expect(isMet(when as ShowWhen, terms)).toBe(expected);
});

/** What a stored value has in it, as text: the preview has it so from the start. */
function termsOf(value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) return value.flatMap(termsOf);
  if (typeof value !== 'object') return [String(value)];
  if ('amount' in value) return termsOf(value.amount);
  if ('content' in value) return [textIn(value)];
  return Object.values(value).flatMap(termsOf);
}

function textIn(node: unknown): string {
  if (Array.isArray(node)) return node.map(textIn).join(' ');
  if (typeof node !== 'object' || node === null) return '';
  if ('text' in node && typeof node.text === 'string') return node.text;
  return 'content' in node ? textIn(node.content) : '';
}
