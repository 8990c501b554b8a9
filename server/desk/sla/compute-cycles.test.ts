import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCalendar } from '../calendars/working-time.ts';
import { computeCycles } from './compute-cycles.ts';
import type { SlaDefinition } from './definition.ts';
import { answersWith, cyclesInWords, definitionOf, goalOf, lifeOf, type Step } from './testing-cycles.ts';

const resolve = { set: { resolution: 'Done' } };
const reopen = { set: { resolution: null } };
const agentSays: Partial<Step> = { is: { kind: 'comment', byAgent: true } };
const customerSays: Partial<Step> = { is: { kind: 'comment', byAgent: false } };
const firstResponse = definitionOf({ stops: [{ kind: 'comment-by-agent' }, { kind: 'resolution-set' }] });
const waiting = definitionOf({
  starts: [{ kind: 'created' }, { kind: 'comment-by-customer' }],
  stops: [{ kind: 'comment-by-agent' }],
});
const pausing = definitionOf({ pauses: [{ kind: 'status', statusIds: ['4'] }] });
const byPriority = definitionOf({ goals: [goalOf(15, null, 'priority_id=1'), goalOf(60)] });

describe('a clock', () => {
  const cases: [string, SlaDefinition, Step[], string[]][] = [
    ['runs from the beginning', definitionOf(), [], ['0– runs@0 0m due@60']],
    ['stops, in time', definitionOf(), [{ at: 30, ...resolve }], ['0–30 met 30m']],
    [
      'is in time at the very moment that it is due',
      definitionOf(),
      [{ at: 60, ...resolve }],
      ['0–60 met 60m'],
    ],
    ['stops too late', definitionOf(), [{ at: 61, ...resolve }], ['0–61 missed@60 61m']],
    [
      'is not started again by what does not start it',
      definitionOf(),
      [
        { at: 5, ...resolve },
        { at: 9, ...reopen },
      ],
      ['0–5 met 5m'],
    ],
    [
      'stops at the first of several',
      firstResponse,
      [
        { at: 5, ...customerSays },
        { at: 7, ...agentSays },
        { at: 9, ...resolve },
      ],
      ['0–7 met 7m'],
    ],
    [
      'runs once more',
      waiting,
      [
        { at: 5, ...agentSays },
        { at: 20, ...customerSays },
        { at: 90, ...agentSays },
        { at: 95, ...customerSays },
      ],
      ['0–5 met 5m', '20–90 missed@80 70m', '95– runs@95 0m due@155'],
    ],
    [
      'is not started while it runs',
      waiting,
      [
        { at: 5, ...customerSays },
        { at: 6, ...agentSays },
      ],
      ['0–6 met 6m'],
    ],
    [
      'stands still while it is paused',
      pausing,
      [
        { at: 10, set: { status_id: 4 } },
        { at: 100, set: { status_id: 1 } },
        { at: 120, ...resolve },
      ],
      ['0–120 met 30m'],
    ],
    [
      'says since when it stands still',
      pausing,
      [
        { at: 10, set: { status_id: 4 } },
        { at: 15, ...customerSays },
      ],
      ['0– paused@10 10m'],
    ],
    [
      'is due later by the pause',
      pausing,
      [
        { at: 10, set: { status_id: 4 } },
        { at: 100, set: { status_id: 1 } },
      ],
      ['0– runs@100 10m due@150'],
    ],
    [
      'can stop while it stands still',
      pausing,
      [
        { at: 10, set: { status_id: 4 } },
        { at: 500, ...resolve },
      ],
      ['0–500 met 10m'],
    ],
    [
      'can begin standing still',
      definitionOf({ pauses: [{ kind: 'unassigned' }] }),
      [{ at: 8, set: { assignee_id: 7 } }],
      ['0– runs@8 0m due@68'],
    ],
    [
      'that is missed stays missed in a pause',
      pausing,
      [{ at: 70, set: { status_id: 4 } }],
      ['0– paused@70 70m missed@60'],
    ],
    [
      'that is missed says when, after a pause too',
      pausing,
      [
        { at: 70, set: { status_id: 4 } },
        { at: 80, set: { status_id: 1 } },
      ],
      ['0– runs@80 70m due@70 missed@60'],
    ],
    [
      'waits for an approval',
      definitionOf({ pauses: [{ kind: 'waiting-for-approval' }] }),
      [
        { at: 5, is: { kind: 'approval-asked' }, waits: true },
        { at: 50, is: { kind: 'approval-answered', outcome: 'approved' }, waits: false },
        { at: 60, ...resolve },
      ],
      ['0–60 met 15m'],
    ],
    ['has the goal that fits', byPriority, [{ at: 1, set: { priority_id: 1 } }], ['0– runs@1 1m due@15']],
    [
      'keeps what has elapsed when another goal comes to apply',
      byPriority,
      [{ at: 40, set: { priority_id: 1 } }],
      ['0– runs@40 40m due@15 missed@40'],
    ],
    [
      'is not missed any more when a longer goal comes to apply',
      byPriority,
      [
        { at: 0, set: { priority_id: 1 } },
        { at: 20, set: { priority_id: 3 } },
        { at: 50, ...resolve },
      ],
      ['0–50 met 50m'],
    ],
    [
      'keeps the goal that applied when it stopped',
      byPriority,
      [
        { at: 20, ...resolve },
        { at: 30, set: { priority_id: 1 } },
      ],
      ['0–20 met 20m'],
    ],
    ['has no goal', definitionOf({ goals: [goalOf(null)] }), [{ at: 900, ...resolve }], ['0–900 met 900m']],
    [
      'starts when a query comes to find the request',
      definitionOf({
        starts: [{ kind: 'jql-entered', jql: 'status_id=2' }],
        stops: [{ kind: 'jql-left', jql: 'status_id=2' }],
      }),
      [
        { at: 5, set: { status_id: 2 } },
        { at: 6, ...customerSays },
        { at: 9, set: { status_id: 3 } },
        { at: 12, set: { status_id: 2 } },
      ],
      ['5–9 met 4m', '12– runs@12 0m due@72'],
    ],
    [
      'is stopped and started by the same moment',
      definitionOf({ starts: [{ kind: 'assignee-changed' }], stops: [{ kind: 'assignee-changed' }] }),
      [
        { at: 5, set: { assignee_id: 1 } },
        { at: 9, set: { assignee_id: 2 } },
      ],
      ['5–9 met 4m', '9– runs@9 0m due@69'],
    ],
    [
      'is not started by what stops it as well',
      definitionOf({ starts: [{ kind: 'status-entered', statusIds: ['5'] }] }),
      [{ at: 5, set: { status_id: 5, resolution: 'Done' } }],
      [],
    ],
    [
      'hears of statuses that are left',
      definitionOf({ stops: [{ kind: 'status-left', statusIds: ['1'] }] }),
      [
        { at: 5, set: { assignee_id: 1 } },
        { at: 8, set: { status_id: 2 } },
      ],
      ['0–8 met 8m'],
    ],
    [
      'is not stopped by an approval that was taken back',
      definitionOf({ stops: [{ kind: 'approval-answered' }] }),
      [
        { at: 1, is: { kind: 'approval-asked' }, waits: true },
        { at: 8, is: { kind: 'approval-answered', outcome: 'cancelled' }, waits: false },
      ],
      ['0– runs@0 0m due@60'],
    ],
    [
      'is started by an assignee, and by none any more',
      definitionOf({ starts: [{ kind: 'assignee-set' }], stops: [{ kind: 'assignee-cleared' }] }),
      [
        { at: 2, set: { assignee_id: 1 } },
        { at: 3, set: { assignee_id: 2 } },
        { at: 9, set: { assignee_id: null } },
      ],
      ['2–9 met 7m'],
    ],
    [
      'is started by a resolution that is cleared, and by a priority',
      definitionOf({ starts: [{ kind: 'resolution-cleared' }, { kind: 'priority-changed' }] }),
      [
        { at: 2, ...resolve },
        { at: 4, ...reopen },
        { at: 5, ...resolve },
        { at: 7, set: { priority_id: 1 } },
      ],
      ['4–5 met 1m', '7– runs@7 0m due@67'],
    ],
  ];
  test.each(cases)('%s', (_name, definition, steps, words) => {
    expect(cyclesInWords(definition, lifeOf(steps))).toEqual(words);
  });
});

