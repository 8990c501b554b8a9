import { sql } from 'kysely';
import { portalAddress } from '../../identity/index.ts';
import type { Config } from '../../platform/config/config.ts';
import type { Database } from '../../platform/database/database.ts';
import { noSuchRequest } from '../access.ts';
import { firstName, type VariableValues } from './variables.ts';

/** For whom and by whom a canned response is filled in. */
export interface FillFor {
  readonly requestId: string;
  readonly agentName: string;
  readonly config: Pick<Config, 'url'>;
}

/**
 * What variables stand for in an answer to a request, as its customer knows things.
 * @throws NotFound when there is no such request
 */
export async function valuesFor(
  db: Database,
  { requestId, agentName, config }: FillFor,
): Promise<VariableValues> {
  const row = await db
    .selectFrom('request')
    .innerJoin('account as reporter', 'reporter.id', 'request.reporter_id')
    .innerJoin('service_desk', 'service_desk.id', 'request.service_desk_id')
    .innerJoin('project', 'project.id', 'service_desk.project_id')
    .innerJoin('request_type', 'request_type.id', 'request.request_type_id')
    .innerJoin('status', 'status.id', 'request.status_id')
    .leftJoin('workflow_status', (join) =>
      join
        .onRef('workflow_status.workflow_id', '=', 'request_type.workflow_id')
        .onRef('workflow_status.status_id', '=', 'request.status_id'),
    )
    .leftJoin('organization', 'organization.id', 'request.organization_id')
    .select([
      'request.key',
      'request.summary',
      'request.service_desk_id as serviceDeskId',
      'reporter.display_name as customerName',
      'reporter.email as customerEmail',
      'organization.name as organizationName',
      'service_desk.portal_name as portalName',
      'project.name as projectName',
      'request_type.name as typeName',
      sql<string>`coalesce(workflow_status.customer_name, status.customer_name, status.name)`.as(
        'statusName',
      ),
    ])
    .where('request.id', '=', requestId)
    .executeTakeFirst();
  if (!row) throw noSuchRequest();
  const portal = await portalAddress(db, config, row.serviceDeskId);
  return {
    'customer.name': row.customerName,
    'customer.firstName': firstName(row.customerName),
    'customer.email': row.customerEmail ?? '',
    'organization.name': row.organizationName ?? '',
    'agent.name': agentName,
    'agent.firstName': firstName(agentName),
    'request.key': row.key,
    'request.summary': row.summary,
    'request.type': row.typeName,
    'request.status': row.statusName,
    'request.link': new URL(`/servicedesk/customer/portal/${row.serviceDeskId}/${row.key}`, portal).href,
    'portal.name': row.portalName,
    'project.name': row.projectName,
  };
}
