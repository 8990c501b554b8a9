import { type Static, Type } from '@fastify/type-provider-typebox';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { NotFound } from '../../platform/http/errors.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { actorOf, requireAdministrator } from '../viewer.ts';
import { requireRecent } from './confirm.ts';
import { factorSettingsProperties, orNull, requirementSchema } from './json.ts';
import {
  allPolicies,
  changeFactorSettings,
  type FactorPolicy,
  factorSettings,
  type PolicyScope,
  setPolicy,
} from './settings.ts';

const tags = ['second-factor'];

const scopeSchema = Type.Union([
  Type.Literal('site'),
  Type.Literal('staff'),
  Type.Literal('portal'),
  Type.Literal('organization'),
  Type.Literal('provider'),
]);

const policySchema = Type.Object({
  scope: scopeSchema,
  scopeId: orNull(Type.String()),
  scopeName: orNull(Type.String()),
  requirement: requirementSchema,
  graceDays: Type.Integer(),
});

const overviewSchema = Type.Object(
  {
    settings: Type.Object({ ...factorSettingsProperties, version: Type.Integer() }),
    policies: Type.Array(policySchema, {
      description: 'Of those that apply to somebody, the strictest counts',
    }),
    people: Type.Object(
      { all: Type.Integer(), withFactor: Type.Integer() },
      { description: 'Active accounts, and those that have set up a second factor' },
    ),
  },
  { title: 'SecondFactorPolicy' },
);

/** The tables whose rows a rule can be about, and what their rows are called. */
const namesOf = {
  portal: { table: 'service_desk', name: 'portal_name' },
  organization: { table: 'organization', name: 'name' },
  provider: { table: 'identity_provider', name: 'name' },
} as const;

/** Who needs a second factor, and which there are: for administrators. */
export function addFactorPolicyRoutes(app: App, room: SignInRoom): void {
  const { db } = room.platform;

  async function nameOf(trx: Database, scope: PolicyScope, id: string | null): Promise<string | null> {
    if (id === null || !(scope in namesOf) || !/^\d{1,18}$/.test(id)) return null;
    const { table, name } = namesOf[scope as keyof typeof namesOf];
    const row = await trx
      .selectFrom(table as 'organization')
      .select(name as 'name')
      .where('id', '=', id)
      .executeTakeFirst();
    return (row as Record<string, string> | undefined)?.[name] ?? null;
  }

  async function overview(trx: Database): Promise<Static<typeof overviewSchema>> {
    const policies = [];
    for (const policy of await allPolicies(trx)) {
      // Those of single accounts stand beside the account.
      if (policy.scope === 'account') continue;
      const scopeName = await nameOf(trx, policy.scope, policy.scopeId);
      // What it was about is gone.
      if (policy.scopeId !== null && scopeName === null) continue;
      policies.push({ ...(policy as FactorPolicy & { scope: Static<typeof scopeSchema> }), scopeName });
    }
    const { all, with_factor } = await trx
      .selectFrom('account')
      .select((eb) => [
        eb.fn.countAll<string>().as('all'),
        eb.fn
          .countAll<string>()
          .filterWhere((where) =>
            where.or([
              where.exists(
                where
                  .selectFrom('totp_factor')
                  .select('totp_factor.id')
                  .whereRef('totp_factor.account_id', '=', 'account.id')
                  .where('totp_factor.confirmed_at', 'is not', null),
              ),
              where.exists(
                where
                  .selectFrom('passkey')
                  .select('passkey.id')
                  .whereRef('passkey.account_id', '=', 'account.id'),
              ),
            ]),
          )
          .as('with_factor'),
      ])
      .where('is_active', '=', true)
      .executeTakeFirstOrThrow();
    return {
      settings: await factorSettings(trx),
      policies,
      people: { all: Number(all), withFactor: Number(with_factor) },
    };
  }

  app.get(
    '/rest/portico/1/second-factor-policy',
    {
      schema: {
        operationId: 'getSecondFactorPolicy',
        tags,
        summary: 'Who needs a second factor, and which there are',
        response: { 200: overviewSchema, ...errorResponses(401, 403) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      return overview(db);
    },
  );

  app.put(
    '/rest/portico/1/second-factor-policy/settings',
    {
      schema: {
        operationId: 'changeSecondFactorSettings',
        tags,
        summary: 'Change which second factors there are',
        body: Type.Object(
          { ...factorSettingsProperties, version: Type.Integer({ minimum: 0 }) },
          { additionalProperties: false },
        ),
        response: { 200: overviewSchema, ...errorResponses(400, 401, 403, 409) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { version, ...settings } = request.body;
      return inTransaction(db, async (trx) => {
        await requireRecent(trx, request);
        await changeFactorSettings(trx, version, settings, actorOf(request));
        return overview(trx);
      });
    },
  );

  const policyBody = Type.Object(
    {
      scope: scopeSchema,
      scopeId: orNull(Type.String({ pattern: '^\\d{1,18}$' })),
      requirement: Type.Union([requirementSchema, Type.Null()], { description: 'null: no rule' }),
      graceDays: Type.Integer({ minimum: 0, maximum: 90, default: 0 }),
    },
    { additionalProperties: false },
  );

  app.put(
    '/rest/portico/1/second-factor-policy',
    {
      schema: {
        operationId: 'changeSecondFactorPolicy',
        tags,
        summary: 'Decide for the site, for staff, or for one portal, organization or provider',
        body: policyBody,
        response: { 200: overviewSchema, ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { scope, scopeId, requirement, graceDays } = request.body;
      return inTransaction(db, async (trx) => {
        await requireRecent(trx, request);
        const name = await nameOf(trx, scope, scopeId);
        if (scopeId !== null && name === null && requirement !== null) {
          throw new NotFound(`There is no such ${scope}.`);
        }
        const decision = requirement === null ? null : { requirement, graceDays };
        await setPolicy(trx, scope, scopeId, decision, { id: scopeId, name }, actorOf(request));
        return overview(trx);
      });
    },
  );
}
