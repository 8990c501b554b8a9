import { describe, expect, test } from 'vitest';
import { dateJson, instantOf, jiraDate } from './dates.ts';

const now = new Date('2026-03-15T12:00:00Z');

test('a point in time is shown in the reader’s zone, as Jira writes it', () => {
  const date = new Date('2026-03-14T23:30:05.007Z');
  expect(dateJson(date, 'Europe/Berlin', now)).toEqual({
    iso8601: '2026-03-15T00:30:05+0100',
    jira: '2026-03-15T00:30:05.007+0100',
    friendly: 'Today 12:30 AM',
    epochMillis: date.getTime(),
  });
  expect(dateJson(date, null, now).friendly).toBe('Yesterday 11:30 PM');
  expect(jiraDate(date, 'America/St_Johns')).toBe('2026-03-14T21:00:05.007-0230');
  expect(jiraDate(date, 'Not/A_Zone')).toBe('2026-03-14T23:30:05.007+0000');
});

test.each([
  ['2026-03-15T12:00:00Z', 'Today 12:00 PM'],
  ['2026-03-14T00:00:00Z', 'Yesterday 12:00 AM'],
  ['2026-03-13T09:05:00Z', 'Friday 9:05 AM'],
  ['2026-03-09T09:05:00Z', 'Monday 9:05 AM'],
  ['2026-03-08T09:05:00Z', '08/Mar/26 9:05 AM'],
  ['2025-12-31T13:00:00Z', '31/Dec/25 1:00 PM'],
  ['2026-03-16T08:00:00Z', '16/Mar/26 8:00 AM'],
])('%s is called %s', (date, friendly) => {
  expect(dateJson(new Date(date), null, now).friendly).toBe(friendly);
});

describe('a reading of the clocks is the point in time that it names', () => {
  test.each([
    [[2026, 1, 31, 0, 0], null, '2026-01-31T00:00:00.000Z'],
    [[2026, 1, 31, 0, 0], 'Europe/Berlin', '2026-01-30T23:00:00.000Z'],
    [[2026, 7, 1, 9, 30], 'Europe/Berlin', '2026-07-01T07:30:00.000Z'],
    [[2026, 3, 29, 3, 0], 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    [[2026, 10, 25, 4, 0], 'Europe/Berlin', '2026-10-25T03:00:00.000Z'],
    [[2026, 1, 1, 0, 0], 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z'],
  ] as const)('%j in %s', ([year, month, day, hour, minute], zone, expected) => {
    expect(instantOf({ year, month, day, hour, minute }, zone).toISOString()).toBe(expected);
  });
});
