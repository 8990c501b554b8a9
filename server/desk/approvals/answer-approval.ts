import type { Database } from '../../platform/database/database.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/http/errors.ts';
import type { Actor } from '../access-rules.ts';
import { addComment } from '../comments/add-comment.ts';
import { type ChangeItem, changeRequest, requireLocked } from '../requests/change-request.ts';
import type { LockedRequest } from '../requests/locked.ts';
import { transitionRequest } from '../workflow/transition-request.ts';
import { outcomeOf } from './outcome.ts';
import {
  type Approval,
  type ApprovalOutcome,
  approvalOf,
  approvalStepOf,
  closeApproval,
  type Decision,
  updateDecision,
} from './store.ts';

/** What an approver says. */
export interface ApprovalAnswer {
  readonly requestId: string;
  readonly approvalId: string;
  readonly actor: Actor;
  readonly decision: NonNullable<Decision>;
  /** plain text, for everybody who sees the request; blank: nothing is said */
  readonly comment?: string;
  /** for history that is brought in; default now */
  readonly at?: Date;
}

/**
 * Answers an approval for the actor. When that decides it, the request goes the way that its workflow says.
 *
 * @throws NotFound when the request has no such approval
 * @throws Forbidden for who is not asked
 * @throws Conflict when it is decided, or the actor has answered already
 * @throws Invalid naming `body` for a comment that cannot be taken
 */
export async function answerApproval(trx: Database, answer: ApprovalAnswer): Promise<void> {
  const { actor, decision, comment = '', at = new Date() } = answer;
  const request = await requireLocked(trx, answer.requestId);
  const approval = await approvalOf(trx, request.id, answer.approvalId);
  if (!approval) throw noSuchApproval();
  requireAsked(approval, request, actor);
  await updateDecision(trx, approval.id, { accountId: actor.accountId, decision, at });
  await changeRequest(trx, request, {
    actor,
    at,
    set: {},
    items: [answerItem(decision)],
    event: 'approval.answered',
    audience: 'customers',
  });
  if (comment.trim() !== '') {
    // It belongs to the approval: it is no customer's answer that would send the request back to the agents.
    await addComment(trx, {
      requestId: request.id,
      actor,
      body: comment,
      isPublic: true,
      isAnswer: false,
      at,
    });
  }
  await settle(trx, { ...request, approvalId: approval.id }, actor, at);
}

/** What is said of approvals that there are not. */
export function noSuchApproval(): NotFound {
  return new NotFound('This request has no such approval.');
}

/** Whether the account (account.id) can answer the approval now. */
export function canAnswer(
  { outcome, approvers, reporterMayApprove }: Approval,
  { reporterId }: Pick<LockedRequest, 'reporterId'>,
  accountId: string,
): boolean {
  const asked = approvers.find((approver) => approver.accountId === accountId);
  return outcome === null && asked?.decision === null && (reporterMayApprove || accountId !== reporterId);
}

function requireAsked(approval: Approval, request: LockedRequest, { accountId }: Actor): void {
  const asked = approval.approvers.find((approver) => approver.accountId === accountId);
  if (!asked) throw new Forbidden('You are not asked to approve this request.');
  if (approval.outcome !== null) throw new Conflict(`This approval is over: ${inWords[approval.outcome]}.`);
  if (asked.decision !== null) throw new Conflict(`You have answered already: ${inWords[asked.decision]}.`);
  if (!canAnswer(approval, request, accountId)) {
    throw new Forbidden('This is your own request: others have to approve it.');
  }
}

const inWords: Record<NonNullable<ApprovalOutcome>, string> = {
  approved: 'it was approved',
  declined: 'it was declined',
  cancelled: 'the request has gone on without it',
};

/** Leads a request on when what was said decides its approval. */
export async function settle(
  trx: Database,
  { id: requestId, workflowId, statusId, approvalId }: SettledRequest,
  actor: Actor,
  at: Date,
): Promise<void> {
  const approval = await approvalOf(trx, requestId, approvalId);
  const outcome = approval && outcomeOf(approval);
  if (!outcome) return;
  await closeApproval(trx, approvalId, outcome, at);
  const wanted = await approvalStepOf(trx, { workflowId, statusId });
  // The workflow may have changed meanwhile: agents then lead the request on.
  if (!wanted) return;
  const { approveTransitionId, declineTransitionId } = wanted.step;
  await transitionRequest(trx, {
    requestId,
    transitionId: outcome === 'approved' ? approveTransitionId : declineTransitionId,
    actor,
    isApproval: true,
    at,
  });
}

type SettledRequest = Pick<LockedRequest, 'id' | 'workflowId' | 'statusId'> & { readonly approvalId: string };

function answerItem(decision: NonNullable<Decision>): ChangeItem {
  return {
    field: 'Approval',
    fieldId: 'approval',
    fieldtype: 'custom',
    from: null,
    fromString: null,
    to: decision,
    toString: decision === 'approved' ? 'Approved' : 'Declined',
  };
}
