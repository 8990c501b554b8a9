import { Type } from 'typebox';
import { jiraUserJson, jiraUserSchema, requireViewer, type Viewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAgentRequest } from '../access.ts';
import { accountIdPattern } from '../addresses.ts';
import { siteOf } from '../people.ts';
import { requireProject } from '../projects/store.ts';
import { apiVersions, operationIn } from './api-version.ts';
import { listAssignable } from './assignable.ts';

const tags = ['Issues'];
const searchProperties = {
  query: Type.Optional(Type.String({ maxLength: 200, description: 'Part of the name or e-mail address' })),
  accountId: Type.Optional(Type.String({ pattern: accountIdPattern, description: 'Only this person' })),
  startAt: Type.Integer({ minimum: 0, maximum: 10_000, default: 0 }),
  maxResults: Type.Integer({
    minimum: 1,
    maximum: 1000,
    default: 50,
    description: 'More than 100 are not given at once',
  }),
};
const maxFound = 100;

/** Who can work on issues: active agents of their desk, by name. */
export function assignableRoutes(app: App, { db }: Platform): void {
  for (const version of apiVersions) {
    const named = (operation: string) => operationIn(version, operation);

    app.get(
      `/rest/api/${version}/user/assignable/search`,
      {
        schema: {
          operationId: named('findAssignableUsers'),
          tags,
          summary:
            'Who can work on an issue, or on those of a project: active agents of its service desk, by name',
          querystring: Type.Object({
            issueKey: Type.Optional(Type.String({ minLength: 1, maxLength: 50 })),
            issueId: Type.Optional(Type.String({ minLength: 1, maxLength: 50 })),
            project: Type.Optional(
              Type.String({ minLength: 1, maxLength: 20, description: 'Id or key; instead of an issue' }),
            ),
            ...searchProperties,
          }),
          response: { 200: Type.Array(jiraUserSchema), ...errorResponses(400, 401, 404) },
        },
      },
      async (request) => {
        const desk = await deskOf(requireViewer(request), request.query);
        const found = await listAssignable(db, [desk], narrowed(request.query));
        return found.map((account) => jiraUserJson(account, siteOf(request).url));
      },
    );

    app.get(
      `/rest/api/${version}/user/assignable/multiProjectSearch`,
      {
        schema: {
          operationId: named('findBulkAssignableUsers'),
          tags,
          summary: 'Who can work on issues of all of some projects',
          querystring: Type.Object({
            projectKeys: Type.String({ minLength: 1, maxLength: 1000, description: 'Apart by commas' }),
            ...searchProperties,
          }),
          response: { 200: Type.Array(jiraUserSchema), ...errorResponses(400, 401, 404) },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        const keys = [...new Set(request.query.projectKeys.split(',').map((key) => key.trim()))];
        if (keys.length > 50) throw Invalid.fields({ projectKeys: 'Name at most 50 projects.' });
        const desks: string[] = [];
        for (const key of keys) desks.push((await requireProject(db, viewer, key)).serviceDeskId);
        const found = await listAssignable(db, desks, narrowed(request.query));
        return found.map((account) => jiraUserJson(account, siteOf(request).url));
      },
    );
  }

  async function deskOf(
    viewer: Viewer,
    { issueKey, issueId, project }: { issueKey?: string; issueId?: string; project?: string },
  ): Promise<string> {
    const issue = issueKey ?? issueId;
    if (issue !== undefined) return (await requireAgentRequest(db, viewer, issue)).serviceDeskId;
    if (project === undefined) throw new Invalid('Say for which issue, by issueKey, or for which project.');
    return (await requireProject(db, viewer, project)).serviceDeskId;
  }
}

function narrowed(query: { query?: string; accountId?: string; startAt: number; maxResults: number }) {
  return { ...query, maxResults: Math.min(query.maxResults, maxFound) };
}
