import { Type } from '@fastify/type-provider-typebox';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { NotFound } from '../../platform/http/errors.ts';
import { accountByAccountId } from '../accounts/store.ts';
import { groupByGroupId } from '../groups/store.ts';
import { requireRecent } from '../second-factor/confirm.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { actorOf, requireAdministrator } from '../viewer.ts';
import { requireDeskAdministrator } from './administers.ts';
import { addGrant, grantById, removeGrant } from './change-grants.ts';
import { grantJson, grantSchema, rightJson, rightSchema, roleSchema } from './json.ts';
import { grantedRights, joinRights, type RightsSource } from './rights.ts';
import { listGrants } from './store.ts';

const tags = ['role'];
const deskIdSchema = Type.String({ pattern: '^\\d{1,18}$' });

/** Who has which role and why: for administrators, and for those of one service desk as far as that goes. */
export function addRoleRoutes(
  app: App,
  { platform: { db } }: Pick<SignInRoom, 'platform'>,
  sources: readonly RightsSource[],
): void {
  app.get(
    '/rest/portico/1/role-grant',
    {
      schema: {
        operationId: 'listRoleGrants',
        tags,
        summary:
          'To whom the roles of a service desk (named customers apart), of a group, or of the site are granted',
        querystring: Type.Object({
          serviceDeskId: Type.Optional(deskIdSchema),
          groupId: Type.Optional(Type.String({ maxLength: 100 })),
        }),
        response: {
          200: Type.Object({ values: Type.Array(grantSchema) }),
          ...errorResponses(400, 401, 403, 404),
        },
      },
    },
    async (request) => {
      const { serviceDeskId, groupId } = request.query;
      if (groupId !== undefined) {
        requireAdministrator(request);
        const group = await groupByGroupId(db, groupId);
        if (!group) throw new NotFound('There is no such group. It may have been deleted.');
        return { values: (await listGrants(db, { groupId: group.id })).map(grantJson) };
      }
      if (serviceDeskId !== undefined) {
        await requireDeskAdministrator(db, request, serviceDeskId);
        return { values: (await listGrants(db, { deskId: serviceDeskId, ofStaff: true })).map(grantJson) };
      }
      requireAdministrator(request);
      return { values: (await listGrants(db, { administrators: true })).map(grantJson) };
    },
  );

  app.post(
    '/rest/portico/1/role-grant',
    {
      schema: {
        operationId: 'grantRole',
        tags,
        summary: 'Grant a role to a person or to a group',
        body: Type.Object(
          {
            role: roleSchema,
            serviceDeskId: Type.Optional(deskIdSchema),
            accountId: Type.Optional(Type.String({ maxLength: 128 })),
            groupId: Type.Optional(Type.String({ maxLength: 100 })),
          },
          { additionalProperties: false },
        ),
        response: { 201: grantSchema, ...errorResponses(400, 401, 403, 409) },
      },
    },
    async (request, reply) => {
      const { role, serviceDeskId } = request.body;
      if (role === 'administrator' || serviceDeskId === undefined) requireAdministrator(request);
      else await requireDeskAdministrator(db, request, serviceDeskId);
      await requireRecent(db, request);
      const made = await inTransaction(db, (trx) => addGrant(trx, request.body, actorOf(request)));
      return reply.code(201).send(grantJson(made));
    },
  );

  app.delete(
    '/rest/portico/1/role-grant/:grantId',
    {
      schema: {
        operationId: 'revokeRole',
        tags,
        summary: 'Take a role away that was granted; whoever has it in another way, too, keeps it',
        params: Type.Object({ grantId: Type.String() }),
        response: { 204: Type.Null(), ...errorResponses(401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      const { grantId } = request.params;
      const deskId = (await grantById(db, grantId))?.desk?.id;
      if (deskId === undefined) requireAdministrator(request);
      else await requireDeskAdministrator(db, request, deskId);
      await requireRecent(db, request);
      await inTransaction(db, (trx) => removeGrant(trx, grantId, actorOf(request)));
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/rest/portico/1/account/:accountId/rights',
    {
      schema: {
        operationId: 'getRightsOfAccount',
        tags,
        summary: 'Everything that somebody may do, and why',
        params: Type.Object({ accountId: Type.String() }),
        response: {
          200: Type.Object({ values: Type.Array(rightSchema) }),
          ...errorResponses(401, 403, 404),
        },
      },
    },
    async (request) => {
      requireAdministrator(request);
      const account = await accountByAccountId(db, request.params.accountId);
      if (!account) throw new NotFound('There is no such account.');
      const rights = await grantedRights(db, account.id);
      for (const source of sources) rights.push(...(await source(db, account.id)));
      return { values: joinRights(rights).map(rightJson) };
    },
  );
}
