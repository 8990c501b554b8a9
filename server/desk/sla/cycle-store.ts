import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Cycle } from './compute-cycles.ts';

/** A cycle as it is kept. Instants are milliseconds since 1970. */
export interface KeptCycle extends Omit<Cycle, 'goal'> {
  readonly requestId: string;
  readonly metricId: string;
  /** from 1 */
  readonly number: number;
  readonly isLatest: boolean;
  readonly calendarId: string | null;
  /** when there is something to tell of it; null: nothing */
  readonly tellAt: number | null;
}

/** Which cycle. */
export type CycleName = Pick<KeptCycle, 'requestId' | 'metricId' | 'number'>;

const millis = (column: string) =>
  sql<number | null>`(extract(epoch from ${sql.ref(column)}) * 1000)::float8`;

/** The cycles of requests, oldest first. */
export async function cyclesOf(db: Database, requestIds: readonly string[]): Promise<KeptCycle[]> {
  return requestIds.length === 0 ? [] : cycles(db, requestIds).execute();
}

/** A cycle, and whether something has happened to its request since it was computed. */
export interface CycleWithAge extends KeptCycle {
  readonly isStale: boolean;
}

/** The same, each with whether it still is as it was. */
export async function cyclesWithAge(db: Database, requestIds: readonly string[]): Promise<CycleWithAge[]> {
  if (requestIds.length === 0) return [];
  return cycles(db, requestIds)
    .select(
      sql<boolean>`exists(select from sla_stale where sla_stale.request_id = sla_cycle.request_id)`.as(
        'isStale',
      ),
    )
    .execute();
}

function cycles(db: Database, requestIds: readonly string[]) {
  return db
    .selectFrom('sla_cycle')
    .select([
      'request_id as requestId',
      'metric_id as metricId',
      'number',
      'is_latest as isLatest',
      sql<Cycle['state']>`state`.as('state'),
      sql<number>`(extract(epoch from started_at) * 1000)::float8`.as('startedAt'),
      millis('stopped_at').as('stoppedAt'),
      millis('paused_at').as('pausedAt'),
      'pause_index as pauseIndex',
      sql<number | null>`goal_ms::float8`.as('goalMs'),
      'calendar_id as calendarId',
      sql<number>`elapsed_ms::float8`.as('elapsedMs'),
      millis('runs_since').as('runsSince'),
      millis('elapsed_from').as('elapsedFrom'),
      millis('due_at').as('dueAt'),
      millis('breached_at').as('breachedAt'),
      millis('tell_at').as('tellAt'),
    ])
    .where('request_id', '=', sql<string>`any(${requestIds}::bigint[])`)
    .orderBy('request_id')
    .orderBy('metric_id')
    .orderBy('number');
}

const columns = [
  'is_latest',
  'state',
  'started_at',
  'stopped_at',
  'paused_at',
  'pause_index',
  'goal_ms',
  'calendar_id',
  'elapsed_ms',
  'runs_since',
  'elapsed_from',
  'due_at',
  'breached_at',
  'tell_at',
] as const;

/** Writes cycles, in place of those of the same names. */
export async function writeCycles(trx: Database, cycles: readonly KeptCycle[]): Promise<void> {
  if (cycles.length === 0) return;
  const moment = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  const rows = cycles.map((cycle) => ({
    request_id: cycle.requestId,
    metric_id: cycle.metricId,
    number: cycle.number,
    is_latest: cycle.isLatest,
    state: cycle.state,
    started_at: moment(cycle.startedAt),
    stopped_at: moment(cycle.stoppedAt),
    paused_at: moment(cycle.pausedAt),
    pause_index: cycle.pauseIndex,
    goal_ms: cycle.goalMs,
    calendar_id: cycle.calendarId,
    elapsed_ms: cycle.elapsedMs,
    runs_since: moment(cycle.runsSince),
    elapsed_from: moment(cycle.elapsedFrom),
    due_at: moment(cycle.dueAt),
    breached_at: moment(cycle.breachedAt),
    tell_at: moment(cycle.tellAt),
  }));
  const set = columns.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`);
  await sql`
    insert into sla_cycle
    select * from jsonb_populate_recordset(null::sla_cycle, ${JSON.stringify(rows)}::jsonb)
    on conflict (request_id, metric_id, number) do update set ${sql.join(set)}`.execute(trx);
}

/** Deletes cycles that there are not after all. */
export async function deleteCycles(trx: Database, names: readonly CycleName[]): Promise<void> {
  if (names.length === 0) return;
  await sql`
    delete from sla_cycle cycle
     using unnest(${names.map(({ requestId }) => requestId)}::bigint[],
                  ${names.map(({ metricId }) => metricId)}::bigint[],
                  ${names.map(({ number }) => number)}::integer[]) as gone(request_id, metric_id, number)
     where cycle.request_id = gone.request_id and cycle.metric_id = gone.metric_id
       and cycle.number = gone.number`.execute(trx);
}

/** What was told of a cycle. */
export interface Notice extends CycleName {
  readonly kind: string;
  readonly goalMs: number;
}

/** What was told of the cycles of requests. */
export async function noticesOf(db: Database, requestIds: readonly string[]): Promise<Notice[]> {
  if (requestIds.length === 0) return [];
  return db
    .selectFrom('sla_notice')
    .select([
      'request_id as requestId',
      'metric_id as metricId',
      'number',
      'kind',
      sql<number>`goal_ms::float8`.as('goalMs'),
    ])
    .where('request_id', '=', sql<string>`any(${requestIds}::bigint[])`)
    .execute();
}
