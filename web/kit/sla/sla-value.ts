/** A point in time as Jira writes it. */
export interface SlaDate {
  readonly epochMillis: number;
  readonly iso8601: string;
}

export interface SlaDuration {
  readonly millis: number;
  readonly friendly: string;
}

interface Cycle {
  readonly startTime: SlaDate;
  /** when it is, or was, due; not there while it is paused or has no goal */
  readonly breachTime?: SlaDate;
  readonly breached: boolean;
  readonly elapsedTime: SlaDuration;
  /** not there where no goal fits */
  readonly goalDuration?: SlaDuration;
  readonly remainingTime?: SlaDuration;
  readonly _portico?: CycleExtras;
}

/** What Jira does not say of a cycle. */
export interface CycleExtras {
  /** whose hours count; null: all hours do */
  readonly calendar?: { readonly id: string; readonly name: string; readonly timeZone: string } | null;
  /** in words, such as 'Waiting for customer' */
  readonly pauseReason?: string | null;
  /** when working hours begin or end next; null: they never do */
  readonly nextChangeTime?: SlaDate | null;
  /** how much time is left when the desk warns, in minutes, the first warning first */
  readonly warnMinutes?: readonly number[];
}

export interface CompletedCycle extends Cycle {
  readonly stopTime: SlaDate;
}

export interface OngoingCycle extends Cycle {
  readonly paused: boolean;
  readonly withinCalendarHours: boolean;
}

/** A service level of a request as Jira shows it: the cycles that have ended, oldest first, and the one that runs. */
export interface SlaValue {
  readonly id: string;
  readonly name: string;
  readonly completedCycles: readonly CompletedCycle[];
  readonly ongoingCycle?: OngoingCycle;
}

/** Whether the value of a field of a request is a service level. */
export function isSlaValue(value: unknown): value is SlaValue {
  return (
    typeof value === 'object' &&
    value !== null &&
    Array.isArray((value as { completedCycles?: unknown }).completedCycles)
  );
}
