import type { Database } from '../../platform/database/database.ts';
import type { Actor } from '../access-rules.ts';
import { requireLocked, tellOf } from '../requests/change-request.ts';
import { settle } from './answer-approval.ts';
import { approversOf } from './approvers.ts';
import { approvalStepOf, deleteApprovers, insertApprovers, openApprovalOf } from './store.ts';

/**
 * Brings who is asked in line with the request after its fields, its reporter or its organization have changed, and with groups
 * and organizations before somebody answers: who is named no more is asked no more, and what they said does not count. When that decides the approval, the request goes on.
 *
 * @returns the version of the request afterwards; null when it was not touched
 */
export async function refreshApprovers(
  trx: Database,
  { requestId, actor, at }: { readonly requestId: string; readonly actor: Actor; readonly at: Date },
): Promise<number | null> {
  if (!(await openApprovalOf(trx, requestId))) return null;
  const request = await requireLocked(trx, requestId);
  // as it is now that nobody else changes it
  const approval = await openApprovalOf(trx, requestId);
  if (!approval) return null;
  const wanted = await approvalStepOf(trx, request);
  if (!wanted || approval.statusId !== request.statusId) return null;
  const named = new Set(await approversOf(trx, request, wanted.step));
  const asked = new Set(approval.approvers.map(({ accountId }) => accountId));
  const gone = approval.approvers.filter(({ accountId, isActive }) => isActive && !named.has(accountId));
  const come = [...named].filter((id) => !asked.has(id));
  if (gone.length === 0 && come.length === 0) return null;
  // While they are still there, so that their lists hear of it.
  if (gone.length > 0) await tellOf(trx, request, 'approval.asked', 'customers');
  await deleteApprovers(
    trx,
    approval.id,
    gone.map(({ accountId }) => accountId),
  );
  await insertApprovers(trx, approval, come);
  if (come.length > 0) await tellOf(trx, request, 'approval.asked', 'customers');
  await settle(trx, { ...request, approvalId: approval.id }, actor, at);
  return (await requireLocked(trx, requestId)).version;
}
