import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Person } from '../access-rules.ts';
import { fieldsKnownTo } from '../jql/custom-fields-known.ts';
import type { JqlField } from '../jql/field.ts';
import { jqlFieldSources } from '../jql/field-sources.ts';
import { jqlFields } from '../jql/fields.ts';

/** The fields that a person can name in queries: those that every query knows, and after them those that are made here, by name. */
export async function knownFields(db: Database, person: Person): Promise<JqlField[]> {
  const { rows } = await sql<{ id: string }>`
    select field.id::text as id from field where field.archived_at is null and ${fieldsKnownTo(person)}
    union all select field_id::text from sla_metric`.execute(db);
  const names = rows.map(({ id }) => `cf[${id}]`);
  const made: JqlField[] = [];
  if (names.length > 0) for (const source of jqlFieldSources) made.push(...(await source(db, names, person)));
  return [
    ...jqlFields,
    ...made.toSorted((one, other) => one.displayName.localeCompare(other.displayName, 'en')),
  ];
}

/** The fields that a person calls so in a query, in whatever case; none: there is none that they may know of. */
export async function fieldsCalled(db: Database, person: Person, name: string): Promise<JqlField[]> {
  const wanted = name
    .trim()
    .replace(/^(["'])(.*)\1$/su, '$2')
    .toLowerCase();
  const own = jqlFields.filter(({ names }) => names.includes(wanted));
  if (own.length > 0) return own;
  const found: JqlField[] = [];
  for (const source of jqlFieldSources) found.push(...(await source(db, [wanted], person)));
  return found.filter(({ names }) => names.includes(wanted));
}
