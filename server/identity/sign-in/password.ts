import type { FastifyRequest } from 'fastify';
import { recordAudit } from '../../platform/audit/audit.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { backOff, takeBack } from '../../platform/http/back-off.ts';
import { networkOf } from '../../platform/http/client-address.ts';
import { TooManyTries, Unauthenticated } from '../../platform/http/errors.ts';
import { clear } from '../../platform/http/throttle.ts';
import { normalizeEmail } from '../accounts/email.ts';
import { verifyPassword } from '../accounts/passwords.ts';
import { type AccountSummary, summaryColumns, toSummary } from '../accounts/store.ts';
import type { SignInRoom } from './complete.ts';
import { type OpenedSignIn, openSession } from './open-session.ts';

/** Whoever mistypes waits seconds; whoever guesses soon waits a quarter of an hour for each guess. */
const perAccount = { free: 5, firstSeconds: 5, maxSeconds: 15 * 60 };
/** A whole office may share one; its failed tries of an hour count together. */
const perNetwork = { free: 50, firstSeconds: 10, maxSeconds: 15 * 60, forgetSeconds: 3600 };

export interface PasswordSignIn {
  readonly email: string;
  readonly password: string;
  /** where the person wants to go, as a link may have it */
  readonly destination: string | null;
}

/**
 * Signs in with e-mail address and password, or asks for the second factor. Whether the account is unknown, has no password,
 * is deactivated or the password is wrong: the answer is the same, and so is the time that it takes.
 *
 * @throws Unauthenticated
 * @throws TooManyTries
 */
export async function signInWithPassword(
  room: SignInRoom,
  request: FastifyRequest,
  { email, password, destination }: PasswordSignIn,
): Promise<{ account: AccountSummary; locale: string | null; opened: OpenedSignIn }> {
  const { db } = room.platform;
  const found = await checkPassword(db, email, password, request.ip);
  if (!found) {
    throw new Unauthenticated('E-mail address and password do not fit together. Check both and try again.');
  }
  const { account, locale } = found;
  const opened = await inTransaction(db, (trx) =>
    openSession(room, trx, request, { account, method: 'password', returnTo: destination }),
  );
  return { account, locale, opened };
}

/**
 * The active account of an e-mail address and password, or null. Failed tries are counted per account and per network, and
 * make the wait for the next grow; a refusal is recorded. Whether the account is unknown, has no password, is deactivated or the password is wrong takes the same time.
 *
 * @throws TooManyTries
 */
export async function checkPassword(
  db: Database,
  email: string,
  password: string,
  address: string,
): Promise<{ readonly account: AccountSummary; readonly locale: string | null } | null> {
  const normalized = normalizeEmail(email);
  const accountKey = `password:account:${(normalized ?? email.trim().toLowerCase()).slice(0, 320)}`;
  const networkKey = `password:address:${networkOf(address)}`;
  try {
    await backOff(db, networkKey, perNetwork);
    await backOff(db, accountKey, perAccount).catch(async (error: unknown) => {
      await takeBack(db, networkKey);
      throw error;
    });
  } catch (error) {
    if (error instanceof TooManyTries) await auditRefusal(db, email, address, 'throttled');
    throw error;
  }

  const found = normalized ? await credentialOf(db, normalized) : null;
  const fits = await verifyPassword(found?.hash ?? null, password);
  if (!found || !fits || !found.account.isActive) {
    await auditRefusal(db, email, address, found && fits ? 'account_inactive' : 'wrong_credentials');
    return null;
  }
  await clear(db, accountKey);
  await takeBack(db, networkKey);
  return { account: found.account, locale: found.locale };
}

async function credentialOf(
  db: Database,
  email: string,
): Promise<{ account: AccountSummary; locale: string | null; hash: string | null } | null> {
  const row = await db
    .selectFrom('account')
    .leftJoin('password_credential as credential', 'credential.account_id', 'account.id')
    .select([...summaryColumns, 'account.locale', 'credential.hash'])
    .where('account.email', '=', email)
    .executeTakeFirst();
  return row ? { account: toSummary(row), locale: row.locale, hash: row.hash } : null;
}

async function auditRefusal(db: Database, email: string, address: string, code: string): Promise<void> {
  await recordAudit(db, {
    actor: { accountId: null, name: null, address },
    action: 'sign-in.refused',
    objectType: 'account',
    objectName: email.slice(0, 320),
    after: { method: 'password', code },
  });
}
