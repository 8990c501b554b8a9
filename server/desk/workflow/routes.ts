import { Type } from 'typebox';
import { requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { page, pageQuerySchema, pageSchema } from '../../platform/http/paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { actorIn, noSuchRequest, requireRequest } from '../access.ts';
import { addComment } from '../comments/add-comment.ts';
import { customerHistory, customerTransitionSchema, requestStatusJson, requestStatusSchema } from './json.ts';
import { statusVisits, workflowStateOf } from './store.ts';
import { possibleTransitions, transitionRequest } from './transition-request.ts';

const tags = ['Workflow'];
const params = Type.Object({ issueIdOrKey: Type.String() });

/** Status and transitions as customers know them; agents have all transitions under api/3 (issues/). */
export function workflowRoutes(app: App, { db }: Platform): void {
  app.get(
    '/rest/servicedeskapi/request/:issueIdOrKey/status',
    {
      schema: {
        operationId: 'getCustomerRequestStatus',
        tags,
        summary: 'The statuses that a request went through, newest first',
        params,
        querystring: pageQuerySchema,
        response: { 200: pageSchema(requestStatusSchema), ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const { id } = await requireRequest(db, viewer, request.params.issueIdOrKey);
      const { start, limit } = request.query;
      const history = customerHistory((await statusVisits(db, [id])).get(id) ?? []);
      return page(
        { request, start, limit },
        history.slice(start, start + limit + 1).map((visit) => requestStatusJson(visit, viewer.timeZone)),
      );
    },
  );

  app.get(
    '/rest/servicedeskapi/request/:issueIdOrKey/transition',
    {
      schema: {
        operationId: 'getCustomerTransitions',
        tags,
        summary: 'What a customer can do with a request now',
        params,
        querystring: pageQuerySchema,
        response: { 200: pageSchema(customerTransitionSchema), ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const access = await requireRequest(db, viewer, request.params.issueIdOrKey);
      const state = await workflowStateOf(db, access.id);
      if (!state) throw noSuchRequest();
      const { start, limit } = request.query;
      const transitions = await possibleTransitions(db, state, {
        actor: actorIn(viewer, access),
        asCustomer: true,
      });
      return page(
        { request, start, limit },
        transitions.slice(start, start + limit + 1).map(({ id, name }) => ({ id, name })),
      );
    },
  );

  app.post(
    '/rest/servicedeskapi/request/:issueIdOrKey/transition',
    {
      schema: {
        operationId: 'performCustomerTransition',
        tags,
        summary: 'Do with a request what a customer can do now',
        params,
        body: Type.Object(
          {
            id: Type.String(),
            additionalComment: Type.Optional(
              Type.Object(
                { body: Type.String({ description: 'Plain text' }) },
                { additionalProperties: false },
              ),
            ),
          },
          { additionalProperties: false },
        ),
        response: { 204: Type.Null(), ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const access = await requireRequest(db, viewer, request.params.issueIdOrKey);
      const { id: transitionId, additionalComment } = request.body;
      const actor = actorIn(viewer, access);
      await db.transaction().execute(async (trx) => {
        await transitionRequest(trx, { requestId: access.id, transitionId, actor, asCustomer: true });
        const body = additionalComment?.body ?? '';
        if (body.trim() !== '') await addComment(trx, { requestId: access.id, actor, body, isPublic: true });
      });
      return reply.code(204).send(null);
    },
  );
}
