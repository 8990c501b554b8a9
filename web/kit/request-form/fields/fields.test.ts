import { describe, expect, test } from 'vitest';
import { countriesIn } from './country.tsx';
import { dateField } from './date.tsx';
import type { FieldModule, FormField, ReadWith } from './field-module.ts';
import { moreFields } from './more-fields.ts';
import { numberField, readNumber } from './number.tsx';
import { modulesQuery } from './registry.ts';
import { localTime, momentAt } from './zoned-time.ts';

const read: ReadWith = {
  timeZone: 'Europe/Berlin',
  fileIds: [],
  now: new Date('2026-03-15T23:30:00Z'),
};

const choices = [
  { value: '1', label: 'Small', children: [{ value: '4', label: 'Left' }] },
  { value: '2', label: 'Large', children: [] },
];

function field(type: string, more: Partial<FormField['_portico']['settings']> = {}, begin: string[] = []) {
  return {
    fieldId: 'customfield_10010',
    name: type,
    description: '',
    required: false,
    validValues: choices,
    defaultValues: begin.map((value) => ({ value, label: value })),
    _portico: {
      type,
      settings: { ...(type === 'amount' && { currencies: ['EUR', 'JPY'] }), ...more },
      section: null,
      showWhen: null,
    },
  } satisfies FormField;
}

function moduleOf(type: string): FieldModule {
  const module = { number: numberField, date: dateField, ...moreFields }[type];
  if (!module) throw new Error(`No module of ${type}`);
  return module;
}

const alice = JSON.stringify([{ id: 'alice', name: 'Alice' }]);
const both = JSON.stringify([
  { id: 'alice', name: 'Alice' },
  { id: 'bob', name: 'Bob' },
]);

describe('an answer goes out in the form that the server takes, and rules look at what it stores', () => {
  test.each<[string, string, unknown, readonly string[]]>([
    ['number', ' 2,50 ', 2.5, ['2.5']],
    ['date', '2026-07-01', '2026-07-01', ['2026-07-01']],
    ['date-time', '2026-07-01T09:30', '2026-07-01T09:30:00.000+0200', ['2026-07-01T07:30:00.000Z']],
    ['date-time', '2026-01-31T09:30', '2026-01-31T09:30:00.000+0100', ['2026-01-31T08:30:00.000Z']],
    ['radio', '2', { id: '2' }, ['2']],
    ['checkboxes', '["1","2"]', [{ id: '1' }, { id: '2' }], ['1', '2']],
    ['multi-select', '["2"]', [{ id: '2' }], ['2']],
    ['cascading-select', '["1","4"]', { id: '1', child: { id: '4' } }, ['1', '4']],
    ['cascading-select', '["2",""]', { id: '2' }, ['2']],
    ['labels', '[["a","b"],""]', ['a', 'b'], ['a', 'b']],
    // what is still being typed counts
    ['labels', '[["a"],"b"]', ['a', 'b'], ['a', 'b']],
    ['labels', '[["a"],"a"]', ['a'], ['a']],
    ['url', 'example.com/x', 'example.com/x', ['https://example.com/x']],
    ['email', 'a@b.example', 'a@b.example', ['a@b.example']],
    ['phone', '+49  30 1234', '+49  30 1234', ['+49 30 1234']],
    ['person', alice, { accountId: 'alice' }, ['alice']],
    ['people', both, [{ accountId: 'alice' }, { accountId: 'bob' }], ['alice', 'bob']],
    ['organization', '[{"id":"7","name":"Acme"}]', [{ id: '7' }], ['7']],
    ['country', 'DE', { id: 'DE' }, ['DE']],
    ['amount', '{"amount":"12,5","currency":"EUR"}', { amount: 12.5, currency: 'EUR' }, ['12.5']],
    ['amount', '{"amount":"500","currency":"JPY"}', { amount: 500, currency: 'JPY' }, ['500']],
    // a currency that is no longer offered is the first one
    ['amount', '{"amount":"3","currency":"CHF"}', { amount: 3, currency: 'EUR' }, ['3']],
  ])('%s %s', (type, state, sent, terms) => {
    const module = moduleOf(type);
    expect(module.isEmpty(state, read)).toBe(false);
    expect(module.problem?.(state, field(type), read) ?? null).toBeNull();
    expect(module.sent(state, field(type), read)).toEqual(sent);
    expect(module.terms(state, read)).toEqual(terms);
  });
});

describe('no answer is none, whatever the page keeps', () => {
  test.each(Object.keys(moreFields))('%s', (type) => {
    const module = moduleOf(type);
    for (const state of ['', ...(type === 'amount' ? ['{"amount":" ","currency":"EUR"}', '{'] : [])]) {
      expect(module.isEmpty(state, read)).toBe(true);
      expect(module.terms(state, read)).toEqual([]);
    }
    expect(module.initial(field(type), read)).toBe('');
  });

  test.each(['checkboxes', 'labels', 'people', 'cascading-select'])('%s: a list of nothing', (type) => {
    for (const state of ['[]', '{"no":"list"}', '[[],""]', '["",""]']) {
      if (type === 'checkboxes' && state === '["",""]') continue;
      if (type === 'checkboxes' && state === '[[],""]') continue;
      expect([state, moduleOf(type).isEmpty(state, read)]).toEqual([state, true]);
    }
  });
});

