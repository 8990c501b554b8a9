import ical, { type EventInstance, type ParameterValue, type VEvent } from 'node-ical';
import { cleanLine } from '../../platform/formats/rich-text.ts';
import { gatherHolidays, type ImportedHolidays, isDate } from './imported-holidays.ts';

const dayMs = 86_400_000;
/** Longer ones are no holidays, but mistakes. */
const mostDays = 60;

/**
 * Reads the holidays of a calendar file (iCalendar, .ics): events of whole days, however many. Those that come back on the same day of
 * every year for ever become yearly holidays; what comes back otherwise, such as the fourth Thursday of November, becomes a day in
 * each of the years.
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
    if (event.status === 'CANCELLED') gathered.skip(name, 'It is cancelled.');
    else if (event.datetype !== 'date') gathered.skip(name, 'It is not a whole day.');
    else if (isEveryYear(event)) {
      for (const date of daysOf(event)) gathered.add({ date, name, isYearly: true });
    } else addDays(event, name);
  }
  return gathered.result();

  function addDays(event: VEvent, name: string): void {
    const window = event.rrule
      ? { from: new Date(years.first, 0, 1), to: new Date(years.last, 11, 31) }
      : { from: new Date(1970, 0, 1), to: new Date(2199, 11, 31) };
    for (const instance of ical.expandRecurringEvent(event, { ...window, expandOngoing: true })) {
      const days = daysOf(instance);
      if (days.length === 0) gathered.skip(name, `It is longer than ${mostDays} days.`);
      for (const date of days.filter(isDate)) {
        gathered.add({ date, name: nameOf(instance.summary) || name, isYearly: false });
      }
    }
  }
}

/** Whether it comes back on its day for ever, with no exception. */
function isEveryYear({ rrule, exdate, recurrences }: VEvent): boolean {
  if (!rrule || exdate || recurrences) return false;
  const [, rule = ''] = /^RRULE:(.*)$/m.exec(rrule.toString()) ?? [];
  const parts = rule.split(';').filter((part) => !/^(BYMONTH|BYMONTHDAY|WKST)=|^INTERVAL=1$/.test(part));
  // Several months or days are several holidays: they are written out.
  return parts.join(';') === 'FREQ=YEARLY' && !rule.includes(',');
}

/** The days of an event; none, if it is too long. Its end is the day after. */
function daysOf({ start, end }: Pick<VEvent | EventInstance, 'start' | 'end'>): string[] {
  const first = localDay(start);
  const last = end ? Math.max(localDay(end) - 1, first) : first;
  if (last - first >= mostDays) return [];
  return Array.from({ length: last - first + 1 }, (_, i) =>
    new Date((first + i) * dayMs).toISOString().slice(0, 10),
  );
}

/** Days without a time are given as midnight where this process is. */
function localDay(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / dayMs;
}

function nameOf(summary: ParameterValue | undefined): string {
  const text = typeof summary === 'object' ? summary.val : summary;
  const name = cleanLine(String(text ?? ''));
  return name === '' ? 'Holiday' : name;
}
