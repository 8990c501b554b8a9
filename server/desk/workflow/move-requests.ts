import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import type { Platform } from '../../platform/platform.ts';
import { cancelApproval, startApproval } from '../approvals/start-approval.ts';
import { changeRequest, requireLocked } from '../requests/change-request.ts';

/** Up to so many requests are moved when the workflow is published; more are moved in the background. */
export const movedAtOnce = 100;
const batchSize = 100;
const moveJob = 'desk.move-requests';
const stragglerJob = 'desk.move-stragglers';

/** Requests that stand in a status which their workflow loses, and where they go. */
export interface NewMove {
  readonly workflowId: string;
  /** of one request type only; null: of all that have the workflow */
  readonly requestTypeId: string | null;
  readonly fromStatusId: string;
  readonly toStatusId: string;
  readonly total: number;
  /** account.id, for the history of the requests */
  readonly actorId: string;
}

/** Moves requests out of a status: a few now, many by a job. Until they arrive they can do what they will be able to there. */
export async function startMoves(
  trx: Database,
  jobs: Pick<Platform['jobs'], 'add'>,
  moves: readonly NewMove[],
): Promise<void> {
  const isNow = moves.reduce((sum, { total }) => sum + total, 0) <= movedAtOnce;
  for (const move of moves) {
    const { id } = await trx
      .insertInto('status_move')
      .values({
        workflow_id: move.workflowId,
        request_type_id: move.requestTypeId,
        from_status_id: move.fromStatusId,
        to_status_id: move.toStatusId,
        total: move.total,
        actor_id: move.actorId,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (isNow) while (await moveBatch(trx, id));
    else await jobs.add(trx, moveJob, { moveId: id }, { jobKey: id });
  }
}

/** Moves that are going on are finished by any process, whatever became of the one that began. */
export function defineMoveJobs({ jobs }: Pick<Platform, 'jobs'>): void {
  jobs.define<{ moveId: string }>(moveJob, async ({ moveId }, { db }) => {
    while (await db.transaction().execute((trx) => moveBatch(trx, moveId)));
  });
  jobs.define<{ workflowId: string; actorId: string }>(stragglerJob, (payload, { db }) =>
    db.transaction().execute((trx) => moveStragglers(trx, jobs, payload)),
  );
}

/**
 * Has requests looked for, a minute from now, that were moved into a status while it was taken away: their transactions had
 * begun before.
 */
export async function lookForStragglers(
  trx: Database,
  jobs: Pick<Platform['jobs'], 'add'>,
  { workflowId, actorId }: { readonly workflowId: string; readonly actorId: string },
): Promise<void> {
  const runAt = new Date(Date.now() + 60_000);
  await jobs.add(trx, stragglerJob, { workflowId, actorId }, { runAt, jobKey: workflowId });
}

/** They go where the others went, or to where requests begin. */
async function moveStragglers(
  trx: Database,
  jobs: Pick<Platform['jobs'], 'add'>,
  { workflowId, actorId }: { readonly workflowId: string; readonly actorId: string },
): Promise<void> {
  const { rows } = await sql<{ fromStatusId: string; toStatusId: string; total: number }>`
    select request.status_id::text as "fromStatusId", count(*)::integer as total,
           coalesce((select move.to_status_id from status_move move
               join workflow_status target on target.workflow_id = move.workflow_id
                and target.status_id = move.to_status_id and target.removed_at is null
              where move.workflow_id = workflow.id and move.from_status_id = request.status_id
              order by move.id desc limit 1), workflow.initial_status_id)::text as "toStatusId"
      from request
      join request_type on request_type.id = request.request_type_id
      join workflow on workflow.id = request_type.workflow_id
     where workflow.id = ${workflowId}
       and not exists(select from workflow_status here where here.workflow_id = workflow.id
             and here.status_id = request.status_id and here.removed_at is null)
       and not exists(select from status_move going where going.workflow_id = workflow.id
             and going.from_status_id = request.status_id and going.finished_at is null)
     group by workflow.id, request.status_id`.execute(trx);
  const moves = rows.map((row) => ({ ...row, workflowId, requestTypeId: null, actorId }));
  if (moves.length > 0) await startMoves(trx, jobs, moves);
}

/** @returns whether there are more */
async function moveBatch(trx: Database, moveId: string): Promise<boolean> {
  const move = await trx
    .selectFrom('status_move')
    .innerJoin('status as origin', 'origin.id', 'status_move.from_status_id')
    .innerJoin('status as target', 'target.id', 'status_move.to_status_id')
    .select(['workflow_id as workflowId', 'request_type_id as requestTypeId', 'actor_id as actorId'])
    .select(['from_status_id as fromId', 'origin.name as fromName'])
    .select(['to_status_id as toId', 'target.name as toName'])
    .where('status_move.id', '=', moveId)
    .where('finished_at', 'is', null)
    .forUpdate('status_move')
    .executeTakeFirst();
  if (!move) return false;
  const requests = await trx
    .selectFrom('request')
    .innerJoin('request_type', 'request_type.id', 'request.request_type_id')
    .select('request.id')
    .where('request_type.workflow_id', '=', move.workflowId)
    .where('request.status_id', '=', move.fromId)
    .$if(move.requestTypeId !== null, (query) =>
      query.where('request.request_type_id', '=', move.requestTypeId ?? ''),
    )
    .orderBy('request.id')
    .limit(batchSize)
    .execute();
  const at = new Date();
  for (const { id } of requests) {
    const request = await requireLocked(trx, id);
    if (request.statusId !== move.fromId) continue;
    await changeRequest(trx, request, {
      actor: { accountId: move.actorId, isAgent: true },
      at,
      set: { status_id: move.toId, status_since: at },
      items: [
        {
          field: 'status',
          fieldId: 'status',
          fieldtype: 'jira',
          from: move.fromId,
          fromString: move.fromName,
          to: move.toId,
          toString: move.toName,
        },
      ],
      event: 'request.transitioned',
      audience: 'customers',
    });
    await cancelApproval(trx, id, at);
    await startApproval(trx, request, move.toId, at);
  }
  const isDone = requests.length < batchSize;
  await trx
    .updateTable('status_move')
    .set({
      moved: sql<number>`moved + ${requests.length}`,
      ...(isDone && { finished_at: at }),
    })
    .where('id', '=', moveId)
    .execute();
  return !isDone;
}

/** Tells agents' open pages that the transitions of requests with this workflow have changed. */
export async function tellOfWorkflow(trx: Database, workflowId: string): Promise<void> {
  const desks = await trx
    .selectFrom('request_type')
    .select('service_desk_id as id')
    .distinct()
    .where('workflow_id', '=', workflowId)
    .execute();
  if (desks.length === 0) return;
  await appendEvent(trx, {
    kind: 'workflow.changed',
    topics: desks.map(({ id }) => `service-desk:${id}`),
    audience: 'agents',
    payload: { workflowId },
  });
}
