import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { requireViewer, type Viewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid } from '../../platform/http/errors.ts';
import {
  jiraPage,
  jiraPageOf,
  jiraPageQueryProperties,
  jiraPageSchema,
} from '../../platform/http/jira-paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { actorIn, type RequestAccess, requireAgentRequest, requireStaff } from '../access.ts';
import { requestsServedBy } from '../access-rules.ts';
import { isId, requireId } from '../addresses.ts';
import { expandSchema, expansions } from '../expand.ts';
import { type ApiVersion, apiVersions, operationIn } from '../issues/api-version.ts';
import { showing, siteOf } from '../people.ts';
import { addComment } from './add-comment.ts';
import { propertiesOfComments, setCommentProperties } from './comment-properties.ts';
import { deleteComment, editComment, noSuchComment } from './edit-comment.ts';
import { givenCommentSchema, publicAsGiven } from './jira-comment.ts';
import { jiraCommentJson, jiraCommentPageSchema, jiraCommentSchema, peopleOfComments } from './jira-json.ts';
import {
  type Comment,
  commentOf,
  commentsByIds,
  countComments,
  listComments,
  requestIdsOfComments,
} from './store.ts';

const tags = ['Comments'];
const params = Type.Object({ issueIdOrKey: Type.String() });
const commentParams = Type.Object({ issueIdOrKey: Type.String(), id: Type.String() });
const expandQuery = Type.Object({ expand: expandSchema });

