import { Type } from '@fastify/type-provider-typebox';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid, NotFound } from '../../platform/http/errors.ts';
import { accountByAccountId } from '../accounts/store.ts';
import { requireRecent } from '../second-factor/confirm.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { actorOf, requireAdministrator } from '../viewer.ts';
import { addGroup, addMembers, maxGroupNameLength, removeGroup, removeMembers } from './groups.ts';
import { groupQueryProperties, requireNamedGroup } from './jira-find-group.ts';
import { jiraGroupSchema } from './jira-json.ts';
import { showGroup } from './jira-show.ts';

const tags = ['group'];
const accountIdSchema = Type.String({ minLength: 1, maxLength: 128 });

/** Changing groups as clients of Jira do, for administrators of the site: by the same rules as in the administration. */
export function addJiraGroupChangeRoutes(app: App, room: Pick<SignInRoom, 'platform' | 'staff'>): void {
  const { db } = room.platform;

  async function requireAccountId(accountId: string): Promise<string> {
    if (!(await accountByAccountId(db, accountId))) throw new NotFound('There is no such account.');
    return accountId;
  }

  for (const version of ['3', '2'] as const) {
    const api = `/rest/api/${version}` as const;
    const named = (operation: string) => (version === '3' ? operation : `${operation}2`);

    app.post(
      `${api}/group`,
      {
        schema: {
          operationId: named('createJiraGroup'),
          tags,
          summary: 'Make a group, without members and roles',
          body: Type.Object({ name: Type.String({ minLength: 1, maxLength: maxGroupNameLength }) }),
          response: { 201: jiraGroupSchema, ...errorResponses(400, 401, 403, 409) },
        },
      },
      async (request, reply) => {
        requireAdministrator(request);
        const { name } = request.body;
        const group = await inTransaction(db, (trx) => addGroup(trx, { name }, actorOf(request)));
        return reply.code(201).send(await showGroup(room, group));
      },
    );

    app.delete(
      `${api}/group`,
      {
        schema: {
          operationId: named('removeJiraGroup'),
          tags,
          summary: 'Delete a group; its members lose what they have through it alone',
          querystring: Type.Object({
            ...groupQueryProperties,
            swapGroup: Type.Optional(Type.String()),
            swapGroupId: Type.Optional(Type.String()),
          }),
          response: { 200: Type.Null(), ...errorResponses(400, 401, 403, 404, 409) },
        },
      },
      async (request, reply) => {
        requireAdministrator(request);
        await requireRecent(db, request);
        const { swapGroup, swapGroupId } = request.query;
        if (swapGroup !== undefined || swapGroupId !== undefined) {
          throw new Invalid(
            'What a group has is not handed to another. Grant the other group its roles, then delete this one.',
          );
        }
        const { groupId } = await requireNamedGroup(db, request.query);
        await inTransaction(db, (trx) => removeGroup(trx, groupId, actorOf(request)));
        return reply.code(200).send(null);
      },
    );

    app.post(
      `${api}/group/user`,
      {
        schema: {
          operationId: named('addUserToGroup'),
          tags,
          summary: 'Put somebody into a group, which gives them its roles',
          querystring: Type.Object(groupQueryProperties),
          body: Type.Object({ accountId: accountIdSchema }),
          response: { 201: jiraGroupSchema, ...errorResponses(400, 401, 403, 404) },
        },
      },
      async (request, reply) => {
        requireAdministrator(request);
        await requireRecent(db, request);
        const group = await requireNamedGroup(db, request.query);
        const accountId = await requireAccountId(request.body.accountId);
        await inTransaction(db, (trx) => addMembers(trx, group.groupId, [accountId], actorOf(request)));
        return reply.code(201).send(await showGroup(room, group));
      },
    );

    app.delete(
      `${api}/group/user`,
      {
        schema: {
          operationId: named('removeUserFromGroup'),
          tags,
          summary: 'Take somebody out of a group; what they have in another way, too, stays',
          querystring: Type.Object({ ...groupQueryProperties, accountId: accountIdSchema }),
          response: { 200: Type.Null(), ...errorResponses(400, 401, 403, 404, 409) },
        },
      },
      async (request, reply) => {
        requireAdministrator(request);
        await requireRecent(db, request);
        const { groupId } = await requireNamedGroup(db, request.query);
        const accountId = await requireAccountId(request.query.accountId);
        await inTransaction(db, (trx) => removeMembers(trx, groupId, [accountId], actorOf(request)));
        return reply.code(200).send(null);
      },
    );
  }
}
