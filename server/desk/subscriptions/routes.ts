import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireRequest } from '../access.ts';
import { isSubscribed, setSubscribed } from './store.ts';

const tags = ['Subscriptions'];
const params = Type.Object({ issueIdOrKey: Type.String() });

/** Whether one hears of a request: everybody says so for themselves. */
export function subscriptionRoutes(app: App, { db }: Pick<Platform, 'db'>): void {
  const route = '/rest/servicedeskapi/request/:issueIdOrKey/notification';

  async function set(
    request: FastifyRequest<{ Params: { issueIdOrKey: string } }>,
    wanted: boolean,
  ): Promise<void> {
    const viewer = requireViewer(request);
    const access = await requireRequest(db, viewer, request.params.issueIdOrKey);
    await setSubscribed(db, access.id, viewer.id, wanted);
  }

  app.get(
    route,
    {
      schema: {
        operationId: 'getSubscriptionStatus',
        tags,
        summary:
          'Whether you hear of a request; the reporter, participants and approvers do unless they said otherwise',
        params,
        response: { 200: Type.Object({ subscribed: Type.Boolean() }), ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const access = await requireRequest(db, viewer, request.params.issueIdOrKey);
      return { subscribed: await isSubscribed(db, access.id, viewer.id) };
    },
  );

  app.put(
    route,
    {
      schema: {
        operationId: 'subscribe',
        tags,
        summary: 'Hear of a request',
        params,
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
      },
    },
    async (request, reply) => {
      await set(request, true);
      return reply.code(204).send(null);
    },
  );

  app.delete(
    route,
    {
      schema: {
        operationId: 'unsubscribe',
        tags,
        summary: 'Hear no more of a request',
        params,
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
      },
    },
    async (request, reply) => {
      await set(request, false);
      return reply.code(204).send(null);
    },
  );
}
