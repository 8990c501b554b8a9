import { Type } from '@fastify/type-provider-typebox';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { NotFound } from '../../platform/http/errors.ts';
import { page, pageQueryProperties, pageSchema } from '../../platform/http/paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { accountByAccountId } from '../accounts/store.ts';
import { requireRecent } from '../second-factor/confirm.ts';
import { actorOf, requireAdministrator, requireSession } from '../viewer.ts';
import { tokenJson, tokenSchema } from './json.ts';
import { revokeToken } from './make-token.ts';
import { changeTokenPolicy, maxLongestDays, tokenPolicy } from './policy.ts';
import { allTokens, tokensOf } from './store.ts';

const tags = ['api-token'];
const policyProperties = {
  customersMay: Type.Boolean({ description: 'Whether customers may have tokens' }),
  longestDays: Type.Integer({ minimum: 1, maximum: maxLongestDays }),
  version: Type.Integer({ minimum: 0, description: '0 while nobody has decided anything' }),
};

/** Everybody's API tokens, and the rules for them, for administrators. */
export function addTokenAdministrationRoutes(app: App, { db }: Platform): void {
  app.get(
    '/rest/portico/1/api-token',
    {
      schema: {
        operationId: 'listApiTokens',
        tags,
        summary: 'All API tokens, by owner; those that expired stay for 90 days',
        querystring: Type.Object({ ...pageQueryProperties }),
        response: { 200: pageSchema(tokenSchema), ...errorResponses(400, 401, 403) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { start, limit } = request.query;
      const tokens = await allTokens(db, { start, limit: limit + 1 });
      return page({ request, start, limit }, tokens.map(tokenJson));
    },
  );

  app.get(
    '/rest/portico/1/account/:accountId/token',
    {
      schema: {
        operationId: 'listApiTokensOfAccount',
        tags,
        summary: 'The API tokens of an account',
        params: Type.Object({ accountId: Type.String() }),
        response: {
          200: Type.Object({ tokens: Type.Array(tokenSchema) }),
          ...errorResponses(401, 403, 404),
        },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const account = await requireAccount(request.params.accountId);
      return { tokens: (await tokensOf(db, account.id)).map(tokenJson) };
    },
  );

  app.delete(
    '/rest/portico/1/account/:accountId/token/:id',
    {
      schema: {
        operationId: 'revokeApiTokenOfAccount',
        tags,
        summary: 'Revoke an API token of an account, at once',
        params: Type.Object({ accountId: Type.String(), id: Type.String() }),
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      requireSession(request);
      const account = await requireAccount(request.params.accountId);
      await inTransaction(db, (trx) => revokeToken(trx, account.id, request.params.id, actorOf(request)));
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/rest/portico/1/api-token-policy',
    {
      schema: {
        operationId: 'getApiTokenPolicy',
        tags,
        summary: 'Who may have API tokens, and for how long',
        response: { 200: Type.Object(policyProperties), ...errorResponses(401, 403) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      return tokenPolicy(db);
    },
  );

  app.put(
    '/rest/portico/1/api-token-policy',
    {
      schema: {
        operationId: 'changeApiTokenPolicy',
        tags,
        summary: 'Decide who may have API tokens, and for how long',
        body: Type.Object(policyProperties, { additionalProperties: false }),
        response: { 200: Type.Object(policyProperties), ...errorResponses(400, 401, 403, 409) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      await requireRecent(db, request);
      const { version, ...policy } = request.body;
      return inTransaction(db, async (trx) => {
        await changeTokenPolicy(trx, version, policy, actorOf(request));
        return tokenPolicy(trx);
      });
    },
  );

  async function requireAccount(accountId: string) {
    const account = await accountByAccountId(db, accountId);
    if (!account) throw new NotFound('There is no such account.');
    return account;
  }
}
