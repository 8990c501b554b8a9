import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { TooManyTries } from './errors.ts';

/**
 * Counts a try under `key`, across all processes, and refuses it when there were more than `limit` within the window.
 * Call it on the pool, not in a transaction: what a rollback undoes was not counted.
 *
 * @param key what is counted, such as 'password:account:42' or 'password:address:192.0.2.7'
 * @throws TooManyTries, with the seconds until the window ends
 */
export async function hit(db: Database, key: string, limit: number, windowSeconds: number): Promise<void> {
  const windowEnds = sql<Date>`now() + make_interval(secs => ${windowSeconds})`;
  const { count, seconds_left } = await db
    .insertInto('throttle')
    .values({ key, count: 1, window_ends: windowEnds })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql<number>`case when throttle.window_ends <= now() then 1 else throttle.count + 1 end`,
        window_ends: sql<Date>`case when throttle.window_ends <= now() then excluded.window_ends else throttle.window_ends end`,
      }),
    )
    .returning([
      'count',
      sql<number>`ceil(extract(epoch from window_ends - now()))::integer`.as('seconds_left'),
    ])
    .executeTakeFirstOrThrow();
  if (count > limit) throw refuseTries(seconds_left);
}

/** The refusal of a try that came too early, with the seconds until the next may come. */
export function refuseTries(seconds: number): TooManyTries {
  return new TooManyTries(`Too many tries. Try again in ${shownDuration(seconds)}.`, seconds);
}

/** Forgets the tries under `key`, such as after the right password. */
export async function clear(db: Database, key: string): Promise<void> {
  await db.deleteFrom('throttle').where('key', '=', key).execute();
}

/** Deletes counters whose window has ended. */
export async function sweepThrottle(db: Database): Promise<void> {
  const isOver = sql<boolean>`window_ends < now()`;
  await db.deleteFrom('throttle').where(isOver).execute();
  await db.deleteFrom('rate_count').where(isOver).execute();
}

function shownDuration(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
