import { sql } from 'kysely';
import type { Config } from '../../platform/config/config.ts';
import type { Sealer } from '../../platform/crypto/seal.ts';
import { hashToken, randomToken } from '../../platform/crypto/tokens.ts';
import type { Database } from '../../platform/database/database.ts';
import { Unauthenticated } from '../../platform/http/errors.ts';
import { isAnyFactorRequired } from '../second-factor/on-use.ts';
import type { SignedInViewer } from '../viewer.ts';
import { sessionCookieName, setCookie } from './cookies.ts';

// A session's last sight is written at most this often, so that reading pages does not become writing rows.
const seenEveryMs = 60_000;

/** How long a session may last. null: as the site has it. Never longer than that. */
export interface SessionLimits {
  /** without a request, in minutes */
  readonly idleMinutes: number | null;
  /** from sign-in, in hours */
  readonly maxHours: number | null;
}

/** What a new session is told of its browser. */
export interface NewSession {
  /** account.id */
  readonly accountId: string;
  /** the identity it came from; absent for passwords */
  readonly identityId?: string | null;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly config: Config;
  /** stricter than the site's */
  readonly limits?: SessionLimits;
  /** what the provider calls its own session: SAML SessionIndex, OpenID sid */
  readonly providerSession?: string | null;
  /** what signing out at the provider needs, as JSON; kept sealed */
  readonly logoutHint?: { readonly json: string; readonly sealer: Sealer } | null;
  /** which second factor opened it; null: none */
  readonly factor?: string | null;
  /** the portal's host at which it is good; absent: the site's own */
  readonly host?: string | null;
}

/**
 * Opens a session and returns its token (kept nowhere but in the browser) and the Set-Cookie value that carries it.
 * Whoever calls it has verified the person.
 */
export async function startSession(
  trx: Database,
  session: NewSession,
): Promise<{ token: string; cookie: string }> {
  const { accountId, config, limits, logoutHint } = session;
  const token = randomToken();
  const maxAgeSeconds = Math.min(config.sessionMaxHours, limits?.maxHours ?? config.sessionMaxHours) * 3600;
  await trx
    .insertInto('session')
    .values({
      token_hash: hashToken(token),
      account_id: accountId,
      identity_id: session.identityId ?? null,
      expires_at: new Date(Date.now() + maxAgeSeconds * 1000),
      idle_minutes: limits?.idleMinutes ?? null,
      provider_session: session.providerSession ?? null,
      factor: session.factor ?? null,
      host: session.host ?? null,
      sealed_logout_hint: logoutHint
        ? logoutHint.sealer.seal(logoutHint.json, logoutHintContext(accountId))
        : null,
      address: session.address,
      user_agent: session.userAgent?.slice(0, 500) ?? null,
    })
    .execute();
  return { token, cookie: setCookie(config.url, sessionCookieName(config.url), token, maxAgeSeconds) };
}

/** What a logout hint is sealed for: it opens for sessions of this account (account.id) alone. */
export function logoutHintContext(accountId: string): string {
  return `session:${accountId}`;
}

/**
 * The account behind a session token, or null when the session is over, idle for too long, or the account inactive.
 * It is good at one host only: a token that shows up at another one was taken from its browser.
 *
 * @param host the portal's host that was asked; null: the site's own
 * @returns 'over' when such a session was found; it is deleted then, and the browser may forget it
 */
