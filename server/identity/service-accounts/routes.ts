import { type Static, Type } from '@fastify/type-provider-typebox';
import { recordAudit } from '../../platform/audit/audit.ts';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/errors.ts';
import { page, pageQueryProperties, pageSchema } from '../../platform/http/paging.ts';
import { cleanDisplayName, maxDisplayNameLength } from '../accounts/accounts.ts';
import { changeAccount } from '../accounts/change.ts';
import { requireRecent } from '../second-factor/confirm.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import {
  madeTokenSchema,
  scopeChoiceSchema,
  scopeChoices,
  tokenJson,
  tokenWishSchema,
} from '../tokens/json.ts';
import { makeToken } from '../tokens/make-token.ts';
import { tokenPolicy } from '../tokens/policy.ts';
import { actorOf, requireAdministrator, requireSession } from '../viewer.ts';
import { addServiceAccount, listServiceAccounts, type ServiceAccount, serviceAccount } from './store.ts';
import { serviceUserName } from './user-name.ts';

const tags = ['service-account'];
const timeOrNull = Type.Union([Type.String({ format: 'date-time' }), Type.Null()]);
const serviceAccountSchema = Type.Object(
  {
    accountId: Type.String(),
    displayName: Type.String(),
    userName: Type.String({ description: 'In place of an e-mail address, for Basic' }),
    isActive: Type.Boolean(),
    isAdministrator: Type.Boolean(),
    isAgent: Type.Boolean(),
    createdAt: Type.String({ format: 'date-time' }),
    tokenCount: Type.Integer({ description: 'Tokens that have not expired' }),
    lastUsedAt: timeOrNull,
    expiresAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
      description: 'When the last of its tokens expires',
    }),
  },
  { title: 'ServiceAccount' },
);
const params = Type.Object({ accountId: Type.String() });
const displayName = Type.String({ minLength: 1, maxLength: maxDisplayNameLength });

/** Accounts of programs, for administrators. They have the roles of other accounts, and no way in but API tokens. */
export function addServiceAccountRoutes(
  app: App,
  { platform, staff }: Pick<SignInRoom, 'platform' | 'staff'>,
): void {
  const { db } = platform;

  app.get(
    '/rest/portico/1/service-account',
    {
      schema: {
        operationId: 'listServiceAccounts',
        tags,
        summary: 'Service accounts by name',
        querystring: Type.Object({ ...pageQueryProperties }),
        response: {
          200: pageSchema(serviceAccountSchema),
          ...errorResponses(400, 401, 403),
        },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { start, limit } = request.query;
      const accounts = await listServiceAccounts(db, { start, limit: limit + 1 });
      const agents = await staff.among(
        db,
        accounts.map(({ id }) => id),
      );
      const values = accounts.map((account) => json(account, agents.has(account.id)));
      return page({ request, start, limit }, values);
    },
  );

  app.get(
    '/rest/portico/1/service-account/:accountId',
    {
      schema: {
        operationId: 'getServiceAccount',
        tags,
        summary: 'A service account, and what can be chosen for its tokens',
        params,
        response: {
          200: Type.Object({
            serviceAccount: serviceAccountSchema,
            scopes: Type.Array(scopeChoiceSchema),
            longestDays: Type.Integer(),
          }),
          ...errorResponses(401, 403, 404),
        },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const account = await show(request.params.accountId);
      const { longestDays } = await tokenPolicy(db);
      return { serviceAccount: account, scopes: scopeChoices(account.isAdministrator), longestDays };
    },
  );

  app.post(
    '/rest/portico/1/service-account',
    {
      schema: {
        operationId: 'createServiceAccount',
        tags,
        summary: 'Create the account of a program',
        body: Type.Object(
          { displayName, isAdministrator: Type.Optional(Type.Boolean()) },
          { additionalProperties: false },
        ),
        response: { 201: serviceAccountSchema, ...errorResponses(400, 401, 403) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      requireSession(request);
      const { isAdministrator = false } = request.body;
      const name = cleanDisplayName(request.body.displayName);
      if (name === '') throw Invalid.fields({ displayName: 'Give a name, such as the program’s.' });
      const { accountId } = await inTransaction(db, async (trx) => {
        const account = await addServiceAccount(trx, {
          displayName: name,
          isAdministrator,
          grantedBy: actorOf(request).accountId,
        });
        await recordAudit(trx, {
          actor: actorOf(request),
          action: 'service-account.created',
          objectType: 'account',
          objectId: account.accountId,
          objectName: name,
          after: { displayName: name, isAdministrator },
        });
        return account;
      });
      return reply.code(201).send(await show(accountId));
    },
  );

  app.put(
    '/rest/portico/1/service-account/:accountId',
    {
      schema: {
        operationId: 'changeServiceAccount',
        tags,
        summary: 'Change name and rights of a service account, or deactivate it, which ends its tokens',
        params,
        body: Type.Object(
          {
            displayName: Type.Optional(displayName),
            isActive: Type.Optional(Type.Boolean()),
            isAdministrator: Type.Optional(Type.Boolean()),
          },
          { additionalProperties: false },
        ),
        response: { 200: serviceAccountSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { sessionId } = requireSession(request);
      const { accountId } = request.params;
      await requireServiceAccount(accountId);
      await inTransaction(db, (trx) =>
        changeAccount(trx, accountId, request.body, actorOf(request), sessionId),
      );
      return show(accountId);
    },
  );

  app.post(
    '/rest/portico/1/service-account/:accountId/token',
    {
      schema: {
        operationId: 'makeApiTokenOfServiceAccount',
        tags,
        summary: 'Make an API token for a service account; it is told this once',
        params,
        body: tokenWishSchema,
        response: { 201: madeTokenSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      const viewer = await requireRecent(db, request);
      const account = await requireServiceAccount(request.params.accountId);
      if (!account.isActive) {
        throw new Conflict(`${account.displayName} is deactivated. Reactivate it first.`);
      }
      const { token, listed } = await inTransaction(db, (trx) =>
        makeToken(trx, account, request.body, {
          ...actorOf(request),
          accountId: viewer.id,
          hasFactor: viewer.session.factor !== null,
        }),
      );
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({ token, apiToken: tokenJson(listed) });
    },
  );

  async function requireServiceAccount(accountId: string): Promise<ServiceAccount> {
    const account = await serviceAccount(db, accountId);
    if (!account) throw new NotFound('There is no such service account.');
    return account;
  }

  async function show(accountId: string): Promise<Static<typeof serviceAccountSchema>> {
    const account = await requireServiceAccount(accountId);
    return json(account, (await staff.among(db, [account.id])).has(account.id));
  }
}

function json(account: ServiceAccount, isAgent: boolean): Static<typeof serviceAccountSchema> {
  return {
    accountId: account.accountId,
    displayName: account.displayName,
    userName: serviceUserName(account.accountId),
    isActive: account.isActive,
    isAdministrator: account.isAdministrator,
    isAgent,
    createdAt: account.createdAt.toISOString(),
    tokenCount: account.tokenCount,
    lastUsedAt: account.lastUsedAt?.toISOString() ?? null,
    expiresAt: account.expiresAt?.toISOString() ?? null,
  };
}
