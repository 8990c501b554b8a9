import { Type } from 'typebox';
import { requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireStaff } from '../access.ts';
import { apiVersions, operationIn } from '../issues/api-version.ts';
import { jqlSchema } from '../search/input.ts';
import { matchQuery, readQuery, readQuerySchema } from './read-queries.ts';

const tags = ['JQL'];
const jqlsSchema = Type.Array(jqlSchema, { minItems: 1, maxItems: 100 });

/** Help with queries, for people who work here: whether they are right, and what they find of some issues. */
export function jqlRoutes(app: App, { db }: Pick<Platform, 'db'>): void {
  for (const version of apiVersions) {
    const api = `/rest/api/${version}/jql` as const;
    const named = (operation: string) => operationIn(version, operation);

    app.post(
      `${api}/parse`,
      {
        schema: {
          operationId: named('parseJqlQueries'),
          tags,
          summary: 'What queries are made of, and what is wrong with them',
          querystring: Type.Object({
            validation: Type.Enum(['strict', 'warn', 'none'], { default: 'strict' }),
          }),
          body: Type.Object({ queries: jqlsSchema }, { additionalProperties: false }),
          response: {
            200: Type.Object({ queries: Type.Array(readQuerySchema) }),
            ...errorResponses(400, 401, 403),
          },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        await requireStaff(db, viewer);
        const queries = [];
        for (const query of request.body.queries) {
          queries.push(await readQuery(db, viewer, query, request.query.validation));
        }
        return { queries };
      },
    );

    app.post(
      `${api}/match`,
      {
        schema: {
          operationId: named('matchIssues'),
          tags,
          summary: 'Which of some issues each of some queries finds',
          body: Type.Object(
            {
              issueIds: Type.Array(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }), {
                maxItems: 1000,
              }),
              jqls: jqlsSchema,
            },
            { additionalProperties: false },
          ),
          response: {
            200: Type.Object({
              matches: Type.Array(
                Type.Object({
                  matchedIssues: Type.Array(Type.Integer()),
                  errors: Type.Array(Type.String()),
                }),
              ),
            }),
            ...errorResponses(400, 401, 403),
          },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        await requireStaff(db, viewer);
        const ids = request.body.issueIds.map(String);
        const matches = [];
        for (const jql of request.body.jqls) matches.push(await matchQuery(db, viewer, jql, ids));
        return { matches };
      },
    );
  }
}
