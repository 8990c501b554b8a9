import type { Config } from '../../platform/config/config.ts';
import type { Database } from '../../platform/database/database.ts';
import { type BrowserName, browserName } from './browser-name.ts';
import { livingSessions } from './sessions.ts';

/** A session as people see it. */
export interface ListedSession extends BrowserName {
  /** session.id */
  readonly id: string;
  readonly address: string | null;
  /** the identity provider; null: with a password */
  readonly providerName: string | null;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

/** The sessions of an account (account.id) that are open, last seen first. */
export async function listSessions(
  db: Database,
  accountId: string,
  config: Config,
): Promise<ListedSession[]> {
  const rows = await livingSessions(db, config)
    .leftJoin('identity', 'identity.id', 'session.identity_id')
    .leftJoin('identity_provider as provider', 'provider.id', 'identity.provider_id')
    .where('session.account_id', '=', accountId)
    .select([
      'session.id',
      'session.address',
      'session.user_agent',
      'session.created_at',
      'session.last_seen_at',
      'session.expires_at',
      'provider.name as providerName',
    ])
    .orderBy('session.last_seen_at', 'desc')
    .orderBy('session.id', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    ...browserName(row.user_agent),
    address: row.address,
    providerName: row.providerName,
    startedAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
  }));
}

/**
 * Ends one session of an account (account.id).
 * @returns false when the account has no such session
 */
export async function endSessionOf(trx: Database, accountId: string, sessionId: string): Promise<boolean> {
  if (!/^\d{1,18}$/.test(sessionId)) return false;
  const { numDeletedRows } = await trx
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
