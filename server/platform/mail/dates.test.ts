import { expect, test } from 'vitest';
import { dayInMail, momentInMail } from './dates.ts';

const at = new Date('2026-11-24T23:30:00Z');

test('dates are written as their reader writes them, in their time zone', () => {
  const german = { locale: 'de-AT', timeZone: 'Europe/Vienna' };
  expect(dayInMail(at, german)).toBe('25. November 2026');
  expect(momentInMail(at, german)).toBe('25. November 2026 um 00:30 MEZ');
  const english = { locale: 'en', timeZone: 'America/New_York' };
  expect(dayInMail(at, english)).toBe('24 November 2026');
  expect(momentInMail(at, english)).toBe('24 November 2026 at 18:30 GMT-5');
});

test('where no time zone is known it is UTC, and says so', () => {
  for (const timeZone of [null, 'Atlantis/Poseidonis']) {
    expect(momentInMail(at, { locale: null, timeZone })).toBe('24 November 2026 at 23:30 UTC');
  }
});
