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
  readonly version: number;
}

/** Reads and locks a request for a change; null when there is none. */
export async function lockRequest(trx: Database, id: string): Promise<LockedRequest | null> {
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
      sql<string>`coalesce(workflow_status.customer_name, status.name)`.as('customerStatus'),
      'request.reporter_id as reporterId',
      'request.organization_id as organizationId',
      'request.assignee_id as assigneeId',
      'request.resolution',
      'request.version',
    ])
    .where('request.id', '=', id)
    .forUpdate('request')
    .executeTakeFirst();
  return row ?? null;
}
