import { Type } from '@fastify/type-provider-typebox';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { page, pageQuerySchema, pageSchema } from '../../platform/http/paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { actorOf, requireAdministrator } from '../viewer.ts';
import { providerChangeSchema, providerInputSchema, providerJson, providerSchema } from './json.ts';
import { dropLogoFile } from './logo.ts';
import { changeProvider, createProvider, removeProvider, requireProvider } from './providers.ts';
import { allProviders } from './store.ts';

const tags = ['identity-provider'];
const params = Type.Object({ id: Type.String() });

/** Identity providers, for administrators. */
export function addProviderRoutes(app: App, platform: Platform): void {
  const { config, db } = platform;

  app.get(
    '/rest/portico/1/identity-provider',
    {
      schema: {
        operationId: 'listIdentityProviders',
        tags,
        summary: 'All identity providers by name',
        querystring: pageQuerySchema,
        response: { 200: pageSchema(providerSchema), ...errorResponses(400, 401, 403) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { start, limit } = request.query;
      const providers = (await allProviders(db)).slice(start, start + limit + 1);
      return page(
        { request, start, limit },
        providers.map((provider) => providerJson(provider, config.url)),
      );
    },
  );

  app.post(
    '/rest/portico/1/identity-provider',
    {
      schema: {
        operationId: 'createIdentityProvider',
        tags,
        summary: 'Add an identity provider',
        body: providerInputSchema,
        response: { 201: providerSchema, ...errorResponses(400, 401, 403, 409) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      const provider = await inTransaction(db, (trx) =>
        createProvider(platform, trx, request.body, actorOf(request)),
      );
      return reply.code(201).send(providerJson(provider, config.url));
    },
  );

  app.get(
    '/rest/portico/1/identity-provider/:id',
    {
      schema: {
        operationId: 'getIdentityProvider',
        tags,
        summary: 'One identity provider',
        params,
        response: { 200: providerSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      return providerJson(await requireProvider(db, request.params.id), config.url);
    },
  );

  app.put(
    '/rest/portico/1/identity-provider/:id',
    {
      schema: {
        operationId: 'changeIdentityProvider',
        tags,
        summary: 'Change an identity provider; a stale version is refused with what changed',
        params,
        body: providerChangeSchema,
        response: { 200: providerSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { version, ...input } = request.body;
      const { id } = request.params;
      const provider = await inTransaction(db, (trx) =>
        changeProvider(platform, trx, id, version, input, actorOf(request)),
      );
      return providerJson(provider, config.url);
    },
  );

  app.delete(
    '/rest/portico/1/identity-provider/:id',
    {
      schema: {
        operationId: 'deleteIdentityProvider',
        tags,
        summary: 'Delete an identity provider through which nobody has signed in',
        params,
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      const { logo } = await inTransaction(db, (trx) =>
        removeProvider(trx, request.params.id, actorOf(request)),
      );
      await dropLogoFile(platform, logo);
      return reply.code(204).send(null);
    },
  );
}