/** Comments as clients of Jira know them: those on issues, read and written by agents of their desks. */
export function jiraCommentRoutes(app: App, { db }: Pick<Platform, 'db'>): void {
  async function show(
    request: FastifyRequest,
    version: ApiVersion,
    viewer: Viewer,
    comments: readonly Comment[],
    expand: ReadonlySet<string>,
  ) {
    const shown = await showing(db, siteOf(request), viewer, peopleOfComments(comments));
    const ids = comments.map(({ id }) => id);
    const expansion = {
      renderedBody: expand.has('renderedBody'),
      ...(expand.has('properties') && { properties: await propertiesOfComments(db, ids) }),
    };
    return comments.map((comment) => jiraCommentJson(comment, version, shown, expansion));
  }

  async function showOne(
    request: FastifyRequest,
    version: ApiVersion,
    viewer: Viewer,
    access: RequestAccess,
    id: string,
    expand: ReadonlySet<string>,
  ) {
    const comment = await commentOf(db, access, id);
    const [shown] = comment ? await show(request, version, viewer, [comment], expand) : [];
    if (!shown) throw noSuchComment();
    return shown;
  }

  for (const version of apiVersions) {
    const comment = `/rest/api/${version}/issue/:issueIdOrKey/comment` as const;
    const named = (operation: string) => operationIn(version, operation);

    app.get(
      comment,
      {
        schema: {
          operationId: named('getComments'),
          tags,
          summary: 'Comments on an issue, internal notes among them; oldest first, or as asked',
          params,
          querystring: Type.Object({
            ...jiraPageQueryProperties,
            maxResults: Type.Integer({ minimum: 1, maximum: 5000, default: 100 }),
            orderBy: Type.Optional(
              Type.String({ pattern: '^[+-]?created$', description: 'created, +created or -created' }),
            ),
            expand: expandSchema,
          }),
          response: { 200: jiraCommentPageSchema, ...errorResponses(400, 401, 404) },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        const access = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
        const { orderBy = 'created', expand } = request.query;
        const { start, limit } = jiraPageOf(request.query);
        const all = { public: true, internal: true };
        const listing = { start, limit, newestFirst: orderBy.startsWith('-') };
        const [comments, total] = await Promise.all([
          listComments(db, access, all, listing),
          countComments(db, access),
        ]);
        return {
          startAt: start,
          maxResults: limit,
          total,
          comments: await show(request, version, viewer, comments.slice(0, limit), expansions(expand)),
        };
      },
    );

    app.post(
      comment,
      {
        schema: {
          operationId: named('addComment'),
          tags,
          summary: 'Comment on an issue: an answer to the customer unless it is said to be an internal note',
          params,
          querystring: expandQuery,
          body: givenCommentSchema(version),
          response: { 201: jiraCommentSchema, ...errorResponses(400, 401, 403, 404) },
        },
      },
      async (request, reply) => {
        const viewer = requireViewer(request);
        const access = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
        const { body } = request.body;
        if (body === undefined) throw Invalid.fields({ body: 'Write something.' });
        const isPublic = publicAsGiven(request.body) ?? true;
        const actor = actorIn(viewer, access);
        const { id } = await db.transaction().execute(async (trx) => {
          const added = await addComment(trx, { requestId: access.id, actor, body, isPublic });
          await setCommentProperties(trx, added.id, request.body);
          return added;
        });
        reply.code(201);
        return showOne(request, version, viewer, access, id, expansions(request.query.expand));
      },
    );

    app.get(
      `${comment}/:id`,
      {
        schema: {
          operationId: named('getComment'),
          tags,
          summary: 'A comment on an issue',
          params: commentParams,
          querystring: expandQuery,
          response: { 200: jiraCommentSchema, ...errorResponses(401, 404) },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        const access = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
        const id = requireId(request.params.id, noSuchComment().message);
        return showOne(request, version, viewer, access, id, expansions(request.query.expand));
      },
    );

    app.put(
      `${comment}/:id`,
      {
        schema: {
          operationId: named('updateComment'),
          tags,
          summary:
            'Change a comment, or for whom it is: one of your own; administrators of the service desk also those of others',
          params: commentParams,
          querystring: expandQuery,
          body: givenCommentSchema(version),
          response: { 200: jiraCommentSchema, ...errorResponses(400, 401, 403, 404) },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        const access = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
        const commentId = requireId(request.params.id, noSuchComment().message);
        const change = { body: request.body.body, isPublic: publicAsGiven(request.body) };
        await db.transaction().execute(async (trx) => {
          await editComment(trx, commentAct(viewer, access, commentId), change);
          await setCommentProperties(trx, commentId, request.body);
        });
        return showOne(request, version, viewer, access, commentId, expansions(request.query.expand));
      },
    );

    app.delete(
      `${comment}/:id`,
      {
        schema: {
          operationId: named('deleteComment'),
          tags,
          summary:
            'Delete a comment: one of your own; administrators of the service desk also those of others. Files that came with it stay',
          params: commentParams,
          response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
        },
      },
      async (request, reply) => {
        const viewer = requireViewer(request);
        const access = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
        const commentId = requireId(request.params.id, noSuchComment().message);
        await db.transaction().execute((trx) => deleteComment(trx, commentAct(viewer, access, commentId)));
        return reply.code(204).send(null);
      },
    );

    app.post(
      `/rest/api/${version}/comment/list`,
      {
        schema: {
          operationId: named('getCommentsByIds'),
          tags,
          summary: 'Comments by their ids; those that you may not see are left out',
          querystring: expandQuery,
          body: Type.Object({ ids: Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 1000 }) }),
          response: { 200: jiraPageSchema(jiraCommentSchema), ...errorResponses(400, 401, 403) },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        await requireStaff(db, viewer);
        const ids = [...new Set(request.body.ids.map(String))].filter(isId);
        const requestIds = [...new Set((await requestIdsOfComments(db, ids)).values())];
        const served = await db
          .selectFrom('request')
          .select('request.id')
          .where('request.id', 'in', ['0', ...requestIds])
          .where(requestsServedBy(viewer))
          .execute();
        const requests = served.map(({ id }) => ({ id, isAgent: true }));
        const found = await commentsByIds(db, requests, ids);
        const shown = await show(request, version, viewer, found, expansions(request.query.expand));
        return jiraPage(request, { start: 0, limit: ids.length }, shown.length, shown);
      },
    );
  }
}

function commentAct(viewer: Viewer, access: RequestAccess, commentId: string) {
  return {
    requestId: access.id,
    commentId,
    actor: actorIn(viewer, access),
    mayChangeAll: access.isAdministrator,
  };
}
