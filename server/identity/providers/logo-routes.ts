import { Type } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid, NotFound } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { actorOf, requireAdministrator } from '../viewer.ts';
import { logoVersion, providerJson, providerSchema } from './json.ts';
import { removeLogo, setLogo } from './logo.ts';
import { type Provider, providerById } from './store.ts';

const tags = ['identity-provider'];
const path = '/rest/portico/1/identity-provider/:id/logo';
const params = Type.Object({ id: Type.String() });

/** Logos of identity providers: for everybody who was told the address, changed by administrators. */
export async function addLogoRoutes(app: App, platform: Platform): Promise<void> {
  const { config, db, files } = platform;

  app.get(
    path,
    {
      schema: {
        operationId: 'getIdentityProviderLogo',
        tags,
        summary: 'The logo, by the address that is told where it is shown',
        params,
        querystring: Type.Object({ v: Type.Optional(Type.String({ maxLength: 100 })) }),
        response: errorResponses(404),
      },
    },
    async (request, reply) => {
      const provider = await providerById(db, request.params.id);
      // Who counts ids up must not learn whose companies are customers.
      if (!provider?.logo || request.query.v !== logoVersion(provider.logo)) {
        throw new NotFound('There is no such logo.');
      }
      return sendLogo(reply, provider.logo);
    },
  );
  app.delete(
    path,
    {
      schema: {
        operationId: 'deleteIdentityProviderLogo',
        tags,
        summary: 'Take the logo away',
        params,
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      await removeLogo(platform, request.params.id, actorOf(request));
      return reply.code(204).send(null);
    },
  );

  // Images as bodies are understood here and nowhere else.
  await app.register(async (scope: App) => {
    scope.addContentTypeParser(
      /^(image\/[\w.+-]+|application\/octet-stream)$/,
      { parseAs: 'buffer' },
      (_request, body, done) => done(null, body),
    );
    scope.put(
      path,
      {
        schema: {
          operationId: 'putIdentityProviderLogo',
          tags,
          summary: 'Give it a logo: PNG, JPEG, WebP or GIF of at most 200 kB, as the body',
          params,
          response: { 200: providerSchema, ...errorResponses(400, 401, 403, 404, 413, 415) },
        },
        // Before the body is read.
        onRequest: async (request) => {
          requireAdministrator(request);
        },
      },
      async (request) => {
        const content: unknown = request.body;
        if (!(content instanceof Uint8Array)) {
          throw new Invalid('Send the image itself as the body, with Content-Type: image/png.');
        }
        const provider = await setLogo(platform, request.params.id, content, actorOf(request));
        return providerJson(provider, config.url);
      },
    );
  });

  /** Sends an image so that nothing in it can run in our origin. */
  async function sendLogo(reply: FastifyReply, { key, type }: NonNullable<Provider['logo']>) {
    const content = await files.read(key);
    reply.headers({
      'content-type': type,
      'content-disposition': 'inline',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    });
    return reply.send(content);
  }
}
