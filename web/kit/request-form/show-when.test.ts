import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isMet, type ShowWhen } from './show-when.ts';

interface Case {
  readonly name: string;
  readonly when: ShowWhen;
  readonly stored: Readonly<Record<string, unknown>>;
  readonly isMet: boolean;
}

// The server's own cases: the page shows what the server asks for.
const cases: readonly Case[] = JSON.parse(
  readFileSync(new URL('../../../server/fields/show-when.cases.json', import.meta.url), 'utf8'),
);

/** What a field's module says of the answer that is stored so. */
function termsOf(stored: unknown): string[] {
  if (stored === null || stored === undefined || stored === '') return [];
  if (Array.isArray(stored)) return stored.flatMap(termsOf);
  if (typeof stored !== 'object') return [String(stored)];
  if ('amount' in stored) return termsOf(stored.amount);
  if ('text' in stored) return termsOf(stored.text);
  return termsOf('content' in stored ? stored.content : Object.values(stored));
}

describe('a field is shown', () => {
  test.each(cases.map((each) => [each.name, each] as const))('%s', (_, { when, stored, isMet: expected }) => {
    expect(isMet(when, (field) => termsOf(stored[field]))).toBe(expected);
  });
});
