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
    const { rows } = await sql<{ before: string }>`
      select current_setting('statement_timeout') as before, set_config('statement_timeout', ${String(limitMs)}, true)`.execute(
      trx,
    );
    try {
      const found = await run(trx);
      // What follows in a transaction that was joined is held to the limit that it had.
      if (db.isTransaction)
        await sql`select set_config('statement_timeout', ${rows[0]?.before ?? '0'}, true)`.execute(trx);
      return found;
    } catch (error) {
      if ((error as { code?: unknown }).code !== canceled) throw error;
      throw new Invalid(
        `The query took longer than ${limitMs / 1000} seconds and was stopped. Narrow it down: by project, by status, or by when requests were created.`,
      );
    }
  });
}
