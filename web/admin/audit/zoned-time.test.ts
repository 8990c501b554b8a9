import { expect, test } from 'vitest';
import { instantOf, startOfDay, wallClock } from './zoned-time.ts';

test.each([
  ['2026-01-15T09:30', 'Europe/Berlin', '2026-01-15T08:30:00.000Z'],
  ['2026-07-15T09:30', 'Europe/Berlin', '2026-07-15T07:30:00.000Z'],
  ['2026-07-15T09:30', 'Asia/Kolkata', '2026-07-15T04:00:00.000Z'],
  ['2026-07-15T23:30', 'America/New_York', '2026-07-16T03:30:00.000Z'],
  ['2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
  ['2026-10-25T12:00', 'Europe/Berlin', '2026-10-25T11:00:00.000Z'],
])('%s on a clock in %s is %s, and back', (local, zone, instant) => {
  expect(instantOf(local, zone)?.toISOString()).toBe(instant);
  expect(wallClock(new Date(instant), zone)).toBe(local);
});

test('an hour that the clocks leave out is a moment nearby', () => {
  const moment = instantOf('2026-03-29T02:30', 'Europe/Berlin');
  expect(Math.abs((moment?.getTime() ?? 0) - Date.parse('2026-03-29T01:00:00Z'))).toBeLessThanOrEqual(
    3600_000,
  );
});

test('a day begins at midnight of the zone', () => {
  const at = new Date('2026-07-15T23:30:00Z');
  expect(startOfDay(at, 'Europe/Berlin').toISOString()).toBe('2026-07-15T22:00:00.000Z');
  expect(startOfDay(at, 'America/New_York').toISOString()).toBe('2026-07-15T04:00:00.000Z');
});

test('what is no time is none', () => {
  expect(instantOf('soon', 'Europe/Berlin')).toBeNull();
});