const nine = { from: 9 * 60, to: 17 * 60 };
const workdays = [[nine], [nine], [nine], [nine], [nine], [], []];
const office = compileCalendar({ timeZone: 'Europe/Berlin', hours: workdays, holidays: [] });
const closed = compileCalendar({ timeZone: 'UTC', hours: [[], [], [], [], [], [], []], holidays: [] });
const allDay = [{ from: 0, to: 1440 }];
const berlin = compileCalendar({ timeZone: 'Europe/Berlin', hours: Array(7).fill(allDay), holidays: [] });
const feast = compileCalendar({
  timeZone: 'Europe/Berlin',
  hours: workdays,
  holidays: [{ date: '2026-01-06', name: 'Epiphany', isYearly: true }],
});

describe('a clock that counts working time', () => {
  const cases: [
    string,
    Parameters<typeof computeCycles>[0],
    Step[],
    Partial<Record<string, string | number>>,
  ][] = [
    [
      'is due at the end of a day, not on the next',
      definitionOf({ goals: [goalOf(60, 'office')] }),
      [{ at: '2026-01-09T16:00:00+01:00', is: { kind: 'created' } }],
      { dueAt: '2026-01-09T16:00:00.000Z' },
    ],
    [
      'is missed by who answers after the end of the day',
      definitionOf({ goals: [goalOf(60, 'office')] }),
      [
        { at: '2026-01-09T16:00:00+01:00', is: { kind: 'created' } },
        { at: '2026-01-10T12:00:00+01:00', ...resolve },
      ],
      { breachedAt: '2026-01-09T16:00:00.000Z', elapsedMs: 3_600_000 },
    ],
    [
      'goes on after the weekend',
      definitionOf({ goals: [goalOf(120, 'office')] }),
      [{ at: '2026-01-09T16:30:00+01:00', is: { kind: 'created' } }],
      { dueAt: '2026-01-12T09:30:00.000Z' },
    ],
    [
      'is paused across a weekend',
      { ...pausing, goals: [goalOf(120, 'office')] },
      [
        { at: '2026-01-09T16:30:00+01:00', is: { kind: 'created' } },
        { at: '2026-01-09T20:00:00+01:00', set: { status_id: 4 } },
        { at: '2026-01-12T10:00:00+01:00', set: { status_id: 1 } },
      ],
      { elapsedMs: 1_800_000, dueAt: '2026-01-12T10:30:00.000Z' },
    ],
    [
      'passes over a holiday',
      definitionOf({ goals: [goalOf(600, 'feast')] }),
      [{ at: '2026-01-05T16:00:00+01:00', is: { kind: 'created' } }],
      { dueAt: '2026-01-08T09:00:00.000Z' },
    ],
    [
      'counts 23 hours on the day that clocks are set forward',
      definitionOf({ goals: [goalOf(24 * 60, 'berlin')] }),
      [
        { at: '2026-03-28T12:00:00+01:00', is: { kind: 'created' } },
        { at: '2026-03-29T12:00:00+02:00', ...resolve },
      ],
      { elapsedMs: 23 * 3_600_000 },
    ],
    [
      'counts 25 hours on the day that clocks are set back',
      definitionOf({ goals: [goalOf(24 * 60, 'berlin')] }),
      [
        { at: '2026-10-24T12:00:00+02:00', is: { kind: 'created' } },
        { at: '2026-10-25T12:00:00+01:00', ...resolve },
      ],
      { elapsedMs: 25 * 3_600_000, breachedAt: '2026-10-25T10:00:00.000Z' },
    ],
    [
      'is never due where nobody works',
      definitionOf({ goals: [goalOf(60, 'closed')] }),
      [{ at: '2026-01-05T09:00:00Z', is: { kind: 'created' } }],
      { dueAt: 'null' },
    ],
    [
      'keeps what one calendar counted when another comes to apply',
      definitionOf({ goals: [goalOf(600, null, 'priority_id=1'), goalOf(600, 'office')] }),
      [
        { at: '2026-01-05T16:00:00+01:00', is: { kind: 'created' } },
        { at: '2026-01-05T19:00:00+01:00', set: { priority_id: 1 } },
      ],
      { elapsedMs: 3_600_000, dueAt: '2026-01-06T03:00:00.000Z' },
    ],
  ];
  test.each(cases)('%s', (_name, definition, steps, wanted) => {
    const cycle = computeCycles(definition, lifeOf(steps), answersWith({ office, closed, berlin, feast })).at(
      -1,
    );
    const shown = Object.entries(cycle ?? {}).map(([key, value]) =>
      typeof wanted[key] === 'string'
        ? [key, typeof value === 'number' ? new Date(value).toISOString() : String(value)]
        : [key, value],
    );
    expect(Object.fromEntries(shown)).toMatchObject(wanted);
  });
});

