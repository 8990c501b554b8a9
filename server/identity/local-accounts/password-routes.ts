import { Type } from '@fastify/type-provider-typebox';
import type { App } from '../../platform/http/app-types.ts';
import { networkOf } from '../../platform/http/client-address.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { hit } from '../../platform/http/throttle.ts';
import { maxDisplayNameLength } from '../accounts/accounts.ts';
import { passwordFault, passwordLength, passwordSentences } from '../accounts/passwords.ts';
import { accountsByIds } from '../accounts/store.ts';
import { requireSession } from '../viewer.ts';
import { invitationOf } from './invitation-store.ts';
import {
  destinationSchema,
  emailSchema,
  newPasswordSchema,
  orNull,
  sendOpened,
  signedInSchema,
  tokenSchema,
} from './json.ts';
import { isOver, mailedLinkOf } from './mailed-links.ts';
import { changeOwnPassword, passwordSince } from './own-password.ts';
import { finishReset, requestReset } from './password-reset.ts';
import type { LocalAccountsRoom } from './room.ts';

const tags = ['account'];

/** Estimating a password is work: so much of it for one network within ten minutes. */
const checks = { limit: 120, seconds: 600 };

/** Passwords: forgotten ones, new ones, and one's own. */
export function addPasswordRoutes(app: App, room: LocalAccountsRoom): void {
  const { platform } = room;
  const { config, db } = platform;

  app.post(
    '/rest/portico/1/password-reset',
    {
      schema: {
        operationId: 'requestPasswordReset',
        tags,
        summary: 'Say that a password is forgotten; the answer comes by mail, and tells nobody else anything',
        body: Type.Object(
          { email: emailSchema, destination: Type.Optional(destinationSchema) },
          { additionalProperties: false },
        ),
        response: { 204: Type.Null(), ...errorResponses(400, 429) },
      },
    },
    async (request, reply) => {
      const { email, destination } = request.body;
      await requestReset(platform, request, { email, destination: destination ?? null });
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/rest/portico/1/password-reset/finish',
    {
      schema: {
        operationId: 'finishPasswordReset',
        tags,
        summary: 'Choose a new password with the link from the mail; every session of the account ends',
        body: Type.Object(
          { token: tokenSchema, password: newPasswordSchema },
          { additionalProperties: false },
        ),
        response: { 200: signedInSchema, ...errorResponses(400, 404, 429) },
      },
    },
    async (request, reply) => sendOpened(reply, await finishReset(room, request, request.body)),
  );

  app.post(
    '/rest/portico/1/password/check',
    {
      schema: {
        operationId: 'checkPassword',
        tags,
        summary: 'Whether a password would do: for who is signed in, or has a link from a mail',
        body: Type.Object(
          {
            password: newPasswordSchema,
            token: Type.Optional(tokenSchema),
            displayName: Type.Optional(Type.String({ maxLength: maxDisplayNameLength })),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({
            problem: orNull(Type.String()),
            fault: orNull(Type.Enum(['short', 'long', 'names', 'common'])),
          }),
          ...errorResponses(400, 401, 404, 429),
        },
      },
    },
    async (request) => {
      const { password, token, displayName } = request.body;
      const owner = token === undefined ? requireSession(request) : await ownerOf(token, displayName ?? '');
      await hit(db, `password-check:network:${networkOf(request.ip)}`, checks.limit, checks.seconds);
      const fault = await passwordFault(password, { ...owner, siteName: config.siteName });
      return { fault, problem: fault && passwordSentences[fault] };
    },
  );

  app.get(
    '/rest/portico/1/password',
    {
      schema: {
        operationId: 'getOwnPassword',
        tags,
        summary: 'Whether you sign in with a password here, and since when it is the same',
        response: {
          200: Type.Object({ changedAt: orNull(Type.String({ format: 'date-time' })) }),
          ...errorResponses(401),
        },
      },
    },
    async (request) => {
      const since = await passwordSince(db, requireSession(request).id);
      return { changedAt: since?.toISOString() ?? null };
    },
  );

  app.put(
    '/rest/portico/1/password',
    {
      schema: {
        operationId: 'changeOwnPassword',
        tags,
        summary: 'Change your password; your other sessions end',
        body: Type.Object(
          {
            currentPassword: Type.Optional(
              Type.String({
                minLength: 1,
                maxLength: passwordLength.max,
                description: 'Not needed shortly after you have confirmed that it is you',
              }),
            ),
            password: newPasswordSchema,
          },
          { additionalProperties: false },
        ),
        response: { 204: Type.Null(), ...errorResponses(400, 401, 403, 409, 429) },
      },
    },
    async (request, reply) => {
      const { currentPassword, password } = request.body;
      const change = { currentPassword: currentPassword ?? null, password };
      const cookie = await changeOwnPassword(room, request, change);
      if (cookie) reply.header('set-cookie', cookie);
      return reply.code(204).send(null);
    },
  );

  /** @throws NotFound when the link does not work */
  async function ownerOf(
    token: string,
    displayName: string,
  ): Promise<{ email: string; displayName: string }> {
    const link = (await mailedLinkOf(db, token)) ?? (await invitationOf(db, token));
    if (!link) throw isOver();
    const { email, accountId } = link;
    if (!('kind' in link) || accountId === null) return { email, displayName };
    const account = (await accountsByIds(db, [accountId])).get(accountId);
    return { email, displayName: account?.displayName ?? displayName };
  }
}
