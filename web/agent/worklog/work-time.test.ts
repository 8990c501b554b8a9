import { expect, test } from 'vitest';
import { workTime } from './work-time.ts';

test.each([
  [0, '0m'],
  [59, '0m'],
  [60, '1m'],
  [12_000, '3h 20m'],
  [8 * 3600, '1d'],
  [48 * 3600 + 60, '1w 1d 1m'],
])('%d seconds are %s', (seconds, words) => {
  expect(workTime(seconds)).toBe(words);
});
