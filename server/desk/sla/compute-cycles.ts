import type { WorkingTime } from '../calendars/working-time.ts';
import type { SlaDefinition, SlaEvent, SlaGoal, SlaPause } from './definition.ts';
import type { Moment, RequestState, Timeline } from './timeline.ts';

/**
 * One run of the clock of a service level: from what started it to what stopped it. All that is said of it follows from what has
 * happened to the request, and not from when it is computed: of a clock that runs it says since when, and when it is due.
 *
 * Instants are milliseconds since 1970, durations milliseconds.
 */
export interface Cycle {
  readonly startedAt: number;
  readonly state: 'running' | 'paused' | 'completed';
  readonly stoppedAt: number | null;
  /** paused: since when, and by which of the metric's pauses */
  readonly pausedAt: number | null;
  readonly pauseIndex: number | null;
  readonly goal: SlaGoal | null;
  readonly goalMs: number | null;
  /** working time until it stopped, was paused, or last began to run */
  readonly elapsedMs: number;
  /** running: since when `elapsedMs` does not count */
  readonly runsSince: number | null;
  /** running: what is elapsed is the working time since then; null: there is no such instant */
  readonly elapsedFrom: number | null;
  /**
   * running: what remains is the working time from now until then, or what is overdue that since then; completed while it ran: the same
   * of when it stopped; null: never, or no goal
   */
  readonly dueAt: number | null;
  /** when it was missed, before it stopped, was paused or last began to run; null: it was not */
  readonly breachedAt: number | null;
}

/** What decides where the definition leaves it to others. */
export interface Answers {
  /** whether the query finds the request as it was in this state */
  finds(jql: string, state: RequestState): boolean;
  /** null: around the clock */
  workingTime(calendarId: string | null): WorkingTime;
}

/**
 * The cycles of a request, oldest first.
 *
 * - What happens at a moment stops a clock first and starts one then: what does both ends a cycle and begins the next. Where no clock
 *   runs, what also stops it starts none, unless the very same condition is among both.
 * - Whether a clock stands still follows from how the request is after a moment. A clock can start paused, and stop while it is.
 * - The first goal whose query fits decides, at each moment anew while the cycle lasts. What has elapsed stays elapsed, as the calendar
 *   of the goal counted it that applied then. A cycle keeps the goal that applied when it stopped.
 * - A goal is missed when the clock runs on after the first instant by which the time has been worked; where another goal comes to
 *   apply for which too much has elapsed already, at that moment.
 */
export function computeCycles(definition: SlaDefinition, { moments }: Timeline, answers: Answers): Cycle[] {
  const cycles: Cycle[] = [];
  let clock: Clock | null = null;
  let before: Moment | null = null;
  for (const moment of moments) {
    const step = { moment, before, answers };
    const stops = definition.stops.some((event) => happens(event, step));
    const starting = definition.starts.filter((event) => happens(event, step));
    if (clock && stops) {
      cycles.push(completed(clock, moment.at, answers));
      clock = starting.length > 0 ? start(definition, moment, answers) : null;
    } else if (clock) {
      clock = adjust(clock, definition, moment, answers);
    } else if (starting.length > 0 && (!stops || starting.some((event) => isAlsoStop(definition, event)))) {
      clock = start(definition, moment, answers);
    }
    before = moment;
  }
  if (clock) cycles.push(ongoing(clock, answers));
  return cycles;
}

/** A clock that was started. */
interface Clock {
  readonly startedAt: number;
  /** since when it runs with this goal; null: it is paused */
  readonly runsSince: number | null;
  /** until it last began to run with this goal, or was paused */
  readonly elapsedMs: number;
  readonly pausedAt: number | null;
  readonly pauseIndex: number | null;
  readonly goal: SlaGoal | null;
  /** before it last began to run with this goal */
  readonly breachedAt: number | null;
}

function start(definition: SlaDefinition, { at, state }: Moment, answers: Answers): Clock {
  const pauseIndex = pauseAt(definition.pauses, state, answers);
  return {
    startedAt: at,
    runsSince: pauseIndex === null ? at : null,
    elapsedMs: 0,
    pausedAt: pauseIndex === null ? null : at,
    pauseIndex,
    goal: goalAt(definition.goals, state, answers),
    breachedAt: null,
  };
}

/** What follows from how the request is after a moment. A clock that goes on as before is left alone, so that it is the same. */
function adjust(clock: Clock, definition: SlaDefinition, { at, state }: Moment, answers: Answers): Clock {
  const pauseIndex = pauseAt(definition.pauses, state, answers);
  const goal = goalAt(definition.goals, state, answers);
  const hasOtherGoal = !isSameGoal(goal, clock.goal);
  if (!hasOtherGoal && (pauseIndex === null) === (clock.pauseIndex === null)) return { ...clock, pauseIndex };
  const { elapsedMs, breachedAt } = reached(clock, at, answers);
  const goalMs = msOf(goal);
  return {
    startedAt: clock.startedAt,
    runsSince: pauseIndex === null ? at : null,
    elapsedMs,
    pausedAt: pauseIndex === null ? null : (clock.pausedAt ?? at),
    pauseIndex,
    goal,
    breachedAt: !hasOtherGoal ? breachedAt : goalMs !== null && elapsedMs > goalMs ? at : null,
  };
}

