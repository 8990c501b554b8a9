import { Type } from 'typebox';
import { actorOf, requireAdministrator, requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { editedStatusJson, editedStatusSchema } from './admin-json.ts';
import { changeStatus, createStatus, removeStatus, requireStatus } from './statuses.ts';
import { requireWorkflowRights } from './who-may.ts';
import { listStatuses } from './workflow-store.ts';

const tags = ['Workflows'];
const base = '/rest/portico/1/status';
const params = Type.Object({ statusId: Type.String() });
const bodySchema = Type.Object(
  {
    name: Type.String({ maxLength: 1000 }),
    description: Type.String({ maxLength: 4000 }),
    category: Type.Enum(['new', 'indeterminate', 'done']),
    customerName: Type.Union([Type.String({ maxLength: 1000 }), Type.Null()], {
      description: 'What customers read where no workflow says otherwise; null: the name',
    }),
  },
  { additionalProperties: false },
);

/** Statuses as administrators make them. */
export function statusRoutes(app: App, { db }: Platform): void {
  app.get(
    base,
    {
      schema: {
        operationId: 'listStatuses',
        tags,
        summary: 'All statuses, and the workflows that have them',
        response: {
          200: Type.Object({ values: Type.Array(editedStatusSchema) }),
          ...errorResponses(401, 403),
        },
      },
    },
    async (request) => {
      await requireWorkflowRights(db, requireViewer(request));
      return { values: (await listStatuses(db)).map(editedStatusJson) };
    },
  );

  app.post(
    base,
    {
      schema: {
        operationId: 'createStatus',
        tags,
        summary: 'Make a status',
        body: bodySchema,
        response: { 201: editedStatusSchema, ...errorResponses(400, 401, 403, 409) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      const status = await db.transaction().execute(async (trx) => {
        return requireStatus(trx, await createStatus(trx, request.body, actorOf(request)));
      });
      return reply.code(201).send(editedStatusJson(status));
    },
  );

  app.put(
    `${base}/:statusId`,
    {
      schema: {
        operationId: 'changeStatus',
        tags,
        summary: 'Change a status, in all workflows that have it',
        params,
        body: bodySchema,
        response: { 200: editedStatusSchema, ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { statusId } = request.params;
      return db.transaction().execute(async (trx) => {
        await changeStatus(trx, statusId, request.body, actorOf(request));
        return editedStatusJson(await requireStatus(trx, statusId));
      });
    },
  );

  app.delete(
    `${base}/:statusId`,
    {
      schema: {
        operationId: 'deleteStatus',
        tags,
        summary: 'Delete a status that no workflow has and no request was ever in',
        params,
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      await db.transaction().execute((trx) => removeStatus(trx, request.params.statusId, actorOf(request)));
      return reply.code(204).send(null);
    },
  );
}
