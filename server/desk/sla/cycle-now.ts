import type { CalendarTimes } from '../calendars/calendar.ts';
import { compileCalendar } from '../calendars/working-time.ts';
import type { KeptCycle } from './cycle-store.ts';

/** How much working time of a cycle has elapsed by a moment. */
export function elapsedAt(
  { elapsedMs, runsSince, calendarId }: Pick<KeptCycle, 'elapsedMs' | 'runsSince' | 'calendarId'>,
  at: number,
  calendars: ReadonlyMap<string, CalendarTimes>,
): number {
  if (runsSince === null) return elapsedMs;
  const calendar = calendarId === null ? null : (calendars.get(calendarId) ?? null);
  return elapsedMs + compileCalendar(calendar).between(runsSince, Math.max(runsSince, at));
}

/** Whether the goal of a cycle is missed at a moment. */
export function isBreachedAt(
  { state, dueAt, breachedAt }: Pick<KeptCycle, 'state' | 'dueAt' | 'breachedAt'>,
  at: number,
): boolean {
  return breachedAt !== null || (state === 'running' && dueAt !== null && dueAt < at);
}