/** How far a clock has come by a moment. */
function reached(clock: Clock, at: number, answers: Answers): Pick<Clock, 'elapsedMs' | 'breachedAt'> {
  const { runsSince, breachedAt } = clock;
  if (runsSince === null) return { elapsedMs: clock.elapsedMs, breachedAt };
  const due = dueOf(clock, runsSince, answers);
  return {
    elapsedMs: clock.elapsedMs + workingTimeOf(clock.goal, answers).between(runsSince, at),
    breachedAt: breachedAt ?? (due !== null && due < at ? Math.max(due, runsSince) : null),
  };
}

function completed(clock: Clock, at: number, answers: Answers): Cycle {
  return {
    startedAt: clock.startedAt,
    state: 'completed',
    stoppedAt: at,
    pausedAt: null,
    pauseIndex: null,
    goal: clock.goal,
    goalMs: msOf(clock.goal),
    ...reached(clock, at, answers),
    runsSince: null,
    elapsedFrom: null,
    dueAt: clock.runsSince === null ? null : dueOf(clock, clock.runsSince, answers),
  };
}

function ongoing(clock: Clock, answers: Answers): Cycle {
  const { runsSince, elapsedMs, goal } = clock;
  const cycle = { ...clock, stoppedAt: null, goalMs: msOf(goal), elapsedFrom: null, dueAt: null };
  if (runsSince === null) return { ...cycle, state: 'paused' };
  return {
    ...cycle,
    state: 'running',
    elapsedFrom: workingTimeOf(goal, answers).add(runsSince, -elapsedMs),
    dueAt: dueOf(clock, runsSince, answers),
  };
}

/**
 * When nothing remains for a clock that runs, if nothing happens any more; where more has elapsed than the goal has: since when that is
 * so, had it run all the time.
 */
function dueOf({ goal, elapsedMs }: Clock, runsSince: number, answers: Answers): number | null {
  const goalMs = msOf(goal);
  return goalMs === null ? null : workingTimeOf(goal, answers).add(runsSince, goalMs - elapsedMs);
}

function workingTimeOf(goal: SlaGoal | null, answers: Answers): WorkingTime {
  return answers.workingTime(goal?.calendarId ?? null);
}

function msOf(goal: SlaGoal | null): number | null {
  return goal?.minutes == null ? null : goal.minutes * 60_000;
}

function isSameGoal(one: SlaGoal | null, other: SlaGoal | null): boolean {
  return one?.minutes === other?.minutes && one?.calendarId === other?.calendarId;
}

function goalAt(goals: readonly SlaGoal[], state: RequestState, answers: Answers): SlaGoal | null {
  return goals.find(({ jql }) => jql === '' || answers.finds(jql, state)) ?? null;
}

function pauseAt(pauses: readonly SlaPause[], state: RequestState, answers: Answers): number | null {
  const index = pauses.findIndex((pause) => holds(pause, state, answers));
  return index < 0 ? null : index;
}

function holds(pause: SlaPause, state: RequestState, answers: Answers): boolean {
  const { columns, isWaitingForApproval } = state;
  switch (pause.kind) {
    case 'status':
      return pause.statusIds.includes(String(columns['status_id']));
    case 'jql':
      return answers.finds(pause.jql, state);
    case 'waiting-for-approval':
      return isWaitingForApproval;
    case 'assigned':
      return isThere(columns['assignee_id']);
    case 'unassigned':
      return !isThere(columns['assignee_id']);
    case 'resolved':
      return isThere(columns['resolution']);
    case 'unresolved':
      return !isThere(columns['resolution']);
  }
}

interface Step {
  readonly moment: Moment;
  /** null: the request was raised at this one */
  readonly before: Moment | null;
  readonly answers: Answers;
}

function happens(event: SlaEvent, { moment, before, answers }: Step): boolean {
  const { happened, state } = moment;
  const now = state.columns;
  const was = before?.state.columns;
  switch (event.kind) {
    case 'created':
      return happened.kind === 'created';
    case 'comment-by-customer':
      return happened.kind === 'comment' && !happened.byAgent;
    case 'comment-by-agent':
      return happened.kind === 'comment' && happened.byAgent;
    case 'approval-asked':
      return happened.kind === 'approval-asked';
    case 'approval-answered':
      return happened.kind === 'approval-answered' && happened.outcome !== 'cancelled';
    case 'assignee-set':
      return isThere(now['assignee_id']) && !isThere(was?.['assignee_id']);
    case 'assignee-cleared':
      return was !== undefined && isThere(was['assignee_id']) && !isThere(now['assignee_id']);
    case 'assignee-changed':
      return was !== undefined && now['assignee_id'] !== was['assignee_id'];
    case 'priority-changed':
      return was !== undefined && now['priority_id'] !== was['priority_id'];
    case 'resolution-set':
      return isThere(now['resolution']) && !isThere(was?.['resolution']);
    case 'resolution-cleared':
      return was !== undefined && isThere(was['resolution']) && !isThere(now['resolution']);
    case 'status-entered':
      return now['status_id'] !== was?.['status_id'] && event.statusIds.includes(String(now['status_id']));
    case 'status-left':
      return (
        was !== undefined &&
        now['status_id'] !== was['status_id'] &&
        event.statusIds.includes(String(was['status_id']))
      );
    case 'jql-entered':
      return answers.finds(event.jql, state) && !(before && answers.finds(event.jql, before.state));
    case 'jql-left':
      return before !== null && answers.finds(event.jql, before.state) && !answers.finds(event.jql, state);
  }
}

function isThere(value: unknown): boolean {
  return value !== null && value !== undefined;
}

function isAlsoStop({ stops }: SlaDefinition, event: SlaEvent): boolean {
  return stops.some((stop) => JSON.stringify(stop) === JSON.stringify(event));
}
