import { Type } from 'typebox';
import { actorOf, requireAdministrator, requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { NotFound } from '../../platform/http/errors.ts';
import { page, pageQuerySchema, pageSchema } from '../../platform/http/paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAdministeredDesk, requireDesk } from '../access.ts';
import { queuesOfDesks } from '../queues/store.ts';
import { previewAccess } from './access-preview.ts';
import { accessSchema, customersShareWithSchema, serviceDeskJson, serviceDeskSchema } from './json.ts';
import { accentColors, changeServiceDesk, createServiceDesk } from './service-desks.ts';
import { deskUsedBy, listDesksServedBy, listDesksUsedBy } from './store.ts';
import { deskTemplateJson, deskTemplateSchema } from './templates/json.ts';
import { templateKeys, templates } from './templates/templates.ts';

const tags = ['Service desks'];
const accentColorSchema = Type.Enum([...accentColors]);

const concernedSchema = Type.Object({
  count: Type.Integer({ description: 'At most 1,000' }),
  isMore: Type.Boolean({ description: 'There are more than were counted' }),
  names: Type.Array(Type.String(), { description: 'Of the first five' }),
});

/** Service desks: read by everyone who may use them, made by administrators, changed by those who administer them. */
export function serviceDeskRoutes(app: App, { db }: Platform): void {
  app.get(
    '/rest/servicedeskapi/servicedesk',
    {
      schema: {
        operationId: 'getServiceDesks',
        tags,
        summary: 'The service desks that you may use',
        querystring: pageQuerySchema,
        response: { 200: pageSchema(serviceDeskSchema), ...errorResponses(401) },
      },
    },
    async (request) => {
      const { start, limit } = request.query;
      const desks = await listDesksUsedBy(db, requireViewer(request), { start, limit });
      return page(
        { request, start, limit },
        desks.map((desk) => serviceDeskJson(desk, app.siteAddress)),
      );
    },
  );

  app.get(
    '/rest/servicedeskapi/servicedesk/:serviceDeskId',
    {
      schema: {
        operationId: 'getServiceDeskById',
        tags,
        summary: 'A service desk, by its id or its project key',
        params: Type.Object({ serviceDeskId: Type.String() }),
        response: { 200: serviceDeskSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const { id } = await requireDesk(db, viewer, request.params.serviceDeskId);
      const desk = await deskUsedBy(db, viewer, id);
      if (!desk) throw new NotFound('There is no such service desk, or it is not open to you.');
      return serviceDeskJson(desk, app.siteAddress);
    },
  );

  app.get(
    '/rest/portico/1/my-desks',
    {
      schema: {
        operationId: 'getMyDesks',
        tags,
        summary: 'The service desks whose agent you are, with their queues',
        response: {
          200: Type.Object({
            values: Type.Array(
              Type.Object({
                id: Type.String(),
                projectKey: Type.String(),
                projectName: Type.String(),
                portalName: Type.String(),
                accentColor: Type.String(),
                isAdministrator: Type.Boolean({ description: 'You may set it up' }),
                queues: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
              }),
            ),
          }),
          ...errorResponses(401),
        },
      },
    },
    async (request) => {
      const desks = await listDesksServedBy(db, requireViewer(request));
      const queues = await queuesOfDesks(
        db,
        desks.map(({ id }) => id),
      );
      return {
        values: desks.map(({ id, projectKey, projectName, portalName, accentColor, isAdministrator }) => ({
          id,
          projectKey,
          projectName,
          portalName,
          accentColor,
          isAdministrator,
          queues: (queues.get(id) ?? []).map((queue) => ({ id: queue.id, name: queue.name })),
        })),
      };
    },
  );

  app.post(
    '/rest/portico/1/service-desk',
    {
      schema: {
        operationId: 'createServiceDesk',
        tags,
        summary: 'Make a service desk with the request types, workflows, fields and queues of a template',
        body: Type.Object(
          {
            projectKey: Type.String({ description: '2 to 10 capital letters and digits, such as HELP' }),
            projectName: Type.String(),
            portalName: Type.String({ description: 'What customers read' }),
            description: Type.Optional(Type.String()),
            template: Type.Optional(
              Type.Enum([...templateKeys], { description: 'Customer support unless another is named' }),
            ),
            access: accessSchema,
            customersShareWith: Type.Optional(customersShareWithSchema),
            accentColor: Type.Optional(accentColorSchema),
          },
          { additionalProperties: false },
        ),
        response: { 201: serviceDeskSchema, ...errorResponses(400, 401, 403, 409) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      const auditActor = actorOf(request);
      const desk = await db
        .transaction()
        .execute((trx) => createServiceDesk(trx, { ...request.body, auditActor }));
      reply.code(201);
      return serviceDeskJson(desk, app.siteAddress);
    },
  );

  app.get(
    '/rest/portico/1/service-desk-template',
    {
      schema: {
        operationId: 'getServiceDeskTemplates',
        tags,
        summary: 'What new service desks can begin with',
        response: {
          200: Type.Object({ values: Type.Array(deskTemplateSchema) }),
          ...errorResponses(401, 403),
        },
      },
    },
    async (request) => {
      requireAdministrator(request);
      return { values: templateKeys.map((key) => deskTemplateJson(templates[key])) };
    },
  );

  app.put(
    '/rest/portico/1/service-desk/:serviceDeskId',
    {
      schema: {
        operationId: 'changeServiceDesk',
        tags,
        summary: 'Change a service desk; what is left out stays as it is',
        params: Type.Object({ serviceDeskId: Type.String() }),
        body: Type.Object(
          {
            portalName: Type.Optional(Type.String()),
            description: Type.Optional(Type.String()),
            accentColor: Type.Optional(accentColorSchema),
            access: Type.Optional(accessSchema),
            customersShareWith: Type.Optional(customersShareWithSchema),
            isListed: Type.Optional(
              Type.Boolean({ description: 'People who have not signed in see it in the help center' }),
            ),
            version: Type.Integer({
              minimum: 1,
              description: 'The version that you saw; 409 when it has changed',
            }),
          },
          { additionalProperties: false },
        ),
        response: { 200: serviceDeskSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const { id } = await requireAdministeredDesk(db, viewer, request.params.serviceDeskId);
      const desk = await db
        .transaction()
        .execute((trx) => changeServiceDesk(trx, id, request.body, actorOf(request)));
      return serviceDeskJson(desk, app.siteAddress);
    },
  );

  app.get(
    '/rest/portico/1/service-desk/:serviceDeskId/access-preview',
    {
      schema: {
        operationId: 'previewServiceDeskAccess',
        tags,
        summary: 'Who could no longer, and who could newly, use a service desk if it were for others',
        params: Type.Object({ serviceDeskId: Type.String() }),
        querystring: Type.Object({ access: accessSchema }),
        response: {
          200: Type.Object({ losing: concernedSchema, gaining: concernedSchema }),
          ...errorResponses(400, 401, 403, 404),
        },
      },
    },
    async (request) => {
      const { id } = await requireAdministeredDesk(db, requireViewer(request), request.params.serviceDeskId);
      const { losing, gaining } = await previewAccess(db, id, request.query.access);
      return {
        losing: { ...losing, names: [...losing.names] },
        gaining: { ...gaining, names: [...gaining.names] },
      };
    },
  );
}