describe('what is wrong is told before anything is sent', () => {
  test.each<[string, string, Partial<FormField['_portico']['settings']>, object]>([
    ['number', 'many', {}, { problem: 'notNumber' }],
    ['number', '1', { min: 2 }, { problem: 'tooSmall', limit: 2 }],
    ['number', '9', { max: 8.5 }, { problem: 'tooLarge', limit: 8.5 }],
    ['number', '2.5', { decimals: 0 }, { problem: 'notWhole' }],
    ['number', '2.555', { decimals: 2 }, { problem: 'decimals', count: 2 }],
    ['date-time', '2026-03-15T09:30', { notBefore: 'today' }, { problem: 'past' }],
    ['date-time', '2026-03-17T09:30', { notAfter: 'today' }, { problem: 'future' }],
    ['date-time', '?', {}, { problem: 'notTime' }],
    ['date', '?', {}, { problem: 'notDate' }],
    ['date', '2026-03-15', { notBefore: 'today' }, { problem: 'past' }],
    ['date', '2026-03-17', { notAfter: 'today' }, { problem: 'future' }],
    ['checkboxes', '["1","2"]', { maxValues: 1 }, { problem: 'tooMany', count: 1 }],
    ['labels', '[["a"],"b"]', { maxValues: 1 }, { problem: 'tooMany', count: 1 }],
    ['people', both, { maxValues: 1 }, { problem: 'tooMany', count: 1 }],
    ['url', 'javascript:alert(1)', {}, { problem: 'notUrl' }],
    ['url', 'no address', {}, { problem: 'notUrl' }],
    ['email', 'somebody', {}, { problem: 'notEmail' }],
    ['phone', 'call me', {}, { problem: 'notPhone' }],
    ['amount', '{"amount":"x","currency":"EUR"}', {}, { problem: 'notNumber' }],
    ['amount', '{"amount":"1.234","currency":"EUR"}', {}, { problem: 'decimals', count: 2 }],
    ['amount', '{"amount":"1.5","currency":"JPY"}', {}, { problem: 'notWhole' }],
    ['amount', '{"amount":"1","currency":"EUR"}', { min: 5 }, { problem: 'tooSmall', limit: 5 }],
  ])('%s %s %j', (type, state, settings, problem) => {
    expect(moduleOf(type).problem?.(state, field(type, settings), read)).toEqual(problem);
  });
});

describe('a form begins with what its field says', () => {
  test.each<[string, string[], string]>([
    ['number', ['2.5'], '2.5'],
    ['date-time', ['2026-07-01T07:30:00.000+0000'], '2026-07-01T09:30'],
    ['radio', ['2'], '2'],
    ['checkboxes', ['1', '2'], '["1","2"]'],
    ['cascading-select', ['4', '1'], '["1","4"]'],
    ['cascading-select', ['2'], '["2",""]'],
    ['labels', ['["a","b"]'], '[["a","b"],""]'],
    ['country', ['{"id":"DE","value":"Germany"}'], 'DE'],
    ['amount', ['{"amount":5,"currency":"JPY"}'], '{"amount":"5","currency":"JPY"}'],
    // people are named by those who may
    ['person', ['null'], ''],
  ])('%s %j', (type, begin, state) => {
    expect(moduleOf(type).initial(field(type, {}, begin), read)).toBe(state);
  });
});

test('numbers are read as people write them', () => {
  expect(readNumber(' 2,5 ')).toBe('2.5');
  expect(readNumber('1 000')).toBe('1000');
  expect(readNumber('-3')).toBe('-3');
  expect(readNumber('1.000,5')).toBeNull();
  expect(readNumber('many')).toBeNull();
});

test('a clock is read in its zone, on either side of a change of it, too', () => {
  expect(momentAt('2026-03-29T01:59', 'Europe/Berlin')?.at.toISOString()).toBe('2026-03-29T00:59:00.000Z');
  expect(momentAt('2026-03-29T03:00', 'Europe/Berlin')?.at.toISOString()).toBe('2026-03-29T01:00:00.000Z');
  expect(momentAt('2026-10-25T03:30', 'Europe/Berlin')).toEqual({
    at: new Date('2026-10-25T02:30:00Z'),
    offset: '+0100',
  });
  expect(momentAt('2026-01-01T12:00', 'America/St_Johns')?.offset).toBe('-0330');
  expect(momentAt('2026-01-01T12:00', 'UTC')?.offset).toBe('+0000');
  expect(momentAt('', 'UTC')).toBeNull();
  expect(localTime(new Date('2026-07-01T22:30:00Z'), 'Europe/Berlin')).toBe('2026-07-02T00:30');
});

test('countries are named and sorted in the language of the page', () => {
  const countries = [
    { value: 'AT', label: 'Austria' },
    { value: 'EG', label: 'Egypt' },
    { value: 'DE', label: 'Germany' },
  ];
  const names = (language: string) => countriesIn(language, countries).map(({ label }) => label);
  expect(names('en')).toEqual(['Austria', 'Egypt', 'Germany']);
  expect(names('de')).toEqual(['Ägypten', 'Deutschland', 'Österreich']);
});

test('forms of usual fields do not ask for the code of others', () => {
  expect(modulesQuery([field('text'), field('select')]).queryKey).toEqual(['field-modules', false]);
  expect(modulesQuery([field('text'), field('country')]).queryKey).toEqual(['field-modules', true]);
});
