import type {
  ApprovalStep,
  DefinedStatus,
  DefinedTransition,
  Definition,
  Status,
} from './workflow-queries.ts';

/** The workflow with a status at its end; the first one is where requests begin. */
export function withStatus(workflow: Definition, { id, name, customerName }: Status): Definition {
  const status: DefinedStatus = {
    statusId: id,
    customerName: customerName ?? name,
    approval: null,
    x: null,
    y: null,
  };
  return {
    ...workflow,
    statuses: [...workflow.statuses, status],
    initialStatusId: workflow.statuses.length === 0 ? id : workflow.initialStatusId,
  };
}

/** The workflow without a status: transitions do not start there any more, and those that lead only there or from there go. */
export function withoutStatus(workflow: Definition, statusId: string): Definition {
  const statuses = workflow.statuses.filter((status) => status.statusId !== statusId);
  const transitions = workflow.transitions
    .filter(({ to }) => to !== statusId)
    .map((transition) => ({
      ...transition,
      from: transition.from?.filter((id) => id !== statusId) ?? null,
    }))
    .filter(({ from }) => from === null || from.length > 0);
  return {
    ...workflow,
    statuses: withoutLostApprovals(statuses, transitions),
    transitions,
    initialStatusId:
      workflow.initialStatusId === statusId ? (statuses[0]?.statusId ?? '') : workflow.initialStatusId,
  };
}

/** The workflow with one status changed. */
export function changedStatus(
  workflow: Definition,
  statusId: string,
  change: Partial<DefinedStatus>,
): Definition {
  return {
    ...workflow,
    statuses: workflow.statuses.map((status) =>
      status.statusId === statusId ? { ...status, ...change } : status,
    ),
  };
}

/** The workflow with a transition put in place of the one with its id, or at the end. */
export function withTransition(workflow: Definition, transition: DefinedTransition): Definition {
  const isThere = workflow.transitions.some(({ id }) => id === transition.id);
  return {
    ...workflow,
    transitions: isThere
      ? workflow.transitions.map((each) => (each.id === transition.id ? transition : each))
      : [...workflow.transitions, transition],
  };
}

/** The workflow without a transition. */
export function withoutTransition(workflow: Definition, transitionId: string): Definition {
  const transitions = workflow.transitions.filter(({ id }) => id !== transitionId);
  return { ...workflow, transitions, statuses: withoutLostApprovals(workflow.statuses, transitions) };
}

/** A transition that is not published yet. */
export function newTransition(workflow: Definition): DefinedTransition {
  const numbers = workflow.transitions.flatMap(({ id }) => /^new-(\d+)$/.exec(id)?.[1] ?? []);
  return {
    id: `new-${Math.max(0, ...numbers.map(Number)) + 1}`,
    name: '',
    from: [],
    to: '',
    isShownToCustomers: false,
    happensOnCustomerComment: false,
    resolution: { kind: 'clear' },
    conditions: [],
    effects: [],
    screen: [],
  };
}

/** Whether a transition can be made from a status. */
export function startsAt({ from, to }: DefinedTransition, statusId: string): boolean {
  return to !== statusId && (from === null || from.includes(statusId));
}

/** Statuses that no request gets to from where requests begin. */
export function unreachable({ statuses, transitions, initialStatusId }: Definition): ReadonlySet<string> {
  const reached = new Set([initialStatusId]);
  for (const statusId of reached) {
    // what is added on the way is walked through, too
    for (const transition of transitions) if (startsAt(transition, statusId)) reached.add(transition.to);
  }
  return new Set(statuses.map(({ statusId }) => statusId).filter((id) => !reached.has(id)));
}

// What an approval leads to is chosen anew where it is gone.
function withoutLostApprovals(
  statuses: DefinedStatus[],
  transitions: readonly DefinedTransition[],
): DefinedStatus[] {
  const known = (id: string) => (transitions.some((transition) => transition.id === id) ? id : '');
  return statuses.map((status) => ({
    ...status,
    approval: status.approval && keptApproval(status.approval, known),
  }));
}

function keptApproval(approval: ApprovalStep, known: (id: string) => string): ApprovalStep {
  return {
    ...approval,
    approveTransitionId: known(approval.approveTransitionId),
    declineTransitionId: known(approval.declineTransitionId),
  };
}

/** What differs between what is published and what shall be: ids of statuses and transitions. */
export interface Changes {
  readonly addedStatuses: readonly string[];
  readonly removedStatuses: readonly string[];
  readonly changedStatuses: readonly string[];
  readonly addedTransitions: readonly DefinedTransition[];
  readonly removedTransitions: readonly DefinedTransition[];
  readonly changedTransitions: readonly DefinedTransition[];
  readonly isInitialChanged: boolean;
  readonly isNamedAnew: boolean;
  /** what stays stands in another order */
  readonly isOrderedAnew: boolean;
}

/** What publishing would change. */
export function changesOf(before: Definition, after: Definition): Changes {
  const statusesBefore = new Map(before.statuses.map((status) => [status.statusId, status]));
  const statusesAfter = new Set(after.statuses.map(({ statusId }) => statusId));
  const transitionsBefore = new Map(before.transitions.map((transition) => [transition.id, transition]));
  const transitionsAfter = new Set(after.transitions.map(({ id }) => id));
  const differs = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);
  return {
    addedStatuses: after.statuses.flatMap(({ statusId }) => (statusesBefore.has(statusId) ? [] : statusId)),
    removedStatuses: before.statuses.flatMap(({ statusId }) => (statusesAfter.has(statusId) ? [] : statusId)),
    changedStatuses: after.statuses.flatMap((status) => {
      const was = statusesBefore.get(status.statusId);
      return was && differs([was.customerName, was.approval], [status.customerName, status.approval])
        ? status.statusId
        : [];
    }),
    addedTransitions: after.transitions.filter(({ id }) => !transitionsBefore.has(id)),
    removedTransitions: before.transitions.filter(({ id }) => !transitionsAfter.has(id)),
    changedTransitions: after.transitions.filter((transition) => {
      const was = transitionsBefore.get(transition.id);
      return was !== undefined && differs(comparable(was), comparable(transition));
    }),
    isInitialChanged: before.initialStatusId !== after.initialStatusId,
    isOrderedAnew:
      differs(
        before.statuses.map(({ statusId }) => statusId).filter((id) => statusesAfter.has(id)),
        after.statuses.map(({ statusId }) => statusId).filter((id) => statusesBefore.has(id)),
      ) ||
      differs(
        before.transitions.map(({ id }) => id).filter((id) => transitionsAfter.has(id)),
        after.transitions.map(({ id }) => id).filter((id) => transitionsBefore.has(id)),
      ),
    isNamedAnew: before.name !== after.name || before.description !== after.description,
  };
}

function comparable(transition: DefinedTransition): unknown[] {
  const { name, from, to, isShownToCustomers, happensOnCustomerComment } = transition;
  const { resolution, conditions, effects, screen } = transition;
  return [
    [name, from?.toSorted() ?? null, to, isShownToCustomers, happensOnCustomerComment],
    Object.entries(resolution).toSorted(),
    conditions,
    effects,
    screen,
  ];
}

/** What is wrong with a part of the draft as it was saved: by what comes after its place, the part itself under ''. */
export function problemsAt(
  problems: Readonly<Record<string, string>>,
  place: string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).flatMap(([path, text]): [string, string][] =>
      path === place
        ? [['', text]]
        : path.startsWith(`${place}.`)
          ? [[path.slice(place.length + 1), text]]
          : [],
    ),
  );
}
