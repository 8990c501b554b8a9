import { expect, test } from 'vitest';
import { goalTime, readGoalTime, slaDuration, wholeSlaDuration } from './duration.ts';

const minute = 60_000;
const hour = 60 * minute;

test.each([
  [0, '0s'],
  [59_999, '59s'],
  [-999, '0s'],
  [-59_000, '-59s'],
  [12 * minute, '12m'],
  [3 * hour + 20 * minute + 59_000, '3h 20m'],
  [4 * hour, '4h'],
  [-(hour + 5 * minute), '-1h 5m'],
  [51 * hour + 10 * minute, '2d 3h'],
  [24 * hour + 5 * minute, '1d'],
])('%d ms are shown as %s', (ms, words) => {
  expect(slaDuration(ms)).toBe(words);
});

test.each([
  [27 * hour + 20 * minute, '1d 3h 20m'],
  [-(24 * hour + 5 * minute), '-1d 5m'],
  [30_000, '30s'],
])('%d ms are %s in full', (ms, words) => {
  expect(wholeSlaDuration(ms)).toBe(words);
});

test.each([
  ['4h 30m', 270],
  ['4H30M', 270],
  ['1d 4h', 28 * 60],
  ['2w', 14 * 24 * 60],
  ['90m', 90],
  ['1.5h', 90],
  ['1,5h', 90],
  ['8', 480],
  ['0m', null],
  ['', null],
  ['soon', null],
  ['4h soon', null],
  ['-4h', null],
])('“%s” is read as %s minutes', (text, minutes) => {
  expect(readGoalTime(text)).toBe(minutes);
});

test.each([1, 59, 60, 270, 2400])('a goal of %d minutes is read as it is written', (minutes) => {
  expect(readGoalTime(goalTime(minutes))).toBe(minutes);
});
