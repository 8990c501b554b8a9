import { type Static, Type } from 'typebox';
import type { Database } from '../../platform/database/database.ts';
import type { Showing } from '../people.ts';
import type { RequestRow } from '../requests/store.ts';
import { requestStatusJson, requestStatusSchema } from '../workflow/json.ts';

/** What kind of request an issue is, and how customers know it: JSM's field "Request Type". */
export const requestTypeFieldSchema = Type.Object(
  {
    requestType: Type.Object({
      id: Type.String(),
      name: Type.String(),
      serviceDeskId: Type.String(),
      portalId: Type.String(),
      _links: Type.Object({ self: Type.String() }),
    }),
    currentStatus: requestStatusSchema,
    _links: Type.Object({
      self: Type.String(),
      jiraRest: Type.String(),
      web: Type.String(),
      agent: Type.String(),
    }),
  },
  { title: 'RequestTypeField' },
);

/** Shows the request type of a request the way JSM does in a field. */
export function requestTypeFieldJson(
  request: RequestRow,
  { siteAddress, viewer }: Showing,
): Static<typeof requestTypeFieldSchema> {
  const { id, key, serviceDeskId, requestTypeId } = request;
  const desk = `${siteAddress}/rest/servicedeskapi/servicedesk/${serviceDeskId}`;
  return {
    requestType: {
      id: requestTypeId,
      name: request.requestTypeName,
      serviceDeskId,
      portalId: serviceDeskId,
      _links: { self: `${desk}/requesttype/${requestTypeId}` },
    },
    currentStatus: requestStatusJson(
      {
        customerName: request.customerStatus,
        category: request.statusCategory,
        since: request.statusSince,
      },
      viewer.timeZone,
    ),
    _links: {
      self: `${siteAddress}/rest/servicedeskapi/request/${id}`,
      jiraRest: `${siteAddress}/rest/api/2/issue/${id}`,
      web: `${siteAddress}/servicedesk/customer/portal/${serviceDeskId}/${key}`,
      agent: `${siteAddress}/browse/${key}`,
    },
  };
}

/** A request type that can be chosen for a new issue. */
export interface ChoosableType {
  readonly id: string;
  readonly name: string;
}

/** The request types of a desk that are in use, in order: what is not said of a new issue is the first. */
export async function choosableTypes(db: Database, serviceDeskId: string): Promise<ChoosableType[]> {
  return db
    .selectFrom('request_type')
    .select(['id', 'name'])
    .where('service_desk_id', '=', serviceDeskId)
    .where('archived_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** The type that a client names, by its id, by {"id": …} or {"name": …}, or as it was shown; null: none of them. */
export function typeNamed(types: readonly ChoosableType[], value: unknown): ChoosableType | null {
  if (typeof value === 'string' || typeof value === 'number') {
    return types.find(({ id }) => id === String(value)) ?? null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { id, name, requestType } = value as { id?: unknown; name?: unknown; requestType?: unknown };
  if (requestType !== undefined) return typeNamed(types, requestType);
  if (id !== undefined && id !== null) return typeNamed(types, id);
  if (typeof name !== 'string') return null;
  return types.find((type) => type.name.toLowerCase() === name.toLowerCase()) ?? null;
}
