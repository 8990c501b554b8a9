import { expect, test } from 'vitest';
import { beginnings, begun } from './beginnings.ts';
import { editedSla, newCondition, newGoal, placedErrors, problemsOf, slaInput } from './edited-sla.ts';
import type { Metric } from './sla-queries.ts';
import { conditionsInWords } from './summary.ts';

const metric: Metric = {
  id: '1',
  fieldId: 'customfield_1',
  serviceDeskId: '1',
  version: 3,
  name: 'Time to first response',
  starts: [{ kind: 'created' }],
  stops: [{ kind: 'comment-by-agent' }, { kind: 'status-entered', statusIds: ['5', '6'] }],
  pauses: [{ kind: 'jql', jql: 'priority = Low' }],
  goals: [
    { jql: 'priority = High', minutes: 270, calendarId: '10001' },
    { jql: '', minutes: null, calendarId: null },
  ],
  warnMinutes: [30, 120],
};

test('what is edited and not changed is sent as it was', () => {
  const { id: _, fieldId: __, serviceDeskId: ___, version: ____, ...input } = metric;
  expect(slaInput(editedSla(metric))).toEqual(input);
});

test('a condition sends what its kind needs, whatever was tried before', () => {
  const tried = { ...newCondition('created'), statusIds: ['5'], jql: 'x' };
  expect(slaInput({ ...begun('own', '', []), starts: [tried] }).starts).toEqual([{ kind: 'created' }]);
});

test('the last goal is for all others, whatever it asked for when it was not the last', () => {
  const goals = [{ ...newGoal(null), jql: 'priority = High', time: '4h' }];
  expect(slaInput({ ...begun('own', '', []), goals }).goals).toEqual([
    { jql: '', minutes: 240, calendarId: null },
  ]);
});

test('what cannot be saved is said where it stands', () => {
  const sla = {
    ...begun('own', '', []),
    starts: [],
    stops: [newCondition('status-entered'), newCondition('jql-left')],
    goals: [
      { ...newGoal(null), time: 'soon' },
      { ...newGoal(null), time: '600w' },
    ],
    warnings: ['30m', 'later'],
  };
  expect(problemsOf(sla)).toEqual({
    name: 'name',
    starts: 'none',
    'stops.0': 'statuses',
    'stops.1': 'query',
    'goals.0.jql': 'query',
    'goals.0.minutes': 'time',
    'goals.1.minutes': 'tooLong',
    warnMinutes: 'warning',
  });
  expect(problemsOf(editedSla(metric))).toEqual({});
});

test('what one begins with can be saved once it has a name, whatever the desk’s statuses are called', () => {
  const statuses = [{ id: '7', name: 'Waiting for customer' }];
  for (const beginning of beginnings) {
    expect(problemsOf({ ...begun(beginning, '', statuses), name: 'Mine' })).toEqual({});
    expect(problemsOf({ ...begun(beginning, '', []), name: 'Mine' })).toEqual({});
  }
  expect(slaInput(begun('resolution', 'Mine', statuses)).pauses).toEqual([
    { kind: 'status', statusIds: ['7'] },
  ]);
});

test('what the server says stands at its place, and apart where there is none', () => {
  const { placed, others } = placedErrors({
    'starts.0.statusIds': 'One of these statuses is gone.',
    'goals.1.minutes': 'Too long.',
    'warnMinutes.0': 'Too short.',
    goals: 'The last goal is for all others.',
  });
  expect(placed).toEqual({
    'starts.0': 'One of these statuses is gone.',
    'goals.1.minutes': 'Too long.',
    warnMinutes: 'Too short.',
  });
  expect(others).toEqual(['The last goal is for all others.']);
});

test('conditions are told in a sentence', () => {
  const words = {
    phrase: (kind: string, what: string) => (what === '' ? kind : `${kind} ${what}`),
    missing: '…',
    anyOf: (parts: readonly string[]) => parts.join(' or '),
    statusName: (id: string) => ({ '5': 'Waiting', '6': 'Done' })[id] ?? id,
  };
  expect(conditionsInWords(editedSla(metric).stops, words)).toBe(
    'comment-by-agent or status-entered “Waiting” or “Done”',
  );
  expect(conditionsInWords([newCondition('status')], words)).toBe('status …');
});
