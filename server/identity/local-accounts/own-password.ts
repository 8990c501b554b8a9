import type { FastifyRequest } from 'fastify';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { Conflict, Invalid, Unauthenticated } from '../../platform/http/errors.ts';
import { accountsByIds } from '../accounts/store.ts';
import { requireRecent } from '../second-factor/confirm.ts';
import { rotateSession } from '../sessions/sessions.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { checkPassword } from '../sign-in/password.ts';
import { actorOf, requireSession } from '../viewer.ts';
import { replacePassword, requireGoodPassword } from './new-password.ts';

/** Whether and since when an account (account.id) has its password, or null. */
export async function passwordSince(db: Database, accountId: string): Promise<Date | null> {
  const row = await db
    .selectFrom('password_credential')
    .select('updated_at')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row?.updated_at ?? null;
}

/**
 * Changes the password of whoever is signed in, who shows the present one or has just shown that it is them. Their other
 * sessions end.
 *
 * @returns the Set-Cookie value with which this one goes on
 * @throws Unauthenticated, Forbidden naming `confirm`, Invalid naming `currentPassword` or `password`, Conflict when the account
 * has no password, TooManyTries
 */
export async function changeOwnPassword(
  { platform }: Pick<SignInRoom, 'platform'>,
  request: FastifyRequest,
  { currentPassword, password }: { readonly currentPassword: string | null; readonly password: string },
): Promise<string | null> {
  const { config, db } = platform;
  const viewer = requireSession(request);
  if ((await passwordSince(db, viewer.id)) === null) {
    throw new Conflict('You do not sign in with a password here, so there is none to change.');
  }
  if (currentPassword === null) await requireRecent(db, request);
  else {
    const found = await checkPassword(db, viewer.email ?? '', currentPassword, request.ip);
    if (found?.account.id !== viewer.id) {
      throw Invalid.fields({ currentPassword: 'This is not your present password. Check it and try again.' });
    }
    if (currentPassword === password) {
      throw Invalid.fields({ password: 'This is the password that you have. Choose another.' });
    }
  }
  await requireGoodPassword(password, { ...viewer, siteName: config.siteName });
  return inTransaction(db, async (trx) => {
    const account = (await accountsByIds(trx, [viewer.id])).get(viewer.id);
    if (!account) throw new Unauthenticated('You are not signed in. Sign in and try again.');
    await replacePassword(platform, trx, account, password, {
      action: 'account.password-changed',
      actor: actorOf(request),
      keepSessionId: viewer.sessionId,
      portalId: request.portalHost?.portalId ?? null,
    });
    return rotateSession(trx, viewer.sessionId, config);
  });
}
