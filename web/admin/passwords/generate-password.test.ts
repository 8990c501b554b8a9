import { expect, test } from 'vitest';
import { generatePassword } from './generate-password.ts';

test('a password is four groups of four unmistakable characters', () => {
  for (let round = 0; round < 200; round += 1) {
    expect(generatePassword()).toMatch(/^([a-hjkmnp-z2-9!]{4}-){3}[a-hjkmnp-z2-9!]{4}$/);
  }
});

test('passwords differ', () => {
  expect(new Set(Array.from({ length: 200 }, () => generatePassword())).size).toBe(200);
});

test('every byte counts, and each character of the alphabet comes from as many of them', () => {
  const seen = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    const [first = ''] = generatePassword((bytes) => bytes.fill(byte));
    seen.set(first, (seen.get(first) ?? 0) + 1);
  }
  expect(seen.size).toBe(32);
  expect(new Set(seen.values())).toEqual(new Set([8]));
});
