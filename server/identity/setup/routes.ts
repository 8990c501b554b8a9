import { Type } from '@fastify/type-provider-typebox';
import packageJson from '../../../package.json' with { type: 'json' };
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { maxDisplayNameLength } from '../accounts/accounts.ts';
import { portalFace } from '../portal-domains/store.ts';
import { sessionAccountJson, sessionAccountSchema } from '../sign-in/json.ts';
import { createFirstAdministrator, isSetUp, requireSetupToken } from './setup.ts';

const tags = ['site'];
const tokenSchema = Type.String({ minLength: 1, maxLength: 100 });

/** What this site is, and the set-up of a new one. */
export function addSetupRoutes(app: App, { config, db }: Platform): void {
  app.get(
    '/rest/portico/1/site',
    {
      schema: {
        operationId: 'getSite',
        tags,
        summary: 'Name and state of this site',
        response: {
          200: Type.Object({
            siteName: Type.String(),
            version: Type.String(),
            isSetUp: Type.Boolean({ description: 'There is an administrator' }),
            maxUploadBytes: Type.Integer({ description: 'Largest file that can be attached' }),
            address: Type.String({ description: 'Where the whole site is, without a trailing slash' }),
            portal: Type.Union(
              [
                Type.Object({ id: Type.String(), name: Type.String(), accentColor: Type.String() }),
                Type.Null(),
              ],
              { description: 'The portal that lives at the host that was asked; null: all of them do' },
            ),
          }),
        },
      },
    },
    async ({ portalHost }) => ({
      siteName: config.siteName,
      version: packageJson.version,
      isSetUp: await isSetUp(db),
      maxUploadBytes: config.maxUploadBytes,
      address: app.siteAddress,
      portal: portalHost && (await portalFace(db, portalHost.portalId)),
    }),
  );

  app.get(
    '/rest/portico/1/setup/:token',
    {
      schema: {
        operationId: 'getSetup',
        tags,
        summary: 'Whether a set-up link works',
        params: Type.Object({ token: tokenSchema }),
        response: { 200: Type.Object({ siteName: Type.String() }), ...errorResponses(404) },
      },
    },
    async ({ params }) => {
      await requireSetupToken(db, params.token);
      return { siteName: config.siteName };
    },
  );

  app.post(
    '/rest/portico/1/setup',
    {
      schema: {
        operationId: 'setUp',
        tags,
        summary: 'Create the first administrator with a set-up link',
        body: Type.Object(
          {
            token: tokenSchema,
            displayName: Type.String({ minLength: 1, maxLength: maxDisplayNameLength }),
            email: Type.String({ minLength: 1, maxLength: 320 }),
            password: Type.String({ minLength: 1, maxLength: 1000 }),
          },
          { additionalProperties: false },
        ),
        response: { 201: Type.Object({ account: sessionAccountSchema }), ...errorResponses(400, 404, 409) },
      },
    },
    async (request, reply) => {
      const { account, cookie } = await createFirstAdministrator(db, config, request.body, {
        address: request.ip,
        userAgent: request.headers['user-agent'] ?? null,
      });
      reply.header('set-cookie', cookie);
      return reply.code(201).send({ account: sessionAccountJson(account, true, null) });
    },
  );
}
