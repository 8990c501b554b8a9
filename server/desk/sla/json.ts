import { type Static, Type } from 'typebox';
import { dateJson, dateSchema } from '../../platform/formats/dates.ts';
import type { Calendar } from '../calendars/calendar.ts';
import { compileCalendar } from '../calendars/working-time.ts';
import { elapsedAt, isBreachedAt } from './cycle-now.ts';
import type { KeptCycle } from './cycle-store.ts';
import type { SlaPause } from './definition.ts';
import type { SlaMetric } from './store.ts';

const durationSchema = Type.Object(
  { millis: Type.Integer(), friendly: Type.String({ description: 'Hours and minutes: 4h 30m, -20m' }) },
  { title: 'Duration' },
);

const calendarSchema = Type.Union(
  [Type.Object({ id: Type.String(), name: Type.String(), timeZone: Type.String() }), Type.Null()],
  { description: 'Whose hours count; null: all hours do' },
);

const cycleProperties = {
  startTime: dateSchema,
  // When it was missed, or will be if nothing happens. Not there where it is paused and was not missed, and where it never comes.
  breachTime: Type.Optional(dateSchema),
  breached: Type.Boolean(),
  // Not there where no goal fits.
  goalDuration: Type.Optional(durationSchema),
  elapsedTime: durationSchema,
  // Negative when it was missed.
  remainingTime: Type.Optional(durationSchema),
};

/** A service level of a request, as Jira Service Management shows it. */
export const slaSchema = Type.Object(
  {
    id: Type.String({ description: 'The NNNNN of customfield_NNNNN' }),
    name: Type.String(),
    completedCycles: Type.Array(
      Type.Object({
        ...cycleProperties,
        stopTime: dateSchema,
        _portico: Type.Object({ calendar: calendarSchema }),
      }),
      { description: 'Oldest first' },
    ),
    ongoingCycle: Type.Optional(
      Type.Object({
        ...cycleProperties,
        paused: Type.Boolean(),
        withinCalendarHours: Type.Boolean(),
        _portico: Type.Object({
          calendar: calendarSchema,
          pauseReason: Type.Union([Type.String(), Type.Null()], {
            description: 'In words, such as “Waiting for customer”',
          }),
          pausedTime: Type.Union([dateSchema, Type.Null()]),
          nextChangeTime: Type.Union([dateSchema, Type.Null()], {
            description: 'When working hours begin or end next; null: they never do',
          }),
          warnMinutes: Type.Array(Type.Integer(), {
            description: 'How much time is left when people are warned, in minutes; the first warning first',
          }),
        }),
      }),
    ),
    slaDisplayFormat: Type.String(),
    _links: Type.Object({ self: Type.String() }),
  },
  { title: 'SlaInformation' },
);

/** A service level on the wire. */
export type SlaJson = Static<typeof slaSchema>;

/** What is needed to show service levels. */
export interface SlaShowing {
  readonly siteAddress: string;
  readonly timeZone: string | null;
  readonly now: Date;
  readonly calendars: ReadonlyMap<string, Calendar>;
}

/** Shows the cycles of one request by one metric. */
export function slaJson(
  metric: Pick<SlaMetric, 'fieldId' | 'name' | 'pauses' | 'warnMinutes'>,
  request: { readonly id: string; readonly statusName: string },
  cycles: readonly KeptCycle[],
  showing: SlaShowing,
): SlaJson {
  const { siteAddress, timeZone, now, calendars } = showing;
  const date = (at: number) => dateJson(new Date(at), timeZone, now);
  const ongoing = cycles.find(({ state }) => state !== 'completed');
  const calendarIn = ({ calendarId }: KeptCycle) => {
    const calendar = calendarId === null ? undefined : calendars.get(calendarId);
    return calendar ? { id: calendar.id, name: calendar.name, timeZone: calendar.timeZone } : null;
  };
  const workingTimeOf = ({ calendarId }: KeptCycle) =>
    compileCalendar(calendarId === null ? null : (calendars.get(calendarId) ?? null));
  const dateOrNull = (at: number | null) => (at === null ? null : date(at));
  const shared = (cycle: KeptCycle) => {
    const elapsed = elapsedAt(cycle, now.getTime(), calendars);
    const missedAt = cycle.breachedAt ?? cycle.dueAt;
    return {
      startTime: date(cycle.startedAt),
      ...(missedAt !== null && { breachTime: date(missedAt) }),
      breached: isBreachedAt(cycle, now.getTime()),
      ...(cycle.goalMs !== null && { goalDuration: durationJson(cycle.goalMs) }),
      elapsedTime: durationJson(elapsed),
      ...(cycle.goalMs !== null && { remainingTime: durationJson(cycle.goalMs - elapsed) }),
    };
  };
  return {
    id: metric.fieldId,
    name: metric.name,
    completedCycles: cycles.flatMap((cycle) =>
      cycle.stoppedAt === null
        ? []
        : { ...shared(cycle), stopTime: date(cycle.stoppedAt), _portico: { calendar: calendarIn(cycle) } },
    ),
    ...(ongoing && {
      ongoingCycle: {
        ...shared(ongoing),
        paused: ongoing.state === 'paused',
        withinCalendarHours: workingTimeOf(ongoing).isWorking(now.getTime()),
        _portico: {
          calendar: calendarIn(ongoing),
          pauseReason:
            ongoing.pauseIndex === null
              ? null
              : pauseReason(metric.pauses[ongoing.pauseIndex], request.statusName),
          pausedTime: ongoing.pausedAt === null ? null : date(ongoing.pausedAt),
          nextChangeTime: dateOrNull(workingTimeOf(ongoing).nextChange(now.getTime())),
          warnMinutes: metric.warnMinutes.toSorted((one, other) => other - one),
        },
      },
    }),
    slaDisplayFormat: 'NEW_SLA_FORMAT',
    _links: { self: `${siteAddress}/rest/servicedeskapi/request/${request.id}/sla/${metric.fieldId}` },
  };
}

/** Why a clock stands still, in words. */
function pauseReason(pause: SlaPause | undefined, statusName: string): string | null {
  switch (pause?.kind) {
    case undefined:
      return null;
    case 'status':
      return statusName;
    case 'jql':
      return pause.jql;
    case 'waiting-for-approval':
      return 'Waiting for approval';
    case 'assigned':
      return 'Assigned';
    case 'unassigned':
      return 'Unassigned';
    case 'resolved':
      return 'Resolved';
    case 'unresolved':
      return 'Unresolved';
  }
}

/** A duration as Jira Service Management shows it. Minutes are not rounded up. */
export function durationJson(ms: number): Static<typeof durationSchema> {
  const minutes = Math.trunc(Math.abs(ms) / 60_000);
  const hours = Math.floor(minutes / 60);
  const words = [...(hours > 0 ? [`${hours}h`] : []), ...(minutes % 60 > 0 ? [`${minutes % 60}m`] : [])];
  const sign = ms < 0 && minutes > 0 ? '-' : '';
  return { millis: ms, friendly: words.length === 0 ? '0m' : `${sign}${words.join(' ')}` };
}
