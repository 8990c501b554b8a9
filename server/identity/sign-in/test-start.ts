import { sql } from 'kysely';
import { hashToken, randomToken } from '../../platform/crypto/tokens.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Viewer } from '../viewer.ts';
import { newReference } from './reference.ts';
import { SignInRefused } from './refusal.ts';

/** How long an administrator may take to begin a test, in minutes. */
const startMinutes = 10;

/** A test that an administrator has begun. */
export interface StartedTest {
  /** account.id of the administrator */
  readonly testerId: string;
  readonly reference: string;
}

/** Makes ready the test of a provider: its token goes into the address that the administrator's pop-up opens. */
export async function prepareTest(
  db: Database,
  providerId: string,
  tester: Viewer,
): Promise<{ token: string; reference: string }> {
  const token = randomToken();
  const reference = newReference();
  await db
    .insertInto('sign_in_test')
    .values({
      token_hash: hashToken(token),
      provider_id: providerId,
      tester_account_id: tester.id,
      reference,
      expires_at: new Date(Date.now() + startMinutes * 60_000),
    })
    .execute();
  return { token, reference };
}

/**
 * Takes the token of a test, once, from the administrator who made it.
 *
 * @param token of the address; absent: no test
 * @throws SignInRefused attempt_unknown
 */
export async function startTest(
  db: Database,
  token: string | undefined,
  providerId: string,
  viewer: Viewer | null,
): Promise<StartedTest | null> {
  if (token === undefined) return null;
  const row = await db
    .deleteFrom('sign_in_test')
    .where('token_hash', '=', hashToken(token))
    .where('provider_id', '=', providerId)
    .where('tester_account_id', '=', viewer?.isAdministrator ? viewer.id : '0')
    .where('expires_at', '>', sql<Date>`now()`)
    .returning(['tester_account_id', 'reference'])
    .executeTakeFirst();
  if (!row) {
    throw new SignInRefused(
      'attempt_unknown',
      'The test was begun before, has expired, or was made ready by another administrator',
    );
  }
  return { testerId: row.tester_account_id, reference: row.reference };
}
