import { Type } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { type AuditActor, recordAudit } from '../audit/audit.ts';
import type { Database } from '../database/database.ts';
import { inTransaction } from '../database/database.ts';
import type { App } from '../http/app-types.ts';
import { errorResponses } from '../http/error-responses.ts';
import { NotFound } from '../http/errors.ts';
import { hit } from '../http/throttle.ts';
import type { Platform } from '../platform.ts';
import { type MailBrand, siteBrand } from './brand.ts';
import { mailSettingsInputProperties, mailSettingsJson, mailSettingsSchema } from './json.ts';
import { addMessageRoutes } from './message-routes.ts';
import { sendMailPreview } from './preview.ts';
import {
  changeMailSettings,
  checkMailSettings,
  mailSettings,
  passwordOf,
  removeMailSettings,
} from './settings.ts';
import { countMessages, waitingIds } from './store.ts';
import { mailLocale, type RenderedMail, renderMail, sampleValues } from './template.ts';
import { sendTestMail, testTemplate } from './test-mail.ts';

/** How mail's routes know who is calling: handed in, since the platform knows no accounts. */
export interface MailGuards {
  /** throws Unauthenticated or Forbidden */
  readonly requireAdministrator: (request: FastifyRequest) => {
    readonly displayName: string;
    readonly email: string | null;
    readonly locale: string | null;
  };
  /** of who has lately shown that it is them; throws Forbidden naming `confirm` */
  readonly requireRecentAdministrator: (db: Database, request: FastifyRequest) => Promise<unknown>;
  readonly actorOf: (request: FastifyRequest) => AuditActor;
}

const tags = ['mail'];
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

const templateSchema = Type.Object(
  { name: Type.String(), about: Type.String(), isSecret: Type.Boolean() },
  { title: 'MailTemplate' },
);

