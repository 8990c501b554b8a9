import { type Static, Type } from '@fastify/type-provider-typebox';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { page, pageQueryProperties, pageSchema } from '../../platform/http/paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { dependantsOf, keepingWaysIn } from '../portal-sign-in/ways-in.ts';
import { requireRecentAdministrator } from '../second-factor/confirm.ts';
import { actorOf, requireAdministrator } from '../viewer.ts';
import {
  confirmsLockOut,
  providerChangeSchema,
  providerInputSchema,
  providerJson,
  providerSchema,
} from './json.ts';
import { listedProviderJson, listedProviderSchema } from './listed-json.ts';
import { dropLogoFile } from './logo.ts';
import { changeProvider, createProvider, removeProvider, requireProvider } from './providers.ts';
import { countSignedIn, endSessionsThrough } from './signed-in.ts';
import { allProviders, isTested, type Provider } from './store.ts';
import { recentDays, recentPeopleOf, usageOfProviders } from './usage.ts';

const tags = ['identity-provider'];
const params = Type.Object({ id: Type.String() });
const portals = Type.Array(Type.Object({ id: Type.String(), name: Type.String() }));
const dependantsSchema = Type.Object(
  {
    recentPeople: Type.Integer({ description: 'Who have signed in through it in the last days' }),
    recentPeopleWithoutOtherWay: Type.Integer({
      description: 'Of them, those who have neither a password nor another enabled provider',
    }),
    recentDays: Type.Integer(),
    signedIn: Type.Integer({ description: 'People with a session that began through it' }),
    requiredBy: Type.Unsafe<Static<typeof portals>>({
      ...portals,
      description: 'Portals that require a provider and that this one serves',
    }),
    onlyWayInto: Type.Unsafe<Static<typeof portals>>({
      ...portals,
      description: 'Of them, those that no other provider serves',
    }),
  },
  { title: 'IdentityProviderDependants' },
);

/** Identity providers, for administrators. */
export function addProviderRoutes(app: App, platform: Platform): void {
  const { config, db } = platform;

  app.get(
    '/rest/portico/1/identity-provider',
    {
      schema: {
        operationId: 'listIdentityProviders',
        tags,
        summary: 'Identity providers in the order of their buttons, with how much they are used',
        querystring: Type.Object({
          ...pageQueryProperties,
          query: Type.Optional(Type.String({ maxLength: 200, description: 'Part of the name or a domain' })),
          protocol: Type.Optional(Type.Enum(['saml', 'oidc', 'oauth2'])),
          state: Type.Optional(
            Type.Enum(['enabled', 'disabled', 'untested', 'unproved'], {
              description:
                'untested: no test was passed with the present settings; unproved: a domain of it is not verified',
            }),
          ),
        }),
        response: { 200: pageSchema(listedProviderSchema), ...errorResponses(400, 401, 403) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { start, limit, ...filter } = request.query;
      const found = (await allProviders(db)).filter((provider) => fits(provider, filter));
      const providers = found.slice(start, start + limit + 1);
      const usage = await usageOfProviders(
        db,
        providers.map(({ id }) => id),
      );
      return page(
        { request, start, limit },
        providers.map((provider) => listedProviderJson(provider, usage.get(provider.id), config.url)),
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
      await requireRecentAdministrator(db, request);
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

  app.get(
    '/rest/portico/1/identity-provider/:id/dependants',
    {
      schema: {
        operationId: 'getIdentityProviderDependants',
        tags,
        summary: 'Who and what would lose a way in without an identity provider',
        params,
        response: { 200: dependantsSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { id } = await requireProvider(db, request.params.id);
      const { requiredBy, onlyWayInto } = await dependantsOf(db, id);
      const { count, withoutOtherWay } = await recentPeopleOf(db, id);
      return {
        recentPeople: count,
        recentPeopleWithoutOtherWay: withoutOtherWay,
        recentDays,
        signedIn: await countSignedIn(db, id),
        requiredBy: [...requiredBy],
        onlyWayInto: [...onlyWayInto],
      };
    },
  );

  app.put(
    '/rest/portico/1/identity-provider/:id',
    {
      schema: {
        operationId: 'changeIdentityProvider',
        tags,
        summary:
          'Change an identity provider; refused when the version is stale, or a portal is left without a way in',
        params,
        body: providerChangeSchema,
        response: { 200: providerSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      await requireRecentAdministrator(db, request);
      const { version, confirmsLockOut: isConfirmed = false, endsSessions, ...input } = request.body;
      const { id } = request.params;
      const actor = actorOf(request);
      const provider = await inTransaction(db, (trx) =>
        keepingWaysIn(trx, { isConfirmed, actor }, async () => {
          const changed = await changeProvider(platform, trx, id, version, input, actor);
          if (!endsSessions) return changed;
          if (changed.isEnabled) {
            throw Invalid.fields({
              endsSessions: 'Disable the provider, too: people would come back at once.',
            });
          }
          await endSessionsThrough(trx, changed, actor);
          return changed;
        }),
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
        querystring: Type.Object({ confirmsLockOut }),
        response: { 204: Type.Null(), ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      await requireRecentAdministrator(db, request);
      const actor = actorOf(request);
      const isConfirmed = request.query.confirmsLockOut ?? false;
      const { logo } = await inTransaction(db, (trx) =>
        keepingWaysIn(trx, { isConfirmed, actor }, () => removeProvider(trx, request.params.id, actor)),
      );
      await dropLogoFile(platform, logo);
      return reply.code(204).send(null);
    },
  );
}

interface ProviderFilter {
  readonly query?: string | undefined;
  readonly protocol?: Provider['protocol'] | undefined;
  readonly state?: 'enabled' | 'disabled' | 'untested' | 'unproved' | undefined;
}

function fits(provider: Provider, { query, protocol, state }: ProviderFilter): boolean {
  const text = query?.trim().toLowerCase() ?? '';
  if (protocol && provider.protocol !== protocol) return false;
  if (state === 'enabled' && !provider.isEnabled) return false;
  if (state === 'disabled' && provider.isEnabled) return false;
  if (state === 'untested' && isTested(provider)) return false;
  if (state === 'unproved' && provider.claims.every(({ verifiedAt }) => verifiedAt !== null)) return false;
  return (
    provider.name.toLowerCase().includes(text) || provider.claims.some(({ domain }) => domain.includes(text))
  );
}
