import { Type } from 'typebox';
import { requireViewer, type Viewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { NotFound } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAgentDesk } from '../access.ts';
import { requireId } from '../addresses.ts';
import { loadChoices } from '../issues/field-meta.ts';
import { queueOf } from '../queues/store.ts';
import { requireAgentOfAnyDesk } from './begin.ts';
import { idsOrKeysSchema, jqlSchema, optionsJson, optionsSchema } from './json.ts';
import { optionsFor } from './options.ts';
import { findRequests, maxRequests, namedRequests } from './selection.ts';

const tags = ['Bulk operations'];

/** What is asked before something is done to many requests: which they are, and what can be done to them. */
export function bulkSelectionRoutes(app: App, { db }: Pick<Platform, 'db'>): void {
  app.post(
    '/rest/portico/1/bulk/selection',
    {
      schema: {
        operationId: 'selectRequests',
        tags,
        summary: `The keys of all requests that a query or a queue finds, at most ${maxRequests}`,
        body: Type.Object(
          {
            jql: Type.Optional(jqlSchema),
            queue: Type.Optional(
              Type.Object(
                { serviceDeskId: Type.String(), queueId: Type.String() },
                { additionalProperties: false },
              ),
            ),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({ keys: Type.Array(Type.String()), isCapped: Type.Boolean() }),
          ...errorResponses(400, 401, 403, 404),
        },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      await requireAgentOfAnyDesk(db, viewer);
      const { queue, jql: query = '' } = request.body;
      const found = queue ? await inQueue(viewer, queue) : await findRequests(db, viewer, query, null);
      return { keys: found.requests.map(({ key }) => key), isCapped: found.isCapped };
    },
  );

  async function inQueue(viewer: Viewer, asked: { serviceDeskId: string; queueId: string }) {
    const desk = await requireAgentDesk(db, viewer, asked.serviceDeskId);
    const message = 'There is no such queue on this service desk.';
    const queue = await queueOf(db, desk.id, requireId(asked.queueId, message));
    if (!queue) throw new NotFound(message);
    return findRequests(db, viewer, queue.jql, desk.id);
  }

  app.post(
    '/rest/portico/1/bulk/options',
    {
      schema: {
        operationId: 'getBulkOptions',
        tags,
        summary: 'What can be done to some requests: fields to edit, transitions to make',
        body: Type.Object({ issueIdsOrKeys: idsOrKeysSchema }, { additionalProperties: false }),
        response: { 200: optionsSchema, ...errorResponses(400, 401, 403) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      await requireAgentOfAnyDesk(db, viewer);
      const meant = await namedRequests(db, viewer, request.body.issueIdsOrKeys);
      const known = meant.filter(({ requestId }) => requestId !== null);
      const options = await optionsFor(
        db,
        known.flatMap(({ requestId }) => requestId ?? []),
      );
      const { siteAddress } = app;
      const choices = await loadChoices(
        db,
        options.fields.map(({ field }) => field),
        `${siteAddress}/rest/api/3`,
      );
      return optionsJson(options, {
        total: known.length,
        choices,
        key: known[0]?.key ?? '',
        siteAddress,
      });
    },
  );
}
