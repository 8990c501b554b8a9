import { sql } from 'kysely';
import { hashToken, randomToken } from '../../platform/crypto/tokens.ts';
import type { Database } from '../../platform/database/database.ts';

/** A sign-out that is on its way to a provider and back. */
export interface SignOutAttempt {
  /** OAuth state, SAML RelayState */
  readonly id: string;
  readonly providerId: string;
  readonly browserHash: Buffer;
  /** id of our SAML LogoutRequest */
  readonly requestId: string | null;
  /** that request, where the browser has to post it; sealed for sign_out_attempt:{id} */
  readonly sealedRequest: string | null;
  readonly createdAt: Date;
  /** the portal's host at which it was begun; null: the site's own */
  readonly host: string | null;
}

/** How long a person may take at the provider, in seconds. */
const attemptSeconds = 600;

export interface NewSignOutAttempt {
  readonly id: string;
  readonly providerId: string;
  /** value of the attempt cookie */
  readonly browserToken: string;
  readonly requestId?: string;
  readonly sealedRequest?: string;
  readonly host: string | null;
}

/** An id for a new attempt. */
export const newSignOutId = randomToken;

/** What the request of an attempt is sealed for. */
export function signOutContext(attemptId: string): string {
  return `sign_out_attempt:${attemptId}`;
}

/** Notes that a browser leaves for a provider to sign out there. */
export async function beginSignOut(trx: Database, attempt: NewSignOutAttempt): Promise<void> {
  await trx
    .insertInto('sign_out_attempt')
    .values({
      id: attempt.id,
      provider_id: attempt.providerId,
      browser_hash: hashToken(attempt.browserToken),
      request_id: attempt.requestId ?? null,
      sealed_request: attempt.sealedRequest ?? null,
      host: attempt.host,
      expires_at: new Date(Date.now() + attemptSeconds * 1000),
    })
    .execute();
}

/** The living attempt of this id at this provider, or null. */
export async function findSignOut(
  db: Database,
  id: string | null,
  providerId: string,
): Promise<SignOutAttempt | null> {
  if (id === null || !/^[\w-]{43}$/.test(id)) return null;
  const row = await db
    .selectFrom('sign_out_attempt')
    .selectAll()
    .where('id', '=', id)
    .where('provider_id', '=', providerId)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    providerId: row.provider_id,
    browserHash: row.browser_hash,
    requestId: row.request_id,
    sealedRequest: row.sealed_request,
    createdAt: row.created_at,
    host: row.host,
  };
}

/** Closes an attempt; false when another did it before. */
export async function finishSignOut(trx: Database, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('sign_out_attempt').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}

/**
 * Remembers a provider's logout message as obeyed. Of two at once the database lets one through.
 *
 * @param until how long it could be played again, were it not remembered
 * @returns false when it was obeyed before
 */
export async function consumeLogout(
  trx: Database,
  providerId: string,
  messageId: string,
  until: Date,
): Promise<boolean> {
  const row = await trx
    .insertInto('consumed_logout')
    .values({ provider_id: providerId, message_id: messageId, expires_at: until })
    .onConflict((conflict) => conflict.columns(['provider_id', 'message_id']).doNothing())
    .returning('message_id')
    .executeTakeFirst();
  return row !== undefined;
}
