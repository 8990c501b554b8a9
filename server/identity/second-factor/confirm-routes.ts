import { Type } from '@fastify/type-provider-typebox';
import { recordAudit } from '../../platform/audit/audit.ts';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid, Unauthenticated } from '../../platform/http/errors.ts';
import { passwordLength } from '../accounts/passwords.ts';
import { accountsByIds } from '../accounts/store.ts';
import { providerById } from '../providers/store.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { checkPassword } from '../sign-in/password.ts';
import { actorOf, requireSession } from '../viewer.ts';
import { type Factor, factorsOf } from './factors.ts';
import { begunSchema, orNull, shownFactor, shownFactorProperties } from './json.ts';
import { beginAuthentication } from './passkeys.ts';
import { begun } from './pending-routes.ts';
import { proveFactor } from './prove.ts';
import { proveSession } from './prove-session.ts';
import { recoveryCodesLeft } from './recovery-codes.ts';
import { factorSettings } from './settings.ts';

const tags = ['session'];

/** Showing again that it is you, before a sensitive act. */
export function addConfirmRoutes(app: App, room: SignInRoom): void {
  const { platform } = room;
  const { db, config } = platform;

  app.get(
    '/rest/portico/1/session/confirm',
    {
      schema: {
        operationId: 'getConfirmation',
        tags,
        summary: 'How you can show that it is you',
        response: {
          200: Type.Object({
            ways: Type.Array(
              Type.Union([
                Type.Literal('totp'),
                Type.Literal('passkey'),
                Type.Literal('recovery'),
                Type.Literal('password'),
              ]),
              {
                description: 'With a second factor, only that: a password alone is less than what was set up',
              },
            ),
            provider: orNull(
              Type.Object(
                { name: Type.String(), url: Type.String() },
                { description: 'Sign in there once more; nothing else is set up' },
              ),
            ),
          }),
          ...errorResponses(401),
        },
      },
    },
    async (request) => {
      const viewer = requireSession(request);
      const settings = await factorSettings(db);
      const own = await factorsOf(db, viewer.id);
      const ways: ('totp' | 'passkey' | 'recovery' | 'password')[] = [];
      if (settings.allowsPasskeys && own.some(({ kind }) => kind === 'passkey')) ways.push('passkey');
      if (settings.allowsTotp && own.some(({ kind }) => kind === 'totp')) ways.push('totp');
      if (ways.length > 0 && (await recoveryCodesLeft(db, viewer.id)) > 0) ways.push('recovery');
      if (ways.length === 0 && (await hasPassword(viewer.id))) ways.push('password');
      const provider =
        ways.length === 0 && viewer.sessionProviderId !== null
          ? await providerById(db, viewer.sessionProviderId)
          : null;
      return {
        ways,
        provider: provider && {
          name: provider.name,
          url: `/sso/${provider.protocol === 'saml' ? 'saml' : 'oidc'}/${provider.id}/login`,
        },
      };
    },
  );

  app.post(
    '/rest/portico/1/session/confirm/passkey-options',
    {
      schema: {
        operationId: 'beginConfirmationPasskey',
        tags,
        summary: 'Begin to show a passkey or security key',
        response: { 200: begunSchema, ...errorResponses(401) },
      },
    },
    async (request) => begun(await beginAuthentication(db, config, requireSession(request).id)),
  );

  app.post(
    '/rest/portico/1/session/confirm',
    {
      schema: {
        operationId: 'confirmSession',
        tags,
        summary: 'Show that it is you; the session goes on under another token',
        body: Type.Object(
          {
            ...shownFactorProperties,
            password: Type.Optional(Type.String({ minLength: 1, maxLength: passwordLength.max })),
          },
          { additionalProperties: false },
        ),
        response: { 204: Type.Null(), ...errorResponses(400, 401, 429) },
      },
    },
    async (request, reply) => {
      const viewer = requireSession(request);
      const account = (await accountsByIds(db, [viewer.id])).get(viewer.id);
      if (!account) throw new Unauthenticated('You are not signed in. Sign in and try again.');
      const { password, ...body } = request.body;
      const shown = shownFactor(body);
      const actor = actorOf(request);
      let factor: Factor | null = null;
      if (shown) factor = await proveFactor(platform, account, await factorSettings(db), shown, actor);
      else if (password !== undefined) {
        if ((await factorsOf(db, account.id)).length > 0) {
          throw Invalid.fields({ password: 'Show your second factor: a password alone is not enough here.' });
        }
        const found = await checkPassword(db, account.email ?? '', password, request.ip);
        if (found?.account.id !== account.id) {
          throw Invalid.fields({ password: 'This is not your password. Check it and try again.' });
        }
      } else throw new Invalid('Send a code, the answer of a passkey, or the password.');
      const cookie = await inTransaction(db, async (trx) => {
        await recordAudit(trx, {
          actor,
          action: 'session.confirmed',
          objectType: 'account',
          objectId: account.accountId,
          objectName: account.displayName,
          after: { method: factor ?? 'password' },
        });
        return proveSession(trx, config, viewer.sessionId, factor);
      });
      if (cookie) reply.header('set-cookie', cookie);
      reply.code(204);
      return null;
    },
  );

  async function hasPassword(accountId: string): Promise<boolean> {
    const row = await db
      .selectFrom('password_credential')
      .select('account_id')
      .where('account_id', '=', accountId)
      .executeTakeFirst();
    return row !== undefined;
  }
}
