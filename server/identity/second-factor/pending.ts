import { sql } from 'kysely';
import type { Config } from '../../platform/config/config.ts';
import type { Sealer } from '../../platform/crypto/seal.ts';
import { sixDigits } from '../../platform/crypto/six-digits.ts';
import { hashToken, randomToken } from '../../platform/crypto/tokens.ts';
import type { Database } from '../../platform/database/database.ts';
import { clearCookie, pendingCookieName, setCookie } from '../sessions/cookies.ts';
import type { PlannedSession } from '../sign-in/open-session.ts';

/** How long there is to show the second factor, in seconds. */
export const pendingSeconds = 10 * 60;

/** Codes that are mailed for one sign-in. */
export const codesPerSignIn = 3;

/** Somebody whose first factor was verified. */
export interface PendingSignIn {
  readonly id: string;
  /** account.id */
  readonly accountId: string;
  /** what the session will be made of; null: one is open, and goes on with a second factor */
  readonly planned: PlannedSession | null;
  /** session.id of that one */
  readonly sessionId: string | null;
  /** a path of this site; null: nowhere in particular */
  readonly returnTo: string | null;
  readonly codeHash: Buffer | null;
  readonly codeSentAt: Date | null;
  readonly codesSent: number;
  readonly expiresAt: Date;
}

/**
 * Lets a sign-in wait for its second factor, or a session that has come where one is needed (session.id). Returns the Set-Cookie
 * value of the browser that has to show it.
 */
export async function addPending(
  trx: Database,
  config: Config,
  sealer: Sealer,
  accountId: string,
  waits: PlannedSession | { readonly sessionId: string; readonly returnTo: string | null },
): Promise<string> {
  const token = randomToken();
  await trx
    .insertInto('pending_sign_in')
    .values({
      token_hash: hashToken(token),
      account_id: accountId,
      ...('sessionId' in waits
        ? { session_id: waits.sessionId, sealed_session: sealer.seal('null', context(accountId)) }
        : {
            identity_id: waits.identityId,
            sealed_session: sealer.seal(JSON.stringify(waits), context(accountId)),
          }),
      return_to: waits.returnTo ?? '',
      expires_at: sql<Date>`now() + make_interval(secs => ${pendingSeconds})`,
    })
    .execute();
  return setCookie(config.url, pendingCookieName(config.url), token, pendingSeconds);
}

/** The sign-in that waits in this browser, locked; null when there is none, or its time is over. */
export async function lockPending(
  trx: Database,
  sealer: Sealer,
  token: string | null,
): Promise<PendingSignIn | null> {
  if (token === null) return null;
  const row = await trx
    .selectFrom('pending_sign_in')
    .selectAll()
    .where('token_hash', '=', hashToken(token))
    .where('expires_at', '>', sql<Date>`now()`)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    accountId: row.account_id,
    // Sealed by addPending alone.
    planned: JSON.parse(sealer.open(row.sealed_session, context(row.account_id))),
    sessionId: row.session_id,
    returnTo: row.return_to === '' ? null : row.return_to,
    codeHash: row.code_hash,
    codeSentAt: row.code_sent_at,
    codesSent: row.codes_sent,
    expiresAt: row.expires_at,
  };
}

/** Makes the code that is mailed; an earlier one is good for nothing from then on. */
export async function renewCode(trx: Database, id: string): Promise<string> {
  const code = sixDigits();
  await trx
    .updateTable('pending_sign_in')
    .set({
      code_hash: hashToken(`${id}:${code}`),
      code_sent_at: sql`now()`,
      codes_sent: sql`codes_sent + 1`,
    })
    .where('id', '=', id)
    .execute();
  return code;
}

/** Uses the mailed code up. Of two requests with the same one, one gets through. */
export async function takeCode(db: Database, id: string, code: string): Promise<boolean> {
  const row = await db
    .updateTable('pending_sign_in')
    .set({ code_hash: null })
    .where('id', '=', id)
    .where('code_hash', '=', hashToken(`${id}:${code.replaceAll(/\s/g, '')}`))
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends the wait. False when another request has done so. */
export async function removePending(trx: Database, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('pending_sign_in').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Ends all waits of an account: when it is deactivated, or its factors are reset. */
export async function removePendingOf(trx: Database, accountId: string): Promise<void> {
  await trx.deleteFrom('pending_sign_in').where('account_id', '=', accountId).execute();
}

/** A Set-Cookie value with which the browser forgets that it waits. */
export function clearPending(config: Config): string {
  return clearCookie(config.url, pendingCookieName(config.url));
}

function context(accountId: string): string {
  return `pending_sign_in:${accountId}`;
}
