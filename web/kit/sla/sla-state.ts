import { slaDuration } from './duration.ts';
import type { OngoingCycle, SlaValue } from './sla-value.ts';

/**
 * - `running`, `dueSoon`: the clock runs, and there is (little) time left
 * - `outside`: it stands still because nobody works at this hour
 * - `paused`: it stands still because of what the request waits for
 * - `breached`: the time is over and it goes on
 * - `met`, `missed`: it has ended in time, or too late
 */
export type SlaState = 'running' | 'dueSoon' | 'outside' | 'paused' | 'breached' | 'met' | 'missed';

export interface SlaLook {
  readonly state: SlaState;
  /** working time that is left, negative after the breach; what was left when it ended; null: no goal fits */
  readonly remainingMs: number | null;
  /** Whether the clock stands still although its time is over. */
  readonly isStill: boolean;
}

/**
 * How a service level looks at `now`, given that it was read at `readAt`, both in milliseconds since 1970 by the browser's clock. Between
 * two readings the time left goes down by itself. Null: it has never begun.
 */
export function lookOf(value: SlaValue, readAt: number, now: number): SlaLook | null {
  const { ongoingCycle, completedCycles } = value;
  if (ongoingCycle) return lookOfOngoing(ongoingCycle, readAt, now);
  const last = completedCycles.at(-1);
  if (!last) return null;
  const state = last.breached ? 'missed' : 'met';
  return { state, remainingMs: last.remainingTime?.millis ?? null, isStill: true };
}

function lookOfOngoing(cycle: OngoingCycle, readAt: number, now: number): SlaLook {
  const isStill = cycle.paused || !isWorkingAt(cycle, now);
  const remainingMs = cycle.remainingTime
    ? remainingAt(cycle, cycle.remainingTime.millis, readAt, now)
    : null;
  const isOver = cycle.breached || (remainingMs !== null && remainingMs <= 0 && !isStill);
  if (isOver) return { state: 'breached', remainingMs, isStill };
  if (cycle.paused) return { state: 'paused', remainingMs, isStill };
  if (isStill) return { state: 'outside', remainingMs, isStill };
  const isSoon = remainingMs !== null && remainingMs <= dueSoonMs(cycle);
  return { state: isSoon ? 'dueSoon' : 'running', remainingMs, isStill };
}

/** With so much time left it is urgent: from the desk's first warning on. A desk that does not warn calls nothing urgent. */
function dueSoonMs({ _portico }: OngoingCycle): number {
  return Math.max(0, ...(_portico?.warnMinutes ?? [])) * 60_000;
}

/** When working hours begin or end for the first time after it was read. */
function changeOf({ _portico }: OngoingCycle): number {
  return _portico?.nextChangeTime?.epochMillis ?? Number.POSITIVE_INFINITY;
}

function isWorkingAt(cycle: OngoingCycle, now: number): boolean {
  return cycle.withinCalendarHours !== now >= changeOf(cycle);
}

/** Right until working hours have changed twice since it was read. */
function remainingAt(cycle: OngoingCycle, millis: number, readAt: number, now: number): number {
  if (cycle.paused) return millis;
  const change = changeOf(cycle);
  const from = cycle.withinCalendarHours ? readAt : Math.max(readAt, change);
  const to = cycle.withinCalendarHours ? Math.min(now, change) : now;
  const remaining = millis - Math.max(0, to - from);
  // With nights between that are not known of, it is not over before it is due.
  const isDueLater = cycle.breachTime !== undefined && !cycle.breached && now < cycle.breachTime.epochMillis;
  return isDueLater ? Math.max(remaining, 1000) : remaining;
}

/** The time as a cell shows it; empty where there is no goal. */
export function lookText({ state, remainingMs }: SlaLook): string {
  if (remainingMs === null) return '';
  // what is breached by less than a second has no minus yet
  return state === 'breached' && remainingMs > -1000 ? '-0s' : slaDuration(remainingMs);
}
