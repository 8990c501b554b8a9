import { expect, test } from 'vitest';
import {
  changesOf,
  newTransition,
  problemsAt,
  unreachable,
  withoutStatus,
  withoutTransition,
  withStatus,
  withTransition,
} from './edited-workflow.ts';
import type { DefinedTransition, Definition } from './workflow-queries.ts';

function transition(id: string, from: string[] | null, to: string): DefinedTransition {
  return { ...newTransition(empty), id, name: id, from, to };
}

const empty: Definition = {
  name: 'W',
  description: '',
  initialStatusId: '',
  statuses: [],
  transitions: [],
};

function status(id: string) {
  return {
    id,
    name: `Status ${id}`,
    description: '',
    category: 'new' as const,
    customerName: null,
    workflows: [],
  };
}

function sample(): Definition {
  const statuses = ['1', '2', '3'].map(status).reduce(withStatus, empty);
  return [
    transition('10', ['1', '2'], '3'),
    transition('11', ['1'], '2'),
    transition('12', null, '1'),
    transition('13', ['2'], '1'),
  ].reduce(withTransition, statuses);
}

test('requests begin in the first status of a workflow, and in the next one when that is taken out', () => {
  expect(sample().initialStatusId).toBe('1');
  expect(withoutStatus(sample(), '1').initialStatusId).toBe('2');
});

test('with a status go the transitions that lead there or only from there', () => {
  const left = withoutStatus(sample(), '2');
  expect(left.transitions.map(({ id, from }) => [id, from])).toEqual([
    ['10', ['1']],
    ['12', null],
  ]);
});

test('an approval that led along a transition that is gone asks for another one', () => {
  const workflow = sample();
  const approval = {
    approvers: { kind: 'organization-managers' as const },
    needed: 'all' as const,
    approveTransitionId: '11',
    declineTransitionId: '10',
    reporterMayApprove: false,
  };
  const [first] = workflow.statuses;
  if (!first) throw new Error('No status');
  workflow.statuses[0] = { ...first, approval };
  expect(withoutTransition(workflow, '11').statuses[0]?.approval).toMatchObject({
    approveTransitionId: '',
    declineTransitionId: '10',
  });
});

test('what changes is what is there now, was there, or is other than it was', () => {
  const before = sample();
  const after = withTransition(withoutTransition(withoutStatus(before, '3'), '13'), {
    ...transition('11', ['1'], '2'),
    isShownToCustomers: true,
  });
  const changes = changesOf(before, withTransition(after, transition('new-1', ['2'], '1')));
  expect(changes).toMatchObject({ removedStatuses: ['3'], addedStatuses: [], isInitialChanged: false });
  expect(changes.removedTransitions.map(({ id }) => id)).toEqual(['10', '13']);
  expect(changes.addedTransitions.map(({ id }) => id)).toEqual(['new-1']);
  expect(changes.changedTransitions.map(({ id }) => id)).toEqual(['11']);
  expect(changesOf(before, structuredClone(before))).toMatchObject({
    changedTransitions: [],
    changedStatuses: [],
  });
});

test('a status that nothing leads to from where requests begin is not reached', () => {
  expect(unreachable(sample())).toEqual(new Set());
  const cut = withoutTransition(withoutTransition(sample(), '10'), '13');
  expect(unreachable(cut)).toEqual(new Set(['3']));
  expect(unreachable({ ...cut, initialStatusId: '2' })).toEqual(new Set(['3']));
  expect(unreachable(empty)).toEqual(new Set());
});

test('problems are found by their place', () => {
  const problems = { 'transitions.1.name': 'A', 'transitions.10.name': 'B', 'transitions.1': 'C' };
  expect(problemsAt(problems, 'transitions.1')).toEqual({ name: 'A', '': 'C' });
});
