import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { calendarsOf } from '../calendars/store.ts';
import { cyclesOf } from './cycle-store.ts';
import { type SlaJson, slaJson } from './json.ts';
import { keepSlasOf } from './keeper.ts';
import { metricsOfDesks } from './store.ts';

/** A request whose service levels are shown to an agent of its desk. */
export interface RequestWithSlas {
  readonly id: string;
  readonly serviceDeskId: string;
}

/** For whom they are shown. */
export interface SlaReader {
  readonly siteAddress: string;
  readonly timeZone: string | null;
}

/**
 * The service levels of requests, by request and in the order of their desk: all that the desk measures, whether or not a clock was
 * ever started. For agents. However many requests, it takes a few questions, and none beyond the first where nothing is measured.
 */
export async function slasOf(
  db: Database,
  requests: readonly RequestWithSlas[],
  { siteAddress, timeZone }: SlaReader,
): Promise<Map<string, SlaJson[]>> {
  const metrics = await metricsOfDesks(db, [...new Set(requests.map(({ serviceDeskId }) => serviceDeskId))]);
  const measured = requests.filter(({ serviceDeskId }) => metrics.has(serviceDeskId));
  if (measured.length === 0) return new Map();
  const ids = measured.map(({ id }) => id);
  await keepSlasOf(db, ids);
  const [cycles, statuses] = await Promise.all([cyclesOf(db, ids), statusNames(db, ids)]);
  const calendars = await calendarsOf(
    db,
    cycles.flatMap(({ calendarId }) => calendarId ?? []),
  );
  const showing = { siteAddress, timeZone, now: new Date(), calendars };
  const byMetric = Map.groupBy(cycles, ({ requestId, metricId }) => `${requestId}:${metricId}`);
  return new Map(
    measured.map(({ id, serviceDeskId }) => {
      const request = { id, statusName: statuses.get(id) ?? '' };
      const shown = (metrics.get(serviceDeskId) ?? []).map((metric) =>
        slaJson(metric, request, byMetric.get(`${id}:${metric.id}`) ?? [], showing),
      );
      return [id, shown];
    }),
  );
}

/**
 * The same as fields of issues: by request, values by customfield_NNNNN; null where no clock was ever started.
 *
 * @param wants whether a field is to be shown, by its id
 */
export async function slaFieldsOf(
  db: Database,
  requests: readonly RequestWithSlas[],
  reader: SlaReader,
  wants: (fieldId: string) => boolean = () => true,
): Promise<Map<string, Record<string, SlaJson | null>>> {
  const slas = await slasOf(db, requests, reader);
  return new Map(
    [...slas].map(([id, shown]) => {
      const values = shown.map((sla): [string, SlaJson | null] => [
        `customfield_${sla.id}`,
        sla.ongoingCycle || sla.completedCycles.length > 0 ? sla : null,
      ]);
      return [id, Object.fromEntries(values.filter(([fieldId]) => wants(fieldId)))];
    }),
  );
}

async function statusNames(db: Database, requestIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('request')
    .innerJoin('status', 'status.id', 'request.status_id')
    .select(['request.id', 'status.name'])
    .where('request.id', '=', sql<string>`any(${requestIds}::bigint[])`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
