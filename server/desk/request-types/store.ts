import { type RawBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { FieldOption, FieldSettings, FieldTypeName, ShowWhen } from '../../fields/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { JsonValue } from '../../platform/database/schema.ts';
import { wordPatterns } from '../../platform/formats/text-search.ts';
import { type Condition, desksUsedBy, type Person } from '../access-rules.ts';
import type { FormField, FormFieldTypeName, FormSection } from './fields/form-field.ts';

/** A kind of request that customers can raise. */
export interface RequestType {
  readonly id: string;
  readonly serviceDeskId: string;
  readonly name: string;
  readonly description: string;
  readonly helpText: string;
  readonly icon: string;
  readonly groupIds: readonly string[];
}

/** Which request types a list shows. */
export interface RequestTypeFilter {
  readonly serviceDeskIds?: readonly string[] | undefined;
  readonly groupId?: string | undefined;
  /** part of the name or description */
  readonly search?: string | undefined;
}

function requestTypes(db: Database) {
  return db
    .selectFrom('request_type')
    .select([
      'request_type.id',
      'request_type.service_desk_id as serviceDeskId',
      'request_type.name',
      'request_type.description',
      'request_type.help_text as helpText',
      'request_type.icon',
    ])
    .select((eb) =>
      eb
        .selectFrom('request_type_group_entry as entry')
        .innerJoin('request_type_group as group', 'group.id', 'entry.group_id')
        .whereRef('entry.request_type_id', '=', 'request_type.id')
        .select(
          sql<string[]>`coalesce(array_agg("group".id::text order by "group".position), '{}')`.as('ids'),
        )
        .as('groupIds'),
    );
}

/** Request types of the desks that the person may use, in the order of their desk; at most `limit + 1`. */
export async function listRequestTypes(
  db: Database,
  person: Person,
  filter: RequestTypeFilter,
  { start, limit }: { start: number; limit: number },
): Promise<RequestType[]> {
  const rows = await requestTypes(db)
    .innerJoin('service_desk', 'service_desk.id', 'request_type.service_desk_id')
    .where(desksUsedBy(person))
    .where('request_type.archived_at', 'is', null)
    .$if(filter.serviceDeskIds !== undefined, (query) =>
      query.where('service_desk.id', 'in', [...(filter.serviceDeskIds ?? [])]),
    )
    .$if(filter.groupId !== undefined, (query) =>
      query.where('request_type.id', 'in', (eb) =>
        eb
          .selectFrom('request_type_group_entry')
          .select('request_type_id')
          .where('group_id', '=', filter.groupId ?? ''),
      ),
    )
    .$if(filter.search !== undefined, (query) => query.where(nameContains(filter.search ?? '')))
    .orderBy('service_desk.position')
    .orderBy('service_desk.id')
    .orderBy('request_type.position')
    .orderBy('request_type.id')
    .offset(start)
    .limit(limit + 1)
    .execute();
  return rows.map((row) => ({ ...row, groupIds: row.groupIds ?? [] }));
}

/** Every word, in the name or in the description. */
function nameContains(text: string): Condition {
  const each = wordPatterns(text).map(
    (pattern) => sql`(request_type.name ilike ${pattern} or request_type.description ilike ${pattern})`,
  );
  return each.length === 0 ? sql`true` : sql`(${sql.join(each, sql` and `)})`;
}

/** The request types with these ids, keyed by id; unknown ones are missing. */
export async function requestTypesByIds(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, RequestType>> {
  if (ids.length === 0) return new Map();
  const rows = await requestTypes(db)
    .where('request_type.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, { ...row, groupIds: row.groupIds ?? [] }]));
}

/** The request type of this desk, or null. */
export async function requestTypeOf(
  db: Database,
  serviceDeskId: string,
  id: string,
): Promise<RequestType | null> {
  const type = (await requestTypesByIds(db, [id])).get(id);
  return type?.serviceDeskId === serviceDeskId ? type : null;
}

/** The groups under which a portal shows its request types, in order; at most `limit + 1`. */
export async function listGroups(
  db: Database,
  serviceDeskId: string,
  { start, limit }: { start: number; limit: number },
): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('request_type_group')
    .select(['id', 'name'])
    .where('service_desk_id', '=', serviceDeskId)
    .orderBy('position')
    .orderBy('id')
    .offset(start)
    .limit(limit + 1)
    .execute();
}

const optionColumns = [
  sql<string>`field_option.id::text`.as('id'),
  'field_option.value',
  sql<string | null>`field_option.parent_id::text`.as('parentId'),
  'field_option.is_archived as isArchived',
] as const;

/** The forms of request types, keyed by request type id: fields in order, with their options. */
export async function formsOf(
  db: Database,
  requestTypeIds: readonly string[],
): Promise<Map<string, readonly FormField[]>> {
  const forms = new Map<string, FormField[]>();
  if (requestTypeIds.length === 0) return forms;
  const rows = await db
    .selectFrom('request_type_field as entry')
    .innerJoin('request_type as type', 'type.id', 'entry.request_type_id')
    .leftJoin('request_type_section as section', 'section.id', 'entry.section_id')
    .leftJoin('field', 'field.id', 'entry.field_id')
    .leftJoin('field_context as context', (join) =>
      join.on('context.id', '=', contextOf(sql.ref('field.id'), sql.ref('type.service_desk_id'))),
    )
    .select([
      'entry.request_type_id',
      'entry.field_key',
      'entry.label',
      'entry.help_text',
      'entry.is_required',
      'field.id as customId',
      'field.name',
      'field.type',
      sql<boolean>`field.archived_at is not null`.as('isArchived'),
      'entry.is_hidden',
      sql<JsonValue>`entry.preset`.as('preset'),
      sql<ShowWhen | null>`entry.show_when`.as('showWhen'),
      'section.id as sectionId',
      'section.title as sectionTitle',
      'section.description as sectionDescription',
      sql<ShowWhen | null>`section.show_when`.as('sectionShowWhen'),
      sql<JsonValue>`context.default_value`.as('defaultValue'),
    ])
    .select(sql<FieldSettings | null>`field.settings`.as('settings'))
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('field_option')
          .select(optionColumns)
          .whereRef('field_option.context_id', '=', 'context.id')
          .orderBy('position')
          .orderBy('id'),
      ).as('options'),
    ])
    .where('entry.request_type_id', 'in', [...new Set(requestTypeIds)])
    .orderBy('entry.request_type_id')
    .orderBy(sql`coalesce(section.position, entry.position)`)
    .orderBy('entry.section_id')
    .orderBy('entry.position')
    .execute();
  for (const row of rows) {
    const field: FormField = {
      key: row.field_key,
      // The database allows these names only.
      type: (row.type ?? row.field_key) as FormFieldTypeName,
      customId: row.customId,
      name: row.name ?? systemFieldNames[row.field_key] ?? row.label,
      label: row.label,
      helpText: row.help_text,
      isRequired: row.is_required,
      isArchived: row.isArchived,
      isHidden: row.is_hidden,
      preset: row.preset,
      defaultValue: row.defaultValue,
      showWhen: row.showWhen,
      section:
        row.sectionId === null
          ? null
          : {
              id: row.sectionId,
              title: row.sectionTitle ?? '',
              description: row.sectionDescription ?? '',
              showWhen: row.sectionShowWhen,
            },
      options: row.options satisfies FieldOption[],
      settings: row.settings ?? {},
    };
    const form = forms.get(row.request_type_id);
    if (form) form.push(field);
    else forms.set(row.request_type_id, [field]);
  }
  return forms;
}

