import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../platform/database/schema.ts';
import { isMet, type ShowWhen } from './show-when.ts';

interface Case {
  readonly name: string;
  readonly when: ShowWhen;
  readonly stored: Readonly<Record<string, JsonValue>>;
  readonly isMet: boolean;
}

// The page of the form decides the same way before anything is sent: it is held to the same cases.
const cases: readonly Case[] = JSON.parse(
  readFileSync(new URL('./show-when.cases.json', import.meta.url), 'utf8'),
);

describe('a field is shown', () => {
  test.each(cases.map((each) => [each.name, each] as const))('%s', (_, { when, stored, isMet: expected }) => {
    expect(isMet(when, (key) => stored[key] ?? null)).toBe(expected);
  });
});
