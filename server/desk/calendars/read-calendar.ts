import { cleanLine, cleanText } from '../../platform/formats/rich-text.ts';
import { Invalid } from '../../platform/http/errors.ts';
import type { CalendarTimes, Holiday } from './calendar.ts';
import { readHours, type WrittenHours } from './hours.ts';
import { isDate, maxHolidayNameLength, maxHolidays } from './imported-holidays.ts';
import type { CalendarContent } from './store.ts';

/** Most characters of a calendar's name. */
export const maxNameLength = 100;
const maxDescriptionLength = 1_000;

/** When somebody works, as a client sends it. */
export interface TimesInput {
  readonly timeZone: string;
  readonly hours: WrittenHours;
  readonly holidays: readonly Holiday[];
}

/** A calendar, as a client sends it. */
export interface CalendarInput extends TimesInput {
  readonly name: string;
  readonly description?: string | undefined;
}

/**
 * Reads a calendar.
 * @throws Invalid with a message per field; per day for hours, as `hours.monday`
 */
export function readCalendar(input: CalendarInput): CalendarContent {
  const errors: Record<string, string> = {};
  const name = cleanLine(input.name);
  if (name === '') errors['name'] = 'Give it a name.';
  else if (name.length > maxNameLength) errors['name'] = `A name has at most ${maxNameLength} characters.`;
  const description = cleanText(input.description ?? '');
  if (description.length > maxDescriptionLength) {
    errors['description'] =
      `A description has at most ${maxDescriptionLength.toLocaleString('en')} characters.`;
  }
  const times = readTimes(input, errors);
  if (Object.keys(errors).length > 0) throw Invalid.fields(errors);
  return { name, description, ...times };
}

/**
 * Reads when somebody works, where it is not to be kept.
 * @throws Invalid with a message per field
 */
export function readCalendarTimes(input: TimesInput): CalendarTimes {
  const errors: Record<string, string> = {};
  const times = readTimes(input, errors);
  if (Object.keys(errors).length > 0) throw Invalid.fields(errors);
  return times;
}

function readTimes(input: TimesInput, errors: Record<string, string>): CalendarTimes {
  const timeZone = zoneNamed(input.timeZone.trim());
  if (timeZone === null) errors['timeZone'] = 'This is no time zone. Write it like Europe/Berlin.';
  const read = readHours(input.hours);
  if ('errors' in read) Object.assign(errors, read.errors);
  return {
    timeZone: timeZone ?? 'UTC',
    hours: 'hours' in read ? read.hours : [],
    holidays: readHolidays(input.holidays, errors),
  };
}

/** The time zone as it is written; null: there is none. */
function zoneNamed(text: string): string | null {
  // Offsets such as +02:00 know no summer time.
  if (!/^[A-Z]/i.test(text)) return null;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions();
    // Those that have two names, as Europe/Kyiv, keep the one that was given.
    const same = (zone: string) => zone.toLowerCase() === text.toLowerCase();
    return Intl.supportedValuesOf('timeZone').find(same) ?? timeZone;
  } catch {
    return null;
  }
}

function readHolidays(given: readonly Holiday[], errors: Record<string, string>): Holiday[] {
  if (given.length > maxHolidays) {
    errors['holidays'] = `A calendar has at most ${maxHolidays.toLocaleString('en')} holidays.`;
    return [];
  }
  const holidays = given.map(({ date, name, isYearly }) => ({
    date: date.trim(),
    name: cleanLine(name),
    isYearly,
  }));
  const seen = new Set<string>();
  for (const { date, name } of holidays) {
    if (!isDate(date)) errors['holidays'] = `There is no day ${date}. Write it like 2026-12-25.`;
    else if (seen.has(date)) errors['holidays'] = `${date} is there twice.`;
    else if (name === '') errors['holidays'] = `Give the holiday of ${date} a name.`;
    else if (name.length > maxHolidayNameLength) {
      errors['holidays'] = `The name of ${date} is longer than ${maxHolidayNameLength} characters.`;
    }
    seen.add(date);
  }
  return holidays.sort((a, b) => (a.date < b.date ? -1 : 1));
}
