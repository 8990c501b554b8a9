import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { cleanLine } from '../../platform/formats/rich-text.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { desksServedBy, type Person } from '../access-rules.ts';
import { isId } from '../addresses.ts';
import { type JqlViewer, siteItself } from '../jql/context.ts';
import { queryProblem } from './check-query.ts';
import { queriesOf, type SlaDefinition } from './definition.ts';
import type { MetricContent } from './insert-metric.ts';

/** Most characters of a name. */
export const maxNameLength = 100;
/** The longest that a goal can be: ten years. */
export const maxGoalMinutes = 10 * 366 * 24 * 60;

/** A metric as administrators send it. */
export type MetricInput = MetricContent;

/** Who writes a metric, and what it becomes of. */
export interface MetricWriting {
  /** default: the site itself */
  readonly writer?: JqlViewer;
  /** what is kept: queries of these stay as they are, whoever wrote them */
  readonly kept?: readonly SlaDefinition[];
}

/**
 * Reads a metric of a desk.
 * @throws Invalid with a message for each part: `name`, `starts.0`, `goals.2.jql`, …
 */
export async function readMetric(
  db: Database,
  serviceDeskId: string,
  input: MetricInput,
  { writer = siteItself, kept = [] }: MetricWriting = {},
): Promise<MetricInput> {
  const errors: Record<string, string> = {};
  const name = cleanLine(input.name);
  if (name === '') errors['name'] = 'Give it a name.';
  else if (name.length > maxNameLength) errors['name'] = `A name has at most ${maxNameLength} characters.`;
  else if (await isFieldName(db, name)) {
    errors['name'] = `There is a field named ${name}: queries could not tell the two apart.`;
  }
  if (input.starts.length === 0) errors['starts'] = 'Say what starts the clock.';
  if (input.stops.length === 0) errors['stops'] = 'Say what stops the clock.';
  const statuses = await statusesOf(db, input);
  const calendars = await calendarIdsOf(db, serviceDeskId);
  const slaNames = await namesOfSlas(db, writer, serviceDeskId);
  const isKept = new Set(kept.flatMap(queriesOf));
  const problemOf = async (jql: string) => (isKept.has(jql) ? null : queryProblem(db, writer, jql, slaNames));
  for (const list of ['starts', 'stops', 'pauses'] as const) {
    for (const [index, condition] of input[list].entries()) {
      const key = `${list}.${index}`;
      if ('statusIds' in condition) {
        if (condition.statusIds.length === 0) errors[key] = 'Choose a status.';
        else if (!condition.statusIds.every((id) => statuses.has(id))) {
          errors[key] = 'One of these statuses does not exist any more. Choose another.';
        }
      }
      if ('jql' in condition) {
        const problem = await problemOf(condition.jql);
        if (problem !== null) errors[key] = problem;
      }
    }
  }
  const goals = input.goals.map((goal) => ({ ...goal, jql: goal.jql.trim() }));
  if (goals.at(-1)?.jql !== '') errors['goals'] = 'The last goal is for all other requests: it has no query.';
  for (const [index, { jql, calendarId }] of goals.entries()) {
    const key = `goals.${index}`;
    if (index < goals.length - 1) {
      const problem = await problemOf(jql);
      if (problem !== null) errors[`${key}.jql`] = problem;
    }
    if (calendarId !== null && !calendars.has(calendarId)) {
      errors[`${key}.calendarId`] = 'This service desk has no such calendar.';
    }
  }
  if (Object.keys(errors).length > 0) throw Invalid.fields(errors);
  const warnMinutes = [...new Set(input.warnMinutes)].sort((one, other) => other - one);
  return { ...input, name, goals, warnMinutes };
}

async function isFieldName(db: Database, name: string): Promise<boolean> {
  const row = await db
    .selectFrom('field')
    .select('id')
    .where((eb) => eb(eb.fn('lower', ['name']), '=', name.toLowerCase()))
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

async function statusesOf(db: Database, { starts, stops, pauses }: SlaDefinition): Promise<Set<string>> {
  const ids = [...starts, ...stops, ...pauses].flatMap((each) => ('statusIds' in each ? each.statusIds : []));
  const asked = ids.filter(isId);
  if (asked.length === 0) return new Set();
  const rows = await db.selectFrom('status').select('id').where('id', 'in', asked).execute();
  return new Set(rows.map(({ id }) => id));
}

async function calendarIdsOf(db: Database, serviceDeskId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('calendar')
    .select('id')
    .where('service_desk_id', '=', serviceDeskId)
    // Those that are being deleted are waited for, and those that are there stay until a goal names them.
    .forKeyShare()
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** How queries may name the service levels that the writer knows, in lower case. */
async function namesOfSlas(db: Database, writer: Person, serviceDeskId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('sla_metric')
    .innerJoin('service_desk', 'service_desk.id', 'sla_metric.service_desk_id')
    .select(['sla_metric.name', 'sla_metric.field_id as fieldId'])
    .where(sql<boolean>`(service_desk.id = ${serviceDeskId} or ${desksServedBy(writer)})`)
    .execute();
  return new Set(
    rows.flatMap(({ name, fieldId }) => [name.toLowerCase(), `cf[${fieldId}]`, `customfield_${fieldId}`]),
  );
}
