import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { SlaDefinition, SlaEvent, SlaGoal, SlaPause } from './definition.ts';
import { type Columns, type KeptMoment, type Timeline, timelineOf } from './timeline.ts';

/** A service level of a desk. */
export interface SlaMetric extends SlaDefinition {
  /** sla_metric.id */
  readonly id: string;
  /** NNNNN of customfield_NNNNN, by which it is known outside */
  readonly fieldId: string;
  readonly serviceDeskId: string;
  readonly name: string;
  readonly position: number;
  readonly warnMinutes: readonly number[];
  readonly tellsSince: Date;
  readonly version: number;
}

/** The metrics of desks, in order. */
export async function metricsOfDesks(
  db: Database,
  serviceDeskIds: readonly string[],
): Promise<Map<string, SlaMetric[]>> {
  if (serviceDeskIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('sla_metric as metric')
    .select([
      'metric.id',
      'metric.field_id as fieldId',
      'metric.service_desk_id as serviceDeskId',
      'metric.name',
      'metric.position',
      sql<SlaEvent[]>`metric.starts`.as('starts'),
      sql<SlaEvent[]>`metric.stops`.as('stops'),
      sql<SlaPause[]>`metric.pauses`.as('pauses'),
      'metric.warn_minutes as warnMinutes',
      'metric.tells_since as tellsSince',
      'metric.version',
      sql<SlaGoal[]>`coalesce((select jsonb_agg(jsonb_build_object(
          'jql', goal.jql, 'minutes', goal.minutes, 'calendarId', goal.calendar_id::text) order by goal.position)
        from sla_goal goal where goal.metric_id = metric.id), '[]')`.as('goals'),
    ])
    .where('metric.service_desk_id', '=', sql<string>`any(${serviceDeskIds}::bigint[])`)
    .orderBy('metric.position')
    .orderBy('metric.id')
    .execute();
  return Map.groupBy(rows, ({ serviceDeskId }) => serviceDeskId);
}

/** A request and all that has happened to it. */
export interface RequestLife {
  readonly requestId: string;
  readonly key: string;
  readonly serviceDeskId: string;
  readonly timeline: Timeline;
}

/** The lives of requests; those that do not exist any more are left out. */
export async function livesOf(db: Database, requestIds: readonly string[]): Promise<RequestLife[]> {
  if (requestIds.length === 0) return [];
  const { rows } = await sql<{
    id: string;
    key: string;
    deskId: string;
    createdAt: Date;
    columns: Columns;
    moments: { at: string; kind: KeptMoment['kind']; detail: KeptMoment['detail'] }[] | null;
  }>`
    select request.id::text as id, request.key, request.service_desk_id::text as "deskId",
           request.created_at as "createdAt",
           request_known_past(request) || jsonb_build_object('custom_fields', request.custom_fields) as columns,
           (select jsonb_agg(jsonb_build_object('at', moment.at, 'kind', moment.kind, 'detail', moment.detail)
                             order by moment.id)
              from request_moment moment where moment.request_id = request.id) as moments
      from request where request.id = any(${requestIds}::bigint[])`.execute(db);
  return rows.map(({ id, key, deskId, createdAt, columns, moments }) => ({
    requestId: id,
    key,
    serviceDeskId: deskId,
    timeline: timelineOf(
      createdAt,
      columns,
      (moments ?? []).map(({ at, kind, detail }) => ({ at: new Date(at), kind, detail })),
    ),
  }));
}
