import { Type } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { page, pageQueryProperties, pageSchema } from '../../platform/http/paging.ts';
import { actorOf, requireViewer } from '../viewer.ts';
import { type Invitation, listInvitations } from './invitation-store.ts';
import {
  type Inviter,
  invite,
  requireInvitation,
  resendInvitation,
  revokeInvitation,
} from './invitations.ts';
import { invitationJson, invitationSchema, localeSchema, orNull, portalIdSchema } from './json.ts';
import { type LocalAccountsRoom, requireMayInvite } from './room.ts';

const tags = ['account'];
const params = Type.Object({ id: Type.String() });
const defaultDays = 14;
const daysSchema = Type.Integer({ minimum: 1, maximum: 60, default: defaultDays });

/** Invitations: of administrators to everything, of agents to the portals of their desks. */
export function addInvitationRoutes(app: App, room: LocalAccountsRoom): void {
  const { platform } = room;
  const { db } = platform;

  app.get(
    '/rest/portico/1/invitation',
    {
      schema: {
        operationId: 'listInvitations',
        tags,
        summary: 'Invitations, newest first; agents name a portal of theirs',
        querystring: Type.Object({
          ...pageQueryProperties,
          portal: Type.Optional(portalIdSchema),
          state: Type.Optional(Type.Enum(['pending', 'expired', 'accepted', 'revoked'])),
          query: Type.Optional(Type.String({ maxLength: 200, description: 'Part of the address' })),
        }),
        response: { 200: pageSchema(invitationSchema), ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const { start, limit, portal, state, query } = request.query;
      await requireMayInvite(room, db, requireViewer(request), portal ?? null, null);
      const found = await listInvitations(db, {
        portalId: portal ?? null,
        state: state ?? null,
        query: query ?? '',
        start,
        limit: limit + 1,
      });
      return page({ request, start, limit }, found.map(invitationJson));
    },
  );

  app.post(
    '/rest/portico/1/invitation',
    {
      schema: {
        operationId: 'invite',
        tags,
        summary: 'Invite people, up to 200 at a time; says of each address that cannot be invited why',
        body: Type.Object(
          {
            addresses: Type.String({
              maxLength: 100_000,
              description: 'Separated by commas, semicolons or line breaks',
            }),
            portalId: orNull(portalIdSchema),
            organizationId: Type.Optional(orNull(Type.String({ pattern: '^\\d{1,18}$' }))),
            note: Type.Optional(Type.String({ maxLength: 1000, description: 'Stands in the mail' })),
            locale: Type.Optional(localeSchema),
            requiresSecondFactor: Type.Optional(
              Type.Boolean({
                description: 'Whoever accepts sets one up on the way in, whatever rules there are',
              }),
            ),
            days: Type.Optional(daysSchema),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({
            invited: Type.Array(invitationSchema),
            refused: Type.Array(Type.Object({ text: Type.String(), problem: Type.String() })),
          }),
          ...errorResponses(400, 401, 403, 404, 409),
        },
      },
    },
    async (request) => {
      const { body } = request;
      const organizationId = body.organizationId ?? null;
      await requireMayInvite(room, db, requireViewer(request), body.portalId, organizationId);
      const order = {
        addresses: body.addresses,
        portalId: body.portalId,
        organizationId,
        note: body.note?.trim() ?? '',
        locale: body.locale ?? ('en' as const),
        requiresSecondFactor: body.requiresSecondFactor ?? false,
        days: body.days ?? defaultDays,
      };
      const { invited, refused } = await inTransaction(db, (trx) =>
        invite(platform, trx, order, inviterOf(request)),
      );
      return { invited: invited.map(invitationJson), refused: [...refused] };
    },
  );

  app.post(
    '/rest/portico/1/invitation/:id/send',
    {
      schema: {
        operationId: 'resendInvitation',
        tags,
        summary: 'Mail an invitation again with another link; the earlier one works no more',
        params,
        response: { 200: invitationSchema, ...errorResponses(401, 403, 404, 409) },
      },
    },
    async (request) =>
      inTransaction(db, async (trx) => {
        const invitation = await requireOwn(trx, request, request.params.id);
        return invitationJson(
          await resendInvitation(platform, trx, invitation, defaultDays, inviterOf(request)),
        );
      }),
  );

  app.delete(
    '/rest/portico/1/invitation/:id',
    {
      schema: {
        operationId: 'revokeInvitation',
        tags,
        summary: 'Withdraw an invitation: its link works no more',
        params,
        response: { 200: invitationSchema, ...errorResponses(401, 403, 404, 409) },
      },
    },
    async (request) =>
      inTransaction(db, async (trx) => {
        const invitation = await requireOwn(trx, request, request.params.id);
        return invitationJson(await revokeInvitation(trx, invitation, actorOf(request)));
      }),
  );

  /** The invitation, for who may invite to its portal. */
  async function requireOwn(trx: Database, request: FastifyRequest, id: string): Promise<Invitation> {
    const viewer = requireViewer(request);
    // Who is no administrator is asked nothing before it is known to be theirs.
    const invitation = await requireInvitation(trx, id);
    await requireMayInvite(room, trx, viewer, invitation.portal?.id ?? null, null);
    return invitation;
  }
}

function inviterOf(request: FastifyRequest): Inviter {
  const { id, displayName, isAdministrator } = requireViewer(request);
  return { actor: actorOf(request), id, displayName, isAdministrator };
}
