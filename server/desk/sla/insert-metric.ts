import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { SlaDefinition } from './definition.ts';

/** A metric that has been read. */
export interface MetricContent extends SlaDefinition {
  readonly name: string;
  readonly warnMinutes: readonly number[];
}

/**
 * Writes a metric, in this place of its desk, without having it computed.
 * @returns sla_metric.id
 */
export async function insertMetric(
  trx: Database,
  serviceDeskId: string,
  position: number,
  metric: MetricContent,
): Promise<string> {
  const fieldId = await fieldIdNamed(trx, metric.name);
  const { id } = await trx
    .insertInto('sla_metric')
    .values({
      ...columnsOf(metric),
      service_desk_id: serviceDeskId,
      position,
      ...(fieldId !== null && { field_id: fieldId }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeGoals(trx, id, metric);
  return id;
}

/** The number that service levels of this name have on other desks; null: there are none. */
export async function fieldIdNamed(trx: Database, name: string): Promise<string | null> {
  // Two desks that begin with the same name at once are to have one number.
  await sql`select pg_advisory_xact_lock(hashtext('portico.sla-name'))`.execute(trx);
  const row = await trx
    .selectFrom('sla_metric')
    .select('field_id as fieldId')
    .where((eb) => eb(eb.fn('lower', ['name']), '=', name.toLowerCase()))
    .executeTakeFirst();
  return row?.fieldId ?? null;
}

/** What is in the row of a metric. */
export function columnsOf({ name, starts, stops, pauses, warnMinutes }: MetricContent) {
  return {
    name,
    starts: JSON.stringify(starts),
    stops: JSON.stringify(stops),
    pauses: JSON.stringify(pauses),
    warn_minutes: [...warnMinutes],
  };
}

/** Writes the goals of a metric that has none. */
export async function writeGoals(trx: Database, metricId: string, { goals }: MetricContent): Promise<void> {
  await trx
    .insertInto('sla_goal')
    .values(
      goals.map(({ jql, minutes, calendarId }, position) => ({
        metric_id: metricId,
        position,
        jql,
        minutes,
        calendar_id: calendarId,
      })),
    )
    .execute();
}
