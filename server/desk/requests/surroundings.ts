import { sql } from 'kysely';
import { organizationsByIds } from '../../customers/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Priority } from '../priorities/store.ts';

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
  const [places, organizations] = await Promise.all([
    loadPlaces(db, rows),
    organizationsByIds(
      db,
      rows.flatMap(({ organizationId }) => organizationId ?? []),
    ),
  ]);
  return rows.map((row) => {
    const place = places.get(placeKey(row));
    if (!place) throw new Error(`Request type, status or priority of ${placeKey(row)} is gone`);
    const organizationName = organizations.get(row.organizationId ?? '')?.name ?? null;
    return { ...row, ...place, organizationName };
  });
}

type Place = Omit<Surroundings, 'organizationName'>;

/** Where requests are: kind of request, status in the workflow of that kind and priority, by `placeKey`. */
async function loadPlaces(db: Database, rows: readonly Ids[]): Promise<Map<string, Place>> {
  const distinct = [...new Map(rows.map((row) => [placeKey(row), row])).values()];
  const { rows: found } = await sql<Place & PlaceIds>`
    select type.id as "requestTypeId", status.id as "statusId", priority.id as "priorityId",
           project.id as "projectId", project.key as "projectKey", project.name as "projectName",
           type.name as "requestTypeName", type.icon as "requestTypeIcon",
           status.name as "statusName", status.category as "statusCategory",
           coalesce(in_workflow.customer_name, status.customer_name, status.name) as "customerStatus",
           json_build_object('id', priority.id::text, 'name', priority.name, 'description', priority.description,
                             'color', priority.color, 'isDefault', priority.is_default) as priority
      from unnest(${distinct.map(({ requestTypeId }) => requestTypeId)}::bigint[],
                  ${distinct.map(({ statusId }) => statusId)}::bigint[],
                  ${distinct.map(({ priorityId }) => priorityId)}::bigint[]) as place (type_id, status_id, priority_id)
      join request_type as type on type.id = place.type_id
      join service_desk on service_desk.id = type.service_desk_id
      join project on project.id = service_desk.project_id
      join status on status.id = place.status_id
      join priority on priority.id = place.priority_id
      left join workflow_status as in_workflow
        on in_workflow.workflow_id = type.workflow_id and in_workflow.status_id = status.id`.execute(db);
  return new Map(
    found.map(({ requestTypeId, statusId, priorityId, ...place }) => [
      placeKey({ requestTypeId, statusId, priorityId }),
      place,
    ]),
  );
}

type PlaceIds = Pick<Ids, 'requestTypeId' | 'statusId' | 'priorityId'>;

function placeKey({ requestTypeId, statusId, priorityId }: PlaceIds): string {
  return `${requestTypeId} ${statusId} ${priorityId}`;
}
