import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import type { RefusalCode } from '../../../server/identity/sign-in/refusal.ts';
import { en } from './en.ts';
import { referenceOf, refusalOf } from './refusals.ts';

// does not compile when the server learns a refusal that has no sentence here
const sentences: Record<RefusalCode, string> = en.refused;

beforeAll(() => i18next.init({ lng: 'en', ns: [], resources: { en: { 'sign-in': en } } }));

test('every refusal of the server has a sentence, and others get a general one', () => {
  for (const code of Object.keys(sentences)) expect(refusalOf(code)).toBe(code);
  expect(refusalOf('something_new')).toBe('unknown');
  expect(refusalOf('toString')).toBe('unknown');
  expect(refusalOf('a.b:c')).toBe('unknown');
  expect(refusalOf(undefined)).toBeNull();
});

test('only what looks like a reference is shown from the address', () => {
  expect(referenceOf('7K3M9PQX')).toBe('7K3M9PQX');
  expect(referenceOf('call 0900-SCAM now')).toBeNull();
  expect(referenceOf(undefined)).toBeNull();
});
