import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { JsonValue } from '../database/schema.ts';
import { Conflict, Invalid } from '../http/errors.ts';

/** Most characters of a value as JSON, as in Jira. */
export const maxValueLength = 32_768;
const maxProperties = 1000;

/** What has properties, and where they are kept. */
export type PropertyTable =
  | 'organization_property'
  | 'request_type_property'
  | 'comment_property'
  | 'request_property';

const idColumns: Readonly<Record<PropertyTable, string>> = {
  organization_property: 'organization_id',
  request_type_property: 'request_type_id',
  comment_property: 'comment_id',
  request_property: 'request_id',
};

/** Whose properties. */
export interface PropertyHolder {
  readonly table: PropertyTable;
  readonly id: string;
}

/** The keys of all properties, in order. */
export async function propertyKeys(db: Database, holder: PropertyHolder): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from ${sql.table(holder.table)} where ${isOf(holder)} order by key`.execute(db);
  return rows.map(({ key }) => key);
}

/** The value of a property, wrapped, as a value may be null; null: there is no such property. */
export async function propertyOf(
  db: Database,
  holder: PropertyHolder,
  key: string,
): Promise<{ readonly value: JsonValue } | null> {
  const { rows } = await sql<{ value: JsonValue }>`
    select value from ${sql.table(holder.table)} where ${isOf(holder)} and key = ${key}`.execute(db);
  return rows[0] ?? null;
}

/**
 * Sets a property.
 * @returns whether it is new
 * @throws Invalid when the value is too long
 * @throws Conflict when there are too many
 */
export async function setProperty(
  trx: Database,
  holder: PropertyHolder,
  key: string,
  value: JsonValue,
): Promise<boolean> {
  const json = JSON.stringify(value);
  if (json.length > maxValueLength) {
    throw new Invalid(
      `A property has at most ${maxValueLength.toLocaleString('en')} characters of JSON; this has ${json.length.toLocaleString('en')}.`,
    );
  }
  const { rows } = await sql<{ isNew: boolean; count: number }>`
    insert into ${sql.table(holder.table)} (${sql.ref(idColumns[holder.table])}, key, value)
    values (${holder.id}, ${key}, ${json}::jsonb)
    on conflict (${sql.ref(idColumns[holder.table])}, key) do update set value = excluded.value
    returning xmax = 0 as "isNew",
      (select count(*)::integer from ${sql.table(holder.table)} where ${isOf(holder)}) as count`.execute(trx);
  const isNew = rows[0]?.isNew ?? false;
  if (isNew && (rows[0]?.count ?? 0) >= maxProperties) {
    throw new Conflict(`There are ${maxProperties} properties already. Delete one first.`);
  }
  return isNew;
}

/** @returns whether there was such a property */
export async function deleteProperty(db: Database, holder: PropertyHolder, key: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from ${sql.table(holder.table)} where ${isOf(holder)} and key = ${key}`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}

function isOf({ table, id }: PropertyHolder) {
  return sql`${sql.ref(`${table}.${idColumns[table]}`)} = ${id}`;
}
