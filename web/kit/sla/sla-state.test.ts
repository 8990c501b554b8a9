import { expect, test } from 'vitest';
import { lookOf, lookText } from './sla-state.ts';
import type { CompletedCycle, OngoingCycle, SlaValue } from './sla-value.ts';

const readAt = Date.parse('2026-03-10T12:00:00Z');
const minute = 60_000;
const hour = 60 * minute;
const date = (epochMillis: number) => ({ epochMillis, iso8601: new Date(epochMillis).toISOString() });
const time = (millis: number) => ({ millis, friendly: '' });

function ongoing(remaining: number, more: Partial<OngoingCycle> = {}): SlaValue {
  const cycle: OngoingCycle = {
    startTime: date(readAt - hour),
    breachTime: date(readAt + remaining),
    breached: remaining < 0,
    paused: false,
    withinCalendarHours: true,
    elapsedTime: time(hour),
    goalDuration: time(hour + remaining),
    remainingTime: time(remaining),
    ...more,
  };
  return { id: '1', name: 'Time to resolution', completedCycles: [], ongoingCycle: cycle };
}
const warned = (remaining: number, warnMinutes: number[]) =>
  ongoing(remaining, { _portico: { warnMinutes } });
function ended(remaining: number): SlaValue {
  const cycle: CompletedCycle = {
    startTime: date(readAt - hour),
    stopTime: date(readAt),
    breached: remaining < 0,
    elapsedTime: time(hour),
    goalDuration: time(hour + remaining),
    remainingTime: time(remaining),
  };
  return { id: '1', name: 'Time to resolution', completedCycles: [cycle] };
}

test.each<[string, SlaValue, number, string, string]>([
  ['counts down', ongoing(3 * hour), 10 * minute, 'running', '2h 50m'],
  ['is urgent from its first warning on', warned(hour, [10, 30]), 31 * minute, 'dueSoon', '29m'],
  ['is not urgent before', warned(hour, [10, 30]), 29 * minute, 'running', '31m'],
  ['is never urgent where nobody is warned', ongoing(hour), 59 * minute, 'running', '1m'],
  ['is breached at the second it is due', ongoing(hour), hour, 'breached', '-0s'],
  ['goes on after its breach', ongoing(-hour), 5 * minute, 'breached', '-1h 5m'],
  ['stands still while it is paused', ongoing(hour, { paused: true }), 10 * minute, 'paused', '1h'],
  [
    'stands still when nobody works',
    ongoing(hour, { withinCalendarHours: false }),
    10 * minute,
    'outside',
    '1h',
  ],
  ['stays breached while it is paused', ongoing(-hour, { paused: true }), minute, 'breached', '-1h'],
  [
    'stands still from when work ends',
    ongoing(3 * hour, {
      breachTime: date(readAt + 18 * hour),
      _portico: { nextChangeTime: date(readAt + hour) },
    }),
    5 * hour,
    'outside',
    '2h',
  ],
  [
    'goes on when work begins',
    ongoing(3 * hour, {
      withinCalendarHours: false,
      breachTime: date(readAt + 4 * hour),
      _portico: { nextChangeTime: date(readAt + hour) },
    }),
    2 * hour,
    'running',
    '2h',
  ],
  [
    'is not over before it is due, when a night lies between',
    ongoing(hour, { breachTime: date(readAt + 16 * hour) }),
    2 * hour,
    'running',
    '1s',
  ],
  ['is met with what was left', ended(hour), 10 * minute, 'met', '1h'],
  ['is missed with what was overrun', ended(-2 * hour), 10 * minute, 'missed', '-2h'],
])('a service level %s', (_words, value, later, state, text) => {
  const look = lookOf(value, readAt, readAt + later);
  expect(look && [look.state, lookText(look)]).toEqual([state, text]);
});

test('one that has never begun shows nothing, and one without a goal no time', () => {
  expect(lookOf({ id: '1', name: 'x', completedCycles: [] }, readAt, readAt)).toBeNull();
  const { ongoingCycle } = ongoing(hour);
  const { remainingTime: _, goalDuration: __, breachTime: ___, ...rest } = ongoingCycle as OngoingCycle;
  const look = lookOf({ id: '1', name: 'x', completedCycles: [], ongoingCycle: rest }, readAt, readAt);
  expect(look && [look.state, lookText(look)]).toEqual(['running', '']);
});
