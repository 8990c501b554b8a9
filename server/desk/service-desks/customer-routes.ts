import { Type } from 'typebox';
import { accountsByIds, requireViewer, signInStatesOf } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { page, pageQueryProperties, pageSchema } from '../../platform/http/paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAgentDesk } from '../access.ts';
import { listDeskCustomers } from './customers.ts';

const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

const customerSchema = Type.Object(
  {
    accountId: Type.String(),
    displayName: Type.String(),
    emailAddress: orNull(Type.String()),
    isActive: Type.Boolean(),
    hasPassword: Type.Boolean(),
    hasSecondFactor: Type.Boolean(),
    requiresSecondFactor: Type.Boolean({ description: 'By a rule for this account alone' }),
    isLocked: Type.Boolean({ description: 'Too many wrong second factors; nobody gets in for a while' }),
    lastSeenAt: orNull(
      Type.String({ format: 'date-time', description: 'By any session; exact to a quarter of an hour' }),
    ),
    organizations: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }), {
      description: 'Those that the service desk serves',
    }),
  },
  { title: 'DeskCustomer' },
);

/** The people whom a desk serves, and whether they can sign in, for its agents, whom they ask for help. */
export function deskCustomerRoutes(app: App, { db }: Platform): void {
  app.get(
    '/rest/portico/1/service-desk/:serviceDeskId/customer',
    {
      schema: {
        operationId: 'listDeskCustomers',
        tags: ['Service desk people'],
        summary: 'The people whom a service desk serves, by name, and how they can sign in',
        params: Type.Object({ serviceDeskId: Type.String() }),
        querystring: Type.Object({
          ...pageQueryProperties,
          query: Type.Optional(
            Type.String({ maxLength: 200, description: 'Part of the name or e-mail address' }),
          ),
        }),
        response: { 200: pageSchema(customerSchema), ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const desk = await requireAgentDesk(db, requireViewer(request), request.params.serviceDeskId);
      const { start, limit } = request.query;
      const customers = await listDeskCustomers(db, desk.id, request.query);
      const ids = customers.map(({ id }) => id);
      const [accounts, states] = await Promise.all([accountsByIds(db, ids), signInStatesOf(db, ids)]);
      return page(
        { request, start, limit },
        customers.flatMap(({ id, organizations }) => {
          const [account, state] = [accounts.get(id), states.get(id)];
          if (!account || !state) return [];
          return [
            {
              accountId: account.accountId,
              displayName: account.displayName,
              emailAddress: account.email,
              isActive: account.isActive,
              ...state,
              lastSeenAt: state.lastSeenAt?.toISOString() ?? null,
              organizations: [...organizations],
            },
          ];
        }),
      );
    },
  );
}
