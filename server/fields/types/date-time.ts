import { sql } from 'kysely';
import { jiraDate } from '../../platform/formats/dates.ts';
import { customSchema, type FieldType, isEmpty } from '../field.ts';
import { nothingStored, storedText } from './stored.ts';

const form = /^[1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})$/;

/** A point in time, to the minute, stored in UTC as YYYY-MM-DDTHH:MM:00.000Z, so that text is in the order of time. */
export const dateTimeField: FieldType = {
  settings: ['notBefore', 'notAfter'],
  read(input, { settings }, { now }) {
    if (isEmpty(input)) return { value: null };
    const date = typeof input === 'string' ? instantIn(input) : null;
    if (!date) {
      return {
        problem: 'This must be a date and time with its zone, written like 2026-01-31T09:30:00.000+0100.',
      };
    }
    date.setUTCSeconds(0, 0);
    // Whoever fills in a form for "now" needs a moment to send it.
    const minutes = (date.getTime() - now.getTime()) / 60_000;
    if (settings.notBefore && minutes < -60) return { problem: 'This must not be in the past.' };
    if (settings.notAfter && minutes > 60) return { problem: 'This must not be in the future.' };
    return { value: date.toISOString() };
  },
  jiraSchema: (field) => ({ type: 'datetime', ...customSchema(field, 'datetime') }),
  serviceDeskValue: (stored, _field, { timeZone }) => jiraDate(new Date(String(stored)), timeZone),
  issueValue: (stored, _field, { timeZone }) => jiraDate(new Date(String(stored)), timeZone),
  display: (stored, _field, { timeZone, locale }) =>
    new Intl.DateTimeFormat(locale ?? 'en', {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: timeZone ?? 'UTC',
    }).format(new Date(String(stored))),
  query: (stored) => {
    const moment = storedText(stored);
    return {
      kind: 'moment',
      operators: ['=', '!=', '<', '<=', '>', '>=', 'is', 'is not'],
      column: sql`${moment}::timestamptz`,
      sortBy: [moment],
      isEmpty: nothingStored(stored),
    };
  },
};

/** Null: not the form, or no such day or hour. */
function instantIn(text: string): Date | null {
  if (!form.test(text)) return null;
  const date = new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (Number.isNaN(date.getTime())) return null;
  // 30 February is moved into March by the clock, and is no day.
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text.slice(0, 10)) ? date : null;
}
