import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { NotFound } from '../../platform/http/errors.ts';
import { page, pageQuerySchema, pageSchema } from '../../platform/http/paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { actorIn, requireDesk, requireRequest } from '../access.ts';
import { requireId } from '../addresses.ts';
import { addFiles } from '../comments/add-comment.ts';
import { commentJson, commentSchema } from '../comments/json.ts';
import { bodyOf, requirePublic, richBodySchema } from '../comments/routes.ts';
import { commentOf } from '../comments/store.ts';
import { nestedPage } from '../nested-page.ts';
import { showing, siteOf } from '../people.ts';
import { maxAttachments } from '../request-types/fields/attachment.ts';
import { attachmentJson, attachmentSchema, temporaryAttachmentsSchema } from './json.ts';
import { requireAttachment, sendFile, sendThumbnail } from './send-file.ts';
import { attachmentsByIds, attachmentsOfComments, listAttachments } from './store.ts';
import { type IncomingFile, uploadFiles } from './upload-files.ts';

const tags = ['Attachments'];
const requestParams = Type.Object({ issueIdOrKey: Type.String() });

/** Files: uploaded first, then made part of a request; read by those who may read what they came with. */
export function attachmentRoutes(app: App, platform: Platform): void {
  const { db } = platform;

  app.post(
    '/rest/servicedeskapi/servicedesk/:serviceDeskId/attachTemporaryFile',
    {
      schema: {
        operationId: 'attachTemporaryFile',
        tags,
        summary: 'Upload files, to be attached to a request within a day',
        description: 'Send each file as multipart/form-data in a part named "file".',
        consumes: ['multipart/form-data'],
        params: Type.Object({ serviceDeskId: Type.String() }),
        response: { 201: temporaryAttachmentsSchema, ...errorResponses(400, 401, 403, 404, 413, 415, 429) },
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const desk = await requireDesk(db, viewer, request.params.serviceDeskId);
      const uploader = { accountId: viewer.id, serviceDeskId: desk.id };
      const files = await uploadFiles(platform, uploader, incomingFiles(request));
      reply.code(201);
      return {
        temporaryAttachments: files.map(({ id, fileName }) => ({ temporaryAttachmentId: id, fileName })),
      };
    },
  );

  app.get(
    '/rest/servicedeskapi/request/:issueIdOrKey/attachment',
    {
      schema: {
        operationId: 'getAttachmentsForRequest',
        tags,
        summary: 'Files of a request, oldest first',
        params: requestParams,
        querystring: pageQuerySchema,
        response: { 200: pageSchema(attachmentSchema), ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const access = await requireRequest(db, viewer, request.params.issueIdOrKey);
      const { start, limit } = request.query;
      const files = await listAttachments(db, access, { start, limit });
      const authors = files.map(({ authorId }) => authorId);
      const shown = await showing(db, siteOf(request), viewer, authors);
      return page(
        { request, start, limit },
        files.map((file) => attachmentJson(file, access, shown)),
      );
    },
  );

  app.post(
    '/rest/servicedeskapi/request/:issueIdOrKey/attachment',
    {
      schema: {
        operationId: 'createCommentWithAttachment',
        tags,
        summary: 'Add uploaded files to a request, with or without a comment',
        params: requestParams,
        body: Type.Object(
          {
            temporaryAttachmentIds: Type.Array(Type.String({ maxLength: 100 }), {
              minItems: 1,
              maxItems: maxAttachments,
            }),
            additionalComment: Type.Optional(
              Type.Object(
                { body: Type.Optional(Type.String()), _portico: richBodySchema },
                { additionalProperties: false },
              ),
            ),
            public: Type.Optional(
              Type.Boolean({
                description: 'false: for agents only. Agents must say which; customers need not.',
              }),
            ),
          },
          { additionalProperties: false },
        ),
        response: {
          201: Type.Object({
            comment: Type.Optional(commentSchema),
            attachments: pageSchema(attachmentSchema),
          }),
          ...errorResponses(400, 401, 403, 404),
        },
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const access = await requireRequest(db, viewer, request.params.issueIdOrKey);
      const { temporaryAttachmentIds, additionalComment } = request.body;
      const isPublic = requirePublic(request.body.public, access);
      const added = await db.transaction().execute((trx) =>
        addFiles(trx, {
          requestId: access.id,
          actor: actorIn(viewer, access),
          temporaryIds: temporaryAttachmentIds,
          body: additionalComment ? bodyOf(additionalComment) : '',
          isPublic,
        }),
      );
      const files = await attachmentsByIds(
        db,
        access,
        added.files.map(({ id }) => id),
      );
      const comment = added.commentId === null ? null : await commentOf(db, access, added.commentId);
      const shown = await showing(db, siteOf(request), viewer, [viewer.id]);
      reply.code(201);
      return {
        ...(comment && { comment: commentJson(comment, access, shown) }),
        attachments: nestedPage(
          request.siteAddress,
          `${request.siteAddress}/rest/servicedeskapi/request/${access.id}/attachment`,
          files.map((file) => attachmentJson(file, access, shown)),
        ),
      };
    },
  );

  app.get(
    '/rest/servicedeskapi/request/:issueIdOrKey/attachment/:attachmentId',
    {
      schema: {
        operationId: 'getRequestAttachmentContent',
        tags,
        summary: 'A file of a request',
        params: Type.Object({ issueIdOrKey: Type.String(), attachmentId: Type.String() }),
        response: errorResponses(401, 403, 404),
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const access = await requireRequest(db, viewer, request.params.issueIdOrKey);
      return sendFile(
        request,
        reply,
        platform,
        await requireAttachment(db, access, request.params.attachmentId),
      );
    },
  );

  app.get(
    '/rest/servicedeskapi/request/:issueIdOrKey/attachment/:attachmentId/thumbnail',
    {
      schema: {
        operationId: 'getRequestAttachmentThumbnail',
        tags,
        summary: 'A small picture of a file; 404 when it is no image',
        params: Type.Object({ issueIdOrKey: Type.String(), attachmentId: Type.String() }),
        response: errorResponses(401, 403, 404),
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const access = await requireRequest(db, viewer, request.params.issueIdOrKey);
      const file = await requireAttachment(db, access, request.params.attachmentId);
      return sendThumbnail(request, reply, platform, file);
    },
  );

  app.get(
    '/rest/servicedeskapi/request/:issueIdOrKey/comment/:commentId/attachment',
    {
      schema: {
        operationId: 'getCommentAttachments',
        tags,
        summary: 'Files that came with a comment, oldest first',
        params: Type.Object({ issueIdOrKey: Type.String(), commentId: Type.String() }),
        querystring: pageQuerySchema,
        response: { 200: pageSchema(attachmentSchema), ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const access = await requireRequest(db, viewer, request.params.issueIdOrKey);
      const noSuchComment = 'There is no such comment on this request.';
      const comment = await commentOf(db, access, requireId(request.params.commentId, noSuchComment));
      if (!comment) throw new NotFound(noSuchComment);
      const { start, limit } = request.query;
      const files = (await attachmentsOfComments(db, [comment.id])).get(comment.id) ?? [];
      const shown = await showing(
        db,
        siteOf(request),
        viewer,
        files.map(({ authorId }) => authorId),
      );
      return page(
        { request, start, limit },
        files.slice(start, start + limit + 1).map((file) => attachmentJson(file, access, shown)),
      );
    },
  );
}

/** The files of a multipart/form-data body, one after the other. */
export async function* incomingFiles(request: FastifyRequest): AsyncGenerator<IncomingFile> {
  for await (const part of request.files()) yield { content: part.file, fileName: part.filename };
}
