import { expect, test } from 'vitest';
import { nothing, shareOf, toggled, toggledShown } from './selection.ts';

const shown = ['A', 'B', 'C', 'D'];

test('one is selected and taken out again', () => {
  const one = toggled(nothing, shown, 'B', false);
  expect(one.keys).toEqual(['B']);
  expect(toggled(one, shown, 'B', false).keys).toEqual([]);
});

test('a range goes from the last one to this one, in either direction', () => {
  const one = toggled(nothing, shown, 'C', false);
  expect(toggled(one, shown, 'A', true).keys).toEqual(['C', 'A', 'B']);
  expect(toggled(one, shown, 'D', true).keys).toEqual(['C', 'D']);
});

test('a range without a beginning, or whose beginning has left the list, is this one alone', () => {
  expect(toggled(nothing, shown, 'B', true).keys).toEqual(['B']);
  expect(toggled({ keys: ['X'], anchor: 'X' }, shown, 'B', true).keys).toEqual(['X', 'B']);
});

test('all that are shown are added to what is selected elsewhere, and taken out without it', () => {
  const all = toggledShown({ keys: ['X', 'B'], anchor: null }, shown);
  expect(all.keys).toEqual(['X', 'B', 'A', 'C', 'D']);
  expect(toggledShown(all, shown).keys).toEqual(['X']);
});

test('says how much of what is shown is selected', () => {
  expect(shareOf(nothing, shown)).toBe('none');
  expect(shareOf({ keys: ['A', 'X'], anchor: null }, shown)).toBe('some');
  expect(shareOf({ keys: [...shown, 'X'], anchor: null }, shown)).toBe('all');
});
