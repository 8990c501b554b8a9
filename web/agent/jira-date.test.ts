import { expect, test } from 'vitest';
import { isoDate } from './jira-date.ts';

test('a date of Jira becomes one that every browser reads, at the same moment', () => {
  expect(isoDate('2026-03-03T14:05:00.000+0100')).toBe('2026-03-03T14:05:00.000+01:00');
  expect(isoDate('2026-03-03T14:05:00.000-0330')).toBe('2026-03-03T14:05:00.000-03:30');
});

test('an ISO date stays as it is', () => {
  expect(isoDate('2026-03-03T14:05:00.000Z')).toBe('2026-03-03T14:05:00.000Z');
  expect(isoDate('2026-03-03T14:05:00.000+01:00')).toBe('2026-03-03T14:05:00.000+01:00');
});
