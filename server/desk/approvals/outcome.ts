import type { Approval, ApprovalOutcome } from './store.ts';

/**
 * What becomes of an approval by what was said so far; null: it goes on. One who declines declines it for all. Where everybody
 * must approve, people who have been deactivated are not waited for. Nobody's approval is no approval.
 */
export function outcomeOf({ needed, approvers }: Pick<Approval, 'needed' | 'approvers'>): ApprovalOutcome {
  if (approvers.some(({ decision }) => decision === 'declined')) return 'declined';
  const approved = approvers.filter(({ decision }) => decision === 'approved').length;
  const outstanding = approvers.filter(({ decision, isActive }) => decision === null && isActive).length;
  const isEnough = needed === null ? outstanding === 0 : approved >= needed;
  return approved > 0 && isEnough ? 'approved' : null;
}