const anyStep = fc.record({
  after: fc.integer({ min: 0, max: 500 }),
  what: fc.constantFrom<Partial<Step>[]>(
    agentSays,
    customerSays,
    resolve,
    reopen,
    { set: { status_id: 1 } },
    { set: { status_id: 4 } },
    { set: { priority_id: 1 } },
    { set: { priority_id: 3 } },
    { set: { assignee_id: 1 } },
    { set: { assignee_id: null } },
    { is: { kind: 'approval-asked' }, waits: true },
    { is: { kind: 'approval-answered', outcome: 'approved' }, waits: false },
  ),
});
const anyLife = fc.array(anyStep, { maxLength: 12 }).map((steps) => {
  let at = 0;
  return steps.map(({ after, what }): Step => {
    at += after;
    return { at, ...what };
  });
});
const anyDefinition = fc.record({
  starts: fc.constantFrom(waiting.starts, definitionOf().starts, [{ kind: 'assignee-changed' as const }]),
  stops: fc.constantFrom(waiting.stops, firstResponse.stops, [{ kind: 'assignee-changed' as const }]),
  pauses: fc.subarray([
    ...pausing.pauses,
    { kind: 'waiting-for-approval' as const },
    { kind: 'unassigned' as const },
  ]),
  goals: fc.constantFrom(
    [goalOf(60)],
    [goalOf(60, 'office')],
    [goalOf(15, null, 'priority_id=1'), goalOf(600, 'office')],
    [goalOf(90, 'feast', 'priority_id=1'), goalOf(null)],
  ),
});
const answers = answersWith({ office, feast });

