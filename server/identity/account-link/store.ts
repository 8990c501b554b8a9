import { sql } from 'kysely';
import type { Sealer } from '../../platform/crypto/seal.ts';
import { hashToken, randomToken } from '../../platform/crypto/tokens.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Assertion } from '../sign-in/assertion.ts';

/** How long there is to prove that an account is one's own, in seconds. */
export const accountLinkSeconds = 15 * 60;

/** A verified sign-in that waits for proof. */
export interface AccountLink {
  readonly id: string;
  readonly accountId: string;
  readonly providerId: string;
  readonly reference: string;
  readonly issuer: string;
  readonly assertion: Assertion;
  readonly returnTo: string;
  /** sign_in_hand_over.id, when the session is to be opened at another host */
  readonly handOverId: string | null;
  readonly codeHash: Buffer | null;
  readonly codeSentAt: Date | null;
  readonly codesSent: number;
  readonly tries: number;
  readonly expiresAt: Date;
}

export interface NewAccountLink {
  readonly browserToken: string;
  readonly accountId: string;
  readonly providerId: string;
  readonly reference: string;
  readonly issuer: string;
  readonly assertion: Assertion;
  readonly returnTo: string;
  readonly handOverId: string | null;
}

/** Lets a verified sign-in wait for proof. Returns the token of its page. */
export async function addAccountLink(trx: Database, sealer: Sealer, link: NewAccountLink): Promise<string> {
  const token = randomToken();
  const { issuer, assertion, reference } = link;
  await trx
    .insertInto('account_link')
    .values({
      token_hash: hashToken(token),
      browser_hash: hashToken(link.browserToken),
      account_id: link.accountId,
      provider_id: link.providerId,
      reference,
      sealed_sign_in: sealer.seal(JSON.stringify({ issuer, assertion }), context(reference)),
      return_to: link.returnTo,
      hand_over_id: link.handOverId,
      expires_at: sql<Date>`now() + make_interval(secs => ${accountLinkSeconds})`,
    })
    .execute();
  return token;
}

/**
 * The sign-in that waits under a token, locked, for the browser that it came from; null for every other.
 */
export async function lockAccountLink(
  trx: Database,
  sealer: Sealer,
  token: string,
  browserToken: string | null,
): Promise<AccountLink | null> {
  if (browserToken === null || !/^[\w-]{43}$/.test(token)) return null;
  const row = await trx
    .selectFrom('account_link')
    .selectAll()
    .where('token_hash', '=', hashToken(token))
    .where('browser_hash', '=', hashToken(browserToken))
    .where('expires_at', '>', sql<Date>`now()`)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  // Sealed by addAccountLink alone.
  const { issuer, assertion } = JSON.parse(sealer.open(row.sealed_sign_in, context(row.reference)));
  return {
    id: row.id,
    accountId: row.account_id,
    providerId: row.provider_id,
    reference: row.reference,
    issuer,
    assertion,
    returnTo: row.return_to,
    handOverId: row.hand_over_id,
    codeHash: row.code_hash,
    codeSentAt: row.code_sent_at,
    codesSent: row.codes_sent,
    tries: row.tries,
    expiresAt: row.expires_at,
  };
}

/** Remembers the code that is mailed; an earlier one is good for nothing from then on. */
export async function keepCode(trx: Database, id: string, code: string): Promise<void> {
  await trx
    .updateTable('account_link')
    .set({
      code_hash: hashToken(`${id}:${code}`),
      code_sent_at: sql`now()`,
      codes_sent: sql`codes_sent + 1`,
    })
    .where('id', '=', id)
    .execute();
}

/** Whether this is the code that was mailed last. */
export function isCode(link: AccountLink, code: string): boolean {
  return link.codeHash?.equals(hashToken(`${link.id}:${code}`)) ?? false;
}

/**
 * Counts a try to prove, before it is looked at, on the pool: it counts however the request ends, and of many at the same time
 * no more get through than are allowed.
 *
 * @returns false when there were enough
 */
export async function countTry(db: Database, id: string, allowed: number): Promise<boolean> {
  const counted = await db
    .updateTable('account_link')
    .set({ tries: sql`tries + 1` })
    .where('id', '=', id)
    .where('tries', '<', allowed)
    .returning('id')
    .executeTakeFirst();
  return counted !== undefined;
}

export async function removeAccountLink(trx: Database, id: string): Promise<void> {
  await trx.deleteFrom('account_link').where('id', '=', id).execute();
}

function context(reference: string): string {
  return `account_link:${reference}`;
}
