import { Type } from '@fastify/type-provider-typebox';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { NotFound } from '../../platform/http/errors.ts';
import {
  jiraPage,
  jiraPageOf,
  jiraPageQueryProperties,
  jiraPageSchema,
} from '../../platform/http/jira-paging.ts';
import { jiraUsersOf } from '../accounts/jira-users.ts';
import { jiraUserSchema } from '../accounts/json.ts';
import { accountByAccountId } from '../accounts/store.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { requireStaff } from '../staff.ts';
import { requireViewer } from '../viewer.ts';
import { groupQueryProperties, requireNamedGroup } from './jira-find-group.ts';
import {
  foundGroupsJson,
  foundGroupsSchema,
  jiraGroupDetailsSchema,
  jiraGroupNameJson,
  jiraGroupNameSchema,
  jiraGroupSchema,
} from './jira-json.ts';
import { showGroup } from './jira-show.ts';
import { countMembers, findGroups, groupsOf, listMembers } from './store.ts';

const tags = ['group'];
const manyOf = (maxLength: number) =>
  Type.Optional(Type.Array(Type.String({ maxLength }), { maxItems: 200 }));

/** Groups in Jira's own shapes, for people who work here. Both versions of Jira's API answer the same. */
export function addJiraGroupRoutes(app: App, room: Pick<SignInRoom, 'platform' | 'staff'>): void {
  const { platform, staff } = room;
  const { config, db } = platform;

  for (const version of ['3', '2'] as const) {
    const api = `/rest/api/${version}` as const;
    const named = (operation: string) => (version === '3' ? operation : `${operation}2`);

    app.get(
      `${api}/group`,
      {
        schema: {
          operationId: named('getJiraGroup'),
          tags,
          summary: 'A group; `expand=users` shows its active members, `users[10:20]` a part of them',
          querystring: Type.Object({
            ...groupQueryProperties,
            expand: Type.Optional(Type.String({ maxLength: 100 })),
          }),
          response: { 200: jiraGroupSchema, ...errorResponses(400, 401, 403, 404) },
        },
      },
      async (request) => {
        await requireStaff({ staff, db }, request);
        return showGroup(room, await requireNamedGroup(db, request.query), request.query.expand);
      },
    );

    app.get(
      `${api}/group/member`,
      {
        schema: {
          operationId: named('getUsersFromGroup'),
          tags,
          summary: 'The members of a group, by name',
          querystring: Type.Object({
            ...groupQueryProperties,
            includeInactiveUsers: Type.Boolean({ default: false }),
            ...jiraPageQueryProperties,
          }),
          response: { 200: jiraPageSchema(jiraUserSchema), ...errorResponses(400, 401, 403, 404) },
        },
      },
      async (request) => {
        await requireStaff({ staff, db }, request);
        const group = await requireNamedGroup(db, request.query);
        const wanted = jiraPageOf(request.query);
        const who = request.query.includeInactiveUsers ? {} : { isActive: true };
        const total = await countMembers(db, group, who);
        const members = await listMembers(db, group, { ...who, ...wanted });
        return jiraPage(request, wanted, total, await jiraUsersOf(room, members));
      },
    );

    app.get(
      `${api}/group/bulk`,
      {
        schema: {
          operationId: named('bulkGetGroups'),
          tags,
          summary: 'Groups by name: all, or those that are named',
          querystring: Type.Object({
            groupId: manyOf(100),
            groupName: manyOf(255),
            ...jiraPageQueryProperties,
          }),
          response: { 200: jiraPageSchema(jiraGroupDetailsSchema), ...errorResponses(400, 401, 403) },
        },
      },
      async (request) => {
        await requireStaff({ staff, db }, request);
        const { groupId = [], groupName = [] } = request.query;
        const wanted = jiraPageOf(request.query);
        const { groups, total } = await findGroups(db, { groupIds: groupId, names: groupName }, wanted);
        return jiraPage(
          request,
          wanted,
          total,
          groups.map((group) => ({ name: group.name, groupId: group.groupId })),
        );
      },
    );

    app.get(
      `${api}/groups/picker`,
      {
        schema: {
          operationId: named('findGroups'),
          tags,
          summary:
            'Groups whose name contains a text, for a field to choose from; for customers there are none',
          querystring: Type.Object({
            query: Type.String({ default: '', maxLength: 200 }),
            exclude: manyOf(255),
            excludeId: manyOf(100),
            maxResults: Type.Integer({ minimum: 1, maximum: 1000, default: 20 }),
          }),
          response: { 200: foundGroupsSchema, ...errorResponses(400, 401) },
        },
      },
      async (request) => {
        const { id } = requireViewer(request);
        const { query, exclude = [], excludeId = [], maxResults } = request.query;
        if (!(await staff.among(db, [id])).has(id)) return foundGroupsJson([], 0, query);
        const { groups, total } = await findGroups(
          db,
          { query, withoutNames: exclude, withoutGroupIds: excludeId },
          jiraPageOf({ startAt: 0, maxResults }),
        );
        return foundGroupsJson(groups, total, query);
      },
    );

    app.get(
      `${api}/user/groups`,
      {
        schema: {
          operationId: named('getUserGroups'),
          tags: ['user'],
          summary: 'The groups that somebody is in, by name',
          querystring: Type.Object({ accountId: Type.String({ minLength: 1, maxLength: 128 }) }),
          response: { 200: Type.Array(jiraGroupNameSchema), ...errorResponses(400, 401, 403, 404) },
        },
      },
      async (request) => {
        await requireStaff({ staff, db }, request);
        const account = await accountByAccountId(db, request.query.accountId);
        if (!account) throw new NotFound('There is no such account.');
        return (await groupsOf(db, account.id)).map((group) => jiraGroupNameJson(group, config.url));
      },
    );
  }
}
