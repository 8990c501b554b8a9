import { type Static, Type } from 'typebox';
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