/** What an administrator changes of a request type. */
export interface AdministeredType extends RequestType {
  readonly workflowId: string;
  readonly isArchived: boolean;
  readonly version: number;
  /** there are requests of it */
  readonly isUsed: boolean;
}

function administeredTypes(db: Database) {
  return requestTypes(db).select([
    'request_type.workflow_id as workflowId',
    sql<boolean>`request_type.archived_at is not null`.as('isArchived'),
    'request_type.version',
    sql<boolean>`exists(select from request where request.request_type_id = request_type.id)`.as('isUsed'),
  ]);
}

/** All request types of a desk in their order, archived ones last. */
export async function listAdministeredTypes(
  db: Database,
  serviceDeskId: string,
): Promise<AdministeredType[]> {
  const rows = await administeredTypes(db)
    .where('request_type.service_desk_id', '=', serviceDeskId)
    .orderBy(sql`request_type.archived_at is not null`)
    .orderBy('request_type.position')
    .orderBy('request_type.id')
    .execute();
  return rows.map((row) => ({ ...row, groupIds: row.groupIds ?? [] }));
}

/** The request type of this desk, archived or not, or null; `isLocked`: nobody else changes it until the end of the transaction. */
export async function administeredType(
  db: Database,
  serviceDeskId: string,
  id: string,
  isLocked = false,
): Promise<AdministeredType | null> {
  if (isLocked) await sql`select from request_type where id = ${id} for update`.execute(db);
  const row = await administeredTypes(db)
    .where('request_type.id', '=', id)
    .where('request_type.service_desk_id', '=', serviceDeskId)
    .executeTakeFirst();
  return row ? { ...row, groupIds: row.groupIds ?? [] } : null;
}

