import type { WorkingTime } from '../calendars/working-time.ts';
import type { KeptCycle, Notice } from './cycle-store.ts';
import type { SlaMetric } from './store.ts';

/** Something that is told of a cycle at some moment. */
export interface Telling {
  /** 'breached', or 'due-soon:30': so many minutes before it is due */
  readonly kind: string;
  readonly at: number;
}

const minuteMs = 60_000;

/** What is to be told of a cycle and was not, in the order in which it comes due. */
export function tellingsOf(
  cycle: Omit<KeptCycle, 'tellAt'>,
  { warnMinutes, tellsSince }: Pick<SlaMetric, 'warnMinutes' | 'tellsSince'>,
  workingTime: WorkingTime,
  told: readonly Notice[],
): Telling[] {
  const { goalMs, breachedAt } = cycle;
  const dueAt = cycle.state === 'running' ? cycle.dueAt : null;
  if (goalMs === null) return [];
  const tellings: Telling[] = [];
  const missedAt = breachedAt ?? dueAt;
  if (missedAt !== null) tellings.push({ kind: 'breached', at: missedAt });
  if (dueAt !== null && breachedAt === null) {
    for (const minutes of warnMinutes) {
      // What is due that soon from the beginning needs no warning.
      if (minutes * minuteMs >= goalMs) continue;
      const at = workingTime.add(dueAt, -minutes * minuteMs);
      if (at !== null) tellings.push({ kind: dueSoon(minutes), at });
    }
  }
  const isTold = (kind: string) =>
    told.some(
      (notice) =>
        notice.kind === kind &&
        notice.goalMs === goalMs &&
        notice.number === cycle.number &&
        notice.metricId === cycle.metricId &&
        notice.requestId === cycle.requestId,
    );
  return tellings
    .filter(({ kind, at }) => at >= tellsSince.getTime() && !isTold(kind))
    .toSorted((one, other) => one.at - other.at || one.kind.localeCompare(other.kind));
}

/** The kind of a warning. */
export function dueSoon(minutes: number): string {
  return `due-soon:${minutes}`;
}
