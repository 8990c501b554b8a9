import { type Static, Type } from '@fastify/type-provider-typebox';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { confirmsLockOut } from '../providers/json.ts';
import { allProviders, isTested } from '../providers/store.ts';
import { providersTestedBy } from '../providers/testers.ts';
import { requireDeskAdministrator } from '../roles/administers.ts';
import { requireRecentInBrowser } from '../second-factor/confirm.ts';
import { actorOf, type Viewer } from '../viewer.ts';
import { changePortalSignIn, requirePortalSignIn } from './change.ts';
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
    providers: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        isTested: Type.Boolean({ description: 'Somebody has passed a test with its present settings' }),
        isTestedByYou: Type.Boolean({ description: 'You have: needed of one before a provider is required' }),
      }),
      { description: 'Enabled ones through which people of this portal can sign in' },
    ),
    emergencyUrl: Type.String({ description: 'Where administrators sign in with a password in any case' }),
  },
  { title: 'PortalSignIn' },
);

/** How people sign in at a portal, for who administers it. */
export function addPortalSignInRoutes(app: App, { db, config }: Platform): void {
  async function json(
    trx: Database,
    policy: KeptPortalSignIn,
    viewer: Viewer,
  ): Promise<Static<typeof portalSignInSchema>> {
    const { portalId, portalName: _, ...others } = policy;
    const [providers, own] = [await allProviders(trx), await providersTestedBy(trx, viewer.id)];
    return {
      ...others,
      providers: providersServing(providers, portalId, policy.defaultProviderId).map((provider) => ({
        id: provider.id,
        name: provider.name,
        isTested: isTested(provider),
        isTestedByYou: own.has(provider.id),
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
      const viewer = await requireDeskAdministrator(db, request, request.params.portalId);
      return json(db, await requirePortalSignIn(db, request.params.portalId), viewer);
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
          { ...policyProperties, version: Type.Integer({ minimum: 0 }), confirmsLockOut },
          { additionalProperties: false },
        ),
        response: { 200: portalSignInSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      const viewer = await requireDeskAdministrator(db, request, request.params.portalId);
      await requireRecentInBrowser(db, request, viewer);
      const { version, confirmsLockOut: isConfirmed, ...policy } = request.body;
      return inTransaction(db, async (trx) => {
        const { portalId } = request.params;
        const actor = actorOf(request);
        const changed = await changePortalSignIn(trx, portalId, version, policy, actor, isConfirmed);
        return json(trx, changed, viewer);
      });
    },
  );
}
