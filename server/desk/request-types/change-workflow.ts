import { recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict, Invalid } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { isId } from '../addresses.ts';
import { alignApprovals } from '../approvals/align-approvals.ts';
import { lookForStragglers, startMoves } from '../workflow/move-requests.ts';
import { leavingOf, type Publisher, readMapping, refuseWhileMoving } from '../workflow/publish-workflow.ts';
import { publishedDefinition } from '../workflow/read-definition.ts';
import { type Standing, standings } from '../workflow/workflow-store.ts';
import { requireType } from './change-request-type.ts';

/** What requests of a type lose when it gets another workflow, and where they can go. */
export interface WorkflowChange {
  readonly leaving: readonly Standing[];
  /** of the workflow, in order */
  readonly statusIds: readonly string[];
}

/**
 * What giving a request type another workflow would do.
 * @throws NotFound when there is no such request type
 * @throws Invalid naming `workflowId` when there is no such workflow
 */
export async function workflowChange(
  db: Database,
  serviceDeskId: string,
  id: string,
  workflowId: string,
): Promise<WorkflowChange> {
  const type = await requireType(db, serviceDeskId, id);
  const definition = isId(workflowId) ? await publishedDefinition(db, workflowId) : null;
  if (!definition) throw Invalid.fields({ workflowId: 'There is no such workflow.' });
  const statusIds = definition.statuses.map(({ statusId }) => statusId);
  return {
    leaving: leavingOf(await standings(db, { requestTypeId: type.id }), new Set(statusIds)),
    statusIds,
  };
}

/** Which workflow a request type gets, as the one who gives it saw the type. */
export interface NewWorkflow {
  readonly version: number;
  readonly workflowId: string;
  /** where requests go whose status the workflow does not have: status id by status id */
  readonly mapping: Readonly<Record<string, string>>;
}

/**
 * Gives a request type another workflow. Requests in a status that it does not have are moved to where the mapping says, a few
 * at once and many in the background.
 *
 * @throws Invalid naming `workflowId`, and `mapping.{status id}` for each status from which it is not said where requests go
 * @throws Conflict when the type has changed since `version`, or requests of one of the workflows are still being moved
 * @throws NotFound when there is no such request type
 */
export async function giveWorkflow(
  trx: Database,
  jobs: Pick<Platform['jobs'], 'add'>,
  serviceDeskId: string,
  id: string,
  { version, workflowId, mapping }: NewWorkflow,
  { auditActor, accountId }: Publisher,
): Promise<void> {
  const type = await requireType(trx, serviceDeskId, id, true);
  if (type.version !== version) {
    throw new Conflict('Somebody has changed this request type in the meantime. Look at it again.');
  }
  const { leaving, statusIds } = await workflowChange(trx, serviceDeskId, id, workflowId);
  if (type.workflowId === workflowId) return;
  await refuseWhileMoving(trx, type.workflowId);
  await refuseWhileMoving(trx, workflowId);
  const moves = readMapping(leaving, mapping, new Set(statusIds));
  await trx
    .updateTable('request_type')
    .set({ workflow_id: workflowId, version: version + 1 })
    .where('id', '=', id)
    .execute();
  await startMoves(
    trx,
    jobs,
    moves.map((move) => ({ ...move, workflowId, requestTypeId: id, actorId: accountId })),
  );
  await lookForStragglers(trx, jobs, { workflowId, actorId: accountId });
  await alignApprovals(trx, jobs, workflowId);
  const names = await trx
    .selectFrom('workflow')
    .select(['id', 'name'])
    .where('id', 'in', [type.workflowId, workflowId])
    .execute();
  const nameOf = (wanted: string) => names.find((each) => each.id === wanted)?.name ?? wanted;
  await recordAudit(trx, {
    actor: auditActor,
    action: 'request-type.changed',
    objectType: 'request-type',
    objectId: id,
    objectName: type.name,
    before: { workflow: nameOf(type.workflowId) },
    after: { workflow: nameOf(workflowId), ...(moves.length > 0 && { moved: mapping }) },
  });
}