/** The sections of a form, those without fields too, in order. */
export async function sectionsOf(
  db: Database,
  requestTypeId: string,
): Promise<(FormSection & { position: number })[]> {
  return db
    .selectFrom('request_type_section')
    .select(['id', 'title', 'description', 'position', sql<ShowWhen | null>`show_when`.as('showWhen')])
    .where('request_type_id', '=', requestTypeId)
    .orderBy('position')
    .execute();
}

/** Those of the fields (by key) that a form of the desk can ask for, as one that says nothing of its own would show them. */
export async function askableFields(
  db: Database,
  serviceDeskId: string,
  keys: readonly string[],
): Promise<Map<string, FormField>> {
  const ids = keys.flatMap((key) => /^customfield_([1-9]\d{0,17})$/.exec(key)?.[1] ?? []);
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('field')
          .select(['field.id', 'field.name', sql<FieldTypeName>`field.type`.as('type')])
          .select(sql<FieldSettings>`field.settings`.as('settings'))
          .select((eb) => [
            jsonArrayFrom(
              eb
                .selectFrom('field_option')
                .select(optionColumns)
                .where(
                  sql<string>`field_option.context_id`,
                  '=',
                  contextOf(sql.ref('field.id'), sql`${serviceDeskId}::bigint`),
                )
                .orderBy('position')
                .orderBy('id'),
            ).as('options'),
          ])
          .where('field.id', 'in', [...new Set(ids)])
          .where('field.archived_at', 'is', null)
          .execute();
  const custom = rows.map((row) =>
    plainField(`customfield_${row.id}`, row.type, { ...row, customId: row.id }),
  );
  const own = (['summary', 'description', 'attachment'] as const)
    .filter((key) => keys.includes(key))
    .map((key) =>
      plainField(key, key, { customId: null, name: systemFieldNames[key] ?? key, options: [], settings: {} }),
    );
  return new Map([...own, ...custom].map((field) => [field.key, field]));
}

/** Keys of all fields that forms can ask for: the requests' own, then custom ones by name. */
export async function listAskableKeys(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('field')
    .select('id')
    .where('archived_at', 'is', null)
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .execute();
  return [...Object.keys(systemFieldNames), ...rows.map(({ id }) => `customfield_${id}`)];
}

/** All workflows by name. */
export async function listWorkflows(db: Database): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('workflow').select(['id', 'name']).orderBy('name').orderBy('id').execute();
}

/** The workflow (workflow.id) that most request types of the desk have, or any when it has none. */
export async function usualWorkflow(db: Database, serviceDeskId: string): Promise<string> {
  const row = await db
    .selectFrom('workflow')
    .select('workflow.id')
    .orderBy(
      sql`(select count(*) from request_type t where t.workflow_id = workflow.id and t.service_desk_id = ${serviceDeskId})`,
      'desc',
    )
    .orderBy('workflow.id')
    .limit(1)
    .executeTakeFirstOrThrow();
  return row.id;
}

function plainField(
  key: string,
  type: FormFieldTypeName,
  { customId, name, options, settings }: Pick<FormField, 'customId' | 'name' | 'options' | 'settings'>,
): FormField {
  return {
    key,
    type,
    customId,
    name,
    options,
    settings,
    label: name,
    helpText: '',
    isRequired: false,
    isArchived: false,
    isHidden: false,
    preset: null,
    defaultValue: null,
    showWhen: null,
    section: null,
  };
}

/** The context of a field on a desk: the one made for the desk, else the one for all. */
function contextOf(
  fieldId: RawBuilder<unknown>,
  serviceDeskId: RawBuilder<unknown>,
): RawBuilder<string | null> {
  return sql`coalesce(
    (select d.context_id from field_context_desk d where d.field_id = ${fieldId} and d.service_desk_id = ${serviceDeskId}),
    (select c.id from field_context c where c.field_id = ${fieldId} and c.is_global))`;
}

const systemFieldNames: Record<string, string> = {
  summary: 'Summary',
  description: 'Description',
  attachment: 'Attachment',
};
