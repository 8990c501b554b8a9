import { type RawBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { FieldOption, FieldSettings } from '../../fields/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { textPattern } from '../../platform/formats/text-search.ts';
import { type Condition, desksUsedBy, type Person } from '../access.ts';
import type { FormField, FormFieldTypeName } from './fields/form-field.ts';

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

function nameContains(text: string): Condition {
  const pattern = textPattern(text);
  return sql`(request_type.name ilike ${pattern} or request_type.description ilike ${pattern})`;
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

/** The forms of request types, keyed by request type id: fields in order, with their options. */
export async function formsOf(
  db: Database,
  requestTypeIds: readonly string[],
): Promise<Map<string, readonly FormField[]>> {
  const forms = new Map<string, FormField[]>();
  if (requestTypeIds.length === 0) return forms;
  const rows = await db
    .selectFrom('request_type_field as entry')
    .leftJoin('field', 'field.id', 'entry.field_id')
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
    ])
    .innerJoin('request_type as type', 'type.id', 'entry.request_type_id')
    .select(sql<FieldSettings | null>`field.settings`.as('settings'))
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('field_option')
          .select([
            sql<string>`id::text`.as('id'),
            'value',
            sql<string | null>`parent_id::text`.as('parentId'),
            'is_archived as isArchived',
          ])
          .where(
            sql<string>`field_option.context_id`,
            '=',
            contextOf(sql.ref('field.id'), sql.ref('type.service_desk_id')),
          )
          .orderBy('position')
          .orderBy('id'),
      ).as('options'),
    ])
    .where('entry.request_type_id', 'in', [...new Set(requestTypeIds)])
    .orderBy('entry.request_type_id')
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
      options: row.options satisfies FieldOption[],
      settings: row.settings ?? {},
    };
    const form = forms.get(row.request_type_id);
    if (form) form.push(field);
    else forms.set(row.request_type_id, [field]);
  }
  return forms;
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
