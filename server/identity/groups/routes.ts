import { type Static, Type } from '@fastify/type-provider-typebox';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Forbidden } from '../../platform/http/errors.ts';
import { page, pageQueryProperties, pageSchema } from '../../platform/http/paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { administersAny } from '../roles/administers.ts';
import { requireRecent } from '../second-factor/confirm.ts';
import { actorOf, requireAdministrator, requireViewer } from '../viewer.ts';
import {
  addGroup,
  addMembers,
  changeGroup,
  maxGroupNameLength,
  removeGroup,
  removeMembers,
  requireGroup,
} from './groups.ts';
import { type Group, type GroupMember, listGroups, listMembers } from './store.ts';

const tags = ['group'];
const params = Type.Object({ groupId: Type.String({ maxLength: 100 }) });
const query = Type.Optional(Type.String({ maxLength: 200, description: 'Part of the name' }));
const nameSchema = Type.String({ minLength: 1, maxLength: maxGroupNameLength });
const descriptionSchema = Type.String({ maxLength: 2000 });

const groupProperties = {
  groupId: Type.String(),
  name: Type.String(),
  description: Type.String(),
  version: Type.Integer(),
};
const groupSchema = Type.Object(groupProperties, { title: 'Group' });
const listedGroupSchema = Type.Object(
  {
    ...groupProperties,
    memberCount: Type.Integer(),
    grantCount: Type.Integer({ description: 'Roles that are granted to it' }),
  },
  { title: 'ListedGroup' },
);
const memberSchema = Type.Object(
  {
    accountId: Type.String(),
    displayName: Type.String(),
    emailAddress: Type.Union([Type.String(), Type.Null()]),
    isActive: Type.Boolean(),
    addedAt: Type.String({ format: 'date-time' }),
    addedBy: Type.Union([Type.String(), Type.Null()]),
  },
  { title: 'GroupMember' },
);
const membersBody = Type.Object(
  { accountIds: Type.Array(Type.String({ maxLength: 128 }), { minItems: 1, maxItems: 500 }) },
  { additionalProperties: false },
);

/** Groups of people: read by whoever administers something, changed by administrators of the site. */
export function addGroupRoutes(app: App, { db }: Platform): void {
  app.get(
    '/rest/portico/1/group',
    {
      schema: {
        operationId: 'listGroups',
        tags,
        summary: 'Groups by name',
        querystring: Type.Object({ ...pageQueryProperties, query }),
        response: { 200: pageSchema(listedGroupSchema), ...errorResponses(400, 401, 403) },
      },
    },
    async (request) => {
      if (!(await administersAny(db, requireViewer(request)))) {
        throw new Forbidden('Only an administrator may do this.');
      }
      const { start, limit, query: text } = request.query;
      const groups = await listGroups(db, { start, limit: limit + 1, ...(text && { query: text }) });
      return page(
        { request, start, limit },
        groups.map((group) => ({
          ...groupJson(group),
          memberCount: group.memberCount,
          grantCount: group.grantCount,
        })),
      );
    },
  );

  app.post(
    '/rest/portico/1/group',
    {
      schema: {
        operationId: 'createGroup',
        tags,
        summary: 'Make a group, without members and roles',
        body: Type.Object(
          { name: nameSchema, description: Type.Optional(descriptionSchema) },
          { additionalProperties: false },
        ),
        response: { 201: groupSchema, ...errorResponses(400, 401, 403, 409) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      const group = await inTransaction(db, (trx) => addGroup(trx, request.body, actorOf(request)));
      return reply.code(201).send(groupJson(group));
    },
  );

  app.get(
    '/rest/portico/1/group/:groupId',
    {
      schema: {
        operationId: 'getGroup',
        tags,
        summary: 'A group',
        params,
        response: { 200: groupSchema, ...errorResponses(401, 403, 404) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      return groupJson(await requireGroup(db, request.params.groupId));
    },
  );

  app.put(
    '/rest/portico/1/group/:groupId',
    {
      schema: {
        operationId: 'changeGroup',
        tags,
        summary: 'Change name and description of a group; a stale version is refused',
        params,
        body: Type.Object(
          {
            name: Type.Optional(nameSchema),
            description: Type.Optional(descriptionSchema),
            version: Type.Integer({ minimum: 1 }),
          },
          { additionalProperties: false },
        ),
        response: { 200: groupSchema, ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { version, ...input } = request.body;
      const { groupId } = request.params;
      return groupJson(
        await inTransaction(db, (trx) => changeGroup(trx, groupId, input, version, actorOf(request))),
      );
    },
  );

  app.delete(
    '/rest/portico/1/group/:groupId',
    {
      schema: {
        operationId: 'deleteGroup',
        tags,
        summary: 'Delete a group; its members lose what they have through it alone',
        params,
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      await requireRecent(db, request);
      await inTransaction(db, (trx) => removeGroup(trx, request.params.groupId, actorOf(request)));
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/rest/portico/1/group/:groupId/member',
    {
      schema: {
        operationId: 'listMembersOfGroup',
        tags,
        summary: 'The members of a group, by name',
        params,
        querystring: Type.Object({ ...pageQueryProperties, query }),
        response: { 200: pageSchema(memberSchema), ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const { start, limit, query: text } = request.query;
      const group = await requireGroup(db, request.params.groupId);
      const members = await listMembers(db, group, {
        start,
        limit: limit + 1,
        ...(text && { query: text }),
      });
      return page({ request, start, limit }, members.map(memberJson));
    },
  );

  app.post(
    '/rest/portico/1/group/:groupId/member',
    {
      schema: {
        operationId: 'addMembersToGroup',
        tags,
        summary: 'Put people into a group, which gives them its roles',
        params,
        body: membersBody,
        response: { 204: Type.Null(), ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      await requireRecent(db, request);
      const { params: at, body } = request;
      await inTransaction(db, (trx) => addMembers(trx, at.groupId, body.accountIds, actorOf(request)));
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/rest/portico/1/group/:groupId/member',
    {
      schema: {
        operationId: 'removeMembersFromGroup',
        tags,
        summary: 'Take people out of a group; what they have in another way, too, stays',
        params,
        body: membersBody,
        response: { 204: Type.Null(), ...errorResponses(400, 401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      requireAdministrator(request);
      await requireRecent(db, request);
      const { params: at, body } = request;
      await inTransaction(db, (trx) => removeMembers(trx, at.groupId, body.accountIds, actorOf(request)));
      return reply.code(204).send(null);
    },
  );
}

function groupJson({ groupId, name, description, version }: Group): Static<typeof groupSchema> {
  return { groupId, name, description, version };
}

function memberJson(member: GroupMember): Static<typeof memberSchema> {
  return {
    accountId: member.accountId,
    displayName: member.displayName,
    emailAddress: member.email,
    isActive: member.isActive,
    addedAt: member.addedAt.toISOString(),
    addedBy: member.addedBy,
  };
}
