import { sql } from 'kysely';
import type { Config } from '../../platform/config/config.ts';
import type { Database } from '../../platform/database/database.ts';
import { rotateSession } from '../sessions/sessions.ts';
import type { Factor } from './factors.ts';

/**
 * Notes that the person of a session (session.id) has just shown that it is them, with which second factor, and gives the session
 * another token: whoever knew the earlier one, from before the proof, has no part in what it opens.
 *
 * @param factor null: with the password alone
 * @returns the Set-Cookie value; null when the session is gone
 */
export async function proveSession(
  trx: Database,
  config: Config,
  sessionId: string,
  factor: Factor | null,
): Promise<string | null> {
  await trx
    .updateTable('session')
    .set({
      // A remembered browser opens portals, and proves nothing before sensitive acts.
      ...(factor !== 'device' && { verified_at: sql`now()` }),
      ...(factor !== null && { factor }),
    })
    .where('id', '=', sessionId)
    .execute();
  return rotateSession(trx, sessionId, config);
}
