import { type Static, Type } from '@fastify/type-provider-typebox';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { requirePortalSignIn } from '../portal-sign-in/change.ts';
import { requireRecentAdministrator } from '../second-factor/confirm.ts';
import { actorOf, requireAdministrator } from '../viewer.ts';
import { signUpPolicyJson, signUpPolicyProperties, signUpPolicySchema } from './json.ts';
import { changeSignUpPolicy, signUpPolicy } from './policy.ts';

const tags = ['portal'];
const params = Type.Object({ portalId: Type.String() });
const body = Type.Object(
  { ...signUpPolicyProperties, version: Type.Integer({ minimum: 0 }) },
  { additionalProperties: false },
);

/** Who may make an account with a password, for administrators. */
export function addSignUpPolicyRoutes(app: App, { db }: Platform): void {
  async function ofSite(): Promise<Static<typeof signUpPolicySchema>> {
    const policy = await signUpPolicy(db, null);
    return signUpPolicyJson(policy, policy, false);
  }
  async function ofPortal(id: string): Promise<Static<typeof signUpPolicySchema>> {
    const { portalId, requiresProvider } = await requirePortalSignIn(db, id);
    const [policy, site] = [await signUpPolicy(db, portalId), await signUpPolicy(db, null)];
    return signUpPolicyJson(policy, site, requiresProvider);
  }

  app.get(
    '/rest/portico/1/sign-up-policy',
    {
      schema: {
        operationId: 'getSiteSignUpPolicy',
        tags,
        summary: 'Who may make an account, where a portal says nothing of its own',
        response: { 200: signUpPolicySchema, ...errorResponses(401, 403) },
      },
    },
    (request) => {
      requireAdministrator(request);
      return ofSite();
    },
  );

  app.put(
    '/rest/portico/1/sign-up-policy',
    {
      schema: {
        operationId: 'changeSiteSignUpPolicy',
        tags,
        summary: 'Change who may make an account, where a portal says nothing of its own',
        body,
        response: { 200: signUpPolicySchema, ...errorResponses(400, 401, 403, 409) },
      },
    },
    async (request) => {
      await requireRecentAdministrator(db, request);
      const { version, ...policy } = request.body;
      await inTransaction(db, (trx) => changeSignUpPolicy(trx, null, version, policy, actorOf(request)));
      return ofSite();
    },
  );

  app.get(
    '/rest/portico/1/portal/:portalId/sign-up-policy',
    {
      schema: {
        operationId: 'getPortalSignUpPolicy',
        tags,
        summary: 'Who may make an account at a portal',
        params,
        response: { 200: signUpPolicySchema, ...errorResponses(401, 403, 404) },
      },
    },
    (request) => {
      requireAdministrator(request);
      return ofPortal(request.params.portalId);
    },
  );

  app.put(
    '/rest/portico/1/portal/:portalId/sign-up-policy',
    {
      schema: {
        operationId: 'changePortalSignUpPolicy',
        tags,
        summary: 'Change who may make an account at a portal',
        params,
        body,
        response: { 200: signUpPolicySchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      await requireRecentAdministrator(db, request);
      const { portalId } = await requirePortalSignIn(db, request.params.portalId);
      const { version, ...policy } = request.body;
      await inTransaction(db, (trx) => changeSignUpPolicy(trx, portalId, version, policy, actorOf(request)));
      return ofPortal(portalId);
    },
  );
}
