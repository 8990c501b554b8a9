import { expect, test } from 'vitest';
import { dateInWords, isPast, newHolidays } from './holidays.ts';

const christmas = { date: '2020-12-25', name: 'Christmas', isYearly: true };

test('what is there already is not new, of every year on its day either', () => {
  const found = ['2026-12-25', '2026-12-26'].map((date) => ({ date, name: 'x', isYearly: false }));
  expect(newHolidays([christmas], found)).toEqual([found[1]]);
  expect(newHolidays(found, [christmas])).toEqual([christmas]);
  expect(newHolidays(found, found)).toEqual([]);
});

test('what comes back every year is never past', () => {
  expect(isPast(christmas, '2026-01-01')).toBe(false);
  expect(isPast({ ...christmas, isYearly: false }, '2026-01-01')).toBe(true);
});

test('dates are said as days, whatever the zone', () => {
  expect(dateInWords(christmas, 'en-GB')).toBe('25 December');
  expect(dateInWords({ date: '2026-12-25', isYearly: false }, 'en-GB')).toBe('Fri, 25 Dec 2026');
});
