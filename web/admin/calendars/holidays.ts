import type { Holiday } from './calendar-queries.ts';

/** By date; those of every year by month and day, as they come in a year. */
export function sortedHolidays(holidays: readonly Holiday[]): Holiday[] {
  return [...holidays].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Whether it is over and does not come back. */
export function isPast({ date, isYearly }: Holiday, today: string): boolean {
  return !isYearly && date < today;
}

/** The found holidays that are not there yet: on the same date, or, of every year, on the same day of a month. */
export function newHolidays(there: readonly Holiday[], found: readonly Holiday[]): Holiday[] {
  const dates = new Set(there.map(({ date }) => date));
  const days = new Set(there.filter(({ isYearly }) => isYearly).map(({ date }) => date.slice(5)));
  return found.filter(({ date }) => !dates.has(date) && !days.has(date.slice(5)));
}

/** A holiday's date in words, as midnight anywhere: Friday, 25 December 2026; of every year without it. */
export function dateInWords(
  { date, isYearly }: Pick<Holiday, 'date' | 'isYearly'>,
  language: string,
): string {
  const at = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return date;
  return new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    day: 'numeric',
    month: isYearly ? 'long' : 'short',
    ...(!isYearly && { year: 'numeric', weekday: 'short' }),
  }).format(at);
}
