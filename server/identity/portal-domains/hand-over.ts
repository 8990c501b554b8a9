import { sql } from 'kysely';
import type { Sealer } from '../../platform/crypto/seal.ts';
import { hashToken, randomToken } from '../../platform/crypto/tokens.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Assertion } from '../sign-in/assertion.ts';
import { SignInRefused } from '../sign-in/refusal.ts';

/**
 * A sign-in that a browser begins at a portal's host and makes at the site's own, so that nothing has to be registered at
 * identity providers. States: begun at the portal's host → verified at the site's, which gives the browser a code → taken with
 * that code at the portal's host, by the browser that began there, once; then it is gone.
 */
export interface HandOver {
  readonly id: string;
  /** the portal's host */
  readonly host: string;
  /** path of this site, or empty for the default */
  readonly returnTo: string;
}

/** What was verified, as the session needs it. */
export interface HandedSignIn {
  readonly assertion: Assertion;
  readonly isNew: boolean;
  /** of the sign-in log's entry */
  readonly reference: string;
}

/** A hand-over that was taken. */
export interface TakenHandOver extends HandOver, HandedSignIn {
  readonly providerId: string;
  readonly accountId: string;
  readonly identityId: string;
}

/** How long a person may take at the provider, and how long the code is good for, in seconds. */
const beginSeconds = 600;
const codeSeconds = 60;

/** Notes that a browser leaves a portal's host for the site's own. Returns the token that says so there. */
export async function beginHandOver(
  db: Database,
  handOver: {
    readonly host: string;
    readonly providerId: string;
    /** value of the attempt cookie at the portal's host */
    readonly browserToken: string;
    readonly returnTo: string | null;
  },
): Promise<string> {
  const token = randomToken();
  await db
    .insertInto('sign_in_hand_over')
    .values({
      token_hash: hashToken(token),
      host: handOver.host,
      provider_id: handOver.providerId,
      browser_hash: hashToken(handOver.browserToken),
      return_to: handOver.returnTo ?? '',
      expires_at: sql<Date>`now() + make_interval(secs => ${beginSeconds})`,
    })
    .execute();
  return token;
}

/**
 * The hand-over that a sign-in at the site's own host is made for.
 * @throws SignInRefused attempt_unknown
 */
export async function requireHandOver(db: Database, token: string, providerId: string): Promise<HandOver> {
  const row = await db
    .selectFrom('sign_in_hand_over')
    .select(['id', 'host', 'return_to as returnTo'])
    .where('token_hash', '=', hashToken(token))
    .where('provider_id', '=', providerId)
    .where('code_hash', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  if (!row) throw over('The sign-in for a portal’s host was begun too long ago, or was made already');
  return row;
}

/** The host that a hand-over leads back to, or null when it is over. */
export async function hostOfHandOver(db: Database, id: string): Promise<string | null> {
  const row = await db.selectFrom('sign_in_hand_over').select('host').where('id', '=', id).executeTakeFirst();
  return row?.host ?? null;
}

/**
 * Keeps who was verified until the browser is back at the portal's host. Each hand-over is verified once.
 *
 * @returns the host, and the code with which it is taken there; the code is kept nowhere else
 * @throws SignInRefused attempt_unknown
 */
export async function verifyHandOver(
  trx: Database,
  sealer: Sealer,
  id: string,
  person: { readonly accountId: string; readonly identityId: string },
  signIn: HandedSignIn,
): Promise<{ readonly host: string; readonly code: string }> {
  const code = randomToken();
  const row = await trx
    .updateTable('sign_in_hand_over')
    .set({
      account_id: person.accountId,
      identity_id: person.identityId,
      sealed_sign_in: sealer.seal(JSON.stringify(signIn), context(id)),
      code_hash: hashToken(code),
      expires_at: sql<Date>`now() + make_interval(secs => ${codeSeconds})`,
    })
    .where('id', '=', id)
    .where('code_hash', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .returning('host')
    .executeTakeFirst();
  if (!row) throw over('The sign-in for a portal’s host was begun too long ago, or was made already');
  return { host: row.host, code };
}

/**
 * Takes a hand-over at the portal's host, in the browser that began there. Of two that come at once with the same code, in
 * whatever process, one gets it.
 *
 * @throws SignInRefused attempt_unknown
 */
export async function takeHandOver(
  trx: Database,
  sealer: Sealer,
  {
    code,
    host,
    browserToken,
  }: { readonly code: string; readonly host: string; readonly browserToken: string },
): Promise<TakenHandOver> {
  const row = await trx
    .deleteFrom('sign_in_hand_over')
    .where('code_hash', '=', hashToken(code))
    .where('host', '=', host)
    .where('browser_hash', '=', hashToken(browserToken))
    .where('expires_at', '>', sql<Date>`now()`)
    .returningAll()
    .executeTakeFirst();
  if (!row?.account_id || !row.identity_id || !row.sealed_sign_in) {
    throw over('The code was used, is too old, or belongs to another browser or host');
  }
  // Sealed by verifyHandOver alone.
  const signIn: HandedSignIn = JSON.parse(sealer.open(row.sealed_sign_in, context(row.id)));
  return {
    ...signIn,
    id: row.id,
    host: row.host,
    returnTo: row.return_to,
    providerId: row.provider_id,
    accountId: row.account_id,
    identityId: row.identity_id,
  };
}

function over(detail: string): SignInRefused {
  return new SignInRefused('attempt_unknown', detail);
}

function context(id: string): string {
  return `sign_in_hand_over:${id}`;
}
