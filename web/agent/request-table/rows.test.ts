import { expect, test } from 'vitest';
import { filterRows, freshRows, lookAt, neighbour, type RowFacts } from './rows.ts';

function row(key: string, facts: Partial<RowFacts> = {}): RowFacts {
  return { key, version: 1, updatedAt: 100, ...facts };
}

test('a filter finds words in any column, in any order and case', () => {
  const rows = [
    ['SUP-1', 'VPN drops', 'Alice', 'Acme'],
    ['SUP-2', 'VPN slow', 'Bob', 'Globex'],
  ];
  const found = (text: string) => filterRows(rows, text, (words) => words).map(([key]) => key);
  expect(found('acme vpn')).toEqual(['SUP-1']);
  expect(found('sup-2')).toEqual(['SUP-2']);
  expect(found('vpn')).toHaveLength(2);
  expect(found('vpn printer')).toEqual([]);
  expect(filterRows(rows, '  ', (words) => words)).toBe(rows);
});

test('rows that came in or changed are fresh, rows that stayed are not', () => {
  const earlier = lookAt([row('A'), row('B')]);
  const fresh = freshRows(earlier, [row('C', { updatedAt: 101 }), row('A'), row('B', { version: 2 })]);
  expect([...fresh]).toEqual([
    ['C', 'new'],
    ['B', 'changed'],
  ]);
});

test('a row that moves up because another left is not news', () => {
  const earlier = lookAt([row('A'), row('B')]);
  expect(freshRows(earlier, [row('B'), row('C', { updatedAt: 50 })]).size).toBe(0);
});

test('rows of a page that was just loaded are not news, even when they changed lately', () => {
  const earlier = lookAt([row('A'), row('B')]);
  const now = [row('A'), row('B'), row('C', { updatedAt: 90 }), row('D', { updatedAt: 500 })];
  expect(freshRows(earlier, now).size).toBe(0);
});

test('going down and up stops at the ends', () => {
  const keys = ['A', 'B', 'C'];
  expect(neighbour(keys, null, 0, 1)).toBe('A');
  expect(neighbour(keys, 'A', 0, 1)).toBe('B');
  expect(neighbour(keys, 'C', 2, 1)).toBeNull();
  expect(neighbour(keys, 'A', 0, -1)).toBeNull();
  expect(neighbour([], null, 0, 1)).toBeNull();
});

test('when the row one is on leaves the list, one goes on from its place', () => {
  expect(neighbour(['A', 'C'], 'B', 1, 1)).toBe('C');
  expect(neighbour(['A', 'C'], 'B', 1, -1)).toBe('A');
  expect(neighbour(['A'], 'B', 1, 1)).toBe('A');
});
