import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireLocked, tellOf } from '../requests/change-request.ts';
import { cancelApproval, startApproval } from './start-approval.ts';

const alignJob = 'desk.align-approvals';
const batchSize = 100;

/** Has approvals brought in line, in the background, with what a workflow says from now on about the statuses that requests stand in. */
export async function alignApprovals(
  trx: Database,
  jobs: Pick<Platform['jobs'], 'add'>,
  workflowId: string,
): Promise<void> {
  await jobs.add(trx, alignJob, { workflowId }, { jobKey: workflowId });
}

/** Goes on where another process left off: what is in line is passed over. */
export function defineApprovalJobs({ jobs }: Pick<Platform, 'jobs'>): void {
  jobs.define<{ workflowId: string }>(alignJob, async ({ workflowId }, { db }) => {
    while (await db.transaction().execute((trx) => alignBatch(trx, workflowId)));
  });
}

/**
 * Asks for approvals of requests in statuses that ask for one now, and takes back those in statuses that ask for none any more.
 * @returns whether there may be more
 */
export async function alignBatch(trx: Database, workflowId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    select request.id::text as id
      from request_type type
      join workflow_status here on here.workflow_id = type.workflow_id
      join request on request.request_type_id = type.id and request.status_id = here.status_id
     where type.workflow_id = ${workflowId}
       and (here.approval is not null) <> exists(
             select from approval where approval.request_id = request.id and approval.outcome is null)
     order by request.id limit ${batchSize}
       for update of request skip locked`.execute(trx);
  const at = new Date();
  for (const { id } of rows) {
    const request = await requireLocked(trx, id);
    await cancelApproval(trx, id, at);
    await startApproval(trx, request, request.statusId, at);
    await tellOf(trx, request, 'request.changed', 'customers');
  }
  return rows.length === batchSize;
}
