import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/errors.ts';

/** Longest that a query may take, in milliseconds. */
export const queryTimeLimitMs = 10_000;

const canceled = '57014';

/**
 * Runs statements that hold compiled queries in a transaction in which each may take `queryTimeLimitMs` and no more.
 * @throws Invalid when one takes longer
 */
export function withinTimeLimit<T>(
  db: Database,
  run: (trx: Database) => Promise<T>,
  limitMs = queryTimeLimitMs,
): Promise<T> {
  return inTransaction(db, async (trx) => {
    await sql`select set_config('statement_timeout', ${String(limitMs)}, true)`.execute(trx);
    try {
      return await run(trx);
    } catch (error) {
      if ((error as { code?: unknown }).code !== canceled) throw error;
      throw new Invalid(
        `The query took longer than ${limitMs / 1000} seconds and was stopped. Narrow it down: by project, by status, or by when requests were created.`,
      );
    }
  });
}
