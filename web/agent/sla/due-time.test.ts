import { expect, test } from 'vitest';
import { dueTime } from './due-time.ts';

const now = new Date('2026-03-10T12:00:00Z');

test.each([
  ['2026-03-10T13:05:00Z', 'Europe/Berlin', 'today 2:05 PM'],
  ['2026-03-11T08:00:00Z', 'Europe/Berlin', 'tomorrow 9:00 AM'],
  ['2026-03-09T08:00:00Z', 'Europe/Berlin', 'yesterday 9:00 AM'],
  // the day is that of the viewer
  ['2026-03-10T23:30:00Z', 'Europe/Berlin', 'tomorrow 12:30 AM'],
  ['2026-03-13T08:00:00Z', 'Europe/Berlin', 'Fri 9:00 AM'],
  ['2026-03-06T08:00:00Z', 'Europe/Berlin', 'Mar 6, 9:00 AM'],
  ['2026-03-24T08:00:00Z', 'America/New_York', 'Mar 24, 4:00 AM'],
  ['2027-03-24T08:00:00Z', 'UTC', 'Mar 24, 2027, 8:00 AM'],
])('%s in %s is %s', (at, timeZone, words) => {
  // a space before AM and PM is a narrow one
  expect(dueTime(new Date(at), now, 'en', timeZone).replaceAll('\u202f', ' ')).toBe(words);
});

test('the words are those of the language', () => {
  expect(dueTime(new Date('2026-03-11T08:00:00Z'), now, 'de', 'Europe/Berlin')).toBe('morgen 09:00');
});
