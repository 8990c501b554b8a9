import ical, { type DateWithTimeZone, type EventInstance, type ParameterValue, type VEvent } from 'node-ical';
import { Temporal } from 'temporal-polyfill';
import { cleanLine } from '../../platform/formats/rich-text.ts';
import { gatherHolidays, type ImportedHolidays, isDate } from './imported-holidays.ts';

const dayMs = 86_400_000;
/** Longer ones are no holidays, but mistakes. */
const mostDays = 60;

/**
 * Reads the holidays of a calendar file (iCalendar, .ics): events of whole days, however many, also where they are written as from
 * midnight to midnight. Those that come back on the same day of every year for ever become yearly holidays; what comes back
 * otherwise, such as the fourth Thursday of November, becomes a day in each of the years.
 *
 * Takes as long as the file makes it: call it where it can be ended (`import-ics.ts`).
 *
 * @param years the first and the last for which recurring events are written out
 * @throws Error when it is no calendar file
 */
export function readIcs(
  text: string,
  years: { readonly first: number; readonly last: number },
): ImportedHolidays {
  if (!/^\s*BEGIN:VCALENDAR/im.test(text)) throw new Error('It does not begin with BEGIN:VCALENDAR.');
  const gathered = gatherHolidays();
  for (const component of Object.values(ical.sync.parseICS(text))) {
    if (component?.type !== 'VEVENT') continue;
    const event = component as VEvent;
    const name = nameOf(event.summary);
    const read = event.status === 'CANCELLED' ? 'It is cancelled.' : readEvent(event, years);
    if (typeof read === 'string') gathered.skip(name, read);
    else for (const holiday of read) gathered.add(holiday);
  }
  return gathered.result();
}

/** @returns why it is no holiday, if it is none */
function readEvent(event: VEvent, years: { readonly first: number; readonly last: number }) {
  const days = daysOf(event, event.datetype === 'date');
  if (typeof days === 'string') return days;
  const name = nameOf(event.summary);
  if (isEveryYear(event)) return days.map((date) => ({ date, name, isYearly: true }));
  const window = event.rrule
    ? { from: new Date(years.first, 0, 1), to: new Date(years.last, 11, 31) }
    : { from: new Date(1970, 0, 1), to: new Date(2199, 11, 31) };
  let instances: EventInstance[];
  try {
    instances = ical.expandRecurringEvent(event, { ...window, expandOngoing: true });
  } catch {
    return 'How it comes back cannot be followed.';
  }
  return instances.flatMap((instance) => {
    const ofInstance = daysOf(instance, instance.isFullDay);
    if (typeof ofInstance === 'string') return [];
    const called = instance.isOverride ? nameOf(instance.summary) : name;
    return ofInstance.filter(isDate).map((date) => ({ date, name: called, isYearly: false }));
  });
}

/** Whether it comes back on its day for ever, with no exception. */
function isEveryYear({ rrule, exdate, recurrences }: VEvent): boolean {
  if (!rrule || exdate || recurrences) return false;
  const [, rule = ''] = /^RRULE:(.*)$/m.exec(rrule.toString()) ?? [];
  const parts = rule.split(';').filter((part) => !/^(BYMONTH|BYMONTHDAY|WKST)=|^INTERVAL=1$/.test(part));
  // Several months or days are several holidays: they are written out.
  return parts.join(';') === 'FREQ=YEARLY' && !rule.includes(',');
}

/** The days of an event, whose end is the day after them; or why it has none. */
function daysOf(
  { start, end }: Pick<VEvent | EventInstance, 'start' | 'end'>,
  hasNoTime: boolean,
): string[] | string {
  const first = hasNoTime ? localDay(start) : dayAtMidnight(start);
  const after = end && (hasNoTime ? localDay(end) : dayAtMidnight(end));
  if (first === null || after === null || (!hasNoTime && after === undefined))
    return 'It is not a whole day.';
  if (!hasNoTime && after === first) return 'It is not a whole day.';
  const last = Math.max((after ?? first + 1) - 1, first);
  if (last - first >= mostDays) return `It is longer than ${mostDays} days.`;
  return Array.from({ length: last - first + 1 }, (_, i) =>
    new Date((first + i) * dayMs).toISOString().slice(0, 10),
  );
}

/** Days without a time are given as midnight where this process is. */
function localDay(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / dayMs;
}

/** The day that begins at a moment, in the zone that was said with it; null: none does. */
function dayAtMidnight(moment: DateWithTimeZone): number | null {
  const local = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(
    moment.tz ?? 'UTC',
  );
  if (local.hour !== 0 || local.minute !== 0) return null;
  return Date.UTC(local.year, local.month - 1, local.day) / dayMs;
}

function nameOf(summary: ParameterValue | undefined): string {
  const text = typeof summary === 'object' ? summary.val : summary;
  const name = cleanLine(String(text ?? ''));
  return name === '' ? 'Holiday' : name;
}
