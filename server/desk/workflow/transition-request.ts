import type { Database } from '../../platform/database/database.ts';
import { Conflict, NotFound } from '../../platform/http/errors.ts';
import type { Actor } from '../access.ts';
import { isId } from '../addresses.ts';
import { type ChangeItem, changeRequest, requireLocked } from '../requests/change-request.ts';
import type { LockedRequest } from '../requests/locked.ts';
import { type ExpectedVersion, requireVersion } from '../requests/versions.ts';
import { openTo, type TransitionViewer } from './conditions.ts';
import { type Transition, transitionName, transitionsFrom, type WorkflowState } from './store.ts';

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
 * @throws Conflict naming the current status when the transition does not start there, or what changed since
 *   `expectedVersion`
 */
export async function transitionRequest(trx: Database, step: TransitionStep): Promise<void> {
  const { actor, transitionId, expectedVersion, asCustomer = false, at = new Date() } = step;
  const request = await requireLocked(trx, step.requestId);
  if (expectedVersion) await requireVersion(trx, request, expectedVersion);
  const viewer = { actor, asCustomer, isApproval: step.isApproval };
  const possible = await possibleTransitions(trx, request, viewer);
  const transition = possible.find(({ id }) => id === transitionId);
  if (!transition) throw await notPossible(trx, request, step, possible);
  await applyTransition(trx, request, transition, actor, at);
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

/** A customer's answer to a request that waits for one gives it back to the agents, when the workflow says so. */
export async function answerForCustomer(
  trx: Database,
  request: LockedRequest,
  actor: Actor,
  at: Date,
): Promise<void> {
  const transitions = await transitionsFrom(trx, request.workflowId, request.statusId);
  const answer = transitions.find((transition) => transition.happensOnCustomerComment);
  if (answer) await applyTransition(trx, request, answer, actor, at);
}

async function applyTransition(
  trx: Database,
  request: LockedRequest,
  { to, setsResolution }: Transition,
  actor: Actor,
  at: Date,
): Promise<void> {
  const items: ChangeItem[] = [
    {
      field: 'status',
      fieldId: 'status',
      fieldtype: 'jira',
      from: request.statusId,
      fromString: request.statusName,
      to: to.id,
      toString: to.name,
    },
  ];
  if (setsResolution !== request.resolution) {
    items.push({
      field: 'resolution',
      fieldId: 'resolution',
      fieldtype: 'jira',
      from: request.resolution,
      fromString: request.resolution,
      to: setsResolution,
      toString: setsResolution,
    });
  }
  await changeRequest(trx, request, {
    actor,
    at,
    set: {
      status_id: to.id,
      status_since: at,
      resolution: setsResolution,
      resolved_at: setsResolution === null ? null : at,
    },
    items,
    event: 'request.transitioned',
    audience: 'customers',
  });
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