/** Mail for administrators: how it leaves, what left, and what each kind looks like. */
export function registerMail(app: App, platform: Platform, guards: MailGuards): void {
  const { db, config, sealer, mail } = platform;
  const brand = siteBrand(config);
  mail.define(testTemplate);

  app.get(
    '/rest/portico/1/mail',
    {
      schema: {
        operationId: 'getMail',
        tags,
        summary: 'How mail leaves, and what waits for somebody to look at it',
        response: {
          200: Type.Object(
            {
              settings: orNull(mailSettingsSchema),
              counts: Type.Object({
                waiting: Type.Integer(),
                kept: Type.Integer(),
                failed: Type.Integer(),
              }),
            },
            { title: 'MailOverview' },
          ),
          ...errorResponses(401, 403),
        },
      },
    },
    async (request) => {
      guards.requireAdministrator(request);
      const settings = await mailSettings(db);
      return { settings: settings && mailSettingsJson(settings), counts: await countMessages(db) };
    },
  );

  app.put(
    '/rest/portico/1/mail',
    {
      schema: {
        operationId: 'changeMailSettings',
        tags,
        summary: 'Set up the mail server; messages that wait are tried at once',
        body: Type.Object(
          { ...mailSettingsInputProperties, version: Type.Integer({ minimum: 0 }) },
          { additionalProperties: false },
        ),
        response: { 200: mailSettingsSchema, ...errorResponses(400, 401, 403, 409) },
      },
    },
    async (request) => {
      await guards.requireRecentAdministrator(db, request);
      const { version, ...input } = request.body;
      return inTransaction(db, async (trx) => {
        const changed = await changeMailSettings(trx, sealer, version, input, guards.actorOf(request));
        for (const id of await waitingIds(trx)) await mail.tryNow(trx, id);
        return mailSettingsJson(changed);
      });
    },
  );

  app.delete(
    '/rest/portico/1/mail',
    {
      schema: {
        operationId: 'removeMailSettings',
        tags,
        summary: 'Stop sending mail; what comes from then on is kept to be read',
        response: { 204: Type.Null(), ...errorResponses(401, 403) },
      },
    },
    async (request, reply) => {
      await guards.requireRecentAdministrator(db, request);
      await inTransaction(db, (trx) => removeMailSettings(trx, guards.actorOf(request)));
      reply.code(204);
      return null;
    },
  );

  app.post(
    '/rest/portico/1/mail/test',
    {
      schema: {
        operationId: 'testMail',
        tags,
        summary: 'Send a test to yourself through these settings, whether they are saved or not',
        body: Type.Object(mailSettingsInputProperties, { additionalProperties: false }),
        response: {
          200: Type.Object({
            isSent: Type.Boolean(),
            to: Type.String(),
            response: orNull(Type.String()),
            problem: orNull(Type.String()),
          }),
          ...errorResponses(400, 401, 403, 404),
        },
      },
    },
    async (request) => {
      const { displayName, email, locale } = guards.requireAdministrator(request);
      if (email === null) throw new NotFound('Your account has no e-mail address to send a test to.');
      await hit(db, `mail.test:${guards.actorOf(request).accountId}`, 20, 600);
      const before = await mailSettings(db);
      const { settings, password } = checkMailSettings(request.body, before);
      const secret =
        password === null
          ? null
          : password === 'kept'
            ? before && passwordOf(before, sealer)
            : password.value;
      const outcome = await sendTestMail(settings, secret, { email, name: displayName, locale }, brand);
      await recordAudit(db, {
        actor: guards.actorOf(request),
        action: 'mail-settings.tested',
        objectType: 'mail-settings',
        after: { host: settings.host, port: settings.port, isSent: outcome.isSent, problem: outcome.problem },
      });
      return { ...outcome, to: email };
    },
  );

  app.get(
    '/rest/portico/1/mail/template',
    {
      schema: {
        operationId: 'listMailTemplates',
        tags,
        summary: 'The kinds of mail that Portico sends',
        response: { 200: Type.Array(templateSchema), ...errorResponses(401, 403) },
      },
    },
    async (request) => {
      guards.requireAdministrator(request);
      return mail.templates.map(({ name, about, isSecret }) => ({ name, about, isSecret }));
    },
  );

  const previewInput = {
    params: Type.Object({ name: Type.String() }),
    querystring: Type.Object({
      locale: Type.Union([Type.Literal('en'), Type.Literal('de')], { default: 'en' }),
      portalId: Type.Optional(
        Type.String({ pattern: '^\\d{1,18}$', description: 'As if it were sent because of this portal' }),
      ),
    }),
  };
  async function brandOf(portalId: string | undefined): Promise<MailBrand & { senderName: string | null }> {
    if (portalId === undefined) return { ...brand, senderName: null };
    const portal = await mail.portalBrand(db, portalId);
    if (!portal) throw new NotFound('There is no such portal.');
    return portal;
  }
  async function preview(
    name: string,
    { locale, portalId }: { readonly locale: string; readonly portalId?: string },
  ): Promise<RenderedMail & { readonly fromName: string | null }> {
    const template = mail.templates.find((known) => known.name === name);
    if (!template) throw new NotFound('There is no such kind of mail.');
    const { senderName, ...face } = await brandOf(portalId);
    const rendered = renderMail(template, sampleValues(template, mailLocale(locale)), face, locale);
    return { ...rendered, fromName: senderName ?? (await mailSettings(db))?.fromName ?? null };
  }

  app.get(
    '/rest/portico/1/mail/template/:name/preview',
    {
      schema: {
        operationId: 'previewMailTemplate',
        tags,
        summary: 'A kind of mail with made-up values',
        ...previewInput,
        response: {
          200: Type.Object({
            subject: Type.String(),
            text: Type.String(),
            fromName: orNull(Type.String({ description: 'null: there is no mail server that would say' })),
          }),
          ...errorResponses(400, 401, 403, 404),
        },
      },
    },
    async (request) => {
      guards.requireAdministrator(request);
      const { subject, text, fromName } = await preview(request.params.name, request.query);
      return { subject, text, fromName };
    },
  );

  app.get(
    '/rest/portico/1/mail/template/:name/html',
    {
      schema: {
        operationId: 'previewMailTemplateHtml',
        tags,
        summary: 'A kind of mail with made-up values, as HTML',
        ...previewInput,
        produces: ['text/html'],
        response: errorResponses(400, 401, 403, 404),
      },
    },
    async (request, reply) => {
      guards.requireAdministrator(request);
      const { html } = await preview(request.params.name, request.query);
      await sendMailPreview(reply, html);
    },
  );

  addMessageRoutes(app, platform, guards);
}
