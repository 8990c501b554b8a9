import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { CalendarTimes, DayHours, Holiday } from './calendar.ts';
import { always, compileCalendar } from './working-time.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const nineToFive: DayHours = [{ from: 9 * 60, to: 17 * 60 }];
const allDay: DayHours = [{ from: 0, to: 1440 }];
const free: DayHours = [];

function calendar(given: Partial<CalendarTimes> = {}): CalendarTimes {
  const hours = [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, free, free];
  return { timeZone: 'Europe/Berlin', hours, holidays: [], ...given };
}
function at(local: string, timeZone = 'Europe/Berlin'): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds;
}
function shown(instant: number | null, timeZone = 'Europe/Berlin'): string | null {
  if (instant === null) return null;
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  return local.toString({ timeZoneName: 'never', smallestUnit: 'minute' });
}
function yearly(date: string): Holiday {
  return { date, name: 'Holiday', isYearly: true };
}
function once(date: string): Holiday {
  return { date, name: 'Holiday', isYearly: false };
}

const breaks: DayHours = [
  { from: 8 * 60, to: 12 * 60 },
  { from: 13 * 60, to: 16 * 60 + 30 },
];
const everyDay = (hours: DayHours) => Array.from({ length: 7 }, () => hours);

describe('what is due when', () => {
  test.each<[string, CalendarTimes, string, number, string | null]>([
    ['within a day', calendar(), '2026-03-02T10:00', 4, '2026-03-02T14:00+01:00'],
    [
      'at the end of a day, not at the beginning of the next',
      calendar(),
      '2026-03-02T09:00',
      8,
      '2026-03-02T17:00+01:00',
    ],
    ['from before work begins', calendar(), '2026-03-02T03:00', 1, '2026-03-02T10:00+01:00'],
    ['over a weekend', calendar(), '2026-03-06T16:00', 2, '2026-03-09T10:00+01:00'],
    [
      'over a weekend in which clocks go forward',
      calendar(),
      '2026-03-27T16:00',
      2,
      '2026-03-30T10:00+02:00',
    ],
    ['over a break', calendar({ hours: everyDay(breaks) }), '2026-03-02T11:30', 1, '2026-03-02T13:30+01:00'],
    [
      'over holidays',
      calendar({ holidays: [yearly('2020-12-25'), once('2026-12-28')] }),
      '2026-12-24T16:00',
      2,
      '2026-12-29T10:00+01:00',
    ],
    [
      'over a weekend that is a holiday too',
      calendar({ holidays: [yearly('2020-12-26')] }),
      '2026-12-25T16:00',
      2,
      '2026-12-28T10:00+01:00',
    ],
    ['never, without hours', calendar({ hours: everyDay(free) }), '2026-03-02T10:00', 1, null],
    [
      'in a day of 23 hours',
      calendar({ hours: everyDay(allDay) }),
      '2026-03-29T00:00',
      23,
      '2026-03-30T00:00+02:00',
    ],
    [
      'in a day of 25 hours',
      calendar({ hours: everyDay(allDay) }),
      '2026-10-25T00:00',
      25,
      '2026-10-26T00:00+01:00',
    ],
    [
      'hours that are skipped are not worked',
      calendar({ hours: everyDay([{ from: 150, to: 240 }]) }),
      '2026-03-29T00:00',
      1,
      '2026-03-29T04:00+02:00',
    ],
    [
      'hours that come twice are worked twice',
      calendar({ hours: everyDay([{ from: 120, to: 180 }]) }),
      '2026-10-25T00:00',
      2,
      '2026-10-25T03:00+01:00',
    ],
    ['back to where so much was worked', calendar(), '2026-03-09T10:00', -2, '2026-03-06T16:00+01:00'],
    [
      'back to the beginning of a day, not to the end of the one before',
      calendar(),
      '2026-03-09T10:00',
      -1,
      '2026-03-09T09:00+01:00',
    ],
    ['after ten years', calendar(), '2026-01-01T00:00', 20_864, '2035-12-31T17:00+01:00'],
  ])('%s', (_, times, from, hours, due) => {
    const working = compileCalendar(times);
    const found = working.add(at(from), hours * hour);
    expect(shown(found)).toBe(due);
    if (found !== null) expect(working.between(at(from), found)).toBe(hours * hour);
  });

  test('clocks that are changed at midnight, by half an hour, or over a whole day', () => {
    const working = (timeZone: string) =>
      compileCalendar({ timeZone, hours: everyDay(allDay), holidays: [] });
    const span = (timeZone: string, from: string, to: string) =>
      working(timeZone).between(at(from, timeZone), at(to, timeZone)) / hour;
    // midnight of this day did not exist in São Paulo
    expect(span('America/Sao_Paulo', '2018-11-04T01:00', '2018-11-05T00:00')).toBe(23);
    expect(span('Australia/Lord_Howe', '2026-04-05T00:00', '2026-04-06T00:00')).toBe(24.5);
    // Samoa had no 30 December 2011: a holiday on it costs nothing
    const timeZone = 'Pacific/Apia';
    const samoa = compileCalendar({ timeZone, hours: everyDay(allDay), holidays: [once('2011-12-30')] });
    expect(samoa.between(at('2011-12-29T00:00', timeZone), at('2012-01-01T00:00', timeZone))).toBe(48 * hour);
  });

  test('29 February is a yearly holiday in leap years alone', () => {
    const working = compileCalendar(calendar({ hours: everyDay(allDay), holidays: [yearly('2024-02-29')] }));
    expect(working.between(at('2027-02-28T00:00'), at('2027-03-02T00:00'))).toBe(48 * hour);
    expect(working.between(at('2028-02-28T00:00'), at('2028-03-02T00:00'))).toBe(48 * hour);
  });

  test('when work begins and ends next', () => {
    const working = compileCalendar(
      calendar({ hours: [...everyDay(nineToFive).slice(0, 5), allDay, allDay] }),
    );
    expect(shown(working.nextChange(at('2026-03-05T18:00')))).toBe('2026-03-06T09:00+01:00');
    expect(shown(working.nextChange(at('2026-03-06T09:00')))).toBe('2026-03-06T17:00+01:00');
    // days without a break between them are one stretch
    expect(shown(working.nextChange(at('2026-03-06T20:00')))).toBe('2026-03-07T00:00+01:00');
    expect(shown(working.nextChange(at('2026-03-07T00:00')))).toBe('2026-03-09T00:00+01:00');
    expect(compileCalendar(calendar({ hours: everyDay(allDay) })).nextChange(0)).toBeNull();
    expect(compileCalendar(calendar({ hours: everyDay(free) })).nextChange(0)).toBeNull();
  });

  test('a calendar that says the same is compiled once', () => {
    expect(compileCalendar(calendar())).toBe(compileCalendar(calendar()));
    expect(compileCalendar(calendar({ timeZone: 'UTC' }))).not.toBe(compileCalendar(calendar()));
    expect(compileCalendar(null)).toBe(always);
    expect(() => compileCalendar(calendar({ timeZone: 'Europe/Nowhere' }))).toThrow(RangeError);
  });
});

