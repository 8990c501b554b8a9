import type { CalendarTimes, DayHours, Holiday } from './calendar.ts';
import { offsetsOf } from './zone-offsets.ts';

/**
 * Working time, to the millisecond. Instants are whole milliseconds since 1970, durations whole milliseconds.
 *
 * An instant is working time if the clock on the wall of the calendar's time zone says so: its weekday has working hours then, and its
 * date is no holiday. All else follows from this, where clocks are changed too: hours that are skipped in spring are not worked, so
 * that a day from 0:00 to 24:00 has 23 hours; hours that come twice in autumn are worked twice, and that day has 25.
 */
export interface WorkingTime {
  /** Working milliseconds from one instant to another; negative if the other is earlier. */
  between(from: number, to: number): number;
  /**
   * The first instant by which so much has been worked since `from`: at the end of a day, not at the beginning of the next. Negative: the
   * last instant since which so much has been worked until `from`. Nothing: `from` itself.
   *
   * @returns null when it is not before the year 2200, or before 1970: never, if there are no working hours
   */
  add(from: number, workingMs: number): number | null;
  isWorking(at: number): boolean;
  /** The next instant at which work begins or ends; null: none before the year 2200. */
  nextChange(at: number): number | null;
}

const dayMs = 86_400_000;
const minuteMs = 60_000;
const firstYear = 1970;
const lastYear = 2200;
const horizon = Date.UTC(lastYear, 0, 1);
// 1 January 1970 was a Thursday.
const mondayToFirstDay = 3;

/** Around the clock, every day. */
export const always: WorkingTime = {
  between: (from, to) => to - from,
  add: (from, workingMs) => (from + workingMs > horizon || from + workingMs < 0 ? null : from + workingMs),
  isWorking: () => true,
  nextChange: () => null,
};

// By what they say, not by id and version: a version that a transaction took back may be given out again for another content.
const compiled = new Map<string, WorkingTime>();
const mostCompiled = 200;
const compiledOf = new WeakMap<CalendarTimes, WorkingTime>();

/**
 * Working time by a calendar; null: around the clock. What was compiled is remembered, and what is asked of it takes the logarithm of
 * the years.
 *
 * @throws RangeError when there is no such time zone
 */
export function compileCalendar(calendar: CalendarTimes | null): WorkingTime {
  if (!calendar) return always;
  let found = compiledOf.get(calendar);
  if (found) return found;
  const { timeZone, hours, holidays } = calendar;
  const key = JSON.stringify([timeZone, hours, holidays.map(({ date, isYearly }) => [date, isYearly])]);
  found = compiled.get(key) ?? compileOnce(calendar);
  // The one that was used longest ago makes room.
  compiled.delete(key);
  compiled.set(key, found);
  const [oldest] = compiled.keys();
  if (compiled.size > mostCompiled && oldest !== undefined) compiled.delete(oldest);
  compiledOf.set(calendar, found);
  return found;
}

/**
 * The same for what need not be remembered, such as hours that somebody tries.
 * @throws RangeError when there is no such time zone
 */
export function compileOnce(calendar: CalendarTimes): WorkingTime {
  const workedUntil = countFrom1970(calendar);
  const perWeek = sum(calendar.hours.map((day) => workedOn(day, dayMs)));
  const neverChanges = perWeek === 0 || (perWeek === 7 * dayMs && calendar.holidays.length === 0);
  const between = (from: number, to: number) => workedUntil(to) - workedUntil(from);
  const isWorking = (at: number) => between(at, at + 1) === 1;
  return {
    between,
    isWorking,
    add(from, workingMs) {
      if (workingMs === 0) return from;
      if (perWeek === 0) return null;
      const wanted = workedUntil(from) + workingMs;
      const typical = Math.max(dayMs, Math.ceil((Math.abs(workingMs) * 7 * dayMs) / perWeek));
      if (workingMs > 0) {
        const ahead = leastThat((ms) => workedUntil(from + ms) >= wanted, typical, horizon - from);
        return ahead === null ? null : from + ahead;
      }
      const back = leastThat((ms) => workedUntil(from - ms) <= wanted, typical, from);
      return back === null ? null : from - back;
    },
    nextChange(at) {
      if (neverChanges) return null;
      const wasWorking = isWorking(at);
      const hasChanged = (ms: number) => between(at, at + ms) !== (wasWorking ? ms : 0);
      const ahead = leastThat(hasChanged, dayMs, horizon - at);
      return ahead === null ? null : at + ahead - 1;
    },
  };
}

