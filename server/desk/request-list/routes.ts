import { Type } from 'typebox';
import { requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { chooseColumns, chosenColumns, forgetColumns, listColumns } from './columns.ts';
import { requestSources } from './sources.ts';

const tags = ['Requests'];
const route = '/rest/portico/1/my-request-columns';
const columnsSchema = Type.Array(Type.Enum([...listColumns]), {
  minItems: 1,
  maxItems: listColumns.length,
  description: 'In order; the summary is always among them',
});

/** How each person lists their requests in the portal, and what there is to choose from. */
export function requestListRoutes(app: App, { db }: Platform): void {
  app.get(
    '/rest/portico/1/my-request-sources',
    {
      schema: {
        operationId: 'getMyRequestSources',
        tags,
        summary: 'By what you come to see requests of others: what lists can be narrowed to',
        response: {
          200: Type.Object({
            organizations: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }), {
              description: 'That you manage, or that requests are shared with',
            }),
            participates: Type.Boolean({ description: 'You take part in requests of others' }),
            approves: Type.Boolean({ description: 'You are, or were, asked to approve requests' }),
          }),
          ...errorResponses(401),
        },
      },
    },
    async (request) => {
      const { organizations, ...sources } = await requestSources(db, requireViewer(request));
      return { ...sources, organizations: [...organizations] };
    },
  );

  app.get(
    route,
    {
      schema: {
        operationId: 'getMyRequestColumns',
        tags,
        summary: 'The columns that you have chosen for “My requests”',
        response: {
          200: Type.Object({
            columns: Type.Union([columnsSchema, Type.Null()], { description: 'null: you have chosen none' }),
          }),
          ...errorResponses(401),
        },
      },
    },
    async (request) => ({ columns: await chosenColumns(db, requireViewer(request).id) }),
  );

  app.put(
    route,
    {
      schema: {
        operationId: 'setMyRequestColumns',
        tags,
        summary: 'Choose the columns of “My requests”; they are kept with your account',
        body: Type.Object({ columns: columnsSchema }, { additionalProperties: false }),
        response: { 204: Type.Null(), ...errorResponses(400, 401) },
      },
    },
    async (request, reply) => {
      await chooseColumns(db, requireViewer(request).id, request.body.columns);
      return reply.code(204).send(null);
    },
  );

  app.delete(
    route,
    {
      schema: {
        operationId: 'deleteMyRequestColumns',
        tags,
        summary: 'Forget the columns that you have chosen, and take what is usual',
        response: { 204: Type.Null(), ...errorResponses(401) },
      },
    },
    async (request, reply) => {
      await forgetColumns(db, requireViewer(request).id);
      return reply.code(204).send(null);
    },
  );
}
