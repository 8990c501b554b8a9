import { Type } from 'typebox';
import { actorOf, requireViewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAdministeredDesk } from '../access.ts';
import {
  administeredTypeJson,
  administeredTypeSchema,
  askableFieldJson,
  askableFieldSchema,
  editedTypeJson,
  editedTypeSchema,
  requestTypeInputProperties,
} from './admin-json.ts';
import { changeGroups, maxGroups } from './change-groups.ts';
import {
  archiveRequestType,
  changeRequestType,
  createRequestType,
  orderRequestTypes,
  plainForm,
  removeRequestType,
  requireType,
} from './change-request-type.ts';
import { requestTypeJson, requestTypeSchema, serviceRequestIssueType } from './json.ts';
import {
  askableFields,
  formsOf,
  listAdministeredTypes,
  listAskableKeys,
  listGroups,
  listWorkflows,
  requestTypeOf,
  sectionsOf,
  usualWorkflow,
} from './store.ts';

const tags = ['Request types'];
const base = '/rest/portico/1/service-desk/:serviceDeskId';
const deskParams = Type.Object({ serviceDeskId: Type.String() });
const typeParams = Type.Object({ serviceDeskId: Type.String(), requestTypeId: Type.String() });

const typesSchema = Type.Object(
  {
    groups: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
    workflows: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
    values: Type.Array(administeredTypeSchema),
  },
  { title: 'AdministeredRequestTypes' },
);

