import { describe, expect, test } from 'vitest';
import type { Field, FieldOption, FieldSettings, FieldTypeName, ReadContext, Shown } from './field.ts';
import { fieldTypeOf } from './field-types.ts';

const options: readonly FieldOption[] = [
  { id: '1', value: 'Small', parentId: null, isArchived: false },
  { id: '2', value: 'Large', parentId: null, isArchived: false },
  { id: '3', value: 'Huge', parentId: null, isArchived: true },
  { id: '4', value: 'Left', parentId: '1', isArchived: false },
  { id: '5', value: 'Right', parentId: '1', isArchived: false },
];

function field(type: FieldTypeName, settings: FieldSettings = {}): Field {
  const offers = fieldTypeOf({ type }).options;
  return {
    type,
    customId: '10010',
    name: type,
    options: offers === 'tree' ? options : options.filter(({ parentId }) => parentId === null),
    settings: { ...(type === 'amount' && { currencies: ['EUR', 'JPY'] }), ...settings },
  };
}

const context: ReadContext = {
  people: new Set(['alice', 'bob']),
  organizations: new Set(['7', '8']),
  now: new Date('2026-03-15T23:30:00Z'),
  timeZone: 'Europe/Berlin',
};

const shown: Shown = {
  timeZone: 'Europe/Berlin',
  locale: 'en',
  person: (id) => (id === 'alice' ? { displayName: 'Alice', json: { accountId: id } } : null),
  organization: (id) => (id === '7' ? { name: 'Acme', json: { id, name: 'Acme' } } : null),
};

const adf = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

