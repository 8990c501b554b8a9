import { sql } from 'kysely';
import { connectionsOf, type Database, inTransaction } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { QuerySlots } from './query-slots.ts';

/** Longest that a query may take, in milliseconds. */
export const queryTimeLimitMs = 10_000;

const canceled = '57014';

/** How a query is held to its limits. */
export interface TimeLimit {
  readonly limitMs?: number;
  /** how long it waits for others to be done; default: a few seconds */
  readonly waitMs?: number | undefined;
}

const slots = new WeakMap<Database, QuerySlots>();

/** Half of the connections of a process are for everything else, whatever is searched for. */
function slotsOf(db: Database): QuerySlots {
  let found = slots.get(db);
  if (!found) {
    const total = Math.max(1, Math.floor(connectionsOf(db) / 2));
    found = new QuerySlots({ total, perPerson: 2, waitMs: 5_000, mostWaiting: 200, things: 'searches' });
    slots.set(db, found);
  }
  return found;
}

/**
 * Runs what holds a compiled query when not too many others do, two of one person at most.
 *
 * @param who account.id of whose query it is, or what else is to have two at once
 * @throws TooManyTries when others take too long
 */
export async function amongOthers<T>(
  db: Database,
  who: string,
  run: () => Promise<T>,
  waitMs?: number,
): Promise<T> {
  // What runs in a transaction has its connection: while it waited for another, it would be in the way.
  if (db.isTransaction) return run();
  const release = await slotsOf(db).take(who, waitMs);
  try {
    return await run();
  } finally {
    release();
  }
}

/**
 * Runs statements that hold compiled queries in a transaction in which each may take `queryTimeLimitMs` and no more, when not too many
 * others do.
 *
 * @param who account.id of whose query it is, or what else is to have two at once
 * @throws Invalid when one takes longer
 * @throws TooManyTries when others take too long
 */
export function withinTimeLimit<T>(
  db: Database,
  who: string,
  run: (trx: Database) => Promise<T>,
  { limitMs = queryTimeLimitMs, waitMs }: TimeLimit = {},
): Promise<T> {
  return amongOthers(db, who, () => limited(db, run, limitMs), waitMs);
}

function limited<T>(db: Database, run: (trx: Database) => Promise<T>, limitMs: number): Promise<T> {
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
