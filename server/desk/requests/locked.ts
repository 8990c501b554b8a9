import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';

/** A request whose row is locked, so that it is as read until the transaction ends. */
export interface LockedRequest {
  readonly id: string;
  readonly key: string;
  readonly serviceDeskId: string;
  readonly workflowId: string;
  readonly statusId: string;
  readonly statusName: string;
  readonly customerStatus: string;
  readonly reporterId: string;
  readonly organizationId: string | null;
  readonly assigneeId: string | null;
  readonly resolution: string | null;
  readonly priorityId: string;
  readonly version: number;
}

/** Reads and locks a request for a change; null when there is none. */
export async function lockRequest(trx: Database, id: string): Promise<LockedRequest | null> {
  // By itself: joined with what it refers to, a row that changed while we waited for it would be judged by what it referred to
  // before, and be missing from the answer.
  await trx.selectFrom('request').select('id').where('id', '=', id).forNoKeyUpdate().execute();
  return readLocked(trx, id);
}

/** Reads a request whose row the caller has locked; null when there is none. */
export async function readLocked(trx: Database, id: string): Promise<LockedRequest | null> {
  const row = await trx
    .selectFrom('request')
    .innerJoin('request_type', 'request_type.id', 'request.request_type_id')
    .innerJoin('status', 'status.id', 'request.status_id')
    .leftJoin('workflow_status', (join) =>
      join
        .onRef('workflow_status.workflow_id', '=', 'request_type.workflow_id')
        .onRef('workflow_status.status_id', '=', 'request.status_id'),
    )
    .select([
      'request.id',
      'request.key',
      'request.service_desk_id as serviceDeskId',
      'request_type.workflow_id as workflowId',
      'request.status_id as statusId',
      'status.name as statusName',
      sql<string>`coalesce(workflow_status.customer_name, status.customer_name, status.name)`.as(
        'customerStatus',
      ),
      'request.reporter_id as reporterId',
      'request.organization_id as organizationId',
      'request.assignee_id as assigneeId',
      'request.resolution',
      'request.priority_id as priorityId',
      'request.version',
    ])
    .where('request.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