/** Minute by minute, as somebody with a stopwatch would: what has elapsed of the last cycle, and whether its goal is missed. */
function byStopwatch(definition: SlaDefinition, life: ReturnType<typeof lifeOf>, until: number) {
  const [cycle] = computeCycles(definition, life, answers).slice(-1);
  if (!cycle) return null;
  let elapsed = 0;
  for (let at = cycle.startedAt; at < Math.min(until, cycle.stoppedAt ?? until); at += 60_000) {
    const { state } = life.moments.findLast((moment) => moment.at <= at) ?? {};
    if (!state) continue;
    const isPaused = definition.pauses.some((pause) =>
      pause.kind === 'status'
        ? String(state.columns['status_id']) === '4'
        : pause.kind === 'unassigned'
          ? state.columns['assignee_id'] === null
          : state.isWaitingForApproval,
    );
    const goal = definition.goals.find(({ jql }) => jql === '' || answers.finds(jql, state));
    if (!isPaused && answers.workingTime(goal?.calendarId ?? null).isWorking(at)) elapsed += 60_000;
  }
  return elapsed;
}

test('what has elapsed is what a stopwatch shows', () => {
  fc.assert(
    fc.property(anyDefinition, anyLife, fc.integer({ min: 0, max: 1_500 }), (definition, steps, later) => {
      const life = lifeOf(steps);
      const until = (life.moments.at(-1)?.at ?? 0) + later * 60_000;
      const [cycle] = computeCycles(definition, life, answers).slice(-1);
      if (!cycle) return;
      const calendar = answers.workingTime(cycle.goal?.calendarId ?? null);
      const elapsed =
        cycle.elapsedMs + (cycle.runsSince === null ? 0 : calendar.between(cycle.runsSince, until));
      expect(elapsed).toBe(byStopwatch(definition, life, until));
      // The same is said by one instant, which queries compare with.
      if (cycle.elapsedFrom !== null) expect(calendar.between(cycle.elapsedFrom, until)).toBe(elapsed);
      // So is what remains.
      if (cycle.state === 'running' && cycle.goalMs !== null && cycle.dueAt !== null) {
        expect(calendar.between(until, cycle.dueAt)).toBe(cycle.goalMs - elapsed);
      }
      // It is due when the goal is used up, and not earlier.
      if (cycle.state === 'running' && cycle.goalMs !== null && cycle.dueAt !== null && until > cycle.dueAt) {
        expect(elapsed).toBeGreaterThanOrEqual(cycle.goalMs);
      }
      if (cycle.state === 'running' && cycle.goalMs !== null && elapsed > cycle.goalMs) {
        expect(cycle.dueAt).toBeLessThan(until);
      }
    }),
    { numRuns: 60 },
  );
});

test('a clock that stopped in time says when it would have been due', () => {
  const [cycle] = computeCycles(definitionOf(), lifeOf([{ at: 30, ...resolve }]), answers);
  expect(cycle).toMatchObject({ state: 'completed', breachedAt: null });
  expect((cycle?.dueAt ?? 0) - (cycle?.startedAt ?? 0)).toBe(60 * 60_000);
});

test('what happens later does not change the cycles that are over', () => {
  fc.assert(
    fc.property(anyDefinition, anyLife, fc.nat({ max: 12 }), (definition, steps, count) => {
      const whole = computeCycles(definition, lifeOf(steps), answers);
      const part = computeCycles(definition, lifeOf(steps.slice(0, count)), answers);
      const over = part.filter(({ state }) => state === 'completed');
      expect(whole.slice(0, over.length)).toEqual(over);
    }),
    { numRuns: 100 },
  );
});
