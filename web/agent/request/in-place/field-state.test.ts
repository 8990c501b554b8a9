import { describe, expect, test } from 'vitest';
import type { FormField } from '../../../kit/request-form/fields/field-module.ts';
import { moreFields } from '../../../kit/request-form/fields/more-fields.ts';
import { numberField } from '../../../kit/request-form/fields/number.tsx';
import { selectField } from '../../../kit/request-form/fields/select.tsx';
import { textField } from '../../../kit/request-form/fields/text.tsx';
import { formFieldOf } from './editable-fields.ts';
import { stateOf } from './field-state.ts';

const read = { timeZone: 'Europe/Berlin', fileIds: [], now: new Date('2026-01-31T12:00:00Z') };
const modules = { ...moreFields, number: numberField, select: selectField, text: textField };

function field(type: string, allowedValues: unknown[] = []): FormField {
  return formFieldOf({
    key: 'customfield_10001',
    name: 'A field',
    required: false,
    schema: { type: 'string' },
    allowedValues,
    _portico: { type, settings: { currencies: ['EUR', 'USD'] } },
  });
}

const colours = [
  { id: '1', value: 'Red' },
  { id: '2', value: 'Blue' },
];
const places = [{ id: '1', value: 'Berlin', children: [{ id: '2', value: 'Mitte' }] }];

describe('what a control is opened on is sent the same when nothing is typed', () => {
  test.each<[string, unknown[], unknown, unknown]>([
    ['text', [], 'one', 'one'],
    ['number', [], 12.5, 12.5],
    ['select', colours, { id: '2', value: 'Blue' }, { id: '2' }],
    ['multi-select', colours, [{ id: '1' }, { id: '2' }], [{ id: '1' }, { id: '2' }]],
    ['cascading-select', places, { id: '1', child: { id: '2' } }, { id: '1', child: { id: '2' } }],
    ['labels', [], ['a', 'b'], ['a', 'b']],
    ['date-time', [], '2026-01-31T09:30:00.000+0100', '2026-01-31T09:30:00.000+0100'],
    ['amount', [], { amount: 1234.5, currency: 'USD' }, { amount: 1234.5, currency: 'USD' }],
    ['person', [], { accountId: 'a', displayName: 'Alice' }, { accountId: 'a' }],
    ['people', [], [{ accountId: 'a', displayName: 'Alice' }], [{ accountId: 'a' }]],
    ['organization', [], [{ id: '7', name: 'Acme' }], [{ id: '7' }]],
    ['country', [{ id: 'DE', value: 'Germany' }], { id: 'DE', value: 'Germany' }, { id: 'DE' }],
  ])('%s', (type, allowed, content, sent) => {
    const asked = field(type, allowed);
    const module = modules[type as keyof typeof modules];
    if (!module) throw new Error(`There is no module for ${type}`);
    const state = stateOf(asked, content, module, read);
    expect(module.isEmpty(state, read)).toBe(false);
    expect(module.sent(state, asked, read)).toEqual(sent);
  });
});

test('nothing is nothing', () => {
  expect(stateOf(field('labels'), null, textField, read)).toBe('');
});

test('options that are no longer offered cannot be chosen', () => {
  expect(field('select', [{ id: '1', value: 'Old', disabled: true }, ...colours]).validValues).toHaveLength(
    2,
  );
});

test('a resolution that a screen asks for begins with the one that is usual', () => {
  const meta = { key: 'resolution', name: 'Resolution', required: true, schema: { type: 'resolution' } };
  const allowedValues = [
    { id: '1', name: 'Done' },
    { id: '2', name: 'Duplicate' },
  ];
  const begun = formFieldOf({ ...meta, allowedValues, defaultValue: allowedValues[1] });
  expect(selectField.initial(begun, read)).toBe('2');
  expect(selectField.initial(formFieldOf({ ...meta, allowedValues }), read)).toBe('');
});
