import type { WorkingWeek } from './calendar-queries.ts';

/** Days of a week in the order in which they are shown. */
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
/** Working hours as they are written, from 09:00 to 17:00. */
export type WrittenSpan = WorkingWeek[Weekday][number];
/** Working hours in minutes since midnight. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Minutes of a day. */
export const minutesPerDay = 1440;

/** Minutes since midnight of what somebody typed: 9, 930, 9:30, 9.30, 5pm; null when it is no time of a day. */
export function minutesOf(text: string): number | null {
  const match = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(am|pm)?$/i.exec(text.trim());
  if (!match) return null;
  const [, hourText = '', minuteText = '0', half] = match;
  let hours = Number(hourText);
  if (half) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  }
  const minutes = Number(minuteText);
  const sum = hours * 60 + minutes;
  return minutes > 59 || sum > minutesPerDay ? null : sum;
}

/** 09:30 */
export function timeOf(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A typed time as it is kept: 9 becomes 09:00. What is no time stays as it is. */
export function tidyTime(text: string): string {
  const minutes = minutesOf(text);
  return minutes === null ? text : timeOf(minutes);
}

/** Those of the written spans that can be drawn, in order; touching and overlapping ones as one. */
export function spansOf(written: readonly WrittenSpan[]): Span[] {
  const spans = written.flatMap(({ start, end }) => {
    const from = minutesOf(start);
    const to = minutesOf(end);
    return from === null || to === null || from >= to ? [] : [{ from, to }];
  });
  return joined(spans);
}

/** Spans as they are written. */
export function writtenOf(spans: readonly Span[]): WrittenSpan[] {
  return spans.map(({ from, to }) => ({ start: timeOf(from), end: timeOf(to) }));
}

/** The spans, and this one too. */
export function withSpan(spans: readonly Span[], added: Span): Span[] {
  return joined([...spans, added]);
}

/** What is left of the spans without this one. */
export function withoutSpan(spans: readonly Span[], removed: Span): Span[] {
  return spans.flatMap(({ from, to }) =>
    [
      { from, to: Math.min(to, removed.from) },
      { from: Math.max(from, removed.to), to },
    ].filter((rest) => rest.from < rest.to),
  );
}

/** Hours that a day is given when it has none, or after those that it has: an afternoon after a morning. */
export function nextSpan(written: readonly WrittenSpan[]): WrittenSpan {
  const last = spansOf(written).at(-1);
  if (!last) return { start: '09:00', end: '17:00' };
  const from = Math.min(last.to + 60, minutesPerDay - 30);
  return { start: timeOf(from), end: timeOf(Math.min(from + 240, minutesPerDay)) };
}

/** How many minutes of a week are worked. */
export function minutesOfWeek(hours: WorkingWeek): number {
  return weekdays.flatMap((day) => spansOf(hours[day])).reduce((total, { from, to }) => total + to - from, 0);
}

/** Days that follow each other with the same hours, for a summary: Monday to Friday 09:00–17:00. Free days are left out. */
export function runsOf(hours: WorkingWeek): { first: Weekday; last: Weekday; spans: Span[] }[] {
  const runs: { first: Weekday; last: Weekday; spans: Span[] }[] = [];
  let previous = '';
  for (const day of weekdays) {
    const spans = spansOf(hours[day]);
    const text = JSON.stringify(spans);
    const run = runs.at(-1);
    if (spans.length > 0 && run && text === previous) run.last = day;
    else if (spans.length > 0) runs.push({ first: day, last: day, spans });
    previous = text;
  }
  return runs;
}

function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && span.from <= last.to) {
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else result.push(span);
  }
  return result;
}
