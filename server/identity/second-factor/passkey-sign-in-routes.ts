import { Type } from '@fastify/type-provider-typebox';
import { recordAudit } from '../../platform/audit/audit.ts';
import { inTransaction } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { networkOf } from '../../platform/http/client-address.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { hit } from '../../platform/http/throttle.ts';
import { accountsByIds } from '../accounts/store.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { openSession } from '../sign-in/open-session.ts';
import { begunSchema, passkeyProofSchema, shownFactor } from './json.ts';
import { beginAuthentication, finishAuthentication } from './passkeys.ts';
import { begun } from './pending-routes.ts';
import { factorSettings } from './settings.ts';

const tags = ['session'];

/** Tries of one network in a quarter of an hour. */
const triesPerNetwork = 60;

/** Ceremonies begun by one network in that time: every sign-in page begins one, so that browsers can offer passkeys. */
const begunPerNetwork = 600;

/** Signing in with a passkey and nothing else: for accounts that have a password here. */
export function addPasskeySignInRoutes(app: App, room: SignInRoom): void {
  const { db, config } = room.platform;

  app.post(
    '/rest/portico/1/sign-in/passkey-options',
    {
      schema: {
        operationId: 'beginPasskeySignIn',
        tags,
        summary: 'Begin to sign in with a passkey; whose it is, the passkey knows',
        response: { 200: begunSchema, ...errorResponses(400, 429) },
      },
    },
    async (request) => {
      await hit(db, `passkey:begin:${networkOf(request.ip)}`, begunPerNetwork, 900);
      await requireOffered();
      return begun(await beginAuthentication(db, config, null));
    },
  );

  app.post(
    '/rest/portico/1/sign-in/passkey',
    {
      schema: {
        operationId: 'signInWithPasskey',
        tags,
        summary: 'Sign in with a passkey that has verified the person',
        body: Type.Object(
          {
            passkey: passkeyProofSchema,
            destination: Type.Optional(Type.String({ maxLength: 2000 })),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({ url: Type.String({ description: 'Where to go on, on this site' }) }),
          ...errorResponses(400, 429),
        },
      },
    },
    async (request, reply) => {
      await hit(db, `passkey:answer:${networkOf(request.ip)}`, triesPerNetwork, 900);
      await requireOffered();
      const shown = shownFactor({ passkey: request.body.passkey });
      if (!shown || !('passkey' in shown)) throw new Invalid('Send the answer of a passkey.');
      const { token, response } = shown.passkey;
      try {
        const opened = await inTransaction(db, async (trx) => {
          const proven = await finishAuthentication(trx, config, null, token, response);
          const account = (await accountsByIds(trx, [proven.accountId])).get(proven.accountId);
          const hasPassword = await trx
            .selectFrom('password_credential')
            .select('account_id')
            .where('account_id', '=', proven.accountId)
            .executeTakeFirst();
          // Whoever signs in through their company must go on doing so: it is there that they are let in or out.
          if (!account?.isActive || !hasPassword) throw notThisWay();
          return openSession(room, trx, request, {
            account,
            method: 'passkey',
            returnTo: request.body.destination ?? null,
          });
        });
        for (const cookie of opened.cookies) reply.header('set-cookie', cookie);
        return { url: opened.path };
      } catch (error) {
        if (error instanceof Invalid) {
          await recordAudit(db, {
            actor: { accountId: null, name: null, address: request.ip },
            action: 'sign-in.refused',
            objectType: 'account',
            after: { method: 'passkey', code: 'wrong_credentials' },
          });
        }
        throw error;
      }
    },
  );

  async function requireOffered(): Promise<void> {
    const { allowsPasskeys, allowsPasswordless } = await factorSettings(db);
    if (!allowsPasskeys || !allowsPasswordless) {
      throw new Invalid('Signing in with a passkey alone is not switched on here.');
    }
  }
}

function notThisWay(): Invalid {
  return Invalid.fields({
    passkey: 'This passkey does not sign you in by itself. Sign in the way you usually do.',
  });
}
