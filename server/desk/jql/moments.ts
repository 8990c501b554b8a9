import { instantOf } from '../../platform/formats/dates.ts';

const unitMs = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000 } as const;

/**
 * The point in time that a JQL value stands for: relative to now (`-3d`, `-1w 2d`, `4h`; weeks, days, hours, minutes) or
 * by the viewer's clocks (`2026-01-31`, `2026/01/31 09:30`). Null when it is neither.
 */
export function momentOf(value: string, now: Date, timeZone: string | null): Date | null {
  const text = value.trim();
  return relativeMoment(text, now) ?? absoluteMoment(text, timeZone);
}

function relativeMoment(text: string, now: Date): Date | null {
  const match = /^([+-]?)((?:\d{1,6}[wdhm]\s*)+)$/.exec(text);
  if (!match) return null;
  let distance = 0;
  for (const [, amount, unit] of (match[2] ?? '').matchAll(/(\d+)([wdhm])/g)) {
    distance += Number(amount) * unitMs[unit as keyof typeof unitMs];
  }
  return new Date(now.getTime() + (match[1] === '-' ? -distance : distance));
}

function absoluteMoment(text: string, timeZone: string | null): Date | null {
  const match = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?: (\d{1,2}):(\d{2}))?$/.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute] = [1, 3, 4, 5, 6].map((group) => Number(match[group] ?? 0));
  if (year === undefined || month === undefined || day === undefined) return null;
  if (hour === undefined || minute === undefined || hour > 23 || minute > 59) return null;
  // 30 February is no day: the calendar would move it into March.
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return instantOf({ year, month, day, hour, minute }, timeZone);
}
