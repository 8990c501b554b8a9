import { Temporal } from 'temporal-polyfill';
import { instantOf } from '../../platform/formats/dates.ts';

const unitMs = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000 } as const;

/**
 * The point in time that a JQL value stands for: relative to now (`-3d`, `-1w 2d`, `4h`; years, months, weeks, days, hours,
 * minutes: y M w d h m), by the viewer's clocks (`2026-01-31`, `2026/01/31 09:30`), or in milliseconds since 1970. Null when it is
 * none of these.
 */
export function momentOf(value: string, now: Date, timeZone: string | null): Date | null {
  const text = value.trim();
  return relativeMoment(text, now, timeZone) ?? absoluteMoment(text, timeZone) ?? epochMoment(text);
}

function relativeMoment(text: string, now: Date, timeZone: string | null): Date | null {
  const match = /^([+-]?)((?:\d{1,6}[yMwdhm]\s*)+)$/.exec(text);
  if (!match) return null;
  const sign = match[1] === '-' ? -1 : 1;
  let distance = 0;
  let [years, months] = [0, 0];
  for (const [, amount, unit] of (match[2] ?? '').matchAll(/(\d+)([yMwdhm])/g)) {
    if (unit === 'y') years += sign * Number(amount);
    else if (unit === 'M') months += sign * Number(amount);
    else distance += Number(amount) * unitMs[unit as keyof typeof unitMs];
  }
  const there = new Date(Math.max(-farthest, Math.min(farthest, now.getTime() + sign * distance)));
  if (years === 0 && months === 0) return possible(there);
  return possible(movedBy(there, timeZone, { years, months }));
}

/** As far from 1970 as a Date goes. */
const farthest = 8.64e15;

/**
 * The same reading of the clocks so many months and years on, on the last day of a month that is too short; the beginning or the end of
 * all time where no calendar goes that far.
 */
function movedBy(from: Date, timeZone: string | null, by: { years: number; months: number }): Date {
  try {
    return dateOf(zoned(from, timeZone).add(by));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new Date(by.years * 12 + by.months < 0 ? -farthest : farthest);
  }
}

/** A point in time on the clocks of a zone; those of an unknown one show UTC. */
export function zoned(date: Date, timeZone: string | null): Temporal.ZonedDateTime {
  const instant = Temporal.Instant.fromEpochMilliseconds(date.getTime());
  try {
    return instant.toZonedDateTimeISO(timeZone ?? 'UTC');
  } catch {
    return instant.toZonedDateTimeISO('UTC');
  }
}

/** What can be asked for: years of four digits. Nothing in a service desk is older, or newer. */
export function possible(date: Date): Date {
  const year = date.getUTCFullYear();
  if (Number.isNaN(date.getTime()) || year > 9999) return new Date(Date.UTC(9999, 11, 31));
  return year < 1000 ? new Date('1000-01-02T00:00:00Z') : date;
}

/** The same point in time as a Date. */
export function dateOf(time: Temporal.ZonedDateTime): Date {
  return new Date(time.epochMilliseconds);
}

function absoluteMoment(text: string, timeZone: string | null): Date | null {
  const match = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?: +(\d{1,2}):(\d{2}))?$/.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute] = [1, 3, 4, 5, 6].map((group) => Number(match[group] ?? 0));
  if (!year || month === undefined || day === undefined) return null;
  if (hour === undefined || minute === undefined || hour > 23 || minute > 59) return null;
  // 30 February is no day: the calendar would move it into March.
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return possible(instantOf({ year, month, day, hour, minute }, timeZone));
}

function epochMoment(text: string): Date | null {
  return /^-?\d{1,15}$/.test(text) ? possible(new Date(Number(text))) : null;
}
