import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { actorOf, requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAdministeredDesk } from '../access.ts';
import { nullable } from '../issues/api-version.ts';
import { siteOf } from '../people.ts';
import { addQueue, changeQueue, deleteQueue, maxQueues, type QueueChanger } from './administer-queues.ts';
import { addGroup, arrangeQueues, deleteGroup, maxGroups, renameGroup } from './arrange-queues.ts';
import type { QueueCounts } from './counts.ts';
import {
  deskQueueJson,
  deskQueueSchema,
  maxCount,
  queueGroupJson,
  queueGroupSchema,
  queueIssueSchema,
} from './json.ts';
import { previewQueue } from './preview-queue.ts';
import { requireQueue } from './query.ts';
import { starredBy } from './store.ts';

const tags = ['Queues'];
const desk = '/rest/portico/1/service-desk/:serviceDeskId';
const deskParams = Type.Object({ serviceDeskId: Type.String() });
const queueParams = Type.Object({ serviceDeskId: Type.String(), queueId: Type.String() });
const groupParams = Type.Object({ serviceDeskId: Type.String(), groupId: Type.String() });

const columnsSchema = nullable(
  Type.Array(Type.String({ maxLength: 100 }), {
    maxItems: 200,
    description: 'Ids of fields, in order; null for those that every list begins with',
  }),
);
const jqlSchema = Type.String({ maxLength: 20_000, description: 'Finds requests of this desk only' });
const queueInput = {
  name: Type.String({ maxLength: 1_000 }),
  jql: jqlSchema,
  columns: columnsSchema,
  groupId: nullable(Type.String({ description: 'null: before all sections' })),
  isTeamPriority: Type.Boolean(),
};
const groupInput = Type.Object({ name: Type.String({ maxLength: 1_000 }) }, { additionalProperties: false });
const problemSchema = Type.Object({
  message: Type.String(),
  line: Type.Integer(),
  column: Type.Integer(),
  start: Type.Integer({ description: 'Index of the first character' }),
  end: Type.Integer({ description: 'Index of the one after the last' }),
  suggestion: Type.Optional(Type.String({ description: 'What may be meant, to stand there instead' })),
});

