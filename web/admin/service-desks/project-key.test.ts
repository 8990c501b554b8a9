import { expect, test } from 'vitest';
import { cleanProjectKey, isProjectKey, suggestProjectKey } from './project-key.ts';

test('several words give their initials, one word its beginning', () => {
  expect(suggestProjectKey('Northwind Support', [])).toBe('NS');
  expect(suggestProjectKey('Support', [])).toBe('SUP');
  expect(suggestProjectKey('IT', [])).toBe('IT');
});

test('accents do not matter', () => {
  expect(suggestProjectKey('Über Öl', [])).toBe('UO');
  expect(suggestProjectKey('Straße', [])).toBe('STR');
});

test('a taken key gets a number', () => {
  expect(suggestProjectKey('Support', ['SUP'])).toBe('SUP2');
  expect(suggestProjectKey('Support', ['SUP', 'SUP2'])).toBe('SUP3');
});

test('what is suggested is a key, or nothing', () => {
  for (const name of ['A', '1 2 3', '', '日本', 'a b c d e f g h i j k l m', '24/7 help', 'x-ray']) {
    const key = suggestProjectKey(name, []);
    expect(key === '' || isProjectKey(key), `${name}: ${key}`).toBe(true);
  }
});

test('what is typed is made into a key as far as it can be', () => {
  expect(cleanProjectKey('sup-1 ö')).toBe('SUP1O');
  expect(cleanProjectKey('abcdefghijklmn')).toBe('ABCDEFGHIJ');
});
