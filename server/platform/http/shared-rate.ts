import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';

/** What a process knows of one address in its current window. */
interface Count {
  /** as told by the database: what all processes had told when this one last did */
  shared: number;
  /** counted here since */
  untold: number;
  /** when the window ends, in milliseconds of this process's clock */
  endsAt: number;
}

/** Told whenever an address has used this share of its limit here. */
const tellsAfterShare = 1 / 20;
/** Addresses remembered; beyond that the one that was seen first is forgotten. */
const mostAddresses = 50_000;
/** Without an answer of the database, how long it is left alone. */
const retriesAfterMs = 1_000;

export interface SharedRateOptions {
  readonly db: Database;
  readonly log: Logger;
  readonly max: number;
  readonly windowMs: number;
}

/**
 * Counts requests per address across all processes without a question to the database for each: a process counts by
 * itself, tells the others each time an address has used a twentieth of its limit, and hears then what they have told. An
 * address that keeps clear of its limit costs one statement per twentieth, beside the request; one that exceeds it is
 * refused by each process at the latest a twentieth after the sum was reached. So no more than `max` and a twentieth of it
 * per process gets through, and what arrives while a statement is under way. Without a database each process counts alone.
 *
 * @returns `count`, to be called once per request: how many there were in the window, and how long it lasts yet
 */
export function createSharedRate({ db, log, max, windowMs }: SharedRateOptions): {
  count(key: string): { current: number; ttl: number };
} {
  const counts = new Map<string, Count>();
  const toTell = new Set<string>();
  const tellsAfter = Math.max(1, Math.floor(max * tellsAfterShare));
  let isTelling = false;
  let restsUntil = 0;

  function count(key: string): { current: number; ttl: number } {
    const now = Date.now();
    let known = counts.get(key);
    if (!known || known.endsAt <= now) {
      counts.delete(key);
      known = { shared: 0, untold: 0, endsAt: now + windowMs };
      remember(key, known);
    }
    known.untold += 1;
    const current = known.shared + known.untold;
    // Beyond the limit all is said: the address is refused here until the window ends.
    if (known.untold >= tellsAfter && known.shared <= max) {
      toTell.add(key);
      if (!isTelling && now >= restsUntil) void tell();
    }
    return { current, ttl: known.endsAt - now };
  }

  function remember(key: string, fresh: Count): void {
    counts.set(key, fresh);
    if (counts.size <= mostAddresses) return;
    for (const oldest of counts.keys()) {
      counts.delete(oldest);
      break;
    }
  }

  async function tell(): Promise<void> {
    isTelling = true;
    try {
      while (toTell.size > 0) {
        // In one order everywhere, so that two processes never wait for each other.
        const told = [...toTell].sort().flatMap((key) => {
          const known = counts.get(key);
          return known ? [{ key, known, untold: known.untold }] : [];
        });
        toTell.clear();
        if (told.length === 0) return;
        const sums = await addUp(
          db,
          told.map(({ key, untold }) => ({ key, count: untold })),
          windowMs,
        );
        const now = Date.now();
        for (const { key, known, untold } of told) {
          const sum = sums.get(key);
          if (!sum) continue;
          known.untold -= untold;
          known.shared = sum.count;
          known.endsAt = now + sum.msLeft;
        }
      }
    } catch (error) {
      restsUntil = Date.now() + retriesAfterMs;
      log.debug({ err: error }, 'the rate limit counts alone');
    } finally {
      isTelling = false;
    }
  }

  return { count };
}

/** The same for @fastify/rate-limit, which makes its store itself. */
export function sharedRateStore(options: SharedRateOptions): FastifyRateLimitStoreCtor {
  const rate = createSharedRate(options);
  return class SharedRateStore implements FastifyRateLimitStore {
    incr: FastifyRateLimitStore['incr'] = (key, callback) => callback(null, rate.count(key));
    child(): this {
      return this;
    }
  };
}

async function addUp(
  db: Database,
  counted: readonly { key: string; count: number }[],
  windowMs: number,
): Promise<Map<string, { count: number; msLeft: number }>> {
  const { rows } = await sql<{ key: string; count: number; msLeft: number }>`
    insert into rate_count as sum (key, count, window_ends)
    select key, count, now() + make_interval(secs => ${windowMs / 1000})
    from unnest(${counted.map(({ key }) => key)}::text[], ${counted.map(({ count }) => count)}::integer[])
      as told (key, count)
    on conflict (key) do update set
      count = case when sum.window_ends <= now() then excluded.count else sum.count + excluded.count end,
      window_ends = case when sum.window_ends <= now() then excluded.window_ends else sum.window_ends end
    returning key, count, greatest(0, extract(epoch from window_ends - now()) * 1000)::double precision as "msLeft"
  `.execute(db);
  return new Map(rows.map(({ key, count, msLeft }) => [key, { count, msLeft }]));
}