/** Which queues a desk has: for its administrators. */
export function administerQueueRoutes(app: App, { db }: Platform, counts: QueueCounts): void {
  const changer = (request: FastifyRequest): QueueChanger => ({
    viewer: requireViewer(request),
    audit: actorOf(request),
  });
  async function shown(request: FastifyRequest, serviceDeskId: string, id: string) {
    const queue = await requireQueue(db, serviceDeskId, id);
    return deskQueueJson(queue, await starredBy(db, requireViewer(request).id, serviceDeskId));
  }

  app.post(
    `${desk}/queue`,
    {
      schema: {
        operationId: 'addQueue',
        tags,
        summary: 'Add a queue to a service desk',
        params: deskParams,
        body: Type.Object(queueInput, { additionalProperties: false }),
        response: { 201: deskQueueSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const { id } = await requireAdministeredDesk(db, requireViewer(request), request.params.serviceDeskId);
      const queueId = await db
        .transaction()
        .execute((trx) => addQueue(trx, id, request.body, changer(request)));
      return reply.code(201).send(await shown(request, id, queueId));
    },
  );

  app.put(
    `${desk}/queue/:queueId`,
    {
      schema: {
        operationId: 'changeQueue',
        tags,
        summary: 'Change a queue',
        params: queueParams,
        body: Type.Object(
          { ...queueInput, version: Type.Integer({ minimum: 1 }) },
          { additionalProperties: false },
        ),
        response: { 200: deskQueueSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      const { queueId } = request.params;
      const { id } = await requireAdministeredDesk(db, requireViewer(request), request.params.serviceDeskId);
      const { version, ...input } = request.body;
      const which = { serviceDeskId: id, id: queueId, version };
      await db.transaction().execute((trx) => changeQueue(trx, which, input, changer(request)));
      return shown(request, id, queueId);
    },
  );

  app.delete(
    `${desk}/queue/:queueId`,
    {
      schema: {
        operationId: 'deleteQueue',
        tags,
        summary: 'Delete a queue; the requests in it stay',
        params: queueParams,
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { queueId } = request.params;
      const { id } = await requireAdministeredDesk(db, requireViewer(request), request.params.serviceDeskId);
      await db
        .transaction()
        .execute((trx) => deleteQueue(trx, { serviceDeskId: id, id: queueId }, actorOf(request)));
      return reply.code(204).send(null);
    },
  );

  app.post(
    `${desk}/queue-preview`,
    {
      schema: {
        operationId: 'previewQueue',
        tags,
        summary: 'What a queue would find, before it is saved',
        params: deskParams,
        body: Type.Object({ jql: jqlSchema, columns: columnsSchema }, { additionalProperties: false }),
        response: {
          200: Type.Object(
            {
              problems: Type.Array(problemSchema, { description: 'With any of them it cannot be saved' }),
              issueCount: Type.Optional(Type.Integer({ description: `At most ${maxCount}` })),
              isCapped: Type.Optional(Type.Boolean({ description: `There are more than ${maxCount}` })),
              values: Type.Array(queueIssueSchema, { description: 'The first of them' }),
            },
            { title: 'QueuePreview' },
          ),
          ...errorResponses(400, 401, 403, 404),
        },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const { id } = await requireAdministeredDesk(db, viewer, request.params.serviceDeskId);
      return previewQueue({ db, counts, site: siteOf(request) }, viewer, id, request.body);
    },
  );

  app.put(
    `${desk}/queue-order`,
    {
      schema: {
        operationId: 'arrangeQueues',
        tags,
        summary: 'Put all queues and sections of a service desk into an order',
        params: deskParams,
        body: Type.Object(
          {
            groups: Type.Array(
              Type.Object(
                {
                  groupId: nullable(Type.String()),
                  queueIds: Type.Array(Type.String(), { maxItems: maxQueues }),
                },
                { additionalProperties: false },
              ),
              { maxItems: maxGroups + 1 },
            ),
          },
          { additionalProperties: false },
        ),
        response: { 204: Type.Null(), ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const { id } = await requireAdministeredDesk(db, requireViewer(request), request.params.serviceDeskId);
      await db.transaction().execute((trx) => arrangeQueues(trx, id, request.body.groups, actorOf(request)));
      return reply.code(204).send(null);
    },
  );

  app.post(
    `${desk}/queue-group`,
    {
      schema: {
        operationId: 'addQueueGroup',
        tags,
        summary: 'Add a section to the queues of a service desk',
        params: deskParams,
        body: groupInput,
        response: { 201: queueGroupSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const { id } = await requireAdministeredDesk(db, requireViewer(request), request.params.serviceDeskId);
      const group = await db
        .transaction()
        .execute((trx) => addGroup(trx, id, request.body.name, actorOf(request)));
      return reply.code(201).send(queueGroupJson(group));
    },
  );

  app.put(
    `${desk}/queue-group/:groupId`,
    {
      schema: {
        operationId: 'renameQueueGroup',
        tags,
        summary: 'Give a section of queues another name',
        params: groupParams,
        body: groupInput,
        response: { 200: queueGroupSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      const { groupId } = request.params;
      const { id } = await requireAdministeredDesk(db, requireViewer(request), request.params.serviceDeskId);
      const which = { serviceDeskId: id, id: groupId };
      const group = await db
        .transaction()
        .execute((trx) => renameGroup(trx, which, request.body.name, actorOf(request)));
      return queueGroupJson(group);
    },
  );

  app.delete(
    `${desk}/queue-group/:groupId`,
    {
      schema: {
        operationId: 'deleteQueueGroup',
        tags,
        summary: 'Delete a section; its queues stay, before all sections',
        params: groupParams,
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { groupId } = request.params;
      const { id } = await requireAdministeredDesk(db, requireViewer(request), request.params.serviceDeskId);
      await db
        .transaction()
        .execute((trx) => deleteGroup(trx, { serviceDeskId: id, id: groupId }, actorOf(request)));
      return reply.code(204).send(null);
    },
  );
}
