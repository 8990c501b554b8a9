import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';

/** An SLA that counts time by a calendar. */
export interface CalendarUse {
  readonly metricId: string;
  readonly name: string;
}

/** The SLAs that count by each of the calendars, by name; those that none uses are not in it. */
export async function usesOfCalendars(
  db: Database,
  calendarIds: readonly string[],
): Promise<Map<string, CalendarUse[]>> {
  if (calendarIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('sla_goal')
    .innerJoin('sla_metric', 'sla_metric.id', 'sla_goal.metric_id')
    .select(['sla_goal.calendar_id as calendarId', 'sla_metric.id as metricId', 'sla_metric.name'])
    .distinct()
    .where('sla_goal.calendar_id', 'in', [...calendarIds])
    .orderBy('sla_metric.name')
    .execute();
  const uses = new Map<string, CalendarUse[]>();
  for (const { calendarId, metricId, name } of rows) {
    if (calendarId === null) continue;
    uses.set(calendarId, [...(uses.get(calendarId) ?? []), { metricId, name }]);
  }
  return uses;
}

/** Keeps SLAs from beginning to use a calendar until the transaction ends. */
export async function lockCalendar(trx: Database, calendarId: string): Promise<void> {
  await sql`select from calendar where id = ${calendarId} for update`.execute(trx);
}
