import { expect, test } from 'vitest';
import { fileSize } from './file-size.ts';

test('sizes are told in the unit that people use', () => {
  expect(fileSize(0, 'en')).toBe('0 bytes');
  expect(fileSize(1, 'en')).toBe('1 byte');
  expect(fileSize(45_300, 'en')).toBe('44 kB');
  expect(fileSize(1_600_000, 'en')).toBe('1.5 MB');
  expect(fileSize(1_600_000, 'de')).toBe('1,5 MB');
  expect(fileSize(52_428_800, 'en')).toBe('50 MB');
});