/** The least whole number that something holds for which holds for all above it; null: it is above `most`. Looks first about `typical`. */
function leastThat(holds: (value: number) => boolean, typical: number, most: number): number | null {
  if (most <= 0) return null;
  let below = 0;
  let found = Math.min(typical, most);
  while (!holds(found)) {
    if (found >= most) return null;
    below = found;
    found = Math.min(found * 2, most);
  }
  while (found - below > 1) {
    const middle = Math.floor((below + found) / 2);
    if (holds(middle)) found = middle;
    else below = middle;
  }
  return found;
}

/** A function that says how much was worked since 1970 until an instant. It grows with time, and nothing else is asked of a calendar. */
function countFrom1970({ timeZone, hours, holidays }: CalendarTimes): (instant: number) => number {
  const zone = offsetsOf(timeZone);
  const workedByWall = countByWall(hours, holidays);
  // While an offset holds, clocks on the wall go as fast as time does: what has to be added to the count by the wall for each of them.
  const corrections = [0];
  return (instant) => {
    zone.reach(instant);
    const { starts, offsets } = zone;
    for (let i = corrections.length; i < starts.length; i++) {
      const start = starts[i] ?? 0;
      const until = workedByWall(start + (offsets[i - 1] ?? 0));
      corrections.push((corrections[i - 1] ?? 0) + until - workedByWall(start + (offsets[i] ?? 0)));
    }
    const at = lastNotAfter(starts, instant);
    return (corrections[at] ?? 0) + workedByWall(instant + (offsets[at] ?? 0));
  };
}

/** The same by a clock on the wall that is never changed, which shows midnight of 1 January 1970 at 0. */
function countByWall(hours: readonly DayHours[], holidays: readonly Holiday[]): (wallMs: number) => number {
  const perDay = hours.map((day) => workedOn(day, dayMs));
  // what was worked since Monday until the day begins
  const untilDay = perDay.map((_, weekday) => sum(perDay.slice(0, weekday)));
  const perWeek = sum(perDay);
  const days = daysOf(holidays);
  const lost = new Float64Array(days.length + 1);
  days.forEach((day, i) => {
    lost[i + 1] = (lost[i] ?? 0) + (perDay[weekdayOf(day)] ?? 0);
  });
  return (wallMs) => {
    const day = Math.floor(wallMs / dayMs);
    const weekday = weekdayOf(day);
    const past = countBefore(days, day);
    const today = days[past] === day ? 0 : workedOn(hours[weekday] ?? [], wallMs - day * dayMs);
    const weeks = Math.floor((day + mondayToFirstDay) / 7);
    return weeks * perWeek + (untilDay[weekday] ?? 0) - (lost[past] ?? 0) + today;
  };
}

/** How much of a day's hours is over so many milliseconds after midnight. */
function workedOn(day: DayHours, sinceMidnightMs: number): number {
  let worked = 0;
  for (const { from, to } of day) {
    const begin = from * minuteMs;
    if (sinceMidnightMs <= begin) break;
    worked += Math.min(sinceMidnightMs, to * minuteMs) - begin;
  }
  return worked;
}

/** The days (since 1970) that holidays fall on, in order. */
function daysOf(holidays: readonly Holiday[]): Int32Array {
  const days = new Set<number>();
  const everyYear = new Set<string>();
  for (const { date, isYearly } of holidays) {
    if (isYearly) everyYear.add(date.slice(5));
    else days.add(Date.parse(`${date}T00:00:00Z`) / dayMs);
  }
  for (const date of everyYear) {
    const [month = 1, day = 1] = date.split('-').map(Number);
    for (let year = firstYear; year < lastYear; year++) {
      const at = new Date(Date.UTC(year, month - 1, day));
      // 29 February would be 1 March in other years
      if (at.getUTCDate() === day) days.add(at.getTime() / dayMs);
    }
  }
  return Int32Array.from(days).sort();
}

/** Monday is 0. */
function weekdayOf(day: number): number {
  return (((day + mondayToFirstDay) % 7) + 7) % 7;
}

/** The place of the last number of an ordered list that is not greater; 0 if all are. */
function lastNotAfter(ordered: readonly number[], value: number): number {
  let low = 0;
  let high = ordered.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** How many numbers of an ordered list are smaller. */
function countBefore(ordered: Int32Array, value: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
