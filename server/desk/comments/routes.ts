import { type Static, Type } from 'typebox';
import { requireViewer, type Viewer } from '../../identity/index.ts';
import { type AdfNode, adfSchema } from '../../platform/formats/rich-text.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid, NotFound } from '../../platform/http/errors.ts';
import { page, pageQueryProperties, pageSchema } from '../../platform/http/paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { actorIn, type RequestAccess, requireRequest } from '../access.ts';
import { requireId } from '../addresses.ts';
import { attachmentsOfComments } from '../attachments/store.ts';
import { expandSchema, expansions } from '../expand.ts';
import { showing, siteOf } from '../people.ts';
import { addComment } from './add-comment.ts';
import { commentJson, commentSchema } from './json.ts';
import { type Comment, commentOf, listComments } from './store.ts';

const tags = ['Comments'];
const requestParams = Type.Object({ issueIdOrKey: Type.String() });
const commentParams = Type.Object({ issueIdOrKey: Type.String(), commentId: Type.String() });

/** Comments: for everyone who may see the request; internal notes for agents only. */
export function commentRoutes(app: App, { db }: Platform): void {
  async function show(
    site: ReturnType<typeof siteOf>,
    comments: readonly Comment[],
    request: RequestAccess,
    viewer: Viewer,
    expand: ReadonlySet<string>,
  ): Promise<Static<typeof commentSchema>[]> {
    const attachments = expand.has('attachment')
      ? await attachmentsOfComments(
          db,
          comments.map(({ id }) => id),
        )
      : undefined;
    const authors = [...comments, ...[...(attachments?.values() ?? [])].flat()];
    const shown = await showing(
      db,
      site,
      viewer,
      authors.map(({ authorId }) => authorId),
    );
    const expansion = { attachments, renderedBody: expand.has('renderedBody') };
    return comments.map((comment) => commentJson(comment, request, shown, expansion));
  }

  async function showOne(
    site: ReturnType<typeof siteOf>,
    id: string,
    request: RequestAccess,
    viewer: Viewer,
    expand: ReadonlySet<string>,
  ) {
    const comment = await commentOf(db, request, id);
    const [shown] = comment ? await show(site, [comment], request, viewer, expand) : [];
    if (!shown) throw new NotFound(noSuchComment);
    return shown;
  }

  app.get(
    '/rest/servicedeskapi/request/:issueIdOrKey/comment',
    {
      schema: {
        operationId: 'getRequestComments',
        tags,
        summary: 'Comments on a request, oldest first',
        params: requestParams,
        querystring: Type.Object({
          ...pageQueryProperties,
          public: Type.Boolean({ default: true, description: 'Show what customers may read' }),
          internal: Type.Boolean({ default: true, description: 'Show internal notes; agents only' }),
          expand: expandSchema,
        }),
        response: { 200: pageSchema(commentSchema), ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const access = await requireRequest(db, viewer, request.params.issueIdOrKey);
      const { start, limit, expand, ...filter } = request.query;
      const comments = await listComments(db, access, filter, { start, limit });
      return page(
        { request, start, limit },
        await show(siteOf(request), comments, access, viewer, expansions(expand)),
      );
    },
  );

  app.post(
    '/rest/servicedeskapi/request/:issueIdOrKey/comment',
    {
      schema: {
        operationId: 'createRequestComment',
        tags,
        summary: 'Comment on a request',
        params: requestParams,
        body: Type.Object(
          {
            body: Type.Optional(Type.String({ description: 'Plain text' })),
            public: Type.Optional(
              Type.Boolean({
                description: 'false: an internal note. Agents must say which; customers need not.',
              }),
            ),
            _portico: richBodySchema,
          },
          { additionalProperties: false },
        ),
        response: { 201: commentSchema, ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const access = await requireRequest(db, viewer, request.params.issueIdOrKey);
      const isPublic = requirePublic(request.body.public, access);
      const { id } = await db.transaction().execute((trx) =>
        addComment(trx, {
          requestId: access.id,
          actor: actorIn(viewer, access),
          body: bodyOf(request.body),
          isPublic,
        }),
      );
      reply.code(201);
      return showOne(siteOf(request), id, access, viewer, new Set());
    },
  );

  app.get(
    '/rest/servicedeskapi/request/:issueIdOrKey/comment/:commentId',
    {
      schema: {
        operationId: 'getRequestCommentById',
        tags,
        summary: 'A comment on a request',
        params: commentParams,
        querystring: Type.Object({ expand: expandSchema }),
        response: { 200: commentSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const access = await requireRequest(db, viewer, request.params.issueIdOrKey);
      const id = requireId(request.params.commentId, noSuchComment);
      return showOne(siteOf(request), id, access, viewer, expansions(request.query.expand));
    },
  );
}

const noSuchComment = 'There is no such comment on this request.';

/** Rich text in place of plain text, where a comment comes in. */
export const richBodySchema = Type.Optional(
  Type.Object(
    { document: adfSchema },
    { additionalProperties: false, description: 'Rich text, in place of the plain body' },
  ),
);

/** What a comment shall say, as it was sent: its rich text if it has one. */
export function bodyOf({
  body,
  _portico,
}: {
  readonly body?: string;
  readonly _portico?: { readonly document: AdfNode };
}): string | AdfNode {
  return _portico?.document ?? body ?? '';
}

/**
 * Whether something goes to the customer. A client of an agent must say so: neither answer is a safe guess.
 * @throws Invalid naming `public`
 */
export function requirePublic(
  given: boolean | undefined,
  { isAgent }: { readonly isAgent: boolean },
): boolean {
  if (given !== undefined) return given;
  if (!isAgent) return true;
  throw Invalid.fields({
    public: 'Say whether the customer shall read it: true for an answer, false for an internal note.',
  });
}
