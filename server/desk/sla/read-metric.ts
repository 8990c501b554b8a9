import type { Database } from '../../platform/database/database.ts';
import { cleanLine } from '../../platform/formats/rich-text.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { isId } from '../addresses.ts';
import { queryProblem } from './check-query.ts';
import type { SlaDefinition } from './definition.ts';
import type { MetricContent } from './insert-metric.ts';

/** Most characters of a name. */
export const maxNameLength = 100;
/** The longest that a goal can be: ten years. */
export const maxGoalMinutes = 10 * 366 * 24 * 60;

/** A metric as administrators send it. */
export type MetricInput = MetricContent;

/**
 * Reads a metric of a desk.
 * @throws Invalid with a message for each part: `name`, `starts.0`, `goals.2.jql`, …
 */
export async function readMetric(
  db: Database,
  serviceDeskId: string,
  input: MetricInput,
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
  const slaNames = await namesOfSlas(db);
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
        const problem = await queryProblem(db, condition.jql, slaNames);
        if (problem !== null) errors[key] = problem;
      }
    }
  }
  const goals = input.goals.map((goal) => ({ ...goal, jql: goal.jql.trim() }));
  if (goals.at(-1)?.jql !== '') errors['goals'] = 'The last goal is for all other requests: it has no query.';
  for (const [index, { jql, calendarId }] of goals.entries()) {
    const key = `goals.${index}`;
    if (index < goals.length - 1) {
      const problem = await queryProblem(db, jql, slaNames);
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
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** How queries may name service levels, in lower case. */
async function namesOfSlas(db: Database): Promise<Set<string>> {
  const rows = await db.selectFrom('sla_metric').select(['name', 'field_id as fieldId']).execute();
  return new Set(
    rows.flatMap(({ name, fieldId }) => [name.toLowerCase(), `cf[${fieldId}]`, `customfield_${fieldId}`]),
  );
}
