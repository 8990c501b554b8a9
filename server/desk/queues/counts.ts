import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { haveNews } from '../../platform/events/outbox.ts';
import { Invalid, TooManyTries } from '../../platform/http/errors.ts';
import type { Condition } from '../access-rules.ts';
import type { JqlViewer } from '../jql/context.ts';
import { withinTimeLimit } from '../jql/time-limit.ts';
import { maxCount } from './json.ts';
import { compileEach } from './query.ts';
import type { Queue } from './store.ts';
import { whoItDependsOn } from './who-it-depends-on.ts';

/** How many requests are in a queue. */
export type QueueCount =
  /** at most `maxCount + 1`: then there are more */
  | { readonly count: number }
  /** why it is not known */
  | { readonly problem: string };

/** Counts the requests in queues. */
export interface QueueCounts {
  /** The counts of queues of one desk as this person, an agent of it, sees them, by queue. */
  of(
    serviceDeskId: string,
    viewer: JqlViewer,
    queues: readonly Queue[],
  ): Promise<ReadonlyMap<string, QueueCount>>;
}

interface Kept {
  readonly count: QueueCount;
  /** what was visible when it was counted; null: it took too long, and news does not make it quicker */
  readonly snapshot: string | null;
  /** milliseconds since 1970 */
  readonly at: number;
}

/** Counting that has not begun: whoever wants a count of the desk meanwhile joins it. */
interface Waiting {
  readonly wanted: Map<string, Condition>;
  readonly done: Promise<ReadonlyMap<string, QueueCount>>;
}

/** Most counts that are kept; the oldest makes room for the newest. */
const maxKept = 5_000;

const tooBusy: QueueCount = {
  problem: 'Too many searches are running at the moment to count this queue.',
};
const tooSlow: QueueCount = {
  problem: 'This queue takes too long to be counted. Narrow its query down.',
};

/**
 * Makes what counts queues. A count is bounded, and kept in this process for all who would get the same one; it is good for as long
 * as the outbox has nothing new of its desk, which one short question tells, so that it holds whichever process has changed
 * something. What changes no request (time that passes, people who join a group) is seen after `longestMs` at the latest. However
 * busy a desk is, its queues are counted once in `pauseMs`: who asks in between waits for the next time, and none is shown what is
 * older than their question.
 */
export function createQueueCounts(
  db: Database,
  { pauseMs = 1_000, longestMs = 30_000, limitMs = 2_000 } = {},
): QueueCounts {
  const kept = new Map<string, Kept>();
  const waiting = new Map<string, Waiting>();
  const lastCounted = new Map<string, number>();

  /** Those of the kept counts that still hold. */
  async function stillTrue(serviceDeskId: string, keys: readonly string[]): Promise<Map<string, QueueCount>> {
    const oldest = Date.now() - longestMs;
    const found = new Map(
      keys.flatMap((key): [string, Kept][] => {
        const entry = kept.get(key);
        return entry && entry.at >= oldest ? [[key, entry]] : [];
      }),
    );
    const snapshots = new Set([...found.values()].flatMap(({ snapshot }) => snapshot ?? []));
    const withNews = await haveNews(db, [...snapshots], `service-desk:${serviceDeskId}`);
    return new Map(
      [...found].flatMap(([key, { count, snapshot }]): [string, QueueCount][] =>
        snapshot !== null && withNews.has(snapshot) ? [] : [[key, count]],
      ),
    );
  }

  async function count(
    serviceDeskId: string,
    wanted: ReadonlyMap<string, Condition>,
  ): Promise<ReadonlyMap<string, QueueCount>> {
    lastCounted.set(serviceDeskId, Date.now());
    const counted = await countAll(db, `service desk ${serviceDeskId}`, wanted, limitMs);
    for (const [key, entry] of counted) {
      kept.delete(key);
      const [first] = kept.size >= maxKept ? kept.keys() : [];
      if (first !== undefined) kept.delete(first);
      kept.set(key, entry);
    }
    return new Map([...counted].map(([key, entry]) => [key, entry.count]));
  }

  function join(
    serviceDeskId: string,
    wanted: ReadonlyMap<string, Condition>,
  ): Promise<ReadonlyMap<string, QueueCount>> {
    const open = waiting.get(serviceDeskId);
    if (open) {
      for (const [key, condition] of wanted) open.wanted.set(key, condition);
      return open.done;
    }
    const all = new Map(wanted);
    const isKnown = [...wanted.keys()].some((key) => kept.has(key));
    const waitMs = isKnown ? (lastCounted.get(serviceDeskId) ?? 0) + pauseMs - Date.now() : 0;
    const done = (async () => {
      try {
        if (waitMs > 0) await pause(waitMs, undefined, { ref: false });
      } finally {
        waiting.delete(serviceDeskId);
      }
      return count(serviceDeskId, all);
    })();
    if (waitMs > 0) waiting.set(serviceDeskId, { wanted: all, done });
    return done;
  }

  return {
    async of(serviceDeskId, viewer, queues) {
      const keyOf = ({ jql }: Queue) => `${serviceDeskId}\n${whoItDependsOn(jql, viewer)}\n${jql}`;
      const known = await stillTrue(serviceDeskId, queues.map(keyOf));
      const missing = queues.filter((queue) => !known.has(keyOf(queue)));
      const conditions = await compileEach(db, viewer, missing);
      const wanted = new Map<string, Condition>();
      const problems = new Map<string, string>();
      for (const queue of missing) {
        const compiled = conditions.get(queue.id);
        if (typeof compiled === 'string') problems.set(queue.id, compiled);
        else if (compiled) wanted.set(keyOf(queue), compiled);
      }
      const counted = wanted.size > 0 ? await join(serviceDeskId, wanted) : new Map();
      return new Map(
        queues.map((queue): [string, QueueCount] => {
          const problem = problems.get(queue.id);
          const key = keyOf(queue);
          return [
            queue.id,
            problem === undefined ? (known.get(key) ?? counted.get(key) ?? tooSlow) : { problem },
          ];
        }),
      );
    },
  };
}

