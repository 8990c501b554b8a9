import type { Database } from '../../platform/database/database.ts';
import { SignInRefused } from '../sign-in/refusal.ts';

/**
 * Remembers an assertion as used. Of two uses at once the database lets one through; the other waits for it and is refused.
 * @throws SignInRefused assertion_reused
 */
export async function consumeAssertion(
  trx: Database,
  providerId: string,
  assertionId: string,
  replayableUntil: Date,
): Promise<void> {
  const row = await trx
    .insertInto('consumed_assertion')
    .values({ provider_id: providerId, assertion_id: assertionId, expires_at: replayableUntil })
    .onConflict((conflict) => conflict.columns(['provider_id', 'assertion_id']).doNothing())
    .returning('assertion_id')
    .executeTakeFirst();
  if (!row) throw new SignInRefused('assertion_reused', 'The assertion was used before');
}
