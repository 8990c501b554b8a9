import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Calendar, CalendarTimes, Holiday, WeekHours } from './calendar.ts';

/** Days are text: as a Date they would be of some time zone. */
interface CalendarRow extends Omit<Calendar, 'hours'> {
  readonly hours: readonly (readonly (readonly [number, number])[])[];
}

function calendars(db: Database) {
  return db.selectFrom('calendar').select([
    'calendar.id',
    'calendar.service_desk_id as serviceDeskId',
    'calendar.name',
    'calendar.description',
    'calendar.time_zone as timeZone',
    sql<CalendarRow['hours']>`calendar.hours`.as('hours'),
    'calendar.version',
    'calendar.updated_at as updatedAt',
    sql<Holiday[]>`coalesce((
        select jsonb_agg(jsonb_build_object('date', to_char(h.date, 'YYYY-MM-DD'), 'name', h.name, 'isYearly', h.is_yearly)
          order by h.date)
        from calendar_holiday h where h.calendar_id = calendar.id), '[]')`.as('holidays'),
  ]);
}

function calendarOf(row: CalendarRow): Calendar {
  return { ...row, hours: row.hours.map((day) => day.map(([from, to]) => ({ from, to }))) };
}

/** The calendars with these ids, whichever desk's they are; those that there are not are not in it. Compile them with `compileCalendar`. */
export async function calendarsOf(db: Database, ids: readonly string[]): Promise<Map<string, Calendar>> {
  if (ids.length === 0) return new Map();
  const rows = await calendars(db)
    .where('calendar.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, calendarOf(row)]));
}

/** All calendars of a desk, by name. */
export async function listCalendars(db: Database, serviceDeskId: string): Promise<Calendar[]> {
  const rows = await calendars(db)
    .where('calendar.service_desk_id', '=', serviceDeskId)
    .orderBy(sql`lower(calendar.name)`)
    .execute();
  return rows.map(calendarOf);
}

/** The calendar of this desk; null: it has no such one. */
export async function calendarOfDesk(
  db: Database,
  serviceDeskId: string,
  id: string,
): Promise<Calendar | null> {
  const row = await calendars(db)
    .where('calendar.service_desk_id', '=', serviceDeskId)
    .where('calendar.id', '=', id)
    .executeTakeFirst();
  return row ? calendarOf(row) : null;
}

/** What is kept of a calendar. */
export interface CalendarContent extends CalendarTimes {
  readonly name: string;
  readonly description: string;
}

/** Lets one transaction at a time change the calendars of a desk. */
export async function lockCalendarsOf(trx: Database, serviceDeskId: string): Promise<void> {
  await trx
    .selectFrom('service_desk')
    .select('id')
    .where('id', '=', serviceDeskId)
    .forNoKeyUpdate()
    .execute();
}

/** @returns its id */
export async function insertCalendar(
  trx: Database,
  serviceDeskId: string,
  content: CalendarContent,
): Promise<string> {
  const { id } = await trx
    .insertInto('calendar')
    .values({ service_desk_id: serviceDeskId, ...columns(content) })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertHolidays(trx, id, content.holidays);
  return id;
}

/** Replaces all of it, and counts the version up. */
export async function updateCalendar(trx: Database, id: string, content: CalendarContent): Promise<void> {
  await trx
    .updateTable('calendar')
    .set({ ...columns(content), version: sql<number>`version + 1`, updated_at: sql<Date>`now()` })
    .where('id', '=', id)
    .execute();
  await trx.deleteFrom('calendar_holiday').where('calendar_id', '=', id).execute();
  await insertHolidays(trx, id, content.holidays);
}

function columns({ name, description, timeZone, hours }: CalendarContent) {
  return { name, description, time_zone: timeZone, hours: writeColumn(hours) };
}

function writeColumn(hours: WeekHours): string {
  return JSON.stringify(hours.map((day) => day.map(({ from, to }) => [from, to])));
}

async function insertHolidays(trx: Database, id: string, holidays: readonly Holiday[]): Promise<void> {
  if (holidays.length === 0) return;
  await sql`insert into calendar_holiday (calendar_id, date, name, is_yearly)
    select ${id}, given.date, given.name, given.is_yearly from jsonb_to_recordset(${JSON.stringify(
      holidays.map(({ date, name, isYearly }) => ({ date, name, is_yearly: isYearly })),
    )}::jsonb) as given(date date, name text, is_yearly boolean)`.execute(trx);
}