const read = (type: FieldTypeName, input: unknown, settings?: FieldSettings) =>
  fieldTypeOf({ type }).read(input, field(type, settings), context);

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
    ['date-time', '2026-01-31T09:30:00.000+0100', '2026-01-31T08:30:00.000Z'],
    ['date-time', '2026-01-31T09:30-02:00', '2026-01-31T11:30:00.000Z'],
    ['date-time', '2026-01-31T09:30:59Z', '2026-01-31T09:30:00.000Z'],
    ['select', { id: '2' }, '2'],
    ['select', { id: 2 }, '2'],
    ['select', { value: 'Small' }, '1'],
    ['select', { id: '1', value: 'Small' }, '1'],
    ['select', {}, null],
    ['select', null, null],
    ['radio', { value: 'Large' }, '2'],
    ['multi-select', [{ value: 'Large' }, { id: '1' }, { id: '2' }], ['1', '2']],
    ['multi-select', [], null],
    ['checkboxes', [{ id: '2' }], ['2']],
    ['cascading-select', { value: 'Small', child: { value: 'Right' } }, { id: '1', child: '5' }],
    ['cascading-select', { id: '1' }, { id: '1', child: null }],
    ['cascading-select', {}, null],
    ['labels', [' a ', 'b', 'a', ''], ['a', 'b']],
    ['labels', [], null],
    ['url', 'example.com/a b'.replace(' ', ''), 'https://example.com/ab'],
    ['url', 'HTTP://Example.com:8080', 'http://example.com:8080/'],
    ['url', 'example.com:8443/x', 'https://example.com:8443/x'],
    ['url', '  ', null],
    ['email', ' Alice@Bücher.example ', 'alice@xn--bcher-kva.example'],
    ['email', '', null],
    ['phone', ' +49 (30)  123-4567 ', '+49 (30) 123-4567'],
    ['phone', '030/1234567 ext. 12', '030/1234567 ext. 12'],
    ['phone', '110', '110'],
    ['person', { accountId: 'alice' }, 'alice'],
    ['people', [{ accountId: 'alice' }, { accountId: 'bob' }, { accountId: 'alice' }], ['alice', 'bob']],
    ['people', [], null],
    ['organization', [7, '8'], ['7', '8']],
    ['organization', [{ id: '7' }], ['7']],
    ['country', 'de', 'DE'],
    ['country', { value: 'Germany' }, 'DE'],
    ['country', { id: 'FR' }, 'FR'],
    ['amount', { amount: '12.5', currency: 'EUR' }, { amount: 12.5, currency: 'EUR' }],
    ['amount', { amount: 500, currency: 'JPY' }, { amount: 500, currency: 'JPY' }],
    ['amount', { amount: '', currency: 'EUR' }, null],
  ] as const)('%s %j', (type, input, value) => {
    expect(read(type, input)).toEqual({ value });
  });

  test('an amount in the one currency of its field without naming it', () => {
    expect(read('amount', 3, { currencies: ['EUR'] })).toEqual({ value: { amount: 3, currency: 'EUR' } });
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
    ['date-time', '2026-01-31', 'with its zone'],
    ['date-time', '2026-01-31T09:30', 'with its zone'],
    ['date-time', '2026-02-30T09:30Z', 'with its zone'],
    ['date-time', '2026-01-31T25:30Z', 'with its zone'],
    ['select', 'Small', 'Choose an option by'],
    ['select', ['1'], 'Choose an option by'],
    ['select', { value: 'small' }, 'Choose one of: Small, Large.'],
    ['select', { id: '3' }, 'Choose one of: Small, Large.'],
    ['select', { id: '1', value: 'Large' }, 'Choose one of'],
    ['select', { id: { $gt: '' } }, 'Choose one of'],
    ['multi-select', { id: '1' }, 'must be a list'],
    ['multi-select', [{ id: '3' }], 'Choose one of: Small, Large.'],
    ['cascading-select', { id: '4' }, 'Choose one of: Small, Large.'],
    ['cascading-select', { id: '1', child: { id: '2' } }, 'Choose one of: Left, Right.'],
    ['cascading-select', { id: '2', child: { id: '4' } }, '"Large" has no options under it'],
    ['labels', 'a', 'list of words'],
    ['labels', ['two words'], 'write "two-words"'],
    ['labels', ['x'.repeat(256)], 'at most 255'],
    ['labels', Array.from({ length: 101 }, (_, index) => `label${index}`), 'At most 100'],
    ['url', 'javascript:alert(1)', 'address of a web page'],
    ['url', 'data:text/html,x', 'address of a web page'],
    ['url', 'https://user:pass@example.com', 'address of a web page'],
    ['url', 'no address', 'address of a web page'],
    ['url', 'localhost', 'address of a web page'],
    ['email', 'alice', 'e-mail address'],
    ['email', 7, 'e-mail address'],
    ['phone', 'call me', 'telephone number'],
    ['phone', '1'.repeat(16), 'telephone number'],
    ['person', 'alice', 'Name a person by'],
    ['person', { accountId: 'mallory' }, 'no such person'],
    ['people', { accountId: 'alice' }, 'list of people'],
    ['people', [{ accountId: 'alice' }, { accountId: 'mallory' }], 'no such person'],
    ['organization', 7, 'by their ids'],
    ['organization', ['x'], 'by their ids'],
    ['organization', [9], 'no such organization'],
    ['country', 'XX', 'code of a country'],
    ['country', 49, 'code of a country'],
    ['amount', 3, 'in which currency: EUR, JPY'],
    ['amount', { amount: 3, currency: 'USD' }, 'in which currency'],
    ['amount', { amount: 3.5, currency: 'JPY' }, 'whole number'],
    ['amount', { amount: 'much', currency: 'EUR' }, 'must be a number'],
  ] as const)('%s %j', (type, input, problem) => {
    expect(read(type, input)).toEqual({ problem: expect.stringContaining(problem) });
  });

  test.each([
    ['number', 1, { min: 2 }, 'at least 2'],
    ['number', 3, { max: 2 }, 'at most 2'],
    ['number', 1.25, { decimals: 1 }, 'at most 1 digit after the point'],
    ['number', 1.5, { decimals: 0 }, 'whole number'],
    ['multi-select', [{ id: '1' }, { id: '2' }], { maxValues: 1 }, 'at most 1'],
    ['labels', ['a', 'b'], { maxValues: 1 }, 'At most 1'],
    ['people', [{ accountId: 'alice' }, { accountId: 'bob' }], { maxValues: 1 }, 'At most 1'],
    // In Berlin it is the 16th already.
    ['date', '2026-03-15', { notBefore: 'today' }, 'in the past'],
    ['date', '2026-03-17', { notAfter: 'today' }, 'in the future'],
    ['date-time', '2026-03-15T22:00Z', { notBefore: 'today' }, 'in the past'],
    ['date-time', '2026-03-16T01:00Z', { notAfter: 'today' }, 'in the future'],
  ] as const)('%s %j by the setting %j', (type, input, settings, problem) => {
    expect(read(type, input, settings)).toEqual({ problem: expect.stringContaining(problem) });
    expect(read(type, input)).toHaveProperty('value');
  });

  test('nothing is refused on the day itself', () => {
    for (const settings of [{ notBefore: 'today' }, { notAfter: 'today' }] as const) {
      expect(read('date', '2026-03-16', settings)).toEqual({ value: '2026-03-16' });
    }
  });
});

