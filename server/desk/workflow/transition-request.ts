import type { Database } from '../../platform/database/database.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/http/errors.ts';
import type { Actor } from '../access-rules.ts';
import { isId } from '../addresses.ts';
import { requireEdited } from '../requests/edited.ts';
import type { LockedRequest } from '../requests/locked.ts';
import { type ExpectedVersion, requireVersion } from '../requests/versions.ts';
import { applyTransition } from './apply-transition.ts';
import { notHeldUp, openTo, openToAgent, type TransitionViewer } from './conditions.ts';
import type { WorkflowRole } from './definition.ts';
import {
  type Transition,
  transitionName,
  transitionsFrom,
  type WorkflowState,
  workflowStatesOf,
} from './store.ts';

/** A step for a request to take. */
export interface TransitionStep {
  readonly requestId: string;
  readonly transitionId: string;
  readonly actor: Actor;
  /** only if the request is still at this version */
  readonly expectedVersion?: ExpectedVersion | null;
  /** only transitions that customers are shown */
  readonly asCustomer?: boolean;
  /** an approval was answered: also what nobody does by hand */
  readonly isApproval?: boolean;
  /** what was filled in on the transition's screen: by Jira's field ids, as api/3 is sent it */
  readonly values?: Readonly<Record<string, unknown>>;
  /** for history that is brought in; default now */
  readonly at?: Date;
}

/**
 * Moves a request along its workflow. Holds the request's row, so that of two moves at once the second sees where the
 * first one led.
 *
 * @throws NotFound when the workflow has no such transition, or it is not for customers
 * @throws Forbidden when it is for others
 * @throws Conflict naming the current status when the transition does not start there, what it waits for, or what changed
 *   since `expectedVersion`
 * @throws Invalid with a message per field of `values`, and per required one that is empty
 */
export async function transitionRequest(trx: Database, step: TransitionStep): Promise<void> {
  const { actor, transitionId, expectedVersion, asCustomer = false, at = new Date() } = step;
  const request = await requireEdited(trx, step.requestId);
  if (expectedVersion) await requireVersion(trx, request, expectedVersion);
  const viewer = { actor, asCustomer, isApproval: step.isApproval };
  const starting = await transitionsFrom(trx, request.workflowId, request.statusId);
  const possible = await openTo(trx, request, starting, viewer);
  const transition = possible.find(({ id }) => id === transitionId);
  if (!transition) {
    const closed = starting.find(({ id }) => id === transitionId);
    if (closed && (!asCustomer || closed.isShownToCustomers)) throw notOpen(closed);
    throw await notPossible(trx, request, step, possible);
  }
  await applyTransition(trx, request, transition, {
    actor,
    at,
    values: step.values,
    isUnasked: step.isApproval,
  });
}

/** The transitions that a request can make now, as far as the viewer may make them. */
export async function possibleTransitions(
  db: Database,
  state: WorkflowState,
  viewer: TransitionViewer,
): Promise<Transition[]> {
  const transitions = await transitionsFrom(db, state.workflowId, state.statusId);
  return openTo(db, state, transitions, viewer);
}

/**
 * The transitions that each of the requests can make now, as far as the agent (account.id) may make them, keyed by request id. The
 * agent is one of the desks of all of them.
 */
export async function possibleTransitionsOf(
  db: Database,
  requestIds: readonly string[],
  accountId: string,
): Promise<Map<string, Transition[]>> {
  if (requestIds.length === 0) return new Map();
  const states = await workflowStatesOf(db, requestIds);
  const from = new Map<string, Transition[]>();
  const placeOf = ({ workflowId, statusId }: WorkflowState) => `${workflowId} ${statusId}`;
  // As many as there are statuses among them, however many requests.
  for (const state of states) {
    if (from.has(placeOf(state))) continue;
    from.set(placeOf(state), await transitionsFrom(db, state.workflowId, state.statusId));
  }
  const starting = states.map((state) => ({ state, transitions: from.get(placeOf(state)) ?? [] }));
  return openToAgent(db, starting, accountId);
}

/**
 * A customer's answer to a request that waits for one gives it back to the agents, when the workflow says so. What is to be
 * approved first does not happen by it.
 */
export async function answerForCustomer(
  trx: Database,
  request: LockedRequest,
  actor: Actor,
  at: Date,
): Promise<void> {
  const transitions = await transitionsFrom(trx, request.workflowId, request.statusId);
  const answers = transitions.filter((transition) => transition.happensOnCustomerComment);
  const [answer] = await notHeldUp(trx, request, answers);
  if (!answer) return;
  await applyTransition(trx, await requireEdited(trx, request.id), answer, { actor, at, isUnasked: true });
}

const roleNames: Record<WorkflowRole, string> = {
  agents: 'agents',
  administrators: 'administrators of the service desk',
  assignee: 'the assignee',
  reporter: 'the reporter',
  approvers: 'people who are asked for an approval',
};

/** What is said of a transition that starts here, and not for everybody or not yet. */
function notOpen({ name, isOfApproval, conditions }: Transition): Conflict | Forbidden {
  if (isOfApproval) {
    return new Conflict(
      `"${name}" follows once the request is approved or declined; nobody does it by hand.`,
    );
  }
  const role = conditions.find((condition) => condition.kind === 'role');
  if (role) {
    const people = role.anyOf.map((each) => roleNames[each]).join(' and ');
    return new Forbidden(`"${name}" is for ${people} only.`);
  }
  if (!conditions.some(({ kind }) => kind === 'approved')) {
    return new Forbidden(`"${name}" is for people who take part in the request.`);
  }
  return new Conflict(`"${name}" is possible once the request has been approved.`);
}

async function notPossible(
  trx: Database,
  request: LockedRequest,
  { transitionId, asCustomer = false }: TransitionStep,
  possible: readonly Transition[],
): Promise<Conflict | NotFound> {
  const name = isId(transitionId)
    ? await transitionName(trx, request.workflowId, transitionId, asCustomer)
    : null;
  if (name === null) return new NotFound('The workflow of this request has no such transition.');
  const choices = possible.map((transition) => transition.name).join(', ');
  const status = asCustomer ? request.customerStatus : request.statusName;
  return new Conflict(
    `"${name}" is not possible: the status of ${request.key} is now "${status}".` +
      (choices === '' ? '' : ` Possible from there: ${choices}.`),
  );
}
