import { customSchema, type FieldType, isEmpty } from './field-type.ts';

/** A day of the calendar, without time or zone, stored as YYYY-MM-DD. */
export const dateField: FieldType = {
  read(input) {
    if (isEmpty(input)) return { value: null };
    if (typeof input !== 'string' || !isCalendarDay(input)) {
      return { problem: 'This must be a date of the calendar, written like 2026-01-31.' };
    }
    return { value: input };
  },
  jiraSchema: (field) => ({ type: 'date', ...customSchema(field, 'datepicker') }),
  serviceDeskValue: (stored) => stored,
  issueValue: (stored) => stored,
  display: String,
};

/** Whether there is such a day: 2026-02-30 has the form, and is none. */
function isCalendarDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
