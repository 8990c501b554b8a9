import { Type } from '@fastify/type-provider-typebox';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { actorOf, requireAdministrator } from '../viewer.ts';
import { orderProviders } from './order.ts';

/** The order of identity providers on the sign-in page, for administrators. */
export function addProviderOrderRoutes(app: App, { db }: Platform): void {
  app.put(
    '/rest/portico/1/identity-provider-order',
    {
      schema: {
        operationId: 'orderIdentityProviders',
        tags: ['identity-provider'],
        summary: 'Put all identity providers in an order',
        body: Type.Object(
          { ids: Type.Array(Type.String({ pattern: '^\\d{1,18}$' }), { maxItems: 5000 }) },
          { additionalProperties: false },
        ),
        response: { 204: Type.Null(), ...errorResponses(400, 401, 403, 409) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      await inTransaction(db, (trx) => orderProviders(trx, request.body.ids, actorOf(request)));
      return reply.code(204).send(null);
    },
  );
}
