import { Type } from '@fastify/type-provider-typebox';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Forbidden } from '../../platform/http/errors.ts';
import { requireRecent } from '../second-factor/confirm.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { actorOf, requireSession, type SignedInViewer } from '../viewer.ts';
import {
  madeTokenSchema,
  scopeChoiceSchema,
  scopeChoices,
  tokenJson,
  tokenSchema,
  tokenWishSchema,
} from './json.ts';
import { makeToken, revokeToken } from './make-token.ts';
import { mayHaveTokens, tokenPolicy } from './policy.ts';
import { tokensOf } from './store.ts';

const tags = ['api-token'];

/** One's own API tokens. Only somebody who is signed in gets here: a token makes no tokens. */
export function addTokenRoutes(app: App, { platform, staff }: Pick<SignInRoom, 'platform' | 'staff'>): void {
  const { db } = platform;

  app.get(
    '/rest/portico/1/my-token',
    {
      schema: {
        operationId: 'listMyApiTokens',
        tags,
        summary: 'The API tokens of the signed-in account, and what can be chosen for a new one',
        response: {
          200: Type.Object({
            tokens: Type.Array(tokenSchema),
            scopes: Type.Array(scopeChoiceSchema),
            longestDays: Type.Integer(),
            mayHaveTokens: Type.Boolean({ description: 'Customers may not, unless administrators allow it' }),
          }),
          ...errorResponses(401, 403),
        },
      },
    },
    async (request) => {
      const viewer = requireSession(request);
      const tokens = await tokensOf(db, viewer.id);
      return {
        tokens: tokens.map(tokenJson),
        scopes: scopeChoices(viewer.isAdministrator),
        longestDays: (await tokenPolicy(db)).longestDays,
        mayHaveTokens: await may(viewer),
      };
    },
  );

  app.post(
    '/rest/portico/1/my-token',
    {
      schema: {
        operationId: 'makeMyApiToken',
        tags,
        summary: 'Make an API token for the signed-in account; it is told this once',
        body: tokenWishSchema,
        response: { 201: madeTokenSchema, ...errorResponses(400, 401, 403, 409) },
      },
    },
    async (request, reply) => {
      const viewer = await requireRecent(db, request);
      if (!(await may(viewer))) {
        throw new Forbidden('Customers may not have API tokens here. Ask your administrator.');
      }
      const { token, listed } = await inTransaction(db, (trx) =>
        makeToken(trx, { ...viewer, isActive: true }, request.body, {
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

  app.delete(
    '/rest/portico/1/my-token/:id',
    {
      schema: {
        operationId: 'revokeMyApiToken',
        tags,
        summary: 'Revoke an API token of the signed-in account, at once',
        params: Type.Object({ id: Type.String() }),
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404) },
      },
    },
    async (request, reply) => {
      const viewer = requireSession(request);
      await inTransaction(db, (trx) => revokeToken(trx, viewer.id, request.params.id, actorOf(request)));
      return reply.code(204).send(null);
    },
  );

  async function may(viewer: SignedInViewer): Promise<boolean> {
    const { customersMay } = await tokenPolicy(db);
    const { id, isAdministrator } = viewer;
    return mayHaveTokens(db, staff, { id, isAdministrator, isServiceAccount: false, customersMay });
  }
}
