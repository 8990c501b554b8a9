import { sql } from 'kysely';
import { type Static, Type } from 'typebox';
import type { Database } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { desksServedBy, type Person } from '../access-rules.ts';
import { ownJiraFields } from '../custom-fields/json.ts';
import { withQueries } from '../jql-help/field-details.ts';
import { knownFields } from '../jql-help/known-fields.ts';
import { defaultColumns, maxColumns, readColumns } from '../queues/columns.ts';

/** A column as api/3 shows it (ColumnItem). */
export const columnSchema = Type.Object(
  { label: Type.String(), value: Type.String() },
  { title: 'ColumnItem' },
);

/** What columns are changed to. */
export const columnsBody = Type.Object(
  {
    columns: Type.Array(Type.String({ maxLength: 200 }), {
      maxItems: 200,
      description: `Ids of fields, at most ${maxColumns}`,
    }),
  },
  { additionalProperties: false },
);

/**
 * Reads which columns are wanted; null: the usual ones.
 * @throws Invalid naming `columns`
 */
export async function wantedColumns(db: Database, given: readonly string[]): Promise<string[] | null> {
  if (new Set(given).size > maxColumns) {
    throw Invalid.fields({ columns: `There can be at most ${maxColumns} columns. Leave some out.` });
  }
  const columns = await readColumns(db, given);
  return columns && [...columns];
}

/** Shows columns with the names of their fields; null: the usual ones. Fields that are gone are left out. */
export async function columnsJson(
  db: Database,
  person: Person,
  columns: readonly string[] | null,
): Promise<Static<typeof columnSchema>[]> {
  const names = await namesOfFields(db, person, columns ?? defaultColumns);
  return (columns ?? defaultColumns).flatMap((value) => {
    const label = names.get(value);
    return label === undefined ? [] : { label, value };
  });
}

/** What fields are called, by their ids: their own, and customfield_NNNNN; of service levels those of desks that the person works at. */
export async function namesOfFields(
  db: Database,
  person: Person,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const names = new Map(ownJiraFields.map(({ id, name }) => [id, name]));
  const custom = ids.flatMap((id) => /^customfield_([1-9]\d{0,17})$/.exec(id)?.[1] ?? []);
  if (custom.length === 0) return names;
  const { rows } = await sql<{ id: string; name: string }>`
    select id::text, name from field where id = any(${custom}::bigint[])
    union all select metric.field_id::text, metric.name from sla_metric metric
      join service_desk on service_desk.id = metric.service_desk_id
      where metric.field_id = any(${custom}::bigint[]) and ${desksServedBy(person)}`.execute(db);
  for (const { id, name } of rows) names.set(`customfield_${id}`, name);
  return names;
}

/** The ids of all fields that can be columns for this person: what every request has, and after it what is made here. */
export async function allColumns(db: Database, person: Person): Promise<string[]> {
  const known = await knownFields(db, person);
  const own = withQueries(ownJiraFields, known).filter(({ navigable }) => navigable);
  const made = known.flatMap(({ cfid }) => (cfid === undefined ? [] : `customfield_${cfid}`));
  return [...own.map(({ id }) => id), ...made];
}

/**
 * Those of the fields that there are.
 * @throws Invalid naming one that there is not
 */
export async function requireFields(db: Database, person: Person, ids: readonly string[]): Promise<string[]> {
  const names = await namesOfFields(db, person, ids);
  const unknown = ids.find((id) => !names.has(id));
  if (unknown !== undefined) throw new Invalid(`There is no field ${unknown}. Leave it out.`);
  return [...new Set(ids)];
}
