import { type Static, Type } from '@fastify/type-provider-typebox';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { allProviders, type Provider } from '../providers/store.ts';
import { actorOf, requireAdministrator } from '../viewer.ts';
import { changePortalSignIn, isTested, requirePortalSignIn } from './change.ts';
import { providersServing } from './serving.ts';
import type { KeptPortalSignIn } from './store.ts';

const tags = ['portal'];
const params = Type.Object({ portalId: Type.String() });
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

const policyProperties = {
  requiresProvider: Type.Boolean({
    description: 'Customers get in through an identity provider only; passwords are for staff',
  }),
  defaultProviderId: orNull(
    Type.String({
      pattern: '^\\d{1,18}$',
      description: 'Where everybody is sent who does not ask for something else',
    }),
  ),
  sessionIdleMinutes: orNull(Type.Integer({ minimum: 1, maximum: 100_000 })),
  sessionMaxHours: orNull(Type.Integer({ minimum: 1, maximum: 10_000 })),
};

const portalSignInSchema = Type.Object(
  {
    ...policyProperties,
    version: Type.Integer({ description: '0: nothing was ever decided, it is as the site' }),
    providers: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), isTested: Type.Boolean() }), {
      description: 'Enabled ones through which people of this portal can sign in',
    }),
    emergencyUrl: Type.String({ description: 'Where administrators sign in with a password in any case' }),
  },
  { title: 'PortalSignIn' },
);

/** How people sign in at a portal, for administrators. */
export function addPortalSignInRoutes(app: App, { db, config }: Platform): void {
  function json(policy: KeptPortalSignIn, providers: readonly Provider[]): Static<typeof portalSignInSchema> {
    const { portalId, portalName: _, ...others } = policy;
    return {
      ...others,
      providers: providersServing(providers, portalId, policy.defaultProviderId).map((provider) => ({
        id: provider.id,
        name: provider.name,
        isTested: isTested(provider),
      })),
      emergencyUrl: new URL('/servicedesk/customer/user/login?local=1', config.url).href,
    };
  }

  app.get(
    '/rest/portico/1/portal/:portalId/sign-in',
    {
      schema: {
        operationId: 'getPortalSignIn',
        tags,
        summary: 'How people sign in at a portal',
        params,
        response: { 200: portalSignInSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const policy = await requirePortalSignIn(db, request.params.portalId);
      return json(policy, await allProviders(db));
    },
  );

  app.put(
    '/rest/portico/1/portal/:portalId/sign-in',
    {
      schema: {
        operationId: 'changePortalSignIn',
        tags,
        summary: 'Change how people sign in at a portal; a stale version is refused with what changed',
        params,
        body: Type.Object(
          { ...policyProperties, version: Type.Integer({ minimum: 0 }) },
          { additionalProperties: false },
        ),
        response: { 200: portalSignInSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { version, ...policy } = request.body;
      return inTransaction(db, async (trx) => {
        const { portalId } = request.params;
        const changed = await changePortalSignIn(trx, portalId, version, policy, actorOf(request));
        return json(changed, await allProviders(trx));
      });
    },
  );
}