// Any calendar, and instants around the times when clocks are changed.
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'America/Havana',
  'UTC',
];
const anyHours: fc.Arbitrary<DayHours> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 0, maxLength: 6 })
  .map((marks) => {
    const ordered = [...marks].sort((a, b) => a - b);
    return Array.from({ length: Math.floor(ordered.length / 2) }, (_, i) => ({
      from: ordered[2 * i] ?? 0,
      to: ordered[2 * i + 1] ?? 0,
    }));
  });
const anyHoliday = fc.record({
  date: fc
    .integer({ min: Date.UTC(2011, 0, 1) / day, max: Date.UTC(2028, 0, 1) / day })
    .map((number) => new Date(number * day).toISOString().slice(0, 10)),
  name: fc.constant('Holiday'),
  isYearly: fc.boolean(),
});
const anyCalendar: fc.Arbitrary<CalendarTimes> = fc.record({
  timeZone: fc.constantFrom(...zones),
  hours: fc.array(fc.oneof(anyHours, fc.constantFrom(allDay, free)), { minLength: 7, maxLength: 7 }),
  holidays: fc.array(anyHoliday, { maxLength: 30 }),
});
const anyInstant = fc.oneof(
  fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2030, 0, 1) }),
  fc
    .constantFrom(
      '2026-03-29T01:00Z',
      '2026-10-25T01:00Z',
      '2018-11-04T03:00Z',
      '2011-12-30T10:00Z',
      '2026-04-04T15:00Z',
    )
    .chain((change) => fc.integer({ min: -day, max: day }).map((off) => Date.parse(change) + off)),
);