/** How many that take too long are waited for, where each is counted by itself. */
const mostSlow = 5;

/** Counts what each condition finds, all in one question; when that takes too long, each by itself. */
async function countAll(
  db: Database,
  who: string,
  wanted: ReadonlyMap<string, Condition>,
  limitMs: number,
): Promise<Map<string, Kept>> {
  const keys = [...wanted.keys()];
  const each = new Map<string, Kept>();
  try {
    const together = await counted(db, who, [...wanted.values()], limitMs);
    if (together) return new Map(keys.map((key, at) => [key, keptOf(together, at)]));
    let slow = 0;
    for (const [key, condition] of wanted) {
      const alone = slow < mostSlow ? await counted(db, who, [condition], limitMs) : null;
      // What was not tried is tried the next time, when those that were slow are known.
      const at = slow < mostSlow ? Date.now() : 0;
      if (!alone) slow += 1;
      each.set(key, alone ? keptOf(alone, 0) : { count: tooSlow, snapshot: null, at });
    }
  } catch (error) {
    if (!(error instanceof TooManyTries)) throw error;
    // Nothing to be kept: whoever asks next may be luckier.
    for (const key of keys) if (!each.has(key)) each.set(key, { count: tooBusy, snapshot: null, at: 0 });
  }
  return each;
}

interface Counted {
  readonly snapshot: string;
  readonly counts: readonly number[];
}

function keptOf({ snapshot, counts }: Counted, at: number): Kept {
  return { count: { count: counts[at] ?? 0 }, snapshot, at: Date.now() };
}

/** How many requests each condition finds, counted no further than one more than are told of; null: it took too long, or is too much. */
async function counted(
  db: Database,
  who: string,
  conditions: readonly Condition[],
  limitMs: number,
): Promise<Counted | null> {
  const counts = conditions.map(
    (where) => sql`(select count(*)::integer from (
      select from request where ${where} limit ${maxCount + 1}) as found)`,
  );
  try {
    return await withinTimeLimit(
      db,
      who,
      async (trx) => {
        const { rows } = await sql<Counted>`
          select pg_current_snapshot()::text as snapshot, array[${sql.join(counts)}] as counts`.execute(trx);
        return rows[0] ?? null;
      },
      { limitMs },
    );
  } catch (error) {
    if (error instanceof Invalid || isTooMuch(error)) return null;
    throw error;
  }
}

/** More parameters than a statement can have, or nested too deeply for PostgreSQL. */
function isTooMuch(error: unknown): boolean {
  return /^(08P01|42P02|54...)$/.test(String(Object(error).code));
}
