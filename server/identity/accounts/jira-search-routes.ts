import { Type } from '@fastify/type-provider-typebox';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { jiraPageOf, jiraPageQueryProperties } from '../../platform/http/jira-paging.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { requireStaff } from '../staff.ts';
import { requireViewer } from '../viewer.ts';
import { jiraUsersOf } from './jira-users.ts';
import { jiraUserSchema } from './json.ts';
import { listPeople } from './store.ts';

const tags = ['user'];

/** Looking for people in Jira's own shape, for those who work here. Both versions of Jira's API answer the same. */
export function addJiraUserSearchRoutes(app: App, room: Pick<SignInRoom, 'platform' | 'staff'>): void {
  const { platform, staff } = room;
  const { db } = platform;

  for (const version of ['3', '2'] as const) {
    const api = `/rest/api/${version}` as const;
    const named = (operation: string) => (version === '3' ? operation : `${operation}2`);

    app.get(
      `${api}/user/search`,
      {
        schema: {
          operationId: named('findUsers'),
          tags,
          summary: 'Active people by name or e-mail address, or by id; customers find nobody',
          querystring: Type.Object({
            query: Type.Optional(
              Type.String({ maxLength: 200, description: 'Words of the name or e-mail address' }),
            ),
            accountId: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
            ...jiraPageQueryProperties,
          }),
          response: { 200: Type.Array(jiraUserSchema), ...errorResponses(400, 401) },
        },
      },
      async (request) => {
        const { id } = requireViewer(request);
        const { query, accountId } = request.query;
        if (query === undefined && accountId === undefined) {
          throw new Invalid('Say whom you look for, with query or accountId.');
        }
        if (!(await staff.among(db, [id])).has(id)) return [];
        const filter = { isActive: true, query: query ?? '', ...(accountId !== undefined && { accountId }) };
        return jiraUsersOf(room, await listPeople(db, filter, jiraPageOf(request.query)));
      },
    );

    // Jira answers under both.
    for (const path of ['users', 'users/search'] as const) {
      app.get(
        `${api}/${path}`,
        {
          schema: {
            operationId: named(path === 'users' ? 'getAllUsersDefault' : 'getAllUsers'),
            tags,
            summary: 'All people, by name, those included whose account is deactivated',
            querystring: Type.Object(jiraPageQueryProperties),
            response: { 200: Type.Array(jiraUserSchema), ...errorResponses(400, 401, 403) },
          },
        },
        async (request) => {
          await requireStaff({ staff, db }, request);
          return jiraUsersOf(room, await listPeople(db, {}, jiraPageOf(request.query)));
        },
      );
    }
  }
}
