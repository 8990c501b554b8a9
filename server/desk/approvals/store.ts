import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { ApprovalStep } from '../workflow/definition.ts';

/** What became of an approval: null while it is open. `cancelled`: the request went on without it. */
export type ApprovalOutcome = 'approved' | 'declined' | 'cancelled' | null;

/** What an approver said; null: nothing yet. */
export type Decision = 'approved' | 'declined' | null;

/** Somebody who is asked. */
export interface Approver {
  /** account.id */
  readonly accountId: string;
  readonly isActive: boolean;
  readonly decision: Decision;
  readonly decidedAt: Date | null;
}

/** An approval of a request, with who is asked in the order of their names. */
export interface Approval {
  readonly id: string;
  readonly requestId: string;
  readonly statusId: string;
  readonly name: string;
  /** how many must approve; null: everybody */
  readonly needed: number | null;
  readonly reporterMayApprove: boolean;
  readonly outcome: ApprovalOutcome;
  readonly createdAt: Date;
  readonly completedAt: Date | null;
  readonly approvers: readonly Approver[];
}

function approvals(db: Database) {
  return db
    .selectFrom('approval')
    .select([
      'approval.id',
      'approval.request_id as requestId',
      'approval.status_id as statusId',
      'approval.name',
      'approval.needed',
      'approval.reporter_may_approve as reporterMayApprove',
      sql<ApprovalOutcome>`approval.outcome`.as('outcome'),
      'approval.created_at as createdAt',
      'approval.completed_at as completedAt',
    ]);
}

async function withApprovers(
  db: Database,
  rows: readonly Omit<Approval, 'approvers'>[],
): Promise<Approval[]> {
  if (rows.length === 0) return [];
  const approvers = await db
    .selectFrom('approval_approver as approver')
    .innerJoin('account', 'account.id', 'approver.account_id')
    .select([
      'approver.approval_id as approvalId',
      'approver.account_id as accountId',
      'account.is_active as isActive',
      sql<Decision>`approver.decision`.as('decision'),
      'approver.decided_at as decidedAt',
    ])
    .where(
      'approver.approval_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy(sql`lower(account.display_name)`)
    .orderBy('account.id')
    .execute();
  const byApproval = Map.groupBy(approvers, ({ approvalId }) => approvalId);
  return rows.map((row) => ({
    ...row,
    approvers: (byApproval.get(row.id) ?? []).map(({ approvalId: _, ...approver }) => approver),
  }));
}

/** The approvals of a request, newest first; at most `limit + 1`. */
export async function listApprovals(
  db: Database,
  requestId: string,
  { start, limit }: { start: number; limit: number },
): Promise<Approval[]> {
  const rows = await approvals(db)
    .where('approval.request_id', '=', requestId)
    .orderBy('approval.id', 'desc')
    .offset(start)
    .limit(limit + 1)
    .execute();
  return withApprovers(db, rows);
}

/** The approval with this id, of this request; null when it has no such. */
export async function approvalOf(db: Database, requestId: string, id: string): Promise<Approval | null> {
  const rows = await approvals(db)
    .where('approval.request_id', '=', requestId)
    .where('approval.id', '=', id)
    .execute();
  return (await withApprovers(db, rows))[0] ?? null;
}

/** The approval that a request waits for; null: for none. */
export async function openApprovalOf(db: Database, requestId: string): Promise<Approval | null> {
  const rows = await approvals(db)
    .where('approval.request_id', '=', requestId)
    .where('approval.outcome', 'is', null)
    .execute();
  return (await withApprovers(db, rows))[0] ?? null;
}

/** The approval that a workflow asks for in a status; null: none. */
export async function approvalStepOf(
  db: Database,
  { workflowId, statusId }: { readonly workflowId: string; readonly statusId: string },
): Promise<{ readonly step: ApprovalStep; readonly name: string } | null> {
  const row = await db
    .selectFrom('workflow_status')
    .select([sql<ApprovalStep | null>`approval`.as('step'), 'customer_name as name'])
    .where('workflow_id', '=', workflowId)
    .where('status_id', '=', statusId)
    .executeTakeFirst();
  return row?.step ? { step: row.step, name: row.name } : null;
}

/** A new approval, and who is asked (account.id). */
export interface NewApproval {
  readonly requestId: string;
  readonly statusId: string;
  readonly name: string;
  readonly needed: number | null;
  readonly reporterMayApprove: boolean;
  readonly approverIds: readonly string[];
  readonly at: Date;
}

/** @returns its id */
export async function insertApproval(trx: Database, approval: NewApproval): Promise<string> {
  const { id } = await trx
    .insertInto('approval')
    .values({
      request_id: approval.requestId,
      status_id: approval.statusId,
      name: approval.name,
      needed: approval.needed,
      reporter_may_approve: approval.reporterMayApprove,
      created_at: approval.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await insertApprovers(trx, { id, requestId: approval.requestId }, approval.approverIds);
  return id;
}

/** Asks more people (account.id) for an open approval. */
export async function insertApprovers(
  trx: Database,
  { id, requestId }: Pick<Approval, 'id' | 'requestId'>,
  accountIds: readonly string[],
): Promise<void> {
  if (accountIds.length === 0) return;
  await trx
    .insertInto('approval_approver')
    .values(
      accountIds.map((accountId) => ({ approval_id: id, account_id: accountId, request_id: requestId })),
    )
    .execute();
}

/** Asks people (account.id) no more, and forgets what they said. */
export async function deleteApprovers(
  trx: Database,
  approvalId: string,
  accountIds: readonly string[],
): Promise<void> {
  if (accountIds.length === 0) return;
  await trx
    .deleteFrom('approval_approver')
    .where('approval_id', '=', approvalId)
    .where('account_id', 'in', [...accountIds])
    .execute();
}

/** Notes what an approver says. */
export async function updateDecision(
  trx: Database,
  approvalId: string,
  { accountId, decision, at }: { accountId: string; decision: NonNullable<Decision>; at: Date },
): Promise<void> {
  await trx
    .updateTable('approval_approver')
    .set({ decision, decided_at: at, is_pending: false })
    .where('approval_id', '=', approvalId)
    .where('account_id', '=', accountId)
    .execute();
}

/** Closes an approval: nobody is asked any more. */
export async function closeApproval(
  trx: Database,
  approvalId: string,
  outcome: NonNullable<ApprovalOutcome>,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('approval')
    .set({ outcome, completed_at: sql<Date>`greatest(created_at, ${at}::timestamptz)` })
    .where('id', '=', approvalId)
    .execute();
  await trx
    .updateTable('approval_approver')
    .set({ is_pending: false })
    .where('approval_id', '=', approvalId)
    .where('is_pending', '=', true)
    .execute();
}
