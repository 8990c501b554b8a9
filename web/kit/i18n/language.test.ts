import { expect, test } from 'vitest';
import { languageFor } from './language.ts';

test('the first wanted language that the product speaks is spoken', () => {
  expect(languageFor(['de-AT', 'en'])).toBe('de');
  expect(languageFor(['fr-FR', 'de_DE'])).toBe('de');
  expect(languageFor([null, undefined, 'en-GB', 'de'])).toBe('en');
});

test('otherwise English is', () => {
  expect(languageFor([])).toBe('en');
  expect(languageFor(['fr', 'constructor', ''])).toBe('en');
});
