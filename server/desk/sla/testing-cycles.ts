import { compileCalendar, type WorkingTime } from '../calendars/working-time.ts';
import { type Answers, type Cycle, computeCycles } from './compute-cycles.ts';
import type { SlaDefinition, SlaGoal } from './definition.ts';
import type { Columns, Happening, Moment, Timeline } from './timeline.ts';

/** A definition in a test: what is not given is what “Time to resolution” has, with one goal of an hour around the clock. */
export function definitionOf(given: Partial<SlaDefinition> = {}): SlaDefinition {
  return {
    starts: [{ kind: 'created' }],
    stops: [{ kind: 'resolution-set' }],
    pauses: [],
    goals: [goalOf(60)],
    ...given,
  };
}

/** A goal of so many minutes. */
export function goalOf(minutes: number | null, calendarId: string | null = null, jql = ''): SlaGoal {
  return { jql, minutes, calendarId };
}

/** Something that happens in a test: when, what, and how the request is from then on. */
export interface Step {
  /** minutes since the request was raised, or a point in time */
  readonly at: number | string;
  readonly is?: Happening;
  /** columns that change */
  readonly set?: Readonly<Record<string, unknown>>;
  readonly waits?: boolean;
}

const base = Date.UTC(2026, 0, 5, 9);

/** The life of a request that was raised on Monday, 5 January 2026, at 9:00 UTC (or when the first step says). */
export function lifeOf(steps: readonly Step[]): Timeline {
  const moments: Moment[] = [];
  let columns: Columns = {
    status_id: 1,
    assignee_id: null,
    resolution: null,
    priority_id: 3,
    custom_fields: {},
  };
  let isWaitingForApproval = false;
  for (const [index, { at, is, set, waits }] of [{ at: 0 } as Step, ...steps].entries()) {
    columns = set ? { ...columns, ...set } : columns;
    isWaitingForApproval = waits ?? isWaitingForApproval;
    moments.push({
      at: typeof at === 'string' ? Date.parse(at) : base + at * 60_000,
      happened: is ?? { kind: index === 0 ? 'created' : 'changed' },
      state: { columns, isWaitingForApproval },
    });
  }
  if (steps[0]?.is?.kind === 'created') moments.shift();
  return { moments };
}

/** Queries in tests are `column=value`. */
export function answersWith(calendars: Readonly<Record<string, WorkingTime>> = {}): Answers {
  return {
    finds(jql, { columns }) {
      const [column = '', value] = jql.split('=');
      return String(columns[column]) === value;
    },
    workingTime: (id) => (id === null ? compileCalendar(null) : (calendars[id] ?? compileCalendar(null))),
  };
}

/** The cycles, in words: `0–30 met 30m`, `10– paused 5m`, with minutes since the first moment. */
export function cyclesInWords(
  definition: SlaDefinition,
  life: Timeline,
  answers: Answers = answersWith(),
): string[] {
  const first = life.moments[0]?.at ?? 0;
  const minutes = (at: number | null) => (at === null ? '' : String((at - first) / 60_000));
  return computeCycles(definition, life, answers).map((cycle: Cycle) => {
    const spent = `${cycle.elapsedMs / 60_000}m`;
    const from = minutes(cycle.startedAt);
    if (cycle.state === 'completed') {
      const missed = cycle.breachedAt === null ? 'met' : `missed@${minutes(cycle.breachedAt)}`;
      return `${from}–${minutes(cycle.stoppedAt)} ${missed} ${spent}`;
    }
    const missed = cycle.breachedAt === null ? '' : ` missed@${minutes(cycle.breachedAt)}`;
    if (cycle.state === 'paused') return `${from}– paused@${minutes(cycle.pausedAt)} ${spent}${missed}`;
    const due = cycle.dueAt === null ? '' : ` due@${minutes(cycle.dueAt)}`;
    return `${from}– runs@${minutes(cycle.runsSince)} ${spent}${due}${missed}`;
  });
}
