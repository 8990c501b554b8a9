import { Type } from '@fastify/type-provider-typebox';
import { recordAudit } from '../audit/audit.ts';
import { inTransaction } from '../database/database.ts';
import type { App } from '../http/app-types.ts';
import { errorResponses } from '../http/error-responses.ts';
import { Conflict, NotFound } from '../http/errors.ts';
import { page, pageQueryProperties, pageSchema } from '../http/paging.ts';
import type { Platform } from '../platform.ts';
import { messageJson, messageProperties, messageSchema, messageStateSchema } from './json.ts';
import { sendMailPreview } from './preview.ts';
import type { MailGuards } from './routes.ts';
import { mailSettings } from './settings.ts';
import {
  bodyOf,
  type KeptMessage,
  listMessages,
  type MessageBody,
  messageById,
  removeMessage,
  waitAgain,
} from './store.ts';

const tags = ['mail'];
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const params = Type.Object({ id: Type.String() });

/** The messages: what was sent, what waits, and what was kept or given up. */
export function addMessageRoutes(app: App, { db, sealer, mail }: Platform, guards: MailGuards): void {
  async function requireMessage(id: string): Promise<KeptMessage> {
    const message = await messageById(db, id);
    if (!message) throw noMessage();
    return message;
  }

  /** What holds a code or a link is for nobody but its recipient, as long as a server can bring it there. */
  async function readableBody(message: KeptMessage): Promise<MessageBody | null> {
    const isReadable = !message.isSecret || message.state === 'kept';
    return isReadable ? bodyOf(db, sealer, message) : null;
  }

  app.get(
    '/rest/portico/1/mail/message',
    {
      schema: {
        operationId: 'listMailMessages',
        tags,
        summary: 'Messages of the last 30 days, newest first',
        querystring: Type.Object({
          ...pageQueryProperties,
          state: Type.Optional(messageStateSchema),
          query: Type.Optional(Type.String({ maxLength: 200, description: 'In recipient or subject' })),
        }),
        response: { 200: pageSchema(messageSchema), ...errorResponses(400, 401, 403) },
      },
    },
    async (request) => {
      guards.requireAdministrator(request);
      const { start, limit, state, query } = request.query;
      const found = await listMessages(db, {
        start,
        limit: limit + 1,
        ...(state && { state }),
        ...(query && { query }),
      });
      return page({ request, start, limit }, found.map(messageJson));
    },
  );

  app.get(
    '/rest/portico/1/mail/message/:id',
    {
      schema: {
        operationId: 'getMailMessage',
        tags,
        summary: 'A message and what it says',
        description:
          'What holds a code or a link is shown only while there is no mail server that could deliver it; that it was read is noted in the audit log.',
        params,
        response: {
          200: Type.Object(
            {
              ...messageProperties,
              text: orNull(Type.String({ description: 'null: it is gone, or not for administrators' })),
            },
            { title: 'MailMessageWithText' },
          ),
          ...errorResponses(401, 403, 404),
        },
      },
    },
    async (request) => {
      guards.requireAdministrator(request);
      const message = await requireMessage(request.params.id);
      const body = await readableBody(message);
      if (body && message.isSecret) {
        await recordAudit(db, {
          actor: guards.actorOf(request),
          action: 'mail-message.read',
          objectType: 'mail-message',
          objectId: message.id,
          objectName: message.subject,
          after: { to: message.toAddress, template: message.template },
        });
      }
      return { ...messageJson(message), text: body?.text ?? null };
    },
  );

  app.get(
    '/rest/portico/1/mail/message/:id/html',
    {
      schema: {
        operationId: 'getMailMessageHtml',
        tags,
        summary: 'What a message says, as HTML',
        params,
        produces: ['text/html'],
        response: errorResponses(401, 403, 404),
      },
    },
    async (request, reply) => {
      guards.requireAdministrator(request);
      const body = await readableBody(await requireMessage(request.params.id));
      if (!body) throw new NotFound('What this message said is gone.');
      await sendMailPreview(reply, body.html);
    },
  );

  app.post(
    '/rest/portico/1/mail/message/:id/send',
    {
      schema: {
        operationId: 'sendMailMessage',
        tags,
        summary: 'Try again to send a message that was kept or given up',
        params,
        response: { 200: messageSchema, ...errorResponses(401, 403, 404, 409) },
      },
    },
    async (request) => {
      guards.requireAdministrator(request);
      const message = await requireMessage(request.params.id);
      await requireServer();
      if (message.state === 'sent') throw new Conflict('This message was sent already.');
      if (!message.hasBody) throw new Conflict('What this message said is gone, so it cannot be sent again.');
      await inTransaction(db, async (trx) => {
        await waitAgain(trx, { id: message.id });
        await mail.tryNow(trx, message.id);
        await recordAudit(trx, {
          actor: guards.actorOf(request),
          action: 'mail-message.sent-again',
          objectType: 'mail-message',
          objectId: message.id,
          objectName: message.subject,
          after: { to: message.toAddress, template: message.template },
        });
      });
      return messageJson(await requireMessage(message.id));
    },
  );

  app.post(
    '/rest/portico/1/mail/message/send',
    {
      schema: {
        operationId: 'sendMailMessages',
        tags,
        summary: 'Try again to send all messages that were kept, or all that were given up',
        body: Type.Object(
          { state: Type.Union([Type.Literal('kept'), Type.Literal('failed')]) },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ count: Type.Integer() }), ...errorResponses(400, 401, 403, 409) },
      },
    },
    async (request) => {
      guards.requireAdministrator(request);
      await requireServer();
      const { state } = request.body;
      return inTransaction(db, async (trx) => {
        const ids = await waitAgain(trx, { state });
        for (const id of ids) await mail.tryNow(trx, id);
        if (ids.length > 0) {
          await recordAudit(trx, {
            actor: guards.actorOf(request),
            action: 'mail-message.sent-again',
            objectType: 'mail-message',
            after: { messages: ids.length, state },
          });
        }
        return { count: ids.length };
      });
    },
  );

  app.delete(
    '/rest/portico/1/mail/message/:id',
    {
      schema: {
        operationId: 'removeMailMessage',
        tags,
        summary: 'Remove a message; if it waits, it is not sent',
        params,
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
      },
    },
    async (request, reply) => {
      guards.requireAdministrator(request);
      await inTransaction(db, async (trx) => {
        const removed = await removeMessage(trx, request.params.id);
        if (!removed) throw noMessage();
        await recordAudit(trx, {
          actor: guards.actorOf(request),
          action: 'mail-message.removed',
          objectType: 'mail-message',
          objectId: removed.id,
          objectName: removed.subject,
          before: { to: removed.toAddress, template: removed.template, state: removed.state },
        });
      });
      reply.code(204);
      return null;
    },
  );

  async function requireServer(): Promise<void> {
    if (await mailSettings(db)) return;
    throw new Conflict('There is no mail server yet. Set one up first.');
  }
}

function noMessage(): NotFound {
  return new NotFound('There is no such message any more.');
}
