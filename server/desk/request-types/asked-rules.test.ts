import { expect, test } from 'vitest';
import type { FieldRule } from '../../fields/index.ts';
import { rulesForAsked } from './asked-rules.ts';
import type { FormField } from './fields/form-field.ts';

function field(key: string, more: Partial<FormField>): FormField {
  return {
    key,
    type: 'text',
    customId: '1',
    name: key,
    label: key,
    helpText: '',
    isRequired: false,
    isArchived: false,
    section: null,
    showWhen: null,
    isHidden: false,
    preset: null,
    defaultValue: null,
    options: [],
    settings: {},
    ...more,
  };
}

const form = [
  field('asked', {}),
  field('hidden', { isHidden: true, preset: 'x' }),
  field('archived', { isArchived: true, isHidden: true, preset: 'x' }),
];
const is = (key: string, value: string): FieldRule => ({ field: key, operator: 'is', values: [value] });
const never = { match: 'any', rules: [] };

test('rules about fields that are asked for stay as they are', () => {
  expect(rulesForAsked(null, form)).toBeNull();
  const when = { match: 'any', rules: [is('asked', 'a'), is('asked', 'b')] } as const;
  expect(rulesForAsked(when, form)).toEqual(when);
});

test('a rule about a hidden field is decided by what it is preset to', () => {
  const asked = is('asked', 'a');
  expect(rulesForAsked({ match: 'all', rules: [is('hidden', 'x')] }, form)).toBeNull();
  expect(rulesForAsked({ match: 'all', rules: [is('hidden', 'x'), asked] }, form)).toEqual({
    match: 'all',
    rules: [asked],
  });
  expect(rulesForAsked({ match: 'all', rules: [is('hidden', 'y'), asked] }, form)).toEqual(never);
  expect(rulesForAsked({ match: 'any', rules: [is('hidden', 'x'), asked] }, form)).toBeNull();
  expect(rulesForAsked({ match: 'any', rules: [is('hidden', 'y'), asked] }, form)).toEqual({
    match: 'any',
    rules: [asked],
  });
  expect(rulesForAsked({ match: 'any', rules: [is('hidden', 'y')] }, form)).toEqual(never);
});

test('a field that is archived or no longer on the form has no value', () => {
  for (const key of ['archived', 'gone']) {
    expect(rulesForAsked({ match: 'all', rules: [is(key, 'x')] }, form)).toEqual(never);
    const empty: FieldRule = { field: key, operator: 'is-empty', values: [] };
    expect(rulesForAsked({ match: 'all', rules: [empty] }, form)).toBeNull();
  }
});