/** What the clock on the wall says, asked minute by minute. */
function isWorkingByTheClock({ timeZone, hours, holidays }: CalendarTimes, instant: number): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  const date = local.toPlainDate().toString();
  if (holidays.some((h) => (h.isYearly ? h.date.slice(5) === date.slice(5) : h.date === date))) return false;
  const minutes = local.hour * 60 + local.minute;
  return (hours[local.dayOfWeek - 1] ?? []).some(({ from, to }) => from <= minutes && minutes < to);
}

describe('of any calendar', () => {
  test('working time is what is counted minute by minute', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, fc.integer({ min: 0, max: 2_000 }), (times, instant, minutes) => {
        const from = Math.floor(instant / minute) * minute;
        const working = compileCalendar(times);
        let counted = 0;
        let firstChange: number | null = null;
        const first = isWorkingByTheClock(times, from);
        for (let now = from; now < from + minutes * minute; now += minute) {
          const isWorking = isWorkingByTheClock(times, now);
          if (isWorking) counted += minute;
          if (isWorking !== first) firstChange ??= now;
        }
        expect(working.between(from, from + minutes * minute)).toBe(counted);
        expect(working.isWorking(from)).toBe(first);
        if (firstChange !== null) expect(working.nextChange(from)).toBe(firstChange);
      }),
      { numRuns: 40 },
    );
  });

  test('it adds up, never runs faster than time, and goes back as it went', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyInstant, anyInstant, (times, a, b, c) => {
        const { between } = compileCalendar(times);
        expect(between(a, b) + between(b, c)).toBe(between(a, c));
        expect(between(b, a) + between(a, b)).toBe(0);
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        expect(between(from, to)).toBeGreaterThanOrEqual(0);
        expect(between(from, to)).toBeLessThanOrEqual(to - from);
      }),
      { numRuns: 300 },
    );
  });

  test('adding is the least, or the last, that has so much between', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyInstant,
        fc.integer({ min: -500 * hour, max: 500 * hour }),
        (times, from, ms) => {
          const working = compileCalendar(times);
          const to = working.add(from, ms);
          if (to === null) return;
          expect(working.between(from, to)).toBe(ms);
          const nearer = to + (ms < 0 ? 1 : -1);
          if (ms !== 0) expect(Math.abs(working.between(from, nearer))).toBe(Math.abs(ms) - 1);
          expect(working.add(from, 0)).toBe(from);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('the next change is one, and there is none before it', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyInstant,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (times, from, part) => {
          const working = compileCalendar(times);
          const change = working.nextChange(from);
          if (change === null) return;
          expect(change).toBeGreaterThan(from);
          expect(working.isWorking(change)).toBe(!working.isWorking(from));
          const before = from + Math.floor((change - 1 - from) * part);
          expect(working.isWorking(before)).toBe(working.isWorking(from));
        },
      ),
      { numRuns: 300 },
    );
  });
});
