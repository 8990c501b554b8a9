import { Type } from 'typebox';
import { actorOf, requireViewer, type Viewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { NotFound } from '../../platform/http/errors.ts';
import { page, pageQueryProperties, pageQuerySchema, pageSchema } from '../../platform/http/paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { beginOperation, requireAgentOfAnyDesk, retryOperation, runJob } from './begin.ts';
import { bulkActs } from './input.ts';
import { idsOrKeysSchema, itemSchema, jqlSchema, operationJson, operationSchema } from './json.ts';
import { runOperation } from './run.ts';
import { meantRequests } from './selection.ts';
import { bulkSelectionRoutes } from './selection-routes.ts';
import {
  type BulkOperation,
  findOperation,
  listItems,
  listOperations,
  noteCancelled,
  outcomes,
  sweepOperations,
} from './store.ts';
import { bulkTopicRules } from './tell.ts';

const tags = ['Bulk operations'];
const params = Type.Object({ id: Type.String() });
const fieldValues = Type.Record(Type.String(), Type.Unknown(), { maxProperties: 200 });

/** Doing something to many requests at once: for agents, who see only what they began themselves. */
export function bulkRoutes(app: App, platform: Platform): void {
  const { db, jobs, events, log } = platform;
  bulkSelectionRoutes(app, platform);
  jobs.define<{ operationId: string }>(runJob, ({ operationId }) =>
    runOperation({ db, log, jobs }, operationId),
  );
  jobs.define('desk.bulk-sweep', () => sweepOperations(db));
  jobs.schedule('desk.bulk-sweep', '53 3 * * *');
  events.registerTopic('bulk', bulkTopicRules(db));

  async function requireOwn(viewer: Viewer, id: string): Promise<BulkOperation> {
    const operation = await findOperation(db, id);
    if (operation?.accountId === viewer.id) return operation;
    throw new NotFound(
      'There is no such bulk operation. They are kept for 30 days, and seen by whoever began them.',
    );
  }

  app.post(
    '/rest/portico/1/bulk',
    {
      schema: {
        operationId: 'beginBulkOperation',
        tags,
        summary: 'Do something to many requests: those named, or all that a query finds',
        description:
          'It is done by a job, as whoever asks. What is refused to one request does not keep it from the others: ask for the items.',
        body: Type.Object(
          {
            act: Type.Enum([...bulkActs]),
            issueIdsOrKeys: Type.Optional(idsOrKeysSchema),
            jql: Type.Optional(jqlSchema),
            fields: Type.Optional({
              ...fieldValues,
              description: 'edit: new values, as of an issue; transition: what its screen asks for',
            }),
            update: Type.Optional(
              Type.Record(
                Type.String(),
                Type.Array(Type.Record(Type.String(), Type.Unknown()), { maxItems: 1000 }),
                {
                  description: 'edit: what to do with values that are there: {"labels": [{"add": "vpn"}]}',
                  maxProperties: 200,
                },
              ),
            ),
            transitionIds: Type.Optional(
              Type.Array(Type.String(), {
                maxItems: 100,
                description:
                  'transition: of these, each request makes the one that its workflow has where it stands',
              }),
            ),
            comment: Type.Optional(
              Type.Object(
                {
                  body: Type.String({ description: 'Plain text' }),
                  public: Type.Boolean({ default: false }),
                },
                { additionalProperties: false, description: 'Said in each of the requests' },
              ),
            ),
          },
          { additionalProperties: false },
        ),
        response: { 202: operationSchema, ...errorResponses(400, 401, 403) },
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      await requireAgentOfAnyDesk(db, viewer);
      const { act, issueIdsOrKeys, jql: query, ...input } = request.body;
      const requests = await meantRequests(db, viewer, {
        ...(issueIdsOrKeys && { issueIdsOrKeys }),
        ...(query !== undefined && { jql: query }),
      });
      const id = await db.transaction().execute((trx) =>
        beginOperation(trx, jobs, {
          person: viewer,
          act,
          input: { ...input, by: actorOf(request) },
          requests,
        }),
      );
      return reply.code(202).send(operationJson(await requireOwn(viewer, id)));
    },
  );

  app.get(
    '/rest/portico/1/bulk',
    {
      schema: {
        operationId: 'listBulkOperations',
        tags,
        summary: 'What you began to do to many requests, newest first; kept for 30 days',
        querystring: pageQuerySchema,
        response: { 200: pageSchema(operationSchema), ...errorResponses(401, 403) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      await requireAgentOfAnyDesk(db, viewer);
      const { start, limit } = request.query;
      const operations = await listOperations(db, viewer.id, { start, limit });
      return page({ request, start, limit }, operations.map(operationJson));
    },
  );

  app.get(
    '/rest/portico/1/bulk/:id',
    {
      schema: {
        operationId: 'getBulkOperation',
        tags,
        summary: 'How far something is that is done to many requests',
        params,
        response: { 200: operationSchema, ...errorResponses(401, 404) },
      },
    },
    async (request) => operationJson(await requireOwn(requireViewer(request), request.params.id)),
  );

  app.get(
    '/rest/portico/1/bulk/:id/item',
    {
      schema: {
        operationId: 'listBulkOperationItems',
        tags,
        summary: 'How it went for each request',
        params,
        querystring: Type.Object({
          ...pageQueryProperties,
          outcome: Type.Optional(
            Type.Enum([...outcomes, 'open'], { description: 'open: its turn has not come' }),
          ),
        }),
        response: { 200: pageSchema(itemSchema), ...errorResponses(400, 401, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const { id } = await requireOwn(viewer, request.params.id);
      const { start, limit, outcome } = request.query;
      const items = await listItems(db, viewer, id, { outcome, start, limit });
      return page(
        { request, start, limit },
        items.map(({ key, summary, outcome: result, message }) => ({
          key,
          summary,
          outcome: result,
          message,
        })),
      );
    },
  );

  app.post(
    '/rest/portico/1/bulk/:id/cancel',
    {
      schema: {
        operationId: 'cancelBulkOperation',
        tags,
        summary: 'Go no further: what was done stays done',
        params,
        response: { 200: operationSchema, ...errorResponses(401, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const { id } = await requireOwn(viewer, request.params.id);
      await noteCancelled(db, id);
      return operationJson(await requireOwn(viewer, id));
    },
  );

  app.post(
    '/rest/portico/1/bulk/:id/retry',
    {
      schema: {
        operationId: 'retryBulkOperation',
        tags,
        summary:
          'Do it once more to the requests to which it was refused or never came: a bulk operation of its own',
        params,
        response: { 202: operationSchema, ...errorResponses(401, 404, 409) },
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const operation = await requireOwn(viewer, request.params.id);
      const id = await db
        .transaction()
        .execute((trx) => retryOperation(trx, jobs, { person: viewer, operation, by: actorOf(request) }));
      return reply.code(202).send(operationJson(await requireOwn(viewer, id)));
    },
  );
}
