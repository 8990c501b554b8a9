import { Type } from '@fastify/type-provider-typebox';
import type { App } from '../../platform/http/app-types.ts';
import { plainHost } from '../../platform/http/asked-host.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { NotFound } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { answerToChallenge } from './look-at-host.ts';
import { portalDomainByHost, portalHostOf, siteOrigins } from './store.ts';

const tags = ['operation'];

/** What stands in front of Portico asks: for which hosts certificates may be got, and whether it is Portico that answers. */
export function addProxyRoutes(app: App, { config, db }: Platform): void {
  app.get(
    '/tls-check',
    {
      // A reverse proxy asks by address.
      config: { answersAnyHost: true },
      schema: {
        operationId: 'checkTlsHost',
        tags,
        summary: 'Whether a certificate may be got for a host: Caddy’s on_demand_tls asks here',
        querystring: Type.Object({ domain: Type.String({ maxLength: 260 }) }),
        response: { 200: Type.Object({ isOurs: Type.Literal(true) }), ...errorResponses(400, 404) },
      },
    },
    async ({ query }) => {
      const host = plainHost(query.domain);
      if (host === null || (host !== config.url.hostname && !(await portalHostOf(db, host)))) {
        throw new NotFound('This host is neither the site’s nor a portal’s.');
      }
      return { isOurs: true as const };
    },
  );

  app.get(
    '/.well-known/webauthn',
    {
      schema: {
        operationId: 'getPasskeyOrigins',
        tags,
        summary: 'Where passkeys of this site may be used, for browsers (WebAuthn Level 3, section 5.11)',
        response: { 200: Type.Object({ origins: Type.Array(Type.String()) }) },
      },
    },
    async () => ({ origins: await siteOrigins(db, config.url) }),
  );

  app.get(
    '/.well-known/portico-host/:challenge',
    {
      schema: {
        operationId: 'answerHostChallenge',
        tags,
        summary: 'Shows that it is this Portico which answers at a portal’s host',
        params: Type.Object({ challenge: Type.String({ pattern: '^[\\w-]{43}$' }) }),
        produces: ['text/plain'],
        response: { 200: Type.String(), ...errorResponses(400, 404) },
      },
    },
    async ({ params, portalHost }, reply) => {
      const domain = portalHost && (await portalDomainByHost(db, portalHost.host));
      if (!domain) throw new NotFound('This host is not a portal’s.');
      reply.type('text/plain; charset=utf-8').serializer((text: string) => text);
      return answerToChallenge(domain.checkKey, params.challenge);
    },
  );
}
