import { Type } from 'typebox';
import { requireViewer, type Viewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { page, pageQueryProperties, pageSchema } from '../../platform/http/paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAgentDesk } from '../access.ts';
import { siteOf } from '../people.ts';
import { administerQueueRoutes } from './administer-routes.ts';
import { defaultColumns } from './columns.ts';
import { createQueueCounts } from './counts.ts';
import { deskQueueRoutes } from './desk-queue-routes.ts';
import { maxCount, queueIssueSchema, queueJson, queueSchema } from './json.ts';
import { compileQueue, requireQueue } from './query.ts';
import { listQueueIssues } from './queue-issues.ts';
import { listQueues, type Queue } from './store.ts';

const tags = ['Queues'];
const deskParams = Type.Object({ serviceDeskId: Type.String() });
const queueParams = Type.Object({ serviceDeskId: Type.String(), queueId: Type.String() });
const includeCount = Type.Boolean({
  default: false,
  description: `Count the requests of each queue, up to ${maxCount}`,
});

/** Queues: for agents of the desk. */
export function queueRoutes(app: App, platform: Platform): void {
  const { db } = platform;
  const counts = createQueueCounts(db);
  deskQueueRoutes(app, platform, counts);
  administerQueueRoutes(app, platform, counts);

  async function shown(viewer: Viewer, serviceDeskId: string, queues: readonly Queue[], isCounted: boolean) {
    const counted = isCounted ? await counts.of(serviceDeskId, viewer, queues) : null;
    return queues.map((queue) => queueJson(queue, app.siteAddress, counted?.get(queue.id)));
  }

  app.get(
    '/rest/servicedeskapi/servicedesk/:serviceDeskId/queue',
    {
      schema: {
        operationId: 'getQueues',
        tags,
        summary: 'The queues of a service desk',
        params: deskParams,
        querystring: Type.Object({ ...pageQueryProperties, includeCount }),
        response: { 200: pageSchema(queueSchema), ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const desk = await requireAgentDesk(db, viewer, request.params.serviceDeskId);
      const { start, limit, includeCount: isCounted } = request.query;
      const queues = await listQueues(db, desk.id, { start, limit });
      return page({ request, start, limit }, await shown(viewer, desk.id, queues, isCounted));
    },
  );

  app.get(
    '/rest/servicedeskapi/servicedesk/:serviceDeskId/queue/:queueId',
    {
      schema: {
        operationId: 'getQueue',
        tags,
        summary: 'A queue',
        params: queueParams,
        querystring: Type.Object({ includeCount }),
        response: { 200: queueSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const desk = await requireAgentDesk(db, viewer, request.params.serviceDeskId);
      const queue = await requireQueue(db, desk.id, request.params.queueId);
      const [json] = await shown(viewer, desk.id, [queue], request.query.includeCount);
      return json ?? queueJson(queue, app.siteAddress);
    },
  );

  app.get(
    '/rest/servicedeskapi/servicedesk/:serviceDeskId/queue/:queueId/issue',
    {
      schema: {
        operationId: 'getIssuesInQueue',
        tags,
        summary: 'The requests in a queue, with its columns',
        params: queueParams,
        querystring: Type.Object({
          ...pageQueryProperties,
          orderBy: Type.Optional(
            Type.String({
              minLength: 1,
              maxLength: 500,
              description:
                'In place of the queue’s own order: what follows ORDER BY in JQL, such as `priority DESC`',
            }),
          ),
        }),
        response: { 200: pageSchema(queueIssueSchema), ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const desk = await requireAgentDesk(db, viewer, request.params.serviceDeskId);
      const queue = await requireQueue(db, desk.id, request.params.queueId);
      const { start, limit, orderBy } = request.query;
      const issues = await listQueueIssues(db, siteOf(request), viewer, {
        query: await compileQueue(db, viewer, queue, orderBy),
        name: `${desk.id} ${queue.jql} ${orderBy ?? ''}`,
        columns: queue.columns ?? defaultColumns,
        start,
        limit,
      });
      return page({ request, start, limit }, issues);
    },
  );
}
