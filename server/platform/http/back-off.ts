import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { refuseTries } from './throttle.ts';

/** How fast the wait between tries grows. */
export interface BackOff {
  /** failed tries that cost no wait */
  readonly free: number;
  /** the wait after the first failed try beyond those; it doubles with each further one */
  readonly firstSeconds: number;
  /** the longest wait */
  readonly maxSeconds: number;
  /** how long after the first failed try all are forgotten; a day when absent */
  readonly forgetSeconds?: number;
}

/**
 * Counts a try under `key`, across all processes, and refuses it while the wait that earlier ones earned is not over; a
 * refused try is not counted and does not prolong the wait. A try counts as failed from the start, so that of many at the
 * same moment only one gets past the free ones: call `clear` when the right proof came, or `takeBack` for a key that many
 * people share. Call it on the pool, not in a transaction: what a rollback undoes was not counted. Count unknown accounts
 * as well, under what was typed, else the wait tells that an account exists.
 *
 * @param key what is counted, such as 'second-factor:account:42'
 * @throws TooManyTries, with the seconds until the wait is over
 */
export async function backOff(
  db: Database,
  key: string,
  { free, firstSeconds, maxSeconds, forgetSeconds = 24 * 3600 }: BackOff,
): Promise<void> {
  const windowEnds = sql<Date>`now() + make_interval(secs => ${forgetSeconds})`;
  const count = sql<number>`case when throttle.window_ends <= now() then 1 else throttle.count + 1 end`;
  // 2 ^ 30 seconds are 34 years: the exponent needs no more.
  const wait = (tries: ReturnType<typeof sql<number>>) =>
    sql<Date | null>`case when ${tries} > ${free}::integer then now() + make_interval(secs => least(
      ${maxSeconds}::double precision, ${firstSeconds}::double precision * 2 ^ least(30, ${tries} - ${free}::integer - 1))) end`;
  const taken = await db
    .insertInto('throttle')
    .values({
      key,
      count: 1,
      window_ends: windowEnds,
      waits_until: wait(sql<number>`1`),
    })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({
          count,
          waits_until: wait(count),
          window_ends: sql<Date>`case when throttle.window_ends <= now() then excluded.window_ends else throttle.window_ends end`,
        })
        .where(sql<boolean>`coalesce(throttle.waits_until, '-infinity') <= now()`),
    )
    .returning('count')
    .executeTakeFirst();
  if (taken) return;
  const waiting = await db
    .selectFrom('throttle')
    .select(sql<number>`ceil(extract(epoch from waits_until - now()))::integer`.as('seconds'))
    .where('key', '=', key)
    .executeTakeFirst();
  throw refuseTries(Math.max(1, waiting?.seconds ?? 1));
}

/**
 * Takes back the last try under `key`, which was none of the failed ones: for keys that many people share, such as a
 * network, where one who knows the password must not forgive what others tried.
 */
export async function takeBack(db: Database, key: string): Promise<void> {
  await db
    .updateTable('throttle')
    .set({ count: sql<number>`greatest(count - 1, 0)`, waits_until: null })
    .where('key', '=', key)
    .execute();
}
