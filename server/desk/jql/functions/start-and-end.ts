import type { Temporal } from 'temporal-polyfill';
import { jqlTypes } from '../field.ts';
import { dateOf, possible, zoned } from '../moments.ts';
import { refuseJql } from '../problems.ts';
import type { FunctionUse, JqlFunction } from './function.ts';

type Period = 'Day' | 'Week' | 'Month' | 'Year';

const units = {
  y: 'years',
  M: 'months',
  w: 'weeks',
  d: 'days',
  h: 'hours',
  m: 'minutes',
} as const;
type Unit = keyof typeof units;

const ownUnits: Readonly<Record<Period, Unit>> = { Day: 'd', Week: 'w', Month: 'M', Year: 'y' };

interface Increment {
  readonly amount: number;
  readonly unit: Unit;
}

/**
 * startOfDay(), endOfMonth("+1") and so on, by the asking person's calendar. An increment in the function's own unit or a larger one
 * moves the period, and any other what it begins or ends with: endOfMonth("-1M") is the end of last month, startOfMonth("+14d") the
 * beginning of the 15th.
 */
export const startsAndEnds: readonly JqlFunction[] = (['Day', 'Week', 'Month', 'Year'] as const).flatMap(
  (period) => [bound('startOf', period), bound('endOf', period)],
);

function bound(side: 'startOf' | 'endOf', period: Period): JqlFunction {
  return {
    name: `${side}${period}`,
    isList: false,
    types: [jqlTypes.date],
    takes: [0, 1],
    argumentNames: ['increment'],
    compile(use) {
      const { now, timeZone, weekStartsOn = 1 } = use.context;
      const increment = incrementOf(use, period);
      const start = startOf(zoned(now, timeZone), period, weekStartsOn);
      if (side === 'startOf') return { moment: possible(dateOf(moved(start, increment))) };
      const next: Increment = { amount: 1, unit: ownUnits[period] };
      const end = movesPeriod(increment, period)
        ? moved(startOf(moved(start, increment), period, weekStartsOn), next)
        : moved(moved(start, next), increment);
      return { moment: possible(new Date(end.epochMilliseconds - 1)) };
    },
  };
}

function startOf(time: Temporal.ZonedDateTime, period: Period, weekStartsOn: number): Temporal.ZonedDateTime {
  const day = time.startOfDay();
  switch (period) {
    case 'Day':
      return day;
    case 'Week':
      return day.subtract({ days: (day.dayOfWeek - weekStartsOn + 7) % 7 }).startOfDay();
    case 'Month':
      return day.with({ day: 1 }).startOfDay();
    case 'Year':
      return day.with({ month: 1, day: 1 }).startOfDay();
  }
}

/** By the calendar for days and longer, by the clock for hours and minutes. */
function moved(time: Temporal.ZonedDateTime, { amount, unit }: Increment): Temporal.ZonedDateTime {
  if (amount === 0) return time;
  return time.add({ [units[unit]]: amount });
}

function movesPeriod({ unit }: Increment, period: Period): boolean {
  const order: readonly Unit[] = ['m', 'h', 'd', 'w', 'M', 'y'];
  return order.indexOf(unit) >= order.indexOf(ownUnits[period]);
}

function incrementOf({ arguments: [given], operand }: FunctionUse, period: Period): Increment {
  if (!given) return { amount: 0, unit: ownUnits[period] };
  const match = /^\s*([+-]?\d{1,5})\s*([yMwdhm]?)\s*$/.exec(given.value);
  if (!match) {
    throw refuseJql(
      `Duration for function '${operand.function.value}' should have the format (+/-)n(yMwdhm), e.g -1M for 1 month earlier.`,
      given.position,
    );
  }
  return { amount: Number(match[1]), unit: (match[2] || ownUnits[period]) as Unit };
}
