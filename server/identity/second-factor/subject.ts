import type { FastifyRequest } from 'fastify';
import type { Database } from '../../platform/database/database.ts';
import { Forbidden, Unauthenticated } from '../../platform/http/errors.ts';
import { type AccountSummary, accountsByIds } from '../accounts/store.ts';
import { pendingCookieName, readCookie } from '../sessions/cookies.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { requireRecent } from './confirm.ts';
import { factorsOf } from './factors.ts';
import { lockPending, type PendingSignIn } from './pending.ts';

/** Whose second factors are looked at or changed. */
export interface FactorOwner {
  readonly account: AccountSummary;
  /** they are not signed in, or do not get in where one is needed, before they have set one up */
  readonly pending: PendingSignIn | null;
}

/** The token of the sign-in that waits in this browser, or null. */
export function pendingTokenOf(
  { platform }: Pick<SignInRoom, 'platform'>,
  request: FastifyRequest,
): string | null {
  return readCookie(request.headers.cookie, pendingCookieName(platform.config.url));
}

/**
 * Who may set up a second factor: whoever is signed in and has lately shown that it is them; or whoever has verified the first
 * factor, has no second one, and must set one up to get in. Whoever has one shows it first.
 *
 * @throws Unauthenticated, Forbidden when they must first show that it is them
 */
export async function requireFactorOwner(
  room: SignInRoom,
  trx: Database,
  request: FastifyRequest,
): Promise<FactorOwner> {
  if (request.viewer) {
    const viewer = await requireRecent(trx, request);
    const account = (await accountsByIds(trx, [viewer.id])).get(viewer.id);
    if (account) {
      const waiting = await lockPending(trx, room.platform.sealer, pendingTokenOf(room, request));
      return { account, pending: waiting?.sessionId === viewer.sessionId ? waiting : null };
    }
  }
  const pending = await lockPending(trx, room.platform.sealer, pendingTokenOf(room, request));
  if (!pending) throw new Unauthenticated('You are not signed in. Sign in and try again.');
  const account = (await accountsByIds(trx, [pending.accountId])).get(pending.accountId);
  if (!account?.isActive) throw new Unauthenticated('You are not signed in. Sign in and try again.');
  if ((await factorsOf(trx, account.id)).length > 0) {
    throw new Forbidden('Show the second factor that you have first.');
  }
  return { account, pending };
}
