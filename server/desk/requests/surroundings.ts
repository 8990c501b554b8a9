import { sql } from 'kysely';
import { organizationsByIds } from '../../customers/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { listPriorities, type Priority } from '../priorities/store.ts';

/** The three kinds of status. */
export type StatusCategory = 'new' | 'indeterminate' | 'done';

/** What a request's ids refer to, as far as every list shows it. */
export interface Surroundings {
  readonly projectId: string;
  readonly projectKey: string;
  readonly projectName: string;
  readonly requestTypeName: string;
  readonly requestTypeIcon: string;
  readonly statusName: string;
  readonly statusCategory: StatusCategory;
  /** what customers read instead of the status' name */
  readonly customerStatus: string;
  readonly organizationName: string | null;
  readonly priority: Priority;
}

interface Ids {
  readonly requestTypeId: string;
  readonly statusId: string;
  readonly organizationId: string | null;
  readonly priorityId: string;
}

/** Completes rows of `request` with what their ids refer to, loaded once for all of them. */
export async function loadSurroundings<Row extends Ids>(
  db: Database,
  rows: readonly Row[],
): Promise<(Row & Surroundings)[]> {
  if (rows.length === 0) return [];
  const [places, organizations, allPriorities] = await Promise.all([
    loadPlaces(db, rows),
    organizationsByIds(
      db,
      rows.flatMap(({ organizationId }) => organizationId ?? []),
    ),
    listPriorities(db),
  ]);
  const priorities = new Map(allPriorities.map((priority) => [priority.id, priority]));
  return rows.map((row) => {
    const place = places.get(placeKey(row));
    if (!place) throw new Error(`Request type ${row.requestTypeId} or status ${row.statusId} is gone`);
    const priority = priorities.get(row.priorityId);
    if (!priority) throw new Error(`Priority ${row.priorityId} is gone`);
    const organizationName = organizations.get(row.organizationId ?? '')?.name ?? null;
    return { ...row, ...place, organizationName, priority };
  });
}

type Place = Omit<Surroundings, 'organizationName' | 'priority'>;

/** Where requests are: kind of request and status in the workflow of that kind, by `placeKey`. */
async function loadPlaces(db: Database, rows: readonly Ids[]): Promise<Map<string, Place>> {
  const distinct = [...new Map(rows.map((row) => [placeKey(row), row])).values()];
  const { rows: found } = await sql<Place & { requestTypeId: string; statusId: string }>`
    select type.id as "requestTypeId", status.id as "statusId",
           project.id as "projectId", project.key as "projectKey", project.name as "projectName",
           type.name as "requestTypeName", type.icon as "requestTypeIcon",
           status.name as "statusName", status.category as "statusCategory",
           coalesce(in_workflow.customer_name, status.customer_name, status.name) as "customerStatus"
      from unnest(${distinct.map(({ requestTypeId }) => requestTypeId)}::bigint[],
                  ${distinct.map(({ statusId }) => statusId)}::bigint[]) as place (type_id, status_id)
      join request_type as type on type.id = place.type_id
      join service_desk on service_desk.id = type.service_desk_id
      join project on project.id = service_desk.project_id
      join status on status.id = place.status_id
      left join workflow_status as in_workflow
        on in_workflow.workflow_id = type.workflow_id and in_workflow.status_id = status.id`.execute(db);
  return new Map(
    found.map(({ requestTypeId, statusId, ...place }) => [placeKey({ requestTypeId, statusId }), place]),
  );
}

function placeKey({ requestTypeId, statusId }: Pick<Ids, 'requestTypeId' | 'statusId'>): string {
  return `${requestTypeId} ${statusId}`;
}
