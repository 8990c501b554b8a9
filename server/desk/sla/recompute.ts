import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { calendarsOf } from '../calendars/store.ts';
import { compileCalendar, type WorkingTime } from '../calendars/working-time.ts';
import { type Answers, type Cycle, computeCycles } from './compute-cycles.ts';
import { cyclesOf, deleteCycles, type KeptCycle, noticesOf, writeCycles } from './cycle-store.ts';
import { queriesOf, type SlaDefinition } from './definition.ts';
import { findPast, type PastState } from './evaluate.ts';
import { livesOf, metricsOfDesks, type RequestLife, type SlaMetric } from './store.ts';
import { tellingsOf } from './tellings.ts';
import type { Columns } from './timeline.ts';

/**
 * Computes the SLAs of requests from all that has happened to them, and writes what is different from before. Whoever does it holds
 * the SLAs of these requests until the transaction ends, so that of two at once the later sees what the earlier saw, and more.
 *
 * @returns the requests of which something is different
 */
export async function recomputeRequests(
  trx: Database,
  requestIds: readonly string[],
): Promise<RequestLife[]> {
  await holdSlas(trx, requestIds);
  const lives = await livesOf(trx, requestIds);
  const metrics = await metricsOfDesks(trx, [...new Set(lives.map(({ serviceDeskId }) => serviceDeskId))]);
  const ids = lives.map(({ requestId }) => requestId);
  const [kept, told, workingTimes] = [
    await cyclesOf(trx, ids),
    await noticesOf(trx, ids),
    await loadWorkingTimes(trx, [...metrics.values()].flat()),
  ];
  const computed: KeptCycle[] = [];
  for (const [deskId, ofDesk] of metrics) {
    const livesOfDesk = lives.filter(({ serviceDeskId }) => serviceDeskId === deskId);
    const answers = await answersFor(trx, ofDesk, livesOfDesk, workingTimes);
    for (const { requestId, timeline } of livesOfDesk) {
      for (const metric of ofDesk) {
        const cycles = computeCycles(metric, timeline, answers);
        for (const [index, cycle] of cycles.entries()) {
          const row = rowOf(requestId, metric, cycle, index, cycles.length);
          const workingTime = answers.workingTime(row.calendarId);
          const [next] = tellingsOf(row, metric, workingTime, told);
          computed.push({ ...row, tellAt: next?.at ?? null });
        }
      }
    }
  }
  const changed = await writeDifferences(trx, kept, computed);
  return lives.filter(({ requestId }) => changed.has(requestId));
}

/** In one order, so that two that hold several do not wait for each other. */
async function holdSlas(trx: Database, requestIds: readonly string[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended('portico.sla', id))
      from (select unnest(${requestIds}::bigint[]) as id order by 1) as ids`.execute(trx);
}

/** Working time by calendar: of those that the goals of the metrics name. */
export async function loadWorkingTimes(
  db: Database,
  definitions: readonly Pick<SlaDefinition, 'goals'>[],
): Promise<ReadonlyMap<string, WorkingTime>> {
  const ids = definitions.flatMap(({ goals }) => goals.flatMap(({ calendarId }) => calendarId ?? []));
  const calendars = await calendarsOf(db, ids);
  return new Map([...calendars].map(([id, calendar]) => [id, compileCalendar(calendar)]));
}

/** Answers what the definitions leave open for these requests: asks all of their queries of all that the requests ever were. */
export async function answersFor(
  db: Database,
  definitions: readonly SlaDefinition[],
  lives: readonly Pick<RequestLife, 'requestId' | 'timeline'>[],
  workingTimes: ReadonlyMap<string, WorkingTime>,
): Promise<Answers> {
  const queries = [...new Set(definitions.flatMap(queriesOf))];
  const states: PastState[] = [];
  if (queries.length > 0) {
    for (const { requestId, timeline } of lives) {
      const distinct = new Set(timeline.moments.map(({ state }) => state.columns));
      for (const columns of distinct) states.push({ requestId, columns });
    }
  }
  const found: ReadonlyMap<string, ReadonlySet<Columns>> = await findPast(db, queries, states);
  const always = compileCalendar(null);
  return {
    finds: (jql, { columns }) => found.get(jql)?.has(columns) ?? false,
    workingTime: (calendarId) => (calendarId === null ? always : (workingTimes.get(calendarId) ?? always)),
  };
}

function rowOf(
  requestId: string,
  metric: SlaMetric,
  { goal, ...cycle }: Cycle,
  index: number,
  count: number,
): Omit<KeptCycle, 'tellAt'> {
  return {
    requestId,
    metricId: metric.id,
    number: index + 1,
    isLatest: index === count - 1,
    ...cycle,
    calendarId: goal?.calendarId ?? null,
  };
}

/** @returns ids of the requests of which something that can be seen is different */
async function writeDifferences(
  trx: Database,
  kept: readonly KeptCycle[],
  computed: readonly KeptCycle[],
): Promise<Set<string>> {
  const before = new Map(kept.map((cycle) => [nameOf(cycle), cycle]));
  const after = new Map(computed.map((cycle) => [nameOf(cycle), cycle]));
  const gone = kept.filter((cycle) => !after.has(nameOf(cycle)));
  const different = computed.filter((cycle) => textOf(cycle) !== textOf(before.get(nameOf(cycle))));
  await deleteCycles(trx, gone);
  await writeCycles(trx, different);
  const seen = different.filter(
    (cycle) => textOf({ ...cycle, tellAt: null }) !== textOf(withoutTelling(before.get(nameOf(cycle)))),
  );
  return new Set([...gone, ...seen].map(({ requestId }) => requestId));
}

function withoutTelling(cycle: KeptCycle | undefined): KeptCycle | undefined {
  return cycle && { ...cycle, tellAt: null };
}

function nameOf({ requestId, metricId, number }: KeptCycle): string {
  return `${requestId}:${metricId}:${number}`;
}

function textOf(cycle: KeptCycle | undefined): string {
  if (!cycle) return '';
  const { isLatest, state, startedAt, stoppedAt, pausedAt, pauseIndex, goalMs, calendarId } = cycle;
  const { elapsedMs, runsSince, elapsedFrom, dueAt, breachedAt, tellAt } = cycle;
  return JSON.stringify([
    [isLatest, state, startedAt, stoppedAt, pausedAt, pauseIndex, goalMs, calendarId],
    [elapsedMs, runsSince, elapsedFrom, dueAt, breachedAt, tellAt],
  ]);
}
