import { Type } from '@fastify/type-provider-typebox';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireProvider } from '../providers/providers.ts';
import { requireRecentAdministrator } from '../second-factor/confirm.ts';
import { actorOf, requireAdministrator } from '../viewer.ts';
import { setupLinkJson, setupLinkSchema, submittedSetupJson, submittedSetupSchema } from './json.ts';
import { makeSetupLink, revokeSetupLink, setupLinksOf } from './links.ts';
import { submittedSetups } from './submissions.ts';

const tags = ['identity-provider'];
const path = '/rest/portico/1/identity-provider/:id/setup-link';
const params = Type.Object({ id: Type.String() });
const defaultDays = 3;

/** Links with which a customer's own IT fills in their provider, for administrators. */
export function addSetupLinkRoutes(app: App, { config, db }: Platform): void {
  app.get(
    path,
    {
      schema: {
        operationId: 'listProviderSetupLinks',
        tags,
        summary: 'The set-up links of a provider, newest first',
        params,
        response: {
          200: Type.Object({ values: Type.Array(setupLinkSchema) }),
          ...errorResponses(401, 403, 404),
        },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { id } = await requireProvider(db, request.params.id);
      return { values: (await setupLinksOf(db, id)).map(setupLinkJson) };
    },
  );

  app.post(
    path,
    {
      schema: {
        operationId: 'makeProviderSetupLink',
        tags,
        summary: 'Make a link with which a customer’s own IT fills in a provider; it is shown this once',
        params,
        body: Type.Object(
          {
            note: Type.String({ maxLength: 200, description: 'For whom' }),
            days: Type.Optional(Type.Integer({ minimum: 1, maximum: 14, default: defaultDays })),
          },
          { additionalProperties: false },
        ),
        response: {
          201: Type.Object({ url: Type.String(), link: setupLinkSchema }),
          ...errorResponses(400, 401, 403, 404),
        },
      },
    },
    async (request, reply) => {
      await requireRecentAdministrator(db, request);
      const note = request.body.note.trim();
      if (note === '') throw Invalid.fields({ note: 'Say for whom the link is; the audit log will.' });
      const days = request.body.days ?? defaultDays;
      const { link, token } = await inTransaction(db, async (trx) =>
        makeSetupLink(trx, await requireProvider(trx, request.params.id), { note, days }, actorOf(request)),
      );
      const { href: url } = new URL(`/provider-setup/${token}`, config.url);
      reply.header('cache-control', 'no-store');
      return reply.code(201).send({ url, link: setupLinkJson(link) });
    },
  );

  app.delete(
    '/rest/portico/1/setup-link/:linkId',
    {
      schema: {
        operationId: 'revokeProviderSetupLink',
        tags,
        summary: 'End a set-up link at once',
        params: Type.Object({ linkId: Type.String() }),
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      await inTransaction(db, (trx) => revokeSetupLink(trx, request.params.linkId, actorOf(request)));
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/rest/portico/1/submitted-setup',
    {
      schema: {
        operationId: 'listSubmittedProviderSetups',
        tags,
        summary: 'Providers that a customer’s IT has filled in, to be looked at and enabled',
        response: {
          200: Type.Object({
            values: Type.Array(submittedSetupSchema),
          }),
          ...errorResponses(401, 403),
        },
      },
    },
    async (request) => {
      requireAdministrator(request);
      return { values: (await submittedSetups(db)).map(submittedSetupJson) };
    },
  );
}
