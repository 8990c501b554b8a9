import { expect, test } from 'vitest';
import { exactTime, knownZone, relativeTime, shortDate } from './time.ts';

const now = new Date('2026-03-10T12:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

test('how long ago is told in the largest unit that fits, in the words of the language', () => {
  expect(relativeTime(ago(10), now, 'en')).toBe('now');
  expect(relativeTime(ago(119), now, 'en')).toBe('1 minute ago');
  expect(relativeTime(ago(3 * 3600), now, 'de')).toBe('vor 3 Stunden');
  expect(relativeTime(ago(36 * 3600), now, 'en')).toBe('yesterday');
  expect(relativeTime(ago(-2 * 24 * 3600), now, 'en')).toBe('in 2 days');
});

test('the exact time is that of the viewer’s zone', () => {
  expect(exactTime(now, 'en', 'America/New_York')).toContain('8:00:00');
  expect(exactTime(now, 'de', 'Europe/Berlin')).toContain('13:00:00');
  expect(shortDate(new Date('2026-03-10T23:30:00Z'), 'en', 'Asia/Tokyo')).toBe('Mar 11, 2026');
});

test('a zone that this browser does not know is its own', () => {
  expect(knownZone('Europe/Berlin')).toBe('Europe/Berlin');
  expect(knownZone('Mars/Olympus')).toBeUndefined();
  expect(knownZone(null)).toBeUndefined();
});
