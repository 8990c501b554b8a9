import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { FieldSettings, FieldTypeName } from '../../fields/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { DB, JsonValue } from '../../platform/database/schema.ts';

/** One of the values that a field offers, with those under it. */
export interface ContextOption {
  readonly id: string;
  readonly value: string;
  readonly isArchived: boolean;
  /** of a cascading select */
  readonly children: readonly Omit<ContextOption, 'children'>[];
}

/** Where a field has which options and default. */
export interface FieldContext {
  readonly id: string;
  readonly name: string;
  /** for all desks that no other context of the field is for */
  readonly isGlobal: boolean;
  readonly serviceDeskIds: readonly string[];
  /** as stored; null: none */
  readonly defaultValue: JsonValue;
  readonly options: readonly ContextOption[];
}

/** A custom field as administrators know it. */
export interface CustomField {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly type: FieldTypeName;
  readonly settings: FieldSettings;
  readonly isArchived: boolean;
  readonly version: number;
  /** how many request types have it on their form */
  readonly formCount: number;
}

/** Which fields a list shows. */
export interface FieldFilter {
  /** part of the name */
  readonly search?: string | undefined;
  readonly type?: FieldTypeName | undefined;
  readonly isArchived?: boolean | undefined;
}

function fields(db: Database) {
  return db
    .selectFrom('field')
    .select([
      'field.id',
      'field.name',
      'field.description',
      sql<FieldTypeName>`field.type`.as('type'),
      sql<FieldSettings>`field.settings`.as('settings'),
      sql<boolean>`field.archived_at is not null`.as('isArchived'),
      'field.version',
      sql<number>`(select count(*)::integer from request_type_field f where f.field_id = field.id)`.as(
        'formCount',
      ),
    ]);
}

/** Fields by name; at most `limit + 1`. */
export async function listFields(
  db: Database,
  { search, type, isArchived }: FieldFilter,
  { start, limit }: { start: number; limit: number },
): Promise<CustomField[]> {
  const pattern = `%${(search ?? '').toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return fields(db)
    .$if(search !== undefined, (query) => query.where(sql<boolean>`lower(field.name) like ${pattern}`))
    .$if(type !== undefined, (query) => query.where('field.type', '=', type ?? ''))
    .$if(isArchived !== undefined, (query) =>
      query.where(sql<boolean>`(field.archived_at is not null) = ${isArchived ?? false}`),
    )
    .orderBy(sql`lower(field.name)`)
    .orderBy('field.id')
    .offset(start)
    .limit(limit + 1)
    .execute();
}

/** The field with this id, or null; `isLocked`: nobody else changes it until the end of the transaction. */
export async function fieldById(db: Database, id: string, isLocked = false): Promise<CustomField | null> {
  if (isLocked) await sql`select from field where id = ${id} for update`.execute(db);
  return (await fields(db).where('field.id', '=', id).executeTakeFirst()) ?? null;
}

/** The contexts of a field, the one for all desks first. */
export async function contextsOf(db: Database, fieldId: string): Promise<FieldContext[]> {
  const rows = await db
    .selectFrom('field_context as context')
    .select(['context.id', 'context.name', 'context.is_global as isGlobal'])
    .select(sql<JsonValue>`context.default_value`.as('defaultValue'))
    .select((eb) => [
      sql<string[]>`coalesce((select array_agg(d.service_desk_id::text order by d.service_desk_id)
        from field_context_desk d where d.context_id = context.id), '{}')`.as('serviceDeskIds'),
      jsonArrayFrom(optionsOf(eb)).as('flat'),
    ])
    .where('context.field_id', '=', fieldId)
    .orderBy('context.is_global', 'desc')
    .orderBy('context.id')
    .execute();
  return rows.map(({ flat, ...context }) => ({
    ...context,
    options: flat
      .filter(({ parentId }) => parentId === null)
      .map(({ id, value, isArchived }) => ({
        id,
        value,
        isArchived,
        children: flat
          .filter(({ parentId }) => parentId === id)
          .map((child) => ({ id: child.id, value: child.value, isArchived: child.isArchived })),
      })),
  }));
}

function optionsOf(eb: ExpressionBuilder<DB & { context: DB['field_context'] }, 'context'>) {
  return eb
    .selectFrom('field_option')
    .select([
      sql<string>`field_option.id::text`.as('id'),
      'field_option.value',
      'field_option.is_archived as isArchived',
      sql<string | null>`field_option.parent_id::text`.as('parentId'),
    ])
    .whereRef('field_option.context_id', '=', 'context.id')
    .orderBy('field_option.position')
    .orderBy('field_option.id');
}

/** Whether any request has a value in the field. */
export async function isFieldFilled(db: Database, fieldId: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists(select from request where custom_fields ? ${fieldId}) as is`.execute(db);
  return rows[0]?.is ?? false;
}

/** Those of the options (by id) that a request has in the field. */
export async function optionsInUse(
  db: Database,
  fieldId: string,
  optionIds: readonly string[],
): Promise<Set<string>> {
  if (optionIds.length === 0) return new Set();
  // Stored as "1", as ["1", "2"] or as {"id": "1", "child": "2"}: whatever text is in the value.
  const { rows } = await sql<{ id: string }>`
    select distinct used #>> '{}' as id
      from request, jsonb_path_query(request.custom_fields -> ${fieldId}::text, 'strict $.**') as used
     where request.custom_fields ? ${fieldId}
       and jsonb_typeof(used) = 'string' and used #>> '{}' = any(${[...optionIds]}::text[])`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** The name of a workflow that asks for the field, requires it, sets it or takes approvers from it, as published; null: none. */
export async function workflowNaming(db: Database, id: string): Promise<string | null> {
  const fieldId = `customfield_${id}`;
  const named = sql`jsonb_build_array(jsonb_build_object('fieldId', ${fieldId}::text))`;
  const row = await db
    .selectFrom('workflow')
    .select('name')
    .where(
      sql<boolean>`(exists(select from workflow_transition t where t.workflow_id = workflow.id
          and (t.screen @> ${named} or t.conditions @> ${named} or t.effects @> ${named}))
        or exists(select from workflow_status s where s.workflow_id = workflow.id
          and s.approval -> 'approvers' ->> 'fieldId' = ${fieldId}))`,
    )
    .orderBy('name')
    .limit(1)
    .executeTakeFirst();
  return row?.name ?? null;
}
