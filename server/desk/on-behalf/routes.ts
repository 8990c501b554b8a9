import { Type } from 'typebox';
import { requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAgentDesk } from '../access.ts';
import { accountIdPattern } from '../addresses.ts';
import { findCandidates } from './candidates.ts';

const candidateSchema = Type.Object(
  {
    accountId: Type.String(),
    displayName: Type.String(),
    emailAddress: Type.Union([Type.String(), Type.Null()]),
    isStaff: Type.Boolean({ description: 'Works here: an agent of any service desk, or an administrator' }),
    organizations: Type.Array(Type.String(), { description: 'Names of those that the service desk serves' }),
  },
  { title: 'ReporterCandidate' },
);

/** What agents need to raise requests on behalf of customers. */
export function onBehalfRoutes(app: App, { db }: Pick<Platform, 'db'>): void {
  app.get(
    '/rest/portico/1/service-desk/:serviceDeskId/reporter-candidate',
    {
      schema: {
        operationId: 'findReporterCandidates',
        tags: ['Requests'],
        summary:
          'For whom a request can be raised on a service desk, and who can take part in it: at most 20, customers first',
        params: Type.Object({ serviceDeskId: Type.String() }),
        querystring: Type.Object({
          query: Type.Optional(
            Type.String({ maxLength: 200, description: 'Part of the name or e-mail address' }),
          ),
          accountId: Type.Optional(
            Type.String({ pattern: accountIdPattern, description: 'This one alone, if they may use it' }),
          ),
        }),
        response: {
          200: Type.Object({ values: Type.Array(candidateSchema) }),
          ...errorResponses(400, 401, 403, 404),
        },
      },
    },
    async (request) => {
      const desk = await requireAgentDesk(db, requireViewer(request), request.params.serviceDeskId);
      const { query, accountId } = request.query;
      const found = await findCandidates(db, desk.id, {
        query,
        accountIds: accountId ? [accountId] : undefined,
      });
      return {
        values: found.map(({ email, organizations, ...each }) => ({
          ...each,
          emailAddress: email,
          organizations: [...organizations],
        })),
      };
    },
  );
}
