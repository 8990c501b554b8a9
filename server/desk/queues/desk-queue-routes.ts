import { Type } from 'typebox';
import { requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAgentDesk } from '../access.ts';
import { maxQueues } from './administer-queues.ts';
import type { QueueCounts } from './counts.ts';
import { deskQueueJson, deskQueueSchema, deskQueuesSchema, maxCount, queueGroupJson } from './json.ts';
import { requireQueue } from './query.ts';
import { listGroups, listQueues, setStar, starredBy } from './store.ts';
import { takeNext } from './take-next.ts';

const tags = ['Queues'];
const base = '/rest/portico/1/service-desk/:serviceDeskId/queue';
const deskParams = Type.Object({ serviceDeskId: Type.String() });
const params = Type.Object({ serviceDeskId: Type.String(), queueId: Type.String() });

/** Queues as agents work from them: in sections, with stars, one request after the other. */
export function deskQueueRoutes(app: App, { db }: Platform, counts: QueueCounts): void {
  app.get(
    base,
    {
      schema: {
        operationId: 'listDeskQueues',
        tags,
        summary: 'All queues of a service desk, with their sections and your stars',
        params: deskParams,
        querystring: Type.Object({
          includeCount: Type.Boolean({
            default: false,
            description: `Count the requests of each queue, up to ${maxCount}`,
          }),
        }),
        response: { 200: deskQueuesSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const desk = await requireAgentDesk(db, viewer, request.params.serviceDeskId);
      const [groups, queues, starred] = await Promise.all([
        listGroups(db, desk.id),
        listQueues(db, desk.id, { start: 0, limit: maxQueues }),
        starredBy(db, viewer.id, desk.id),
      ]);
      const counted = request.query.includeCount ? await counts.of(desk.id, viewer, queues) : null;
      return {
        groups: groups.map(queueGroupJson),
        queues: queues.map((queue) => deskQueueJson(queue, starred, counted?.get(queue.id))),
      };
    },
  );

  app.get(
    `${base}/:queueId`,
    {
      schema: {
        operationId: 'getDeskQueue',
        tags,
        summary: 'A queue as it is set up',
        params,
        response: { 200: deskQueueSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const desk = await requireAgentDesk(db, viewer, request.params.serviceDeskId);
      const queue = await requireQueue(db, desk.id, request.params.queueId);
      return deskQueueJson(queue, await starredBy(db, viewer.id, desk.id));
    },
  );

  for (const [method, operationId, summary, isStarred] of [
    ['put', 'starQueue', 'Star a queue for yourself: it stands before the others', true],
    ['delete', 'unstarQueue', 'Take your star of a queue back', false],
  ] as const) {
    app[method](
      `${base}/:queueId/star`,
      {
        schema: {
          operationId,
          tags,
          summary,
          params,
          response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
        },
      },
      async (request, reply) => {
        const viewer = requireViewer(request);
        const desk = await requireAgentDesk(db, viewer, request.params.serviceDeskId);
        const queue = await requireQueue(db, desk.id, request.params.queueId);
        await setStar(db, { accountId: viewer.id, queueId: queue.id, isStarred });
        return reply.code(204).send(null);
      },
    );
  }

  app.post(
    `${base}/:queueId/take-next`,
    {
      schema: {
        operationId: 'takeNextOfQueue',
        tags,
        summary: 'Assign the first open request of a queue that is nobody’s to you; 409 when there is none',
        params,
        response: {
          200: Type.Object(
            { id: Type.String(), key: Type.String() },
            { title: 'TakenRequest', description: 'The request that is yours now' },
          ),
          ...errorResponses(400, 401, 403, 404, 409),
        },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const desk = await requireAgentDesk(db, viewer, request.params.serviceDeskId);
      const queue = await requireQueue(db, desk.id, request.params.queueId);
      return takeNext(db, viewer, queue);
    },
  );
}
