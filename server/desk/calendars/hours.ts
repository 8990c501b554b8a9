import type { DayHours, HoursSpan, WeekHours } from './calendar.ts';

/** Days of a week as calendars are told of on the wire, in the order of `WeekHours`. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
/** A day of the week. */
export type Weekday = (typeof weekdays)[number];

/** Most spans of one day. */
export const maxSpansPerDay = 10;
const minutesPerDay = 1440;

/** A span as it is written: from 09:00 to 17:30; a day ends at 24:00. */
export interface WrittenSpan {
  readonly start: string;
  readonly end: string;
}

/** Hours of a week as they are written, by weekday; a day that is not named is free. */
export type WrittenHours = { readonly [day in Weekday]?: readonly WrittenSpan[] | undefined };

/**
 * Reads working hours: in any order, and spans that touch become one.
 *
 * @returns the hours, or a message per day that is wrong, as `hours.monday`
 */
export function readHours(
  written: WrittenHours,
): { readonly hours: WeekHours } | { readonly errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const hours = weekdays.map((day) => {
    const read = readDay(written[day] ?? []);
    if (typeof read === 'string') errors[`hours.${day}`] = read;
    return typeof read === 'string' ? [] : read;
  });
  if (Object.keys(errors).length > 0) return { errors };
  if (hours.every((day) => day.length === 0)) {
    return { errors: { hours: 'Give at least one day working hours: time would never run.' } };
  }
  return { hours };
}

/** @returns what is wrong, if something is */
function readDay(written: readonly WrittenSpan[]): DayHours | string {
  if (written.length > maxSpansPerDay) return `A day has at most ${maxSpansPerDay} spans of working hours.`;
  const spans: HoursSpan[] = [];
  for (const { start, end } of written) {
    const from = minutesOf(start);
    const to = minutesOf(end);
    if (from === null || to === null) return 'Write times like 09:00; a day ends at 24:00.';
    if (from >= to) {
      return `${start}–${end}: the end must be later than the start. Hours past midnight belong to the next day, from 00:00.`;
    }
    spans.push({ from, to });
  }
  spans.sort((a, b) => a.from - b.from);
  const joined: HoursSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.from < last.to) {
      return `${timeOf(last.from)}–${timeOf(last.to)} and ${timeOf(span.from)}–${timeOf(span.to)} overlap.`;
    }
    if (last && span.from === last.to) joined.splice(-1, 1, { from: last.from, to: span.to });
    else joined.push(span);
  }
  return joined;
}

/** Writes working hours: all seven days. */
export function writeHours(hours: WeekHours): Record<Weekday, WrittenSpan[]> {
  const written = weekdays.map((day, i) => {
    const spans = (hours[i] ?? []).map(({ from, to }) => ({ start: timeOf(from), end: timeOf(to) }));
    return [day, spans] as const;
  });
  return Object.fromEntries(written) as Record<Weekday, WrittenSpan[]>;
}

/** Minutes since midnight of 9:00 or 09:00; null: it is no time of a day. */
function minutesOf(time: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(time.trim()) ?? [];
  if (hours === undefined || minutes === undefined || Number(minutes) > 59) return null;
  const sum = Number(hours) * 60 + Number(minutes);
  return sum <= minutesPerDay ? sum : null;
}

function timeOf(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
