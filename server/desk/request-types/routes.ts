import { Type } from 'typebox';
import { requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { NotFound } from '../../platform/http/errors.ts';
import { page, pageQueryProperties, pageQuerySchema, pageSchema } from '../../platform/http/paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireDesk } from '../access.ts';
import { idPattern, requireId } from '../addresses.ts';
import { expandSchema, expansions } from '../expand.ts';
import { formJson, formSchema, requestTypeGroupSchema, requestTypeJson, requestTypeSchema } from './json.ts';
import { formsOf, listGroups, listRequestTypes, type RequestType, requestTypeOf } from './store.ts';

const tags = ['Request types'];
const deskParams = Type.Object({ serviceDeskId: Type.String() });
const typeParams = Type.Object({ serviceDeskId: Type.String(), requestTypeId: Type.String() });
const searchQuery = Type.Optional(Type.String({ maxLength: 200 }));
const idQuery = Type.String({ pattern: idPattern });

/** Request types, their groups and forms: readable for everyone who may use the desk. */
export function requestTypeRoutes(app: App, { db }: Platform): void {
  /** Shows request types, with their forms when asked. */
  async function shown(
    siteAddress: string,
    types: readonly RequestType[],
    expand: Set<string>,
    isAgentOf: (id: string) => boolean,
  ) {
    const forms = expand.has('field')
      ? await formsOf(
          db,
          types.map(({ id }) => id),
        )
      : null;
    return types.map((type) =>
      requestTypeJson(
        type,
        siteAddress,
        forms ? formJson(forms.get(type.id) ?? [], isAgentOf(type.serviceDeskId)) : undefined,
      ),
    );
  }

  app.get(
    '/rest/servicedeskapi/requesttype',
    {
      schema: {
        operationId: 'getAllRequestTypes',
        tags,
        summary: 'Request types of all service desks that you may use',
        querystring: Type.Object({
          ...pageQueryProperties,
          searchQuery,
          serviceDeskId: Type.Optional(Type.Union([idQuery, Type.Array(idQuery, { maxItems: 100 })])),
          expand: expandSchema,
        }),
        response: { 200: pageSchema(requestTypeSchema), ...errorResponses(401) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const { start, limit, searchQuery: search, serviceDeskId, expand } = request.query;
      const serviceDeskIds = typeof serviceDeskId === 'string' ? [serviceDeskId] : serviceDeskId;
      const types = await listRequestTypes(db, viewer, { search, serviceDeskIds }, { start, limit });
      // Whether one may raise for others is told desk by desk; across desks the careful answer serves.
      return page(
        { request, start, limit },
        await shown(request.siteAddress, types, expansions(expand), () => viewer.isAdministrator),
      );
    },
  );

  app.get(
    '/rest/servicedeskapi/servicedesk/:serviceDeskId/requesttype',
    {
      schema: {
        operationId: 'getRequestTypes',
        tags,
        summary: 'Request types of a service desk',
        params: deskParams,
        querystring: Type.Object({
          ...pageQueryProperties,
          searchQuery,
          groupId: Type.Optional(idQuery),
          expand: expandSchema,
        }),
        response: { 200: pageSchema(requestTypeSchema), ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const desk = await requireDesk(db, viewer, request.params.serviceDeskId);
      const { start, limit, searchQuery: search, groupId, expand } = request.query;
      const filter = { serviceDeskIds: [desk.id], search, groupId };
      const types = await listRequestTypes(db, viewer, filter, { start, limit });
      return page(
        { request, start, limit },
        await shown(request.siteAddress, types, expansions(expand), () => desk.isAgent),
      );
    },
  );

  app.get(
    '/rest/servicedeskapi/servicedesk/:serviceDeskId/requesttype/:requestTypeId',
    {
      schema: {
        operationId: 'getRequestTypeById',
        tags,
        summary: 'A request type',
        params: typeParams,
        querystring: Type.Object({ expand: expandSchema }),
        response: { 200: requestTypeSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const desk = await requireDesk(db, requireViewer(request), request.params.serviceDeskId);
      const type = await requireRequestType(desk.id, request.params.requestTypeId);
      const forms = expansions(request.query.expand).has('field') ? await formsOf(db, [type.id]) : null;
      const form = forms ? formJson(forms.get(type.id) ?? [], desk.isAgent) : undefined;
      return requestTypeJson(type, request.siteAddress, form);
    },
  );

  app.get(
    '/rest/servicedeskapi/servicedesk/:serviceDeskId/requesttype/:requestTypeId/field',
    {
      schema: {
        operationId: 'getRequestTypeFields',
        tags,
        summary: 'The form of a request type',
        params: typeParams,
        response: { 200: formSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const desk = await requireDesk(db, requireViewer(request), request.params.serviceDeskId);
      const type = await requireRequestType(desk.id, request.params.requestTypeId);
      return formJson((await formsOf(db, [type.id])).get(type.id) ?? [], desk.isAgent);
    },
  );

  app.get(
    '/rest/servicedeskapi/servicedesk/:serviceDeskId/requesttypegroup',
    {
      schema: {
        operationId: 'getRequestTypeGroups',
        tags,
        summary: 'The groups under which the portal shows request types',
        params: deskParams,
        querystring: pageQuerySchema,
        response: { 200: pageSchema(requestTypeGroupSchema), ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const desk = await requireDesk(db, requireViewer(request), request.params.serviceDeskId);
      const { start, limit } = request.query;
      return page({ request, start, limit }, await listGroups(db, desk.id, { start, limit }));
    },
  );

  async function requireRequestType(deskId: string, idText: string): Promise<RequestType> {
    const message = 'There is no such request type on this service desk.';
    const type = await requestTypeOf(db, deskId, requireId(idText, message));
    if (!type) throw new NotFound(message);
    return type;
  }
}
