import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict, Invalid } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { alignApprovals } from '../approvals/align-approvals.ts';
import { definitionProblems } from './check-definition.ts';
import { lookForStragglers, type NewMove, startMoves, tellOfWorkflow } from './move-requests.ts';
import { recentMoves, type Standing, standings } from './workflow-store.ts';
import { auditedWorkflow, requireUnchanged } from './workflows.ts';
import { writeDefinition } from './write-definition.ts';

/** What is to be published, as the one who publishes saw it. */
export interface Publication {
  readonly version: number;
  /** where requests go that stand in a status which the workflow loses: status id by status id */
  readonly mapping: Readonly<Record<string, string>>;
}

/** Who publishes: for the audit log, and (account.id) for the history of the requests. */
export interface Publisher {
  readonly auditActor: AuditActor;
  readonly accountId: string;
}

/** Statuses in which requests stand and that are not among `kept`. */
export function leavingOf(standing: readonly Standing[], kept: ReadonlySet<string>): Standing[] {
  return standing.filter(({ statusId, requestCount }) => requestCount > 0 && !kept.has(statusId));
}

/**
 * Publishes the draft of a workflow. From then on requests go by it; those in statuses that it no longer has are moved to where
 * the mapping says, which their history tells.
 *
 * @throws Invalid with a message per place of the draft, and `mapping.{status id}` for each status from which it is not said
 *   where requests go
 * @throws Conflict when there is no draft, the workflow has changed since `version`, or requests are still being moved
 * @throws NotFound
 */
export async function publishWorkflow(
  trx: Database,
  jobs: Pick<Platform['jobs'], 'add'>,
  id: string,
  { version, mapping }: Publication,
  { auditActor, accountId }: Publisher,
): Promise<void> {
  const { draft } = await requireUnchanged(trx, id, version);
  if (!draft) throw new Conflict('This workflow has no draft: what is published is all there is.');
  await refuseWhileMoving(trx, id);
  const problems = await definitionProblems(trx, id, draft);
  if (Object.keys(problems).length > 0) throw Invalid.fields(problems);
  const before = await auditedWorkflow(trx, id);
  const kept = new Set(draft.statuses.map(({ statusId }) => statusId));
  // Nobody raises a request in a status that it loses until this is committed.
  await lockRequestTypes(trx, id);
  const leaving = leavingOf(await standings(trx, { workflowId: id }), kept);
  const moves = readMapping(leaving, mapping, kept).map(
    (move): NewMove => ({ ...move, workflowId: id, requestTypeId: null, actorId: accountId }),
  );
  await writeDefinition(trx, id, draft);
  await trx
    .updateTable('workflow')
    .set({ draft: null, draft_by: null, draft_at: null, published_at: new Date(), version: version + 1 })
    .where('id', '=', id)
    .execute();
  await startMoves(trx, jobs, moves);
  await lookForStragglers(trx, jobs, { workflowId: id, actorId: accountId });
  await alignApprovals(trx, jobs, id);
  await recordAudit(trx, {
    actor: auditActor,
    action: 'workflow.published',
    objectType: 'workflow',
    objectId: id,
    objectName: draft.name,
    before,
    after: { ...(await auditedWorkflow(trx, id)), ...(moves.length > 0 && { moved: mapping }) },
  });
  await tellOfWorkflow(trx, id);
}

/**
 * Requests that are on their way must arrive before their way is changed.
 * @throws Conflict
 */
export async function refuseWhileMoving(trx: Database, workflowId: string): Promise<void> {
  const going = (await recentMoves(trx, workflowId)).filter(({ finishedAt }) => finishedAt === null);
  if (going.length === 0) return;
  const [moved, total] = going.reduce(([a, b], move) => [a + move.moved, b + move.total], [0, 0]);
  throw new Conflict(
    `Requests are still being moved to other statuses (${moved} of ${total}). Try again once they have arrived.`,
  );
}

async function lockRequestTypes(trx: Database, workflowId: string): Promise<void> {
  await trx
    .selectFrom('request_type')
    .select('id')
    .where('workflow_id', '=', workflowId)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/**
 * Reads where requests go that stand in a status which they lose.
 * @throws Invalid with `mapping.{status id}` for each status of which it is not said
 */
export function readMapping(
  leaving: readonly Standing[],
  mapping: Readonly<Record<string, string>>,
  kept: ReadonlySet<string>,
): { fromStatusId: string; toStatusId: string; total: number }[] {
  const errors: Record<string, string> = {};
  const moves = leaving.map(({ statusId, requestCount }) => {
    const target = mapping[statusId] ?? '';
    if (!kept.has(target)) {
      errors[`mapping.${statusId}`] =
        `${requestCount === 1 ? 'A request is' : `${requestCount} requests are`} in this status. Choose where they go.`;
    }
    return { fromStatusId: statusId, toStatusId: target, total: requestCount };
  });
  if (Object.keys(errors).length > 0) throw Invalid.fields(errors);
  return moves;
}
