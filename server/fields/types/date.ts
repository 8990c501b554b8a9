import { sql } from 'kysely';
import { dateJson } from '../../platform/formats/dates.ts';
import { customSchema, type FieldType, isEmpty } from '../field.ts';
import { nothingStored, storedText } from './stored.ts';

/** A day of the calendar, without time or zone, stored as YYYY-MM-DD. */
export const dateField: FieldType = {
  settings: ['notBefore', 'notAfter'],
  read(input, { settings }, { now, timeZone }) {
    if (isEmpty(input)) return { value: null };
    if (typeof input !== 'string' || !isCalendarDay(input)) {
      return { problem: 'This must be a date of the calendar, written like 2026-01-31.' };
    }
    const today = dateJson(now, timeZone).iso8601.slice(0, 10);
    if (settings.notBefore && input < today) return { problem: 'This must not be in the past.' };
    if (settings.notAfter && input > today) return { problem: 'This must not be in the future.' };
    return { value: input };
  },
  jiraSchema: (field) => ({ type: 'date', ...customSchema(field, 'datepicker') }),
  serviceDeskValue: (stored) => stored,
  issueValue: (stored) => stored,
  display: String,
  query: (stored) => {
    // As text, days are in the order of the calendar, and the text of a jsonb value can be indexed.
    const day = storedText(stored);
    return {
      kind: 'day',
      operators: ['=', '!=', '<', '<=', '>', '>=', 'in', 'not in', 'is', 'is not'],
      column: day,
      sortBy: [sql`${day}`],
      isEmpty: nothingStored(stored),
    };
  },
};

/** Whether there is such a day: 2026-02-30 has the form, and is none. */
function isCalendarDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
