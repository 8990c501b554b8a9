import { sql } from 'kysely';
import { type Static, Type } from 'typebox';
import { requireViewer, type Viewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { NotFound } from '../../platform/http/errors.ts';
import { page, pageQueryProperties, pageQuerySchema, pageSchema } from '../../platform/http/paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAgentDesk } from '../access.ts';
import { requireId } from '../addresses.ts';
import { listedIssueJson, listedIssueSchema } from '../issues/json.ts';
import { type CompiledQuery, compileJqls } from '../jql/compile.ts';
import { showing } from '../people.ts';
import { listRequests } from '../requests/store.ts';
import { maxCount, queueJson, queueSchema } from './json.ts';
import { countRequests, listQueues, type Queue, queueOf } from './store.ts';

const tags = ['Queues'];
const deskParams = Type.Object({ serviceDeskId: Type.String() });
const queueParams = Type.Object({ serviceDeskId: Type.String(), queueId: Type.String() });
const includeCount = Type.Boolean({
  default: false,
  description: `Count the requests of each queue, up to ${maxCount}`,
});

/** Queues: for agents of the desk. */
export function queueRoutes(app: App, { db, config }: Platform): void {
  const site = { url: config.url, siteAddress: app.siteAddress };

  /** A queue finds requests of its own desk only, whatever its query says. */
  async function compiled(queues: readonly Queue[], viewer: Viewer): Promise<CompiledQuery[]> {
    const found = await compileJqls(
      db,
      viewer,
      queues.map(({ jql }) => jql),
    );
    return found.map(({ where, sorting }, index) => ({
      where: sql`(request.service_desk_id = ${queues[index]?.serviceDeskId} and ${where})`,
      sorting,
    }));
  }

  async function shown(
    queues: readonly Queue[],
    viewer: Viewer,
    isCounted: boolean,
  ): Promise<Static<typeof queueSchema>[]> {
    if (!isCounted) return queues.map((queue) => queueJson(queue, app.siteAddress));
    const conditions = (await compiled(queues, viewer)).map(({ where }) => where);
    const counts = await countRequests(db, viewer, conditions, maxCount + 1);
    return queues.map((queue, index) => queueJson(queue, app.siteAddress, counts[index]));
  }

  async function requireQueue(serviceDeskId: string, idText: string): Promise<Queue> {
    const message = 'There is no such queue on this service desk.';
    const queue = await queueOf(db, serviceDeskId, requireId(idText, message));
    if (!queue) throw new NotFound(message);
    return queue;
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
      return page({ request, start, limit }, await shown(queues, viewer, isCounted));
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
      const queue = await requireQueue(desk.id, request.params.queueId);
      const [json] = await shown([queue], viewer, request.query.includeCount);
      return json ?? queueJson(queue, app.siteAddress);
    },
  );

  app.get(
    '/rest/servicedeskapi/servicedesk/:serviceDeskId/queue/:queueId/issue',
    {
      schema: {
        operationId: 'getIssuesInQueue',
        tags,
        summary: 'The requests in a queue',
        params: queueParams,
        querystring: pageQuerySchema,
        response: { 200: pageSchema(listedIssueSchema), ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const desk = await requireAgentDesk(db, viewer, request.params.serviceDeskId);
      const queue = await requireQueue(desk.id, request.params.queueId);
      const { start, limit } = request.query;
      const [query] = await compiled([queue], viewer);
      const rows = query ? await listRequests(db, viewer, { ...query, start, limit }) : [];
      const people = rows.flatMap(({ reporterId, assigneeId }) => [reporterId, assigneeId]);
      const shownTo = await showing(db, site, viewer, people);
      return page(
        { request, start, limit },
        rows.map((row) => listedIssueJson(row, shownTo)),
      );
    },
  );
}
