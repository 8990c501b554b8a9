import { Type } from '@fastify/type-provider-typebox';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { NotFound } from '../../platform/http/errors.ts';
import { maxDisplayNameLength } from '../accounts/accounts.ts';
import { portalOfPath } from '../sign-in/portal-of-path.ts';
import { safeReturnTo } from '../sign-in/return-to.ts';
import { invitationOf } from './invitation-store.ts';
import { acceptInvitation, finishSignUp } from './join.ts';
import {
  destinationSchema,
  emailSchema,
  joiningSchema,
  localeSchema,
  orNull,
  portalIdSchema,
  sendOpened,
  signedInSchema,
  tokenSchema,
} from './json.ts';
import { isOver, mailedLinkOf } from './mailed-links.ts';
import { signUpRule } from './policy.ts';
import { portalOrSite } from './recipient.ts';
import type { LocalAccountsRoom } from './room.ts';
import { requestSignUp } from './sign-up.ts';

const tags = ['account'];

/** Making oneself an account with a password, by sign-up or invitation. For everybody. */
export function addSignUpRoutes(app: App, room: LocalAccountsRoom): void {
  const { platform } = room;
  const { config, db } = platform;

  app.get(
    '/rest/portico/1/sign-up',
    {
      schema: {
        operationId: 'getSignUp',
        tags,
        summary: 'Whether people can make an account by themselves, at a portal or here',
        querystring: Type.Object({
          portal: Type.Optional(portalIdSchema),
          destination: Type.Optional(destinationSchema),
        }),
        response: {
          200: Type.Object({
            isOffered: Type.Boolean(),
            portalId: orNull(Type.String()),
            name: Type.String({ description: 'Of the portal, or of the site' }),
          }),
          ...errorResponses(400),
        },
      },
    },
    async ({ query, portalHost }) => {
      const asked = portalHost?.portalId ?? query.portal ?? portalOfPath(safeReturnTo(query.destination));
      const rule = asked === null ? null : await signUpRule(db, asked).catch(ignoreNotFound);
      const portalId = rule ? asked : null;
      const { who, portalName } = rule ?? (await signUpRule(db, null));
      return {
        isOffered: who === 'domains' || who === 'open',
        portalId,
        name: portalName ?? config.siteName,
      };
    },
  );

  app.post(
    '/rest/portico/1/sign-up',
    {
      schema: {
        operationId: 'signUp',
        tags,
        summary:
          'Ask for an account: the answer comes by mail, the same whether there is an account or not; people whose company has a provider are sent there',
        body: Type.Object(
          {
            email: emailSchema,
            displayName: Type.String({ minLength: 1, maxLength: maxDisplayNameLength }),
            portal: Type.Optional(portalIdSchema),
            destination: Type.Optional(destinationSchema),
            locale: Type.Optional(localeSchema),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Union([
            Type.Object({ method: Type.Literal('mail') }),
            Type.Object({
              method: Type.Literal('redirect'),
              providerName: Type.String(),
              url: Type.String(),
            }),
          ]),
          ...errorResponses(400, 403, 404, 429),
        },
      },
    },
    async (request) => {
      const { portal, destination, locale, ...typed } = request.body;
      const there = await requestSignUp(platform, request, {
        ...typed,
        portalId: request.portalHost?.portalId ?? portal ?? portalOfPath(safeReturnTo(destination)),
        destination: destination ?? null,
        locale: locale ?? null,
      });
      if (!there) return { method: 'mail' as const };
      return { method: 'redirect' as const, providerName: there.provider.name, url: there.url };
    },
  );

  app.post(
    '/rest/portico/1/sign-up/link',
    {
      schema: {
        operationId: 'showMailedLink',
        tags,
        summary: 'What a link from a mail is for; does not use it up',
        body: Type.Object({ token: tokenSchema }, { additionalProperties: false }),
        response: {
          200: Type.Object({
            kind: Type.Enum(['sign-up', 'invitation', 'password-reset']),
            email: Type.String(),
            displayName: orNull(Type.String({ description: 'As it was typed at the sign-up' })),
            name: Type.String({ description: 'Of the portal, or of the site' }),
            invitedBy: orNull(Type.String()),
            expiresAt: Type.String({ format: 'date-time' }),
          }),
          ...errorResponses(400, 404),
        },
      },
    },
    async ({ body: { token } }) => {
      const link = await mailedLinkOf(db, token);
      if (link) {
        return {
          kind: link.kind,
          email: link.email,
          displayName: link.displayName,
          name: await portalOrSite(db, config, link.portalId ?? portalOfPath(link.returnTo)),
          invitedBy: null,
          expiresAt: link.expiresAt.toISOString(),
        };
      }
      const invitation = await invitationOf(db, token);
      if (!invitation) throw isOver();
      return {
        kind: 'invitation' as const,
        email: invitation.email,
        displayName: null,
        name: invitation.portal?.name ?? config.siteName,
        invitedBy: invitation.invitedBy?.name ?? null,
        expiresAt: invitation.expiresAt.toISOString(),
      };
    },
  );

  app.post(
    '/rest/portico/1/sign-up/finish',
    {
      schema: {
        operationId: 'finishSignUp',
        tags,
        summary: 'Make the account of a sign-up with the link from the mail, and sign in',
        body: joiningSchema,
        response: { 200: signedInSchema, ...errorResponses(400, 404, 409, 429) },
      },
    },
    async (request, reply) => sendOpened(reply, await finishSignUp(room, request, request.body)),
  );

  app.post(
    '/rest/portico/1/invitation/accept',
    {
      schema: {
        operationId: 'acceptInvitation',
        tags,
        summary: 'Make the account of an invitation, with all that it was invited to, and sign in',
        body: joiningSchema,
        response: { 200: signedInSchema, ...errorResponses(400, 404, 409, 429) },
      },
    },
    async (request, reply) => sendOpened(reply, await acceptInvitation(room, request, request.body)),
  );
}

function ignoreNotFound(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}
