import { Type } from '@fastify/type-provider-typebox';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireProvider } from '../providers/providers.ts';
import { allProviders } from '../providers/store.ts';
import { requireRecentAdministrator } from '../second-factor/confirm.ts';
import { actorOf, requireAdministrator } from '../viewer.ts';
import { addPortalDomain, changePortalDomain, removePortalDomain, requirePortalDomain } from './change.ts';
import {
  findingsSchema,
  portalDomainDetailsJson,
  portalDomainDetailsSchema,
  portalDomainJson,
  portalDomainProperties,
  portalDomainSchema,
  providerDomainSchema,
} from './json.ts';
import { lookAtHost, sightOf } from './look-at-host.ts';
import { addressesToRegister } from './own-addresses.ts';
import { listPortalDomains, sessionsAt } from './store.ts';

const tags = ['portal'];
const params = Type.Object({ id: Type.String() });
const path = '/rest/portico/1/portal-domain';

/** The hosts at which portals live, for administrators. */
export function addPortalDomainRoutes(app: App, platform: Platform): void {
  const { config, db } = platform;
  const sight = sightOf(platform);

  app.get(
    path,
    {
      schema: {
        operationId: 'listPortalDomains',
        tags,
        summary: 'The hosts at which portals live, beside the site’s own',
        response: {
          200: Type.Object({ values: Type.Array(portalDomainSchema) }),
          ...errorResponses(401, 403),
        },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const domains = await listPortalDomains(db);
      return { values: domains.map((domain) => portalDomainJson(domain, config.url)) };
    },
  );

  app.post(
    path,
    {
      schema: {
        operationId: 'addPortalDomain',
        tags,
        summary: 'Give a portal a host of its own',
        body: Type.Object(
          { host: Type.String({ minLength: 1, maxLength: 260 }), ...portalDomainProperties },
          { additionalProperties: false },
        ),
        response: { 201: portalDomainSchema, ...errorResponses(400, 401, 403, 409) },
      },
    },
    async (request, reply) => {
      await requireRecentAdministrator(db, request);
      const domain = await inTransaction(db, (trx) =>
        addPortalDomain(trx, config.url, request.body, actorOf(request)),
      );
      return reply.code(201).send(portalDomainJson(domain, config.url));
    },
  );

  app.get(
    `${path}/:id`,
    {
      schema: {
        operationId: 'getPortalDomain',
        tags,
        summary: 'A portal’s host, and what has to be registered at identity providers for it',
        params,
        response: { 200: portalDomainDetailsSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const domain = await requirePortalDomain(db, request.params.id);
      const [signedIn, providers] = [await sessionsAt(db, domain.host), await allProviders(db)];
      return portalDomainDetailsJson(domain, config.url, signedIn, providers);
    },
  );

  app.put(
    `${path}/:id`,
    {
      schema: {
        operationId: 'changePortalDomain',
        tags,
        summary: 'Change what a portal’s host is for; a stale version is refused',
        params,
        body: Type.Object(
          { ...portalDomainProperties, version: Type.Integer({ minimum: 1 }) },
          { additionalProperties: false },
        ),
        response: { 200: portalDomainSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      await requireRecentAdministrator(db, request);
      const { version, ...input } = request.body;
      const domain = await inTransaction(db, (trx) =>
        changePortalDomain(trx, request.params.id, version, input, actorOf(request)),
      );
      return portalDomainJson(domain, config.url);
    },
  );

  app.delete(
    `${path}/:id`,
    {
      schema: {
        operationId: 'removePortalDomain',
        tags,
        summary: 'Take a host away from its portal; whoever is signed in there is signed out',
        params,
        querystring: Type.Object({ version: Type.Integer({ minimum: 1 }) }),
        response: { 204: Type.Null(), ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      await requireRecentAdministrator(db, request);
      const { id } = request.params;
      await inTransaction(db, (trx) => removePortalDomain(trx, id, request.query.version, actorOf(request)));
      return reply.code(204).send(null);
    },
  );

  app.post(
    `${path}/:id/check`,
    {
      schema: {
        operationId: 'checkPortalDomain',
        tags,
        summary: 'Look whether a host leads to this Portico: DNS, certificate, and who answers',
        params,
        response: { 200: findingsSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const domain = await requirePortalDomain(db, request.params.id);
      const { addresses, ...findings } = await lookAtHost(config.url, domain, sight);
      return { ...findings, addresses: [...addresses] };
    },
  );

  app.get(
    '/rest/portico/1/identity-provider/:id/portal-domain',
    {
      schema: {
        operationId: 'listPortalDomainsOfProvider',
        tags: ['identity-provider'],
        summary: 'What has to be registered at a provider for each portal’s host',
        params,
        response: {
          200: Type.Object({ values: Type.Array(providerDomainSchema) }),
          ...errorResponses(401, 403, 404),
        },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const provider = await requireProvider(db, request.params.id);
      const domains = await listPortalDomains(db);
      return {
        values: domains.map((domain) => ({
          id: domain.id,
          host: domain.host,
          portalName: domain.portalName,
          signInAt: domain.signInAt,
          addresses: addressesToRegister(config.url, provider, domain),
        })),
      };
    },
  );
}
