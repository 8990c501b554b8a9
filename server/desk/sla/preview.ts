import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { requestAddress } from '../addresses.ts';
import { calendarsOf } from '../calendars/store.ts';
import { computeCycles } from './compute-cycles.ts';
import { cyclesOf, type KeptCycle } from './cycle-store.ts';
import type { SlaDefinition } from './definition.ts';
import { type SlaJson, slaJson } from './json.ts';
import type { SlaReader } from './read-slas.ts';
import { answersFor, loadWorkingTimes } from './recompute.ts';
import { livesOf, type SlaMetric } from './store.ts';

/** What a metric would say of a request. */
export interface Previewed {
  readonly issue: { readonly id: string; readonly key: string; readonly summary: string };
  readonly before: SlaJson | null;
  readonly after: SlaJson;
}

/** Without a choice, the requests that something happened to last. */
const latestCount = 10;

/**
 * Computes a metric that is not kept yet for some requests of a desk, and changes nothing.
 *
 * @param metric the one that it is to become of; null: a new one
 * @param keys of requests; empty: the latest
 * @throws Invalid naming `issueIdsOrKeys` when the desk has no such request
 */
export async function previewMetric(
  db: Database,
  serviceDeskId: string,
  { metric, input, keys }: PreviewOf,
  reader: SlaReader,
): Promise<Previewed[]> {
  const issues = await requestsFor(db, serviceDeskId, keys);
  const ids = issues.map(({ id }) => id);
  const lives = await livesOf(db, ids);
  const answers = await answersFor(db, [input], lives, await loadWorkingTimes(db, [input]));
  const computed = lives.flatMap(({ requestId, timeline }) =>
    computeCycles(input, timeline, answers).map(
      ({ goal, ...cycle }, index): KeptCycle => ({
        ...cycle,
        requestId,
        metricId: '',
        number: index + 1,
        isLatest: false,
        calendarId: goal?.calendarId ?? null,
        tellAt: null,
      }),
    ),
  );
  const kept = metric ? (await cyclesOf(db, ids)).filter(({ metricId }) => metricId === metric.id) : [];
  const calendars = await calendarsOf(
    db,
    [...computed, ...kept].flatMap(({ calendarId }) => calendarId ?? []),
  );
  const showing = { ...reader, now: new Date(), calendars };
  const { name, pauses, warnMinutes } = input;
  const shown = { fieldId: metric?.fieldId ?? '0', name, pauses, warnMinutes };
  return issues.map(({ statusName, ...issue }) => {
    const request = { id: issue.id, statusName };
    const of = (cycles: readonly KeptCycle[]) => cycles.filter(({ requestId }) => requestId === issue.id);
    return {
      issue,
      before: metric && slaJson(metric, request, of(kept), showing),
      after: slaJson(shown, request, of(computed), showing),
    };
  });
}

interface PreviewOf {
  readonly metric: SlaMetric | null;
  readonly input: SlaDefinition & Pick<SlaMetric, 'name' | 'warnMinutes'>;
  readonly keys: readonly string[];
}

async function requestsFor(db: Database, serviceDeskId: string, idsOrKeys: readonly string[]) {
  const addresses = idsOrKeys.map(requestAddress);
  const ids = addresses.flatMap((address) => (address && 'id' in address ? address.id : []));
  const keys = addresses.flatMap((address) => (address && 'key' in address ? address.key : []));
  const rows = await db
    .selectFrom('request')
    .innerJoin('status', 'status.id', 'request.status_id')
    .select(['request.id', 'request.key', 'request.summary', 'status.name as statusName'])
    .where('request.service_desk_id', '=', serviceDeskId)
    .$if(idsOrKeys.length > 0, (query) =>
      query.where(sql<boolean>`(request.id = any(${ids}::bigint[]) or request.key = any(${keys}::text[]))`),
    )
    // The latest in the order in which they were raised: that of an index.
    .orderBy('request.created_at', 'desc')
    .orderBy('request.id', 'desc')
    .limit(idsOrKeys.length > 0 ? idsOrKeys.length : latestCount)
    .execute();
  const known = new Set(rows.flatMap(({ id, key }) => [id, key]));
  const missing = idsOrKeys.find((text) => !known.has(text) && !known.has(text.toUpperCase()));
  if (missing !== undefined) {
    throw Invalid.fields({ issueIdsOrKeys: `This service desk has no request ${missing}.` });
  }
  return rows;
}

/** How many requests of a desk there are, and how many of them are not resolved. */
export async function countRequestsOf(
  db: Database,
  serviceDeskId: string,
): Promise<{ readonly open: number; readonly all: number }> {
  return db
    .selectFrom('request')
    .select([
      sql<number>`count(*)::integer`.as('all'),
      sql<number>`(count(*) filter (where resolved_at is null))::integer`.as('open'),
    ])
    .where('service_desk_id', '=', serviceDeskId)
    .executeTakeFirstOrThrow();
}
