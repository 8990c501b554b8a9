import { Type } from 'typebox';
import { actorOf, requireViewer, userJson, userSchema } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Conflict, Invalid } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAgentDesk, requireStaff } from '../access.ts';
import { createCustomer } from './create-customer.ts';

/** Accounts for those who are served: made by people who work here. */
export function createCustomerRoute(app: App, { db }: Pick<Platform, 'db'>): void {
  app.post(
    '/rest/servicedeskapi/customer',
    {
      schema: {
        operationId: 'createCustomer',
        tags: ['Service desk people'],
        summary: 'Make an account for a customer who has none',
        description:
          'They sign in through their company, or once an administrator has given them a password; invite whoever is to choose one. With _portico.serviceDeskId they become a customer of that service desk, which its agents may ask for.',
        querystring: Type.Object({
          strictConflictStatusCode: Type.Boolean({
            default: false,
            description: 'Answer 409 instead of 400 when there is an account with the e-mail address',
          }),
        }),
        body: Type.Object({
          email: Type.String({ minLength: 1, maxLength: 320 }),
          displayName: Type.Optional(Type.String({ maxLength: 255 })),
          fullName: Type.Optional(
            Type.String({ maxLength: 255, description: 'What displayName was once called' }),
          ),
          _portico: Type.Optional(
            Type.Object({ serviceDeskId: Type.String() }, { additionalProperties: false }),
          ),
        }),
        response: { 201: userSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      await requireStaff(db, viewer);
      const { email, displayName, fullName, _portico } = request.body;
      const desk = _portico ? await requireAgentDesk(db, viewer, _portico.serviceDeskId) : null;
      const account = await db
        .transaction()
        .execute((trx) =>
          createCustomer(trx, {
            email,
            displayName: displayName ?? fullName ?? '',
            desk,
            auditActor: actorOf(request),
          }),
        )
        .catch((error) => {
          if (error instanceof Conflict && !request.query.strictConflictStatusCode) {
            throw Invalid.fields(error.errors);
          }
          throw error;
        });
      reply.code(201);
      return userJson(account, request.site);
    },
  );
}
