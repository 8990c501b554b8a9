import { sql } from 'kysely';
import type { AuditActor } from '../../platform/audit/audit.ts';
import { hashToken, randomToken } from '../../platform/crypto/tokens.ts';
import type { Database } from '../../platform/database/database.ts';
import { actorOfLink } from '../setup-links/links.ts';
import type { Viewer } from '../viewer.ts';
import { newReference } from './reference.ts';
import { SignInRefused } from './refusal.ts';

/** How long somebody may take to begin a test, in minutes. */
const startMinutes = 10;

/**
 * Who tests a provider: an administrator's session (session.id), or whoever has a set-up link (provider_setup_link.id). A test
 * ends with what began it: what is kept of it goes when the session is over or the link is withdrawn.
 */
export type Tester = { readonly sessionId: string } | { readonly setupLinkId: string };

/** A test that was begun. */
export interface StartedTest {
  readonly tester: Tester;
  readonly reference: string;
}

/**
 * Makes ready the test of a provider: its token goes into the address that the tester's pop-up opens, once.
 *
 * @param browserToken of the browser that asks, where no session says who may begin: nobody else can be sent through the test
 */
export async function prepareTest(
  db: Database,
  providerId: string,
  tester: Tester,
  browserToken?: string,
): Promise<{ token: string; reference: string }> {
  const token = randomToken();
  const reference = newReference();
  await db
    .insertInto('sign_in_test')
    .values({
      token_hash: hashToken(token),
      provider_id: providerId,
      ...testerColumns(tester),
      browser_hash: browserToken === undefined ? null : hashToken(browserToken),
      reference,
      expires_at: new Date(Date.now() + startMinutes * 60_000),
    })
    .execute();
  return { token, reference };
}

/**
 * Takes the token of a test, once: from the session that made it, or, of a set-up link, from the browser that asked for it,
 * while that link works.
 *
 * @param token of the address; absent: no test
 * @param browserToken of the browser that begins it
 * @throws SignInRefused attempt_unknown
 */
export async function startTest(
  db: Database,
  token: string | undefined,
  providerId: string,
  viewer: Viewer | null,
  browserToken: string | null,
): Promise<StartedTest | null> {
  if (token === undefined) return null;
  const row = await db
    .deleteFrom('sign_in_test')
    .where('token_hash', '=', hashToken(token))
    .where('provider_id', '=', providerId)
    .where('expires_at', '>', sql<Date>`now()`)
    .where((eb) =>
      eb.or([
        eb('tester_session_id', '=', viewer?.isAdministrator ? viewer.sessionId : '0'),
        eb.and([
          eb('setup_link_id', 'in', workingLinks(db).select('id')),
          eb('browser_hash', '=', hashToken(browserToken ?? '')),
        ]),
      ]),
    )
    .returning(['tester_session_id', 'setup_link_id', 'reference'])
    .executeTakeFirst();
  const tester = row && testerOf(row);
  if (!tester) {
    throw new SignInRefused(
      'attempt_unknown',
      'The test was begun before, has expired, or was made ready in another session or browser',
    );
  }
  return { tester, reference: row.reference };
}

/**
 * A test comes to its end only for who began it: the same session, open still and an administrator's, or a link that works
 * still. Its end tells whose accounts there are, and lets the provider count as tested.
 *
 * @throws SignInRefused attempt_unknown
 */
export async function requireTester(db: Database, tester: Tester, viewer: Viewer | null): Promise<void> {
  const isThere =
    'sessionId' in tester
      ? viewer?.isAdministrator === true && viewer.sessionId === tester.sessionId
      : await workingLinks(db).where('id', '=', tester.setupLinkId).select('id').executeTakeFirst();
  if (isThere) return;
  throw new SignInRefused(
    'attempt_unknown',
    'sessionId' in tester
      ? 'The session of the administrator who began the test is not open in this browser any more'
      : 'The set-up link that the test was begun with works no more',
  );
}

/** Who tests, for the audit log. */
export async function actorOfTester(db: Database, tester: Tester, address: string): Promise<AuditActor> {
  if ('setupLinkId' in tester) {
    const link = await db
      .selectFrom('provider_setup_link')
      .select('note')
      .where('id', '=', tester.setupLinkId)
      .executeTakeFirst();
    return actorOfLink({ note: link?.note ?? '' }, address);
  }
  const account = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .select(['account.id', 'account.display_name'])
    .where('session.id', '=', tester.sessionId)
    .executeTakeFirst();
  return { accountId: account?.id ?? null, name: account?.display_name ?? null, address };
}

/** Where the window of a test ends. Whoever has a set-up link reads on their own page what came of it. */
export function testPath(providerId: string, reference: string, tester: Tester): string {
  return 'sessionId' in tester
    ? `/admin/sign-in/${providerId}/tests/${reference}`
    : `/provider-setup/test-ended/${reference}`;
}

/** How a tester is written down. */
export function testerColumns(tester: Tester | null | undefined): {
  tester_session_id: string | null;
  setup_link_id: string | null;
} {
  return {
    tester_session_id: tester && 'sessionId' in tester ? tester.sessionId : null,
    setup_link_id: tester && 'setupLinkId' in tester ? tester.setupLinkId : null,
  };
}

/** The tester of a row; null: nobody tests. */
export function testerOf(row: ReturnType<typeof testerColumns>): Tester | null {
  if (row.tester_session_id !== null) return { sessionId: row.tester_session_id };
  return row.setup_link_id === null ? null : { setupLinkId: row.setup_link_id };
}

function workingLinks(db: Database) {
  return db.selectFrom('provider_setup_link').where('expires_at', '>', sql<Date>`now()`);
}
