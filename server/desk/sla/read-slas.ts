import { sql } from 'kysely';
import type { JiraSchema } from '../../fields/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { desksServedBy, type Person } from '../access-rules.ts';
import { calendarsOf } from '../calendars/store.ts';
import { type CycleWithAge, cyclesOf, cyclesWithAge, type KeptCycle } from './cycle-store.ts';
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
 * ever started. For agents. It takes a few questions, however many requests there are.
 */
export async function slasOf(
  db: Database,
  requests: readonly RequestWithSlas[],
  { siteAddress, timeZone }: SlaReader,
): Promise<Map<string, SlaJson[]>> {
  if (requests.length === 0) return new Map();
  const all = requests.map(({ id }) => id);
  const [metrics, known] = await Promise.all([
    metricsOfDesks(db, [...new Set(requests.map(({ serviceDeskId }) => serviceDeskId))]),
    cyclesWithAge(db, all),
  ]);
  const measured = requests.filter(({ serviceDeskId }) => metrics.has(serviceDeskId));
  if (measured.length === 0) return new Map();
  const cycles = await brought(db, measured, known);
  const paused = cycles.flatMap(({ requestId, pauseIndex }) => (pauseIndex === null ? [] : requestId));
  const statuses = await statusNames(db, paused);
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

/** The cycles as they are now. A request that has none may be one that nobody has looked at yet. */
async function brought(
  db: Database,
  requests: readonly RequestWithSlas[],
  known: readonly CycleWithAge[],
): Promise<readonly KeptCycle[]> {
  const fresh = new Set(known.flatMap(({ requestId, isStale }) => (isStale ? [] : requestId)));
  const doubtful = requests.flatMap(({ id }) => (fresh.has(id) ? [] : id));
  if (doubtful.length === 0 || !(await keptAnew(db, doubtful))) return known;
  return cyclesOf(
    db,
    requests.map(({ id }) => id),
  );
}

/** Where they cannot be computed, what is known is shown: a goal that is too much for the database must not keep anybody from reading. */
async function keptAnew(db: Database, requestIds: readonly string[]): Promise<boolean> {
  try {
    return await keepSlasOf(db, requestIds);
  } catch (error) {
    if (db.isTransaction) throw error;
    return false;
  }
}

/** Service levels as fields of issues. */
export interface SlaFields {
  /** by request id, values by customfield_NNNNN; null where no clock was ever started */
  readonly values: ReadonlyMap<string, Readonly<Record<string, SlaJson | null>>>;
  /** what the fields are called, and what they hold as Jira describes it, by customfield_NNNNN */
  readonly names: Readonly<Record<string, string>>;
  readonly schemas: Readonly<Record<string, JiraSchema>>;
}

/**
 * The same as fields of issues.
 *
 * @param wants whether a field is to be shown, by its id
 */
export async function slaFieldsOf(
  db: Database,
  requests: readonly RequestWithSlas[],
  reader: SlaReader,
  wants: (fieldId: string) => boolean = () => true,
): Promise<SlaFields> {
  const shown = [...(await slasOf(db, requests, reader))].map(
    ([id, slas]) => [id, slas.filter((sla) => wants(`customfield_${sla.id}`))] as const,
  );
  const fields = new Map(shown.flatMap(([, slas]) => slas.map(({ id, name }) => [id, name] as const)));
  const byKey = <Value>(value: (id: string, name: string) => Value) =>
    Object.fromEntries([...fields].map(([id, name]) => [`customfield_${id}`, value(id, name)]));
  return {
    values: new Map(
      shown.map(([requestId, slas]) => [
        requestId,
        Object.fromEntries(
          slas.map((sla) => [
            `customfield_${sla.id}`,
            sla.ongoingCycle || sla.completedCycles.length > 0 ? sla : null,
          ]),
        ),
      ]),
    ),
    names: byKey((_id, name) => name),
    schemas: byKey(slaSchemaOf),
  };
}

/** What a service level holds, as Jira describes it. */
function slaSchemaOf(fieldId: string): JiraSchema {
  return {
    type: 'sd-servicelevelagreement',
    custom: 'com.atlassian.servicedesk:sd-sla-field',
    customId: Number(fieldId),
  };
}

/** The service levels of desks that the person serves, as Jira lists fields; those of the same name are one. */
export async function slaJiraFields(db: Database, person: Person): Promise<SlaJiraField[]> {
  const rows = await db
    .selectFrom('sla_metric as metric')
    .innerJoin('service_desk', 'service_desk.id', 'metric.service_desk_id')
    .select(['metric.field_id as id', sql<string>`min(metric.name)`.as('name')])
    .where(desksServedBy(person))
    .groupBy('metric.field_id')
    .orderBy('metric.field_id')
    .execute();
  return rows.map(({ id, name }) => ({
    id: `customfield_${id}`,
    key: `customfield_${id}`,
    name,
    custom: true,
    orderable: true,
    navigable: true,
    searchable: true,
    clauseNames: [`cf[${id}]`, name],
    schema: slaSchemaOf(id),
  }));
}

interface SlaJiraField {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly custom: boolean;
  readonly orderable: boolean;
  readonly navigable: boolean;
  readonly searchable: boolean;
  readonly clauseNames: string[];
  readonly schema: JiraSchema;
}

async function statusNames(db: Database, requestIds: readonly string[]): Promise<Map<string, string>> {
  if (requestIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('request')
    .innerJoin('status', 'status.id', 'request.status_id')
    .select(['request.id', 'status.name'])
    .where('request.id', '=', sql<string>`any(${requestIds}::bigint[])`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
