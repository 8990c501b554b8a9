import { sql } from 'kysely';
import type { Config } from '../../platform/config/config.ts';
import { hashToken, randomToken } from '../../platform/crypto/tokens.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Viewer } from '../viewer.ts';
import { sessionCookieName, setCookie } from './cookies.ts';

// A session's last sight is written at most this often, so that reading pages does not become writing rows.
const seenEveryMs = 60_000;

/** What a new session is told of its browser. */
export interface NewSession {
  /** account.id */
  readonly accountId: string;
  /** the identity it came from; absent for passwords */
  readonly identityId?: string | null;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly config: Config;
}

/**
 * Opens a session and returns its token (kept nowhere but in the browser) and the Set-Cookie value that carries it.
 * Whoever calls it has verified the person.
 */
export async function startSession(
  trx: Database,
  { accountId, identityId, address, userAgent, config }: NewSession,
): Promise<{ token: string; cookie: string }> {
  const token = randomToken();
  const maxAgeSeconds = config.sessionMaxHours * 3600;
  await trx
    .insertInto('session')
    .values({
      token_hash: hashToken(token),
      account_id: accountId,
      identity_id: identityId ?? null,
      expires_at: new Date(Date.now() + maxAgeSeconds * 1000),
      address,
      user_agent: userAgent?.slice(0, 500) ?? null,
    })
    .execute();
  return { token, cookie: setCookie(config.url, sessionCookieName(config.url), token, maxAgeSeconds) };
}

/** The account behind a session token, or null when the session is over, idle for too long, or the account inactive. */
export async function viewerOfToken(db: Database, token: string, config: Config): Promise<Viewer | null> {
  const row = await livingSessions(db, config)
    .where('session.token_hash', '=', hashToken(token))
    .select([
      'session.id as sessionId',
      'session.last_seen_at',
      'account.id',
      'account.account_id',
      'account.display_name',
      'account.email',
      'account.is_administrator',
      'account.locale',
      'account.time_zone',
    ])
    .executeTakeFirst();
  if (!row) return null;
  if (Date.now() - row.last_seen_at.getTime() > seenEveryMs) await noteSeen(db, row.sessionId);
  return {
    id: row.id,
    accountId: row.account_id,
    displayName: row.display_name,
    email: row.email,
    isAdministrator: row.is_administrator,
    locale: row.locale,
    timeZone: row.time_zone,
    sessionId: row.sessionId,
  };
}

/** Whether a session is still open: asked by streams that stay open longer than a request. */
export async function isSessionOpen(db: Database, sessionId: string, config: Config): Promise<boolean> {
  const row = await livingSessions(db, config)
    .where('session.id', '=', sessionId)
    .select('session.id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps a session from going idle. */
async function noteSeen(db: Database, sessionId: string): Promise<void> {
  await db
    .updateTable('session')
    .set({ last_seen_at: sql`now()` })
    .where('id', '=', sessionId)
    .where('last_seen_at', '<', sql<Date>`now() - ${`${seenEveryMs} ms`}::interval`)
    .execute();
}

/** Ends the session of this token, if there is one. */
export async function endSession(db: Database, token: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', hashToken(token)).execute();
}

/** Ends all sessions of an account (account.id), except the one to keep. */
export async function endSessionsOf(
  trx: Database,
  accountId: string,
  keepSessionId: string | null = null,
): Promise<void> {
  await trx
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .$if(keepSessionId !== null, (query) => query.where('id', '<>', keepSessionId ?? ''))
    .execute();
}

function livingSessions(db: Database, config: Config) {
  return db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .where('account.is_active', '=', true)
    .where('session.expires_at', '>', sql<Date>`now()`)
    .where('session.last_seen_at', '>', sql<Date>`now() - ${`${config.sessionIdleMinutes} min`}::interval`);
}