/** Request types, forms and groups as the desk's administrators make them. */
export function requestTypeAdminRoutes(app: App, { db }: Platform): void {
  async function all(database: Database, deskId: string) {
    const types = await listAdministeredTypes(database, deskId);
    return {
      groups: await listGroups(database, deskId, { start: 0, limit: maxGroups }),
      workflows: await listWorkflows(database),
      values: types.map(administeredTypeJson),
    };
  }

  async function edited(database: Database, deskId: string, id: string) {
    const type = await requireType(database, deskId, id);
    const forms = await formsOf(database, [id]);
    return editedTypeJson(type, forms.get(id) ?? [], await sectionsOf(database, id));
  }

  app.get(
    `${base}/request-type`,
    {
      schema: {
        operationId: 'listRequestTypes',
        tags,
        summary: 'Request types of a service desk in their order, archived ones last, and their groups',
        params: deskParams,
        response: { 200: typesSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const desk = await requireAdministeredDesk(db, requireViewer(request), request.params.serviceDeskId);
      return all(db, desk.id);
    },
  );

  app.get(
    `${base}/form-field`,
    {
      schema: {
        operationId: 'listFormFields',
        tags,
        summary: 'The fields that forms of a service desk can ask for, with the options that they have there',
        params: deskParams,
        response: {
          200: Type.Object({ values: Type.Array(askableFieldSchema) }),
          ...errorResponses(401, 403, 404),
        },
      },
    },
    async (request) => {
      const desk = await requireAdministeredDesk(db, requireViewer(request), request.params.serviceDeskId);
      const keys = await listAskableKeys(db);
      const fields = await askableFields(db, desk.id, keys);
      return { values: keys.flatMap((key) => fields.get(key) ?? []).map(askableFieldJson) };
    },
  );

  app.post(
    `${base}/request-type`,
    {
      schema: {
        operationId: 'addRequestType',
        tags,
        summary: 'Make a request type with its form',
        params: deskParams,
        body: Type.Object(
          { ...requestTypeInputProperties, workflowId: Type.Optional(Type.String()) },
          { additionalProperties: false },
        ),
        response: { 201: editedTypeSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const desk = await requireAdministeredDesk(db, requireViewer(request), request.params.serviceDeskId);
      const type = await db.transaction().execute(async (trx) => {
        const workflowId = request.body.workflowId ?? (await usualWorkflow(trx, desk.id));
        const input = { ...request.body, workflowId };
        return edited(trx, desk.id, await createRequestType(trx, desk.id, input, actorOf(request)));
      });
      return reply.code(201).send(type);
    },
  );

  app.get(
    `${base}/request-type/:requestTypeId`,
    {
      schema: {
        operationId: 'getEditedRequestType',
        tags,
        summary: 'A request type with its form, as it is changed',
        params: typeParams,
        response: { 200: editedTypeSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const desk = await requireAdministeredDesk(db, requireViewer(request), request.params.serviceDeskId);
      return edited(db, desk.id, request.params.requestTypeId);
    },
  );

  app.put(
    `${base}/request-type/:requestTypeId`,
    {
      schema: {
        operationId: 'changeRequestType',
        tags,
        summary: 'Change a request type with its form; a stale version is refused',
        params: typeParams,
        body: Type.Object(
          { ...requestTypeInputProperties, version: Type.Integer({ minimum: 1 }) },
          { additionalProperties: false },
        ),
        response: { 200: editedTypeSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      const desk = await requireAdministeredDesk(db, requireViewer(request), request.params.serviceDeskId);
      const { requestTypeId } = request.params;
      return db.transaction().execute(async (trx) => {
        await changeRequestType(trx, desk.id, requestTypeId, request.body, actorOf(request));
        return edited(trx, desk.id, requestTypeId);
      });
    },
  );

  for (const [act, isArchived] of [
    ['archive', true],
    ['restore', false],
  ] as const) {
    app.post(
      `${base}/request-type/:requestTypeId/${act}`,
      {
        schema: {
          operationId: `${act}RequestType`,
          tags,
          summary: isArchived
            ? 'Take a request type out of use; its requests go on'
            : 'Take a request type back into use',
          params: typeParams,
          response: { 200: editedTypeSchema, ...errorResponses(401, 403, 404, 409) },
        },
      },
      async (request) => {
        const desk = await requireAdministeredDesk(db, requireViewer(request), request.params.serviceDeskId);
        const { requestTypeId } = request.params;
        return db.transaction().execute(async (trx) => {
          await archiveRequestType(trx, desk.id, requestTypeId, isArchived, actorOf(request));
          return edited(trx, desk.id, requestTypeId);
        });
      },
    );
  }

  app.put(
    `${base}/request-type-order`,
    {
      schema: {
        operationId: 'orderRequestTypes',
        tags,
        summary: 'Put the request types that are in use into an order',
        params: deskParams,
        body: Type.Object(
          { ids: Type.Array(Type.String(), { maxItems: 1000 }) },
          { additionalProperties: false },
        ),
        response: { 200: typesSchema, ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const desk = await requireAdministeredDesk(db, requireViewer(request), request.params.serviceDeskId);
      return db.transaction().execute(async (trx) => {
        await orderRequestTypes(trx, desk.id, request.body.ids, actorOf(request));
        return all(trx, desk.id);
      });
    },
  );

  app.put(
    `${base}/request-type-group`,
    {
      schema: {
        operationId: 'changeRequestTypeGroups',
        tags,
        summary:
          'Make these the groups of request types; what is left out is deleted, its request types stay',
        params: deskParams,
        body: Type.Object(
          {
            groups: Type.Array(
              Type.Object(
                { id: Type.Optional(Type.String()), name: Type.String({ maxLength: 1000 }) },
                { additionalProperties: false },
              ),
              { maxItems: maxGroups },
            ),
          },
          { additionalProperties: false },
        ),
        response: { 200: typesSchema, ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const desk = await requireAdministeredDesk(db, requireViewer(request), request.params.serviceDeskId);
      return db.transaction().execute(async (trx) => {
        await changeGroups(trx, desk.id, request.body.groups, actorOf(request));
        return all(trx, desk.id);
      });
    },
  );

  app.post(
    '/rest/servicedeskapi/servicedesk/:serviceDeskId/requesttype',
    {
      schema: {
        operationId: 'createRequestType',
        tags,
        summary: 'Make a request type that asks for summary, description and files',
        params: deskParams,
        body: Type.Object(
          {
            issueTypeId: Type.Literal(serviceRequestIssueType.id),
            name: Type.String(),
            description: Type.Optional(Type.String()),
            helpText: Type.Optional(Type.String()),
          },
          { additionalProperties: false },
        ),
        response: { 201: requestTypeSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const desk = await requireAdministeredDesk(db, requireViewer(request), request.params.serviceDeskId);
      const { name, description = '', helpText = '' } = request.body;
      const type = await db.transaction().execute(async (trx) => {
        const workflowId = await usualWorkflow(trx, desk.id);
        const input = {
          name,
          description,
          helpText,
          icon: 'help',
          workflowId,
          groupIds: [],
          form: plainForm,
        };
        return requestTypeOf(trx, desk.id, await createRequestType(trx, desk.id, input, actorOf(request)));
      });
      if (!type) throw new Error('A request type that was made is not there');
      return reply.code(201).send(requestTypeJson(type, app.siteAddress));
    },
  );

  app.delete(
    '/rest/servicedeskapi/servicedesk/:serviceDeskId/requesttype/:requestTypeId',
    {
      schema: {
        operationId: 'deleteRequestType',
        tags,
        summary: 'Delete a request type; one that has requests is archived',
        params: typeParams,
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const desk = await requireAdministeredDesk(db, requireViewer(request), request.params.serviceDeskId);
      await db
        .transaction()
        .execute((trx) => removeRequestType(trx, desk.id, request.params.requestTypeId, actorOf(request)));
      return reply.code(204).send(null);
    },
  );
}
