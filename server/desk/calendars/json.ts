import { type Static, Type } from 'typebox';
import type { Calendar } from './calendar.ts';
import { maxSpansPerDay, writeHours } from './hours.ts';
import { maxHolidays } from './imported-holidays.ts';
import type { CalendarUse } from './uses.ts';

const spanSchema = Type.Object(
  {
    start: Type.String({ maxLength: 10, description: 'By the clock there, such as 09:00' }),
    end: Type.String({ maxLength: 10, description: 'Such as 17:30; a day ends at 24:00' }),
  },
  { title: 'WorkingHours', additionalProperties: false },
);
const daySchema = Type.Array(spanSchema, { maxItems: maxSpansPerDay });

/** Hours of a week, as a calendar shows them. */
export const hoursSchema = Type.Object(
  {
    monday: daySchema,
    tuesday: daySchema,
    wednesday: daySchema,
    thursday: daySchema,
    friday: daySchema,
    saturday: daySchema,
    sunday: daySchema,
  },
  { title: 'WorkingWeek', additionalProperties: false },
);

/** A day without work. */
export const holidaySchema = Type.Object(
  {
    date: Type.String({ maxLength: 20, description: 'Such as 2026-12-25' }),
    name: Type.String({ maxLength: 1_000 }),
    isYearly: Type.Boolean({ description: 'On this day of this month in every year' }),
  },
  { title: 'Holiday', additionalProperties: false },
);

/** When somebody works, as it is sent. */
export const timesInput = {
  timeZone: Type.String({ minLength: 1, maxLength: 100, description: 'Such as Europe/Berlin' }),
  hours: Type.Partial(hoursSchema, {
    additionalProperties: false,
    description: 'By weekday; a day that is not named is free',
  }),
  holidays: Type.Array(holidaySchema, { maxItems: maxHolidays, default: [] }),
};

/** A calendar, as it is sent. */
export const calendarInput = {
  name: Type.String({ maxLength: 1_000 }),
  description: Type.Optional(Type.String({ maxLength: 10_000 })),
  ...timesInput,
};

/** A calendar. */
export const calendarSchema = Type.Object(
  {
    id: Type.String(),
    serviceDeskId: Type.String(),
    name: Type.String(),
    description: Type.String(),
    timeZone: Type.String(),
    hours: hoursSchema,
    holidays: Type.Array(holidaySchema),
    version: Type.Integer({ description: 'Send it with a change, so that nobody else’s is lost' }),
    usedBy: Type.Array(Type.Object({ metricId: Type.String(), name: Type.String() }), {
      description: 'SLAs with goals that count time by it',
    }),
  },
  { title: 'Calendar' },
);

/** Shows a calendar. */
export function calendarJson(
  calendar: Calendar,
  uses: readonly CalendarUse[],
): Static<typeof calendarSchema> {
  const { id, serviceDeskId, name, description, timeZone, hours, holidays, version } = calendar;
  return {
    id,
    serviceDeskId,
    name,
    description,
    timeZone,
    hours: writeHours(hours),
    holidays: [...holidays],
    version,
    usedBy: [...uses],
  };
}

/** What was found in something that somebody brings. */
export const importedSchema = Type.Object(
  {
    holidays: Type.Array(holidaySchema),
    skipped: Type.Array(Type.Object({ text: Type.String(), reason: Type.String() }), {
      description: 'What is no holiday, and why; the first hundred',
    }),
    skippedCount: Type.Integer(),
  },
  { title: 'ImportedHolidays' },
);

/** What a calendar says of an instant. */
export const triedSchema = Type.Object(
  {
    isWorking: Type.Boolean({ description: 'Whether it is working time at the start' }),
    nextChangeDate: Type.Union([Type.String(), Type.Null()], {
      description: 'When work begins or ends next; null: not before the year 2200',
    }),
    dueDate: Type.Union([Type.String(), Type.Null()], {
      description: 'When so much has been worked; null: not before the year 2200',
    }),
    workedMinutes: Type.Union([Type.Number(), Type.Null()], {
      description: 'What is worked until `end`, where one was named',
    }),
  },
  { title: 'TriedCalendar' },
);
