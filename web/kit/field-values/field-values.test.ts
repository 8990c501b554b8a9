import { describe, expect, test } from 'vitest';
import { bySection } from './sections.ts';
import { type ShownValue, shownValue } from './shown-value.ts';

const reader = { language: 'en-GB', timeZone: 'Europe/Berlin' };
const german = { language: 'de', timeZone: 'America/New_York' };
const text = (words: string): ShownValue => ({ kind: 'text', text: words });

describe('a value is shown in the language and the zone of who reads it', () => {
  test.each<[string, unknown, ShownValue, ShownValue]>([
    ['number', 1234.5, text('1,234.5'), text('1.234,5')],
    ['date', '2026-01-31', text('31 January 2026'), text('31. Januar 2026')],
    [
      'date-time',
      '2026-01-31T09:30:00.000+0100',
      text('31 January 2026 at 09:30'),
      text('31. Januar 2026 um 03:30'),
    ],
    ['country', { id: 'DE', value: 'Germany' }, text('Germany'), text('Deutschland')],
    ['amount', { amount: 1234.5, currency: 'EUR' }, text('€1,234.50'), text('1.234,50\u00a0€')],
    ['amount', { amount: 500, currency: 'JPY' }, text('JP¥500'), text('500\u00a0¥')],
  ])('%s %j', (type, value, english, inGerman) => {
    expect(shownValue(type, value, reader)).toEqual(english);
    expect(shownValue(type, value, german)).toEqual(inGerman);
  });
});

describe('a value is shown as its type wants to be read', () => {
  test.each<[string, unknown, ShownValue]>([
    ['text', 'one line', { kind: 'rich', text: 'one line' }],
    ['paragraph', 'a\n\nb', { kind: 'rich', text: 'a\n\nb' }],
    ['select', { id: '1', value: 'Work is blocked' }, text('Work is blocked')],
    [
      'cascading-select',
      { id: '1', value: 'Berlin', child: { id: '2', value: 'Mitte' } },
      text('Berlin › Mitte'),
    ],
    [
      'checkboxes',
      [
        { id: '1', value: 'a' },
        { id: '2', value: 'b' },
      ],
      { kind: 'list', items: ['a', 'b'] },
    ],
    ['labels', ['x', 'y'], { kind: 'list', items: ['x', 'y'] }],
    ['organization', [{ id: '7', name: 'Acme' }], { kind: 'list', items: ['Acme'] }],
    ['person', { accountId: 'a', displayName: 'Alice' }, { kind: 'people', items: ['Alice'] }],
    [
      'people',
      [{ displayName: 'Alice' }, { displayName: 'Bob' }],
      { kind: 'people', items: ['Alice', 'Bob'] },
    ],
    ['email', 'a@b.example', { kind: 'link', text: 'a@b.example', href: 'mailto:a@b.example' }],
    ['phone', '+49 (30) 12 ext. 7', { kind: 'link', text: '+49 (30) 12 ext. 7', href: 'tel:+493012' }],
    ['url', 'https://a.example/', { kind: 'link', text: 'a.example', href: 'https://a.example/' }],
    ['a type of a newer server', { name: 'x' }, text('x')],
  ])('%s %j', (type, value, shown) => {
    expect(shownValue(type, value, reader)).toEqual(shown);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://a.example', 'https://'])(
    '%s is no link, whatever the server says',
    (address) => {
      expect(shownValue('url', address, reader)).toEqual(text(address));
    },
  );

  test.each([null, undefined, '', [], {}, [{}]])('%j is nothing', (value) => {
    expect(shownValue('text', value, reader)).toEqual({ kind: 'nothing' });
  });
});

test('values stand under the sections of the form, in its order', () => {
  const machine = { id: '1', title: 'Machine' };
  const place = { id: '2', title: 'Place' };
  const values = [null, null, machine, machine, place, null].map((section, at) => ({ section, at }));
  expect(
    bySection(values).map(({ section, values: own }) => [section?.title, own.map(({ at }) => at)]),
  ).toEqual([
    [undefined, [0, 1]],
    ['Machine', [2, 3]],
    ['Place', [4]],
    [undefined, [5]],
  ]);
});
