import { sql } from 'kysely';
import { calendarsOf } from '../../server/desk/calendars/store.ts';
import { compileCalendar } from '../../server/desk/calendars/working-time.ts';
import { computeCycles } from '../../server/desk/sla/compute-cycles.ts';
import { keepSlas } from '../../server/desk/sla/keeper.ts';
import { livesOf, metricsOfDesks } from '../../server/desk/sla/store.ts';
import type { Database } from '../../server/platform/database/database.ts';

/** How many service levels are evaluated in a second: one evaluation is the whole life of one request by one metric. */
export interface SlaRates {
  /** from a life in memory */
  readonly inMemory: number;
  /** by the keeper: read from the database, computed, compared with what is kept, where nothing has changed */
  readonly kept: number;
  /** the least that the database has to do for it: the lives and what is kept are read, and nothing is done with them */
  readonly read: number;
}

const batch = 200;

/** Evaluates the service levels of up to `most` open requests, in each of the three ways. */
export async function measureSlas(db: Database, most: number): Promise<SlaRates> {
  const rows = await db
    .selectFrom('request')
    .select('id')
    .where('resolved_at', 'is', null)
    .orderBy('id')
    .limit(most)
    .execute();
  const ids = rows.map(({ id }) => id);
  const lives = await livesOf(db, ids);
  const metrics = await metricsOfDesks(db, [...new Set(lives.map(({ serviceDeskId }) => serviceDeskId))]);
  const evaluations = lives.reduce(
    (sum, { serviceDeskId }) => sum + (metrics.get(serviceDeskId)?.length ?? 0),
    0,
  );
  const calendarIds = [...metrics.values()]
    .flat()
    .flatMap(({ goals }) => goals.flatMap(({ calendarId }) => calendarId ?? []));
  const calendars = new Map(
    [...(await calendarsOf(db, calendarIds))].map(([id, calendar]) => [id, compileCalendar(calendar)]),
  );
  const always = compileCalendar(null);
  const answers = {
    finds: (jql: string) => jql === '',
    workingTime: (id: string | null) => (id === null ? always : (calendars.get(id) ?? always)),
  };
  const rate = async (run: () => unknown) => {
    const began = performance.now();
    await run();
    return evaluations / ((performance.now() - began) / 1_000);
  };
  const inMemory = await rate(() => {
    for (const { serviceDeskId, timeline } of lives) {
      for (const metric of metrics.get(serviceDeskId) ?? []) computeCycles(metric, timeline, answers);
    }
  });
  const read = await rate(async () => {
    for (let at = 0; at < ids.length; at += batch) {
      const some = ids.slice(at, at + batch);
      await sql`select to_jsonb(request) from request where id = any(${some}::bigint[])`.execute(db);
      await sql`select * from request_moment where request_id = any(${some}::bigint[]) order by id`.execute(
        db,
      );
      await sql`select * from sla_cycle where request_id = any(${some}::bigint[])`.execute(db);
    }
  });
  await sql`insert into sla_stale (request_id) select unnest(${ids}::bigint[])`.execute(db);
  const kept = await rate(() => keepSlas(db));
  return { inMemory, kept, read };
}
