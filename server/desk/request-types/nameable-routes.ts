import { Type } from 'typebox';
import { requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireDesk } from '../access.ts';
import { nameableOrganizations, nameablePeople } from './nameable.ts';

const tags = ['Request types'];
const deskParams = Type.Object({ serviceDeskId: Type.String() });
const search = Type.Object({
  query: Type.String({ maxLength: 200, default: '', description: 'Words of the name; blank: anything' }),
});

const peopleSchema = Type.Object(
  {
    values: Type.Array(
      Type.Object({
        accountId: Type.String(),
        displayName: Type.String(),
        emailAddress: Type.Optional(Type.String({ description: 'For agents of the desk' })),
      }),
    ),
  },
  { title: 'NameablePeople' },
);

const organizationsSchema = Type.Object(
  { values: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })) },
  { title: 'NameableOrganizations' },
);

/** Whom and what a form can name: for everyone who may fill it in. */
export function nameableRoutes(app: App, { db }: Platform): void {
  app.get(
    '/rest/portico/1/service-desk/:serviceDeskId/nameable-person',
    {
      schema: {
        operationId: 'getNameablePeople',
        tags,
        summary: 'People whom you may name in a form of the service desk, at most 20',
        params: deskParams,
        querystring: search,
        response: { 200: peopleSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const desk = await requireDesk(db, viewer, request.params.serviceDeskId);
      const actor = { accountId: viewer.id, isAgent: desk.isAgent };
      const { query } = request.query;
      const people = await nameablePeople(db, { actor, serviceDeskId: desk.id, query });
      return {
        values: people.map(({ accountId, displayName, email }) => ({
          accountId,
          displayName,
          ...(desk.isAgent && email !== null && { emailAddress: email }),
        })),
      };
    },
  );

  app.get(
    '/rest/portico/1/service-desk/:serviceDeskId/nameable-organization',
    {
      schema: {
        operationId: 'getNameableOrganizations',
        tags,
        summary: 'Organizations that you may name in a form of the service desk, at most 20',
        params: deskParams,
        querystring: search,
        response: { 200: organizationsSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const viewer = requireViewer(request);
      const desk = await requireDesk(db, viewer, request.params.serviceDeskId);
      const actor = { accountId: viewer.id, isAgent: desk.isAgent };
      return { values: await nameableOrganizations(db, { actor, query: request.query.query }) };
    },
  );
}
