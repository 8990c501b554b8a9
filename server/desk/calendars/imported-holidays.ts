import type { Holiday } from './calendar.ts';

/** First and last day that a calendar knows. */
export const firstDate = '1970-01-01';
export const lastDate = '2199-12-31';
/** Most holidays of one calendar. */
export const maxHolidays = 2_000;
/** Most characters of a holiday's name. */
export const maxHolidayNameLength = 200;

/** What was found in something that somebody brings. */
export interface ImportedHolidays {
  /** by date; none twice */
  readonly holidays: readonly Holiday[];
  /** what is no holiday, and why; the first hundred */
  readonly skipped: readonly SkippedHoliday[];
  /** how many there were of those */
  readonly skippedCount: number;
}

/** Something that is no holiday. */
export interface SkippedHoliday {
  /** as it was written, or its name */
  readonly text: string;
  readonly reason: string;
}

const mostSkipped = 100;

/** Whether there is such a day, written like 2026-12-25, in the years that calendars know. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < firstDate || text > lastDate) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Gathers what is found: days that come twice become one, with both names. */
export function gatherHolidays(): {
  add(holiday: Holiday): void;
  skip(text: string, reason: string): void;
  result(): ImportedHolidays;
} {
  const found = new Map<string, Holiday>();
  const skipped: SkippedHoliday[] = [];
  let skippedCount = 0;
  function skip(text: string, reason: string): void {
    skippedCount++;
    if (skipped.length < mostSkipped) skipped.push({ text: text.slice(0, maxHolidayNameLength), reason });
  }
  return {
    skip,
    add(holiday) {
      const { date, name, isYearly } = holiday;
      const there = found.get(date);
      if (!there && found.size >= maxHolidays) {
        skip(`${date} ${name}`, `A calendar has at most ${maxHolidays.toLocaleString('en')} holidays.`);
      } else if (!there) {
        found.set(date, { ...holiday, name: name.slice(0, maxHolidayNameLength) });
      } else {
        const names = there.name.split(', ').includes(name) ? there.name : `${there.name}, ${name}`;
        found.set(date, {
          date,
          name: names.slice(0, maxHolidayNameLength),
          isYearly: there.isYearly || isYearly,
        });
      }
    },
    result: () => ({
      holidays: [...found.values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
      skipped,
      skippedCount,
    }),
  };
}
