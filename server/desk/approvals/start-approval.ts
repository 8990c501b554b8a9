import type { Database } from '../../platform/database/database.ts';
import { requireLocked, tellOf } from '../requests/change-request.ts';
import type { LockedRequest } from '../requests/locked.ts';
import { approversOf } from './approvers.ts';
import { approvalStepOf, closeApproval, insertApproval, openApprovalOf } from './store.ts';

/**
 * Asks for the approval that the workflow wants in a status that a request has entered; does nothing where it wants none.
 * Without approvers (an empty field, say) the approval waits until there are some.
 *
 * @param of a locked request; what matters of it is read anew
 */
export async function startApproval(
  trx: Database,
  of: Pick<LockedRequest, 'id' | 'workflowId'>,
  statusId: string,
  at: Date,
): Promise<void> {
  const wanted = await approvalStepOf(trx, { workflowId: of.workflowId, statusId });
  if (!wanted) return;
  const { step, name } = wanted;
  const request = await requireLocked(trx, of.id);
  await insertApproval(trx, {
    requestId: request.id,
    statusId,
    name,
    needed: step.needed === 'all' ? null : step.needed,
    reporterMayApprove: step.reporterMayApprove,
    approverIds: await approversOf(trx, request, step),
    at,
  });
  await tellOf(trx, request, 'approval.asked', 'customers');
}

/** Takes back the approval that a request waits for, when it leaves the status some other way. */
export async function cancelApproval(trx: Database, requestId: string, at: Date): Promise<void> {
  const open = await openApprovalOf(trx, requestId);
  if (open) await closeApproval(trx, open.id, 'cancelled', at);
}
