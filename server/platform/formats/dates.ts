import { type Static, Type } from 'typebox';

/** A point in time as servicedeskapi shows it. */
export const dateSchema = Type.Object(
  {
    iso8601: Type.String(),
    jira: Type.String(),
    friendly: Type.String(),
    epochMillis: Type.Integer(),
  },
  { title: 'PointInTime' },
);

/** The parts of a point in time on the clocks of one zone. */
interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** minutes east of UTC */
  readonly offset: number;
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Shows a point in time in the viewer's zone (null: UTC), as servicedeskapi does. */
export function dateJson(date: Date, timeZone: string | null, now = new Date()): Static<typeof dateSchema> {
  const local = localTime(date, timeZone);
  const stem = `${local.year}-${two(local.month)}-${two(local.day)}T${two(local.hour)}:${two(local.minute)}:${two(local.second)}`;
  const zone = zoneSuffix(local.offset);
  return {
    iso8601: `${stem}${zone}`,
    jira: `${stem}.${String(date.getUTCMilliseconds()).padStart(3, '0')}${zone}`,
    friendly: friendly(local, localTime(now, timeZone)),
    epochMillis: date.getTime(),
  };
}

/** Shows a point in time as api/3 does: 2026-01-31T09:30:00.000+0000, in the viewer's zone (null: UTC). */
export function jiraDate(date: Date, timeZone: string | null): string {
  return dateJson(date, timeZone, date).jira;
}

/** The point in time at which clocks of the zone (null: UTC) show this; of two, when clocks are set back, the first. */
export function instantOf(
  local: { year: number; month: number; day: number; hour: number; minute: number },
  timeZone: string | null,
): Date {
  const asUtc = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute);
  // The offset there may differ from the offset at the same reading in UTC: a second look settles it.
  const first = asUtc - localTime(new Date(asUtc), timeZone).offset * 60_000;
  return new Date(asUtc - localTime(new Date(first), timeZone).offset * 60_000);
}

function friendly(local: LocalTime, now: LocalTime): string {
  const hour = local.hour % 12 === 0 ? 12 : local.hour % 12;
  const time = `${hour}:${two(local.minute)} ${local.hour < 12 ? 'AM' : 'PM'}`;
  const day = Date.UTC(local.year, local.month - 1, local.day);
  const daysAgo = Math.round((Date.UTC(now.year, now.month - 1, now.day) - day) / 86_400_000);
  if (daysAgo === 0) return `Today ${time}`;
  if (daysAgo === 1) return `Yesterday ${time}`;
  if (daysAgo > 1 && daysAgo < 7) return `${weekdays[new Date(day).getUTCDay()]} ${time}`;
  return `${two(local.day)}/${months[local.month - 1]}/${two(local.year % 100)} ${time}`;
}

function localTime(date: Date, timeZone: string | null): LocalTime {
  const offset = timeZone === null || timeZone === 'UTC' ? 0 : offsetMinutes(date, timeZone);
  const shifted = new Date(date.getTime() + offset * 60_000);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    offset,
  };
}

// Making a formatter costs a hundred times what using it does, and there are only a few hundred zones.
const formatters = new Map<string, Intl.DateTimeFormat | null>();

function offsetMinutes(date: Date, timeZone: string): number {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = offsetFormatter(timeZone);
    formatters.set(timeZone, formatter);
  }
  const name = formatter?.formatToParts(date).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const match = /^GMT([+-])(\d{2}):(\d{2})/.exec(name);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}

/** Null for a zone that this runtime does not know; its people then read UTC. */
function offsetFormatter(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  } catch {
    return null;
  }
}

function zoneSuffix(offset: number): string {
  const minutes = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
