import { Type } from 'typebox';
import { requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import type { Platform } from '../../platform/platform.ts';
import { worksHere } from '../access.ts';
import { isId } from '../addresses.ts';
import { apiVersions, operationIn } from '../issues/api-version.ts';
import { compileJqls } from '../jql/compile.ts';
import { withinTimeLimit } from '../jql/time-limit.ts';
import { findIssues } from './find-issues.ts';
import { suggestionsJson, suggestionsSchema } from './json.ts';

/** As many as Jira suggests. */
const mostFound = 20;

/** Issues to choose from while one types: those that one serves as an agent. */
export function issuePickerRoutes(app: App, { db }: Pick<Platform, 'db'>): void {
  for (const version of apiVersions) {
    app.get(
      `/rest/api/${version}/issue/picker`,
      {
        schema: {
          operationId: operationIn(version, 'getIssuePickerResource'),
          tags: ['Issues'],
          summary:
            'Issues of your service desks by their key or by words of the summary, those that you viewed last first',
          description: 'Customers find none here: their requests are in the service desk API.',
          querystring: Type.Object({
            query: Type.String({ maxLength: 200, default: '', description: 'Blank: the newest' }),
            currentIssueKey: Type.Optional(Type.String({ maxLength: 50, description: 'Is not found' })),
            currentJQL: Type.Optional(
              Type.String({
                maxLength: 10_000,
                description: 'Of those that you did not view lately, only what this query finds',
              }),
            ),
            currentProjectId: Type.Optional(
              Type.String({ maxLength: 20, description: 'Only issues of this project' }),
            ),
            showSubTasks: Type.Optional(Type.Boolean({ description: 'There are no subtasks' })),
            showSubTaskParent: Type.Optional(Type.Boolean({ description: 'There are no subtasks' })),
          }),
          response: { 200: suggestionsSchema, ...errorResponses(400, 401) },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        const { query, currentIssueKey, currentJQL, currentProjectId } = request.query;
        // What is wrong with a query, or what it names, is nothing for customers either.
        if (!(await worksHere(db, viewer)) || (currentProjectId !== undefined && !isId(currentProjectId))) {
          return suggestionsJson({ viewed: [], others: [] }, query, request.siteAddress);
        }
        const [compiled] = currentJQL?.trim() ? await compileJqls(db, viewer, [currentJQL]) : [];
        const found = await withinTimeLimit(db, viewer.id, (trx) =>
          findIssues(trx, viewer, {
            query,
            except: currentIssueKey ?? null,
            projectId: currentProjectId ?? null,
            among: compiled?.where ?? null,
            limit: mostFound,
          }),
        );
        return suggestionsJson(found, query, request.siteAddress);
      },
    );
  }
}
