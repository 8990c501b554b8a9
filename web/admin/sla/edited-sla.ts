import { goalTime, readGoalTime } from '../../kit/sla/duration.ts';
import { type ConditionKind, detailOf, type EventKind, type PauseKind } from './condition-kinds.ts';
import type { Metric, MetricInput } from './sla-queries.ts';

/** A condition while it is edited: with all that any kind may need, so that trying another kind loses nothing. */
export interface EditedCondition<Kind extends ConditionKind = ConditionKind> {
  readonly id: string;
  readonly kind: Kind;
  readonly statusIds: readonly string[];
  readonly jql: string;
}

/** A goal while it is edited; the last one is for all others. */
export interface EditedGoal {
  readonly id: string;
  readonly jql: string;
  /** as typed; blank: no goal */
  readonly time: string;
  /** null: around the clock */
  readonly calendarId: string | null;
}

/** A service level while it is edited. */
export interface EditedSla {
  readonly name: string;
  readonly starts: readonly EditedCondition<EventKind>[];
  readonly stops: readonly EditedCondition<EventKind>[];
  readonly pauses: readonly EditedCondition<PauseKind>[];
  readonly goals: readonly EditedGoal[];
  /** as typed, each */
  readonly warnings: readonly string[];
}

let made = 0;
function newId(): string {
  made += 1;
  return `new-${made}`;
}

/** A new condition. */
export function newCondition<Kind extends ConditionKind>(kind: Kind): EditedCondition<Kind> {
  return { id: newId(), kind, statusIds: [], jql: '' };
}

/** A new goal, with the calendar of another one. */
export function newGoal(calendarId: string | null): EditedGoal {
  return { id: newId(), jql: '', time: '', calendarId };
}

type AnyCondition = { kind: ConditionKind; statusIds?: readonly string[]; jql?: string };

function edited<Kind extends ConditionKind>(
  conditions: readonly (AnyCondition & { kind: Kind })[],
  place: string,
): EditedCondition<Kind>[] {
  return conditions.map(({ kind, statusIds = [], jql = '' }, index) => ({
    id: `${place}-${index}`,
    kind,
    statusIds,
    jql,
  }));
}

/** A service level as it is edited. Conditions and goals have ids by their place, so that two readings can be compared. */
export function editedSla({ name, starts, stops, pauses, goals, warnMinutes }: Metric): EditedSla {
  return {
    name,
    starts: edited(starts, 'start'),
    stops: edited(stops, 'stop'),
    pauses: edited(pauses, 'pause'),
    goals: goals.map(({ jql, minutes, calendarId }, index) => ({
      id: `goal-${index}`,
      jql,
      time: minutes === null ? '' : goalTime(minutes),
      calendarId,
    })),
    warnings: warnMinutes.map(goalTime),
  };
}

function input({ kind, statusIds, jql }: EditedCondition) {
  const detail = detailOf(kind);
  if (detail === 'statuses') return { kind, statusIds: [...statusIds] };
  return detail === 'query' ? { kind, jql } : { kind };
}

/** What is sent of it. Times that cannot be read are sent as none: ask `problemsOf` first. */
export function slaInput(sla: EditedSla): MetricInput {
  const last = sla.goals.length - 1;
  return {
    name: sla.name,
    starts: sla.starts.map(input) as MetricInput['starts'],
    stops: sla.stops.map(input) as MetricInput['stops'],
    pauses: sla.pauses.map(input) as MetricInput['pauses'],
    goals: sla.goals.map(({ jql, time, calendarId }, index) => ({
      jql: index === last ? '' : jql,
      minutes: readGoalTime(time),
      calendarId,
    })),
    warnMinutes: sla.warnings.flatMap((time) => readGoalTime(time) ?? []),
  };
}

export type Problem = 'name' | 'time' | 'tooLong' | 'warning' | 'query' | 'statuses' | 'none';

/** Ten years: the longest that the server takes. */
const maxMinutes = 10 * 366 * 24 * 60;

/** What can be said before it is sent: which place is wrong, and how. Places are named as the server names them. */
export function problemsOf(sla: EditedSla): Record<string, Problem> {
  const problems: Record<string, Problem> = {};
  if (sla.name.trim() === '') problems['name'] = 'name';
  for (const place of ['starts', 'stops', 'pauses'] as const) {
    if (place !== 'pauses' && sla[place].length === 0) problems[place] = 'none';
    for (const [index, { kind, statusIds, jql }] of sla[place].entries()) {
      const detail = detailOf(kind);
      if (detail === 'statuses' && statusIds.length === 0) problems[`${place}.${index}`] = 'statuses';
      if (detail === 'query' && jql.trim() === '') problems[`${place}.${index}`] = 'query';
    }
  }
  for (const [index, { jql, time }] of sla.goals.entries()) {
    if (index < sla.goals.length - 1 && jql.trim() === '') problems[`goals.${index}.jql`] = 'query';
    const minutes = readGoalTime(time);
    if (time.trim() !== '' && minutes === null) problems[`goals.${index}.minutes`] = 'time';
    if (minutes !== null && minutes > maxMinutes) problems[`goals.${index}.minutes`] = 'tooLong';
  }
  const warnings = sla.warnings.map(readGoalTime);
  if (warnings.includes(null)) problems['warnMinutes'] = 'warning';
  else if (warnings.some((minutes) => (minutes ?? 0) > maxMinutes)) problems['warnMinutes'] = 'tooLong';
  return problems;
}

/** What is still wrong after a change: what stands in the changed lists may have moved or be mended. */
export function errorsAfter(
  errors: Readonly<Record<string, string>>,
  change: Partial<EditedSla>,
): Readonly<Record<string, string>> {
  const changed = Object.keys(change).map((part) => (part === 'warnings' ? 'warnMinutes' : part));
  return Object.fromEntries(
    Object.entries(errors).filter(([place]) => !changed.includes(place.split('.')[0] ?? '')),
  );
}

const places =
  /^(name|starts|stops|pauses|warnMinutes|(starts|stops|pauses)\.\d+|goals\.\d+\.(jql|minutes|calendarId))$/;

/** What the server says, by the places that can show it; what no place can show is given apart. */
export function placedErrors(errors: Readonly<Record<string, string>>): {
  readonly placed: Readonly<Record<string, string>>;
  readonly others: readonly string[];
} {
  const placed: Record<string, string> = {};
  const others: string[] = [];
  for (const [name, message] of Object.entries(errors)) {
    // of a list or a condition as a whole: one message says enough
    const place = name
      .replace(/^warnMinutes\..*/, 'warnMinutes')
      .replace(/^((?:starts|stops|pauses)\.\d+)\..*/, '$1');
    if (places.test(place)) placed[place] = message;
    else others.push(message);
  }
  return { placed, others };
}
