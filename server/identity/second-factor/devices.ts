import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Config } from '../../platform/config/config.ts';
import { hashToken, randomToken } from '../../platform/crypto/tokens.ts';
import type { Database } from '../../platform/database/database.ts';
import { deviceCookieName, readCookie, setCookie } from '../sessions/cookies.ts';

/** A browser in which the second factor is not asked for again for a while. */
export interface TrustedDevice {
  readonly id: string;
  readonly userAgent: string | null;
  readonly address: string | null;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly expiresAt: Date;
}

/** Remembers the browser for this account. Returns the Set-Cookie value. */
export async function trustDevice(
  trx: Database,
  config: Config,
  request: FastifyRequest,
  accountId: string,
  days: number,
): Promise<string> {
  const token = randomToken();
  await trx
    .insertInto('trusted_device')
    .values({
      token_hash: hashToken(token),
      account_id: accountId,
      user_agent: request.headers['user-agent']?.slice(0, 500) ?? null,
      address: request.ip,
      expires_at: sql<Date>`now() + make_interval(days => ${days})`,
    })
    .execute();
  return setCookie(config.url, deviceCookieName(config.url), token, days * 24 * 3600);
}

/** Whether the browser is remembered for this account, and for no other. */
export async function isTrustedDevice(
  db: Database,
  config: Config,
  request: FastifyRequest,
  accountId: string,
): Promise<boolean> {
  const token = readCookie(request.headers.cookie, deviceCookieName(config.url));
  if (token === null) return false;
  const row = await db
    .updateTable('trusted_device')
    .set({ last_used_at: sql`now()` })
    .where('token_hash', '=', hashToken(token))
    .where('account_id', '=', accountId)
    .where('expires_at', '>', sql<Date>`now()`)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The browsers that are remembered for an account, newest first. */
export async function trustedDevicesOf(db: Database, accountId: string): Promise<TrustedDevice[]> {
  return db
    .selectFrom('trusted_device')
    .select([
      'id',
      'user_agent as userAgent',
      'address',
      'created_at as createdAt',
      'last_used_at as lastUsedAt',
      'expires_at as expiresAt',
    ])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('id', 'desc')
    .execute();
}

/** Forgets one browser of an account, or all. Returns how many. */
export async function forgetDevices(
  trx: Database,
  accountId: string,
  id: string | null = null,
): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('trusted_device')
    .where('account_id', '=', accountId)
    .$if(id !== null, (query) => query.where('id', '=', id ?? ''))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
