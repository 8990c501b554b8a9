import { expect, test } from 'vitest';
import { movedBeside, movedTo } from './order.ts';

const same = (entry: string) => entry;

test('an entry lands before or after the one that it is let go at', () => {
  expect(movedBeside(['a', 'b', 'c'], same, 'a', 'c', 'before')).toEqual(['b', 'a', 'c']);
  expect(movedBeside(['a', 'b', 'c'], same, 'a', 'c', 'after')).toEqual(['b', 'c', 'a']);
  expect(movedBeside(['a', 'b', 'c'], same, 'c', 'a', 'before')).toEqual(['c', 'a', 'b']);
});

test('nothing moves when an entry is let go at itself, or is of another list', () => {
  expect(movedBeside(['a', 'b'], same, 'a', 'a', 'after')).toEqual(['a', 'b']);
  expect(movedBeside(['a', 'b'], same, 'x', 'a', 'after')).toEqual(['a', 'b']);
  expect(movedBeside(['a', 'b'], same, 'a', 'x', 'after')).toEqual(['a', 'b']);
});

test('an entry moves to a place, and not beyond the ends', () => {
  expect(movedTo(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(movedTo(['a', 'b', 'c'], 2, -1)).toEqual(['c', 'a', 'b']);
  expect(movedTo(['a', 'b', 'c'], 0, 9)).toEqual(['b', 'c', 'a']);
  expect(movedTo(['a'], 3, 0)).toEqual(['a']);
});
