import { expect, test } from 'vitest';
import type { WorkingWeek } from './calendar-queries.ts';
import {
  minutesOf,
  minutesOfWeek,
  nextSpan,
  runsOf,
  spansOf,
  tidyTime,
  withoutSpan,
  withSpan,
} from './week.ts';

test.each([
  ['9', 540],
  ['09:30', 570],
  ['930', 570],
  ['9.30', 570],
  ['9h30', 570],
  ['5pm', 1020],
  ['12 am', 0],
  ['12:15pm', 735],
  ['24:00', 1440],
  ['24:01', null],
  ['9:60', null],
  ['13pm', null],
  ['nine', null],
  ['', null],
])('“%s” is %s minutes after midnight', (text, minutes) => {
  expect(minutesOf(text)).toBe(minutes);
});

test('a typed time is tidied, and what is none stays to be mended', () => {
  expect(tidyTime(' 8 ')).toBe('08:00');
  expect(tidyTime('late')).toBe('late');
});

test('what is painted joins, and what is wiped out is cut', () => {
  const day = [{ from: 540, to: 720 }];
  expect(withSpan(day, { from: 780, to: 1020 })).toEqual([
    { from: 540, to: 720 },
    { from: 780, to: 1020 },
  ]);
  expect(withSpan(day, { from: 720, to: 780 })).toEqual([{ from: 540, to: 780 }]);
  expect(withoutSpan(day, { from: 600, to: 660 })).toEqual([
    { from: 540, to: 600 },
    { from: 660, to: 720 },
  ]);
  expect(withoutSpan(day, { from: 0, to: 1440 })).toEqual([]);
});

test('half-typed hours are not drawn', () => {
  expect(
    spansOf([
      { start: '9', end: '' },
      { start: '17:00', end: '9:00' },
    ]),
  ).toEqual([]);
});

test('more hours come after those that are there', () => {
  expect(nextSpan([])).toEqual({ start: '09:00', end: '17:00' });
  expect(nextSpan([{ start: '8:00', end: '12:00' }])).toEqual({ start: '13:00', end: '17:00' });
  expect(nextSpan([{ start: '8:00', end: '24:00' }])).toEqual({ start: '23:30', end: '24:00' });
});

test('days with the same hours are summed up', () => {
  const nine = [{ start: '09:00', end: '17:00' }];
  const week: WorkingWeek = {
    monday: nine,
    tuesday: nine,
    wednesday: [],
    thursday: nine,
    friday: [{ start: '09:00', end: '15:00' }],
    saturday: [],
    sunday: [],
  };
  expect(runsOf(week).map(({ first, last }) => `${first}–${last}`)).toEqual([
    'monday–tuesday',
    'thursday–thursday',
    'friday–friday',
  ]);
  expect(minutesOfWeek(week)).toBe(30 * 60);
});