describe('is shown', () => {
  const small = { id: '1', value: 'Small' };
  test.each([
    ['text', 'x', 'x', 'x', 'x'],
    ['paragraph', adf('x'), 'x', adf('x'), 'x'],
    ['number', 2.5, 2.5, 2.5, '2.5'],
    ['date', '2026-01-31', '2026-01-31', '2026-01-31', '2026-01-31'],
    [
      'date-time',
      '2026-01-31T08:30:00.000Z',
      '2026-01-31T09:30:00.000+0100',
      '2026-01-31T09:30:00.000+0100',
      'Jan 31, 2026, 9:30 AM',
    ],
    ['select', '3', { id: '3', value: 'Huge' }, { id: '3', value: 'Huge' }, 'Huge'],
    ['select', '9', null, null, ''],
    ['multi-select', ['1', '9'], [small], [small], 'Small'],
    [
      'cascading-select',
      { id: '1', child: '4' },
      { ...small, child: { id: '4', value: 'Left' } },
      { ...small, child: { id: '4', value: 'Left' } },
      'Small – Left',
    ],
    ['cascading-select', { id: '1', child: null }, small, small, 'Small'],
    ['labels', ['a', 'b'], ['a', 'b'], ['a', 'b'], 'a, b'],
    ['person', 'alice', { accountId: 'alice' }, { accountId: 'alice' }, 'Alice'],
    ['person', 'gone', null, null, ''],
    ['people', ['alice', 'gone'], [{ accountId: 'alice' }], [{ accountId: 'alice' }], 'Alice'],
    ['organization', ['7', '9'], [{ id: '7', name: 'Acme' }], [{ id: '7', name: 'Acme' }], 'Acme'],
    ['country', 'DE', { id: 'DE', value: 'Germany' }, { id: 'DE', value: 'Germany' }, 'Germany'],
    ['amount', { amount: 12.5, currency: 'EUR' }, { amount: 12.5, currency: 'EUR' }, 12.5, '€12.50'],
  ] as const)('%s %j', (type, stored, serviceDesk, issue, words) => {
    const of = field(type);
    const module = fieldTypeOf(of);
    const value = structuredClone(stored) as never;
    expect(module.serviceDeskValue(value, of, shown)).toEqual(serviceDesk);
    expect(module.issueValue(value, of, shown)).toEqual(issue);
    expect(module.display(value, of, shown)).toBe(words);
  });

  test('in the language of the reader where it has words', () => {
    const german = { ...shown, locale: 'de-AT' };
    expect(fieldTypeOf({ type: 'country' }).display('DE', field('country'), german)).toBe('Deutschland');
  });
});

test.each([
  ['text', 'string', 'textfield', undefined],
  ['paragraph', 'string', 'textarea', undefined],
  ['number', 'number', 'float', undefined],
  ['date', 'date', 'datepicker', undefined],
  ['date-time', 'datetime', 'datetime', undefined],
  ['checkboxes', 'array', 'multicheckboxes', 'option'],
  ['radio', 'option', 'radiobuttons', undefined],
  ['select', 'option', 'select', undefined],
  ['multi-select', 'array', 'multiselect', 'option'],
  ['cascading-select', 'option-with-child', 'cascadingselect', undefined],
  ['labels', 'array', 'labels', 'string'],
  ['url', 'string', 'url', undefined],
  ['email', 'string', 'textfield', undefined],
  ['phone', 'string', 'textfield', undefined],
  ['person', 'user', 'userpicker', undefined],
  ['people', 'array', 'multiuserpicker', 'user'],
  ['country', 'option', 'select', undefined],
  ['amount', 'number', 'float', undefined],
] as const)('%s is described to clients as Jira does', (type, jiraType, custom, items) => {
  expect(fieldTypeOf({ type }).jiraSchema(field(type))).toEqual({
    type: jiraType,
    ...(items && { items }),
    custom: `com.atlassian.jira.plugin.system.customfieldtypes:${custom}`,
    customId: 10010,
  });
});

test('organizations are described as the service desk does', () => {
  expect(fieldTypeOf({ type: 'organization' }).jiraSchema(field('organization'))).toEqual({
    type: 'array',
    items: 'sd-customerorganization',
    custom: 'com.atlassian.servicedesk:sd-customer-organizations',
    customId: 10010,
  });
});

test('people and organizations are found in what is sent and in what is stored', () => {
  const { namedIn: inPeople, namedBy: byPeople } = fieldTypeOf({ type: 'people' });
  expect(inPeople?.([{ accountId: 'alice' }, 'x', null])).toEqual({ people: ['alice'], organizations: [] });
  expect(byPeople?.(['alice'])).toEqual({ people: ['alice'], organizations: [] });
  const { namedIn, namedBy } = fieldTypeOf({ type: 'organization' });
  expect(namedIn?.([7, { id: '8' }])).toEqual({ people: [], organizations: ['7', '8'] });
  expect(namedIn?.('7')).toEqual({ people: [], organizations: [] });
  expect(namedBy?.(['7'])).toEqual({ people: [], organizations: ['7'] });
});
