import { Type } from 'typebox';
import { requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Forbidden } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { actorIn, requireAgentRequest } from '../access.ts';
import { addFiles } from '../comments/add-comment.ts';
import { apiVersions, operationIn } from '../issues/api-version.ts';
import { issueAttachmentJson, issueAttachmentSchema } from '../issues/attachment-json.ts';
import { showing, siteOf } from '../people.ts';
import { deleteAttachment } from './delete-attachment.ts';
import { incomingFiles } from './routes.ts';
import {
  noSuchAttachment,
  requireAttachment,
  requireRequestOfAttachment,
  sendFile,
  sendThumbnail,
} from './send-file.ts';
import { attachmentsByIds } from './store.ts';
import { uploadFiles } from './upload-files.ts';

const tags = ['Attachments'];
const params = Type.Object({ id: Type.String() });

/** What Jira says of a file: the same as inside an issue, but for the id, which is a number here. */
const metadataSchema = Type.Object(
  { ...issueAttachmentSchema.properties, id: Type.Integer() },
  { title: 'AttachmentMetadata' },
);

/** Files as clients of Jira know them. */
export function jiraAttachmentRoutes(app: App, platform: Platform): void {
  const { config, db, jobs } = platform;

  for (const version of apiVersions) {
    const api = `/rest/api/${version}` as const;
    const named = (operation: string) => operationIn(version, operation);

    app.get(
      `${api}/attachment/meta`,
      {
        schema: {
          operationId: named('getAttachmentMeta'),
          tags,
          summary: 'How large a file may be, in bytes',
          response: {
            200: Type.Object({ enabled: Type.Boolean(), uploadLimit: Type.Integer() }),
            ...errorResponses(401),
          },
        },
      },
      async (request) => {
        requireViewer(request);
        return { enabled: true, uploadLimit: config.maxUploadBytes };
      },
    );

    app.post(
      `${api}/issue/:issueIdOrKey/attachments`,
      {
        schema: {
          operationId: named('addAttachment'),
          tags,
          summary: 'Attach files to an issue, for agents only',
          description:
            'Send each file as multipart/form-data in a part named "file", with the header X-Atlassian-Token: no-check. What customers shall see goes to /rest/servicedeskapi/request/{issueIdOrKey}/attachment.',
          consumes: ['multipart/form-data'],
          params: Type.Object({ issueIdOrKey: Type.String() }),
          headers: Type.Object({ 'x-atlassian-token': Type.Optional(Type.String({ maxLength: 50 })) }),
          response: {
            200: Type.Array(issueAttachmentSchema),
            ...errorResponses(400, 401, 403, 404, 413, 415, 429),
          },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        const access = await requireAgentRequest(db, viewer, request.params.issueIdOrKey);
        if (!/^no-?check$/.test(request.headers['x-atlassian-token'] ?? '')) {
          throw new Forbidden('XSRF check failed: send the header X-Atlassian-Token: no-check.');
        }
        const uploader = { accountId: viewer.id, serviceDeskId: access.serviceDeskId };
        const uploaded = await uploadFiles(platform, uploader, incomingFiles(request));
        const { files } = await db.transaction().execute((trx) =>
          addFiles(trx, {
            requestId: access.id,
            actor: actorIn(viewer, access),
            temporaryIds: uploaded.map(({ id }) => id),
            body: '',
            // As in Jira Service Management: what is to reach the customer goes through its own API.
            isPublic: false,
          }),
        );
        const ids = files.map(({ id }) => id);
        const attached = await attachmentsByIds(db, access, ids);
        const shown = await showing(db, siteOf(request), viewer, [viewer.id]);
        return attached.map((file) => issueAttachmentJson(file, version, shown));
      },
    );

    app.get(
      `${api}/attachment/content/:id`,
      {
        schema: {
          operationId: named('getAttachmentContent'),
          tags,
          summary: 'A file, by its id alone',
          params,
          response: errorResponses(401, 403, 404),
        },
      },
      async (request, reply) => {
        const access = await requireRequestOfAttachment(db, request, request.params.id);
        const file = await requireAttachment(db, access, request.params.id);
        return sendFile(request, reply, platform, file);
      },
    );

    app.get(
      `${api}/attachment/thumbnail/:id`,
      {
        schema: {
          operationId: named('getAttachmentThumbnail'),
          tags,
          summary: 'A small picture of a file; 404 when it is no image',
          params,
          response: errorResponses(401, 403, 404),
        },
      },
      async (request, reply) => {
        const access = await requireRequestOfAttachment(db, request, request.params.id);
        const file = await requireAttachment(db, access, request.params.id);
        return sendThumbnail(request, reply, platform, file);
      },
    );

    app.get(
      `${api}/attachment/:id`,
      {
        schema: {
          operationId: named('getAttachment'),
          tags,
          summary: 'What is known of a file of an issue',
          params,
          response: { 200: metadataSchema, ...errorResponses(401, 403, 404) },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        const access = await requireRequestOfAttachment(db, request, request.params.id);
        // To customers there are requests, not issues.
        if (!access.isAgent) throw noSuchAttachment();
        const file = await requireAttachment(db, access, request.params.id);
        const shown = await showing(db, siteOf(request), viewer, [file.authorId]);
        return { ...issueAttachmentJson(file, version, shown), id: Number(file.id) };
      },
    );

    app.delete(
      `${api}/attachment/:id`,
      {
        schema: {
          operationId: named('removeAttachment'),
          tags,
          summary:
            'Take a file away: one that you attached; administrators of the service desk also those of others',
          params,
          response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
        },
      },
      async (request, reply) => {
        const viewer = requireViewer(request);
        const access = await requireRequestOfAttachment(db, request, request.params.id);
        if (!access.isAgent) throw noSuchAttachment();
        await db.transaction().execute((trx) =>
          deleteAttachment(trx, jobs, {
            requestId: access.id,
            attachmentId: request.params.id,
            actor: actorIn(viewer, access),
            mayDeleteAll: access.isAdministrator,
          }),
        );
        return reply.code(204).send(null);
      },
    );
  }
  // Where Jira's own pages, and clients that imitate them, fetch a file.
  app.get(
    '/secure/attachment/:id/:fileName',
    {
      schema: {
        operationId: 'getAttachmentByName',
        tags,
        summary: 'A file, by its id; its name is for people to read',
        params: Type.Object({ id: Type.String(), fileName: Type.String() }),
        response: errorResponses(401, 403, 404),
      },
    },
    async (request, reply) => {
      const access = await requireRequestOfAttachment(db, request, request.params.id);
      const file = await requireAttachment(db, access, request.params.id);
      return sendFile(request, reply, platform, file);
    },
  );
}
