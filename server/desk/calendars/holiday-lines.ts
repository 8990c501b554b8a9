import { cleanLine } from '../../platform/formats/rich-text.ts';
import { gatherHolidays, type ImportedHolidays, isDate } from './imported-holidays.ts';

// 2026-12-25, 25.12.2026, and without a year, for every year: 12-25 and 25.12.
const dated = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))(?!\d)/;
const yearless = /^(?:(?:--)?(\d{1,2})-(\d{1,2})|(\d{1,2})\.(\d{1,2})\.?)(?![\d.-])/;
// between a date and its name, and around what is copied from a table
const between = /^[\s,;:|–-]+/u;

/**
 * Reads pasted lines, each of a date and a name: "2026-12-25 Christmas Day", "25.12.2026; Christmas Day". Without a year, as in
 * "12-25 Christmas Day", it is a holiday of every year. Empty lines and lines that begin with # are passed over.
 *
 * @param thisYear the year that holidays of every year are kept under
 */
export function readHolidayLines(text: string, thisYear: number): ImportedHolidays {
  const gathered = gatherHolidays();
  for (const line of text.split(/\r\n?|\n/)) {
    const written = cleanLine(line.replaceAll('"', ''));
    if (written === '' || written.startsWith('#')) continue;
    const read = readLine(written, thisYear);
    if (typeof read === 'string') gathered.skip(written, read);
    else gathered.add(read);
  }
  return gathered.result();
}

function readLine(line: string, thisYear: number) {
  const withYear = dated.exec(line);
  const match = withYear ?? yearless.exec(line);
  if (!match) return 'Begin the line with a date, such as 2026-12-25.';
  const [year, month, day] = withYear
    ? [match[1] ?? match[6], match[2] ?? match[5], match[3] ?? match[4]]
    : [null, match[1] ?? match[4], match[2] ?? match[3]];
  const two = (part: string | null | undefined) => (part ?? '').padStart(2, '0');
  const monthAndDay = `${two(month)}-${two(day)}`;
  const leapYear = thisYear - (thisYear % 4);
  const date = `${year ?? (monthAndDay === '02-29' ? leapYear : thisYear)}-${monthAndDay}`;
  if (!isDate(date)) return 'There is no such day in the years 1970 to 2199.';
  const name = line.slice(match[0].length).replace(between, '').trim();
  return { date, name: name === '' ? 'Holiday' : name, isYearly: year === null };
}