export async function viewerOfToken(
  db: Database,
  token: string,
  config: Config,
  host: string | null,
): Promise<SignedInViewer | 'over' | null> {
  const row = await livingSessions(db, config)
    .leftJoin('identity', 'identity.id', 'session.identity_id')
    .where('session.token_hash', '=', hashToken(token))
    .where('session.host', 'is not distinct from', host)
    .select([
      'session.id as sessionId',
      'session.created_at as startedAt',
      'session.expires_at as expiresAt',
      'session.idle_minutes as idleMinutes',
      'identity.provider_id as sessionProviderId',
      'session.last_seen_at',
      'session.factor',
      'account.id',
      'account.account_id',
      'account.display_name',
      'account.email',
      'account.is_administrator',
      'account.locale',
      'account.time_zone',
      sql<boolean>`session.factor is null and ${isAnyFactorRequired}`.as('lacksFactor'),
      sql<boolean>`account.factor_asked_at is not null`.as('wasAsked'),
    ])
    .executeTakeFirst();
  if (!row) return (await endSession(db, token)) ? 'over' : null;
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
    sessionProviderId: row.sessionProviderId,
    session: {
      startedAt: row.startedAt,
      expiresAt: row.expiresAt,
      idleMinutes: row.idleMinutes,
      factor: row.factor,
    },
    lacksFactor: row.lacksFactor ? { wasAsked: row.wasAsked } : null,
    token: null,
    impersonation: null,
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

/**
 * Holds the viewer's session to the limits of a portal that it is used for, from now on. Costs nothing when they are no
 * stricter than what it has.
 *
 * @throws Unauthenticated when it has lasted longer than the portal allows; it has ended then
 */
export async function tightenSession(
  db: Database,
  { sessionId, session }: Pick<SignedInViewer, 'sessionId' | 'session'>,
  { idleMinutes, maxHours }: SessionLimits,
): Promise<void> {
  const expiresAt = maxHours === null ? null : new Date(session.startedAt.getTime() + maxHours * 3_600_000);
  if (expiresAt && expiresAt.getTime() <= Date.now()) {
    await db.deleteFrom('session').where('id', '=', sessionId).execute();
    throw new Unauthenticated('You have been signed in for longer than this portal allows. Sign in again.');
  }
  const isIdleStricter =
    idleMinutes !== null && (session.idleMinutes === null || idleMinutes < session.idleMinutes);
  if (!isIdleStricter && !(expiresAt && expiresAt < session.expiresAt)) return;
  await db
    .updateTable('session')
    .set({
      idle_minutes: sql<number | null>`least(idle_minutes, ${idleMinutes}::integer)`,
      expires_at: sql<Date>`least(expires_at, ${expiresAt}::timestamptz)`,
    })
    .where('id', '=', sessionId)
    .execute();
}

/**
 * Gives a session another token, at a change of what it may do or of how its person proves who they are: whoever knew the
 * earlier token is out. It stays the same session otherwise.
 *
 * @returns the Set-Cookie value for its browser; null when the session is gone
 */
export async function rotateSession(
  trx: Database,
  sessionId: string,
  config: Config,
): Promise<string | null> {
  const token = randomToken();
  const row = await trx
    .updateTable('session')
    .set({ token_hash: hashToken(token) })
    .where('id', '=', sessionId)
    .returning('expires_at')
    .executeTakeFirst();
  if (!row) return null;
  const maxAgeSeconds = Math.max(0, Math.floor((row.expires_at.getTime() - Date.now()) / 1000));
  return setCookie(config.url, sessionCookieName(config.url), token, maxAgeSeconds);
}

/** Ends the session of this token; false when there is none. */
export async function endSession(db: Database, token: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Ends all sessions of an account (account.id), except the one to keep. Returns how many. */
export async function endSessionsOf(
  trx: Database,
  accountId: string,
  keepSessionId: string | null = null,
): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .$if(keepSessionId !== null, (query) => query.where('id', '<>', keepSessionId ?? ''))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Sessions that are open, with their accounts. */
export function livingSessions(db: Database, config: Config) {
  return db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .where('account.is_active', '=', true)
    .where('session.expires_at', '>', sql<Date>`now()`)
    .where('session.last_seen_at', '>', idleSince(config));
}

/** Sessions that were last seen before this are over: the stricter of the site's limit and their own. */
export function idleSince(config: Config) {
  return sql<Date>`now() - make_interval(mins => least(session.idle_minutes, ${config.sessionIdleMinutes}::integer))`;
}
