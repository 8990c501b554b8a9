import { type Static, Type } from 'typebox';
import { requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { actorIn, requireRequest } from '../access.ts';
import { giveFeedback, noFeedback, withdrawFeedback } from './give-feedback.ts';
import { type Feedback, feedbackOf } from './store.ts';

const tags = ['Feedback'];
const params = Type.Object({ issueIdOrKey: Type.String() });

const feedbackSchema = Type.Object(
  {
    type: Type.Literal('csat'),
    rating: Type.Integer({ description: 'Stars, 1 to 5' }),
    comment: Type.Object({ body: Type.String({ description: 'Plain text; empty: nothing was said' }) }),
    _portico: Type.Object({
      at: Type.String({ format: 'date-time', description: 'When it was given, or changed last' }),
    }),
  },
  { title: 'Feedback' },
);

/** What customers think of how their requests were handled: said by the reporter, read by whoever sees the request. */
export function feedbackRoutes(app: App, { db }: Pick<Platform, 'db'>): void {
  const route = '/rest/servicedeskapi/request/:issueIdOrKey/feedback';

  app.get(
    route,
    {
      schema: {
        operationId: 'getFeedback',
        tags,
        summary: 'What the reporter thinks of how a request was handled; 404 when nothing was said',
        params,
        response: { 200: feedbackSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const access = await requireRequest(db, requireViewer(request), request.params.issueIdOrKey);
      const feedback = await feedbackOf(db, access.id);
      if (!feedback) throw noFeedback();
      return feedbackJson(feedback);
    },
  );

  app.post(
    route,
    {
      schema: {
        operationId: 'postFeedback',
        tags,
        summary: 'Say what you think of how your request was handled, once it is resolved',
        description: 'Given again, it takes the place of what was said before. For the reporter alone.',
        params,
        body: Type.Object(
          {
            type: Type.Optional(Type.Literal('csat')),
            rating: Type.Integer({ minimum: 1, maximum: 5, description: 'Stars' }),
            comment: Type.Optional(
              Type.Object(
                {
                  body: Type.Optional(Type.String({ description: 'Plain text' })),
                  // Jira's own clients send it; what customers say here is read by whoever sees the request.
                  public: Type.Optional(Type.Boolean()),
                },
                { additionalProperties: false },
              ),
            ),
          },
          { additionalProperties: false },
        ),
        response: { 201: feedbackSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const access = await requireRequest(db, viewer, request.params.issueIdOrKey);
      const { rating, comment } = request.body;
      const actor = actorIn(viewer, access);
      await db
        .transaction()
        .execute((trx) =>
          giveFeedback(trx, { requestId: access.id, actor, rating, comment: comment?.body ?? '' }),
        );
      const given = await feedbackOf(db, access.id);
      if (!given) throw noFeedback();
      reply.code(201);
      return feedbackJson(given);
    },
  );

  app.delete(
    route,
    {
      schema: {
        operationId: 'deleteFeedback',
        tags,
        summary: 'Take back what you said of how your request was handled',
        params,
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const access = await requireRequest(db, viewer, request.params.issueIdOrKey);
      const actor = actorIn(viewer, access);
      await db.transaction().execute((trx) => withdrawFeedback(trx, { requestId: access.id, actor }));
      return reply.code(204).send(null);
    },
  );
}

function feedbackJson({ rating, comment, at }: Feedback): Static<typeof feedbackSchema> {
  return { type: 'csat', rating, comment: { body: comment }, _portico: { at: at.toISOString() } };
}
