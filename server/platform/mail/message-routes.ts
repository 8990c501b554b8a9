import { Type } from '@fastify/type-provider-typebox';
import { recordAudit } from '../audit/audit.ts';
import { inTransaction } from '../database/database.ts';
import type { App } from '../http/app-types.ts';
import { errorResponses } from '../http/error-responses.ts';
import { Conflict, NotFound } from '../http/errors.ts';
import { page, pageQueryProperties, pageSchema } from '../http/paging.ts';
import type { Platform } from '../platform.ts';
import { messageJson, messageProperties, messageSchema, messageStateSchema } from './json.ts';
import type { MailGuards } from './routes.ts';
import { mailSettings } from './settings.ts';
import { bodyOf, type KeptMessage, listMessages, messageById, removeMessage, waitAgain } from './store.ts';

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
            { ...messageProperties, text: orNull(Type.String()), html: orNull(Type.String()) },
            { title: 'MailMessageWithBody' },
          ),
          ...errorResponses(401, 403, 404),
        },
      },
    },
    async (request) => {
      guards.requireAdministrator(request);
      const message = await requireMessage(request.params.id);
      const isReadable = !message.isSecret || message.state === 'kept';
      const body = isReadable ? await bodyOf(db, sealer, message) : null;
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
      return { ...messageJson(message), text: body?.text ?? null, html: body?.html ?? null };
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
