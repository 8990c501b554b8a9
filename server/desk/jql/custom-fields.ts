import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { type FieldSettings, type FieldTypeName, fieldTypeOf } from '../../fields/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Person } from '../access-rules.ts';
import { readTextQuery } from '../text-search/read-text-query.ts';
import { textCondition } from '../text-search/text-condition.ts';
import { organizationExists } from './beside-fields.ts';
import { kindNames, kindOf } from './custom-field-kinds.ts';
import { fieldsKnownTo } from './custom-fields-known.ts';
import { customIdsIn, type JqlField } from './field.ts';
import { personExists } from './person-fields.ts';

const collapsed = /^(.*\S)\s*\[([^[\]]+)\]$/su;

/**
 * The custom fields among these names: by name (in whatever case), `name[type]`, `cf[10010]` or `customfield_10010`. Those of desks
 * alone that the person does not serve are not there.
 */
export async function customFieldsNamed(
  db: Database,
  names: readonly string[],
  person: Person,
): Promise<JqlField[]> {
  const ids = customIdsIn(names);
  const texts = [...new Set([...names, ...names.flatMap((name) => collapsed.exec(name)?.[1] ?? [])])];
  const rows = await db
    .selectFrom('field')
    .select(['id', 'name', sql<FieldTypeName>`type`.as('type'), sql<FieldSettings>`settings`.as('settings')])
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
          .whereRef('field_option.field_id', '=', 'field.id')
          .orderBy('position')
          .orderBy('id'),
      ).as('options'),
    ])
    .where(sql<boolean>`(field.id = any(${ids}::bigint[]) or lower(field.name) = any(${texts}::text[]))`)
    .where(fieldsKnownTo(person))
    .orderBy('field.id')
    .execute();
  return rows.map(({ id, name, type, settings, options }): JqlField => {
    const own = name.toLowerCase();
    const kind = kindOf(type);
    const field = { type, customId: id, name, options, settings };
    return {
      names: [own, `cf[${id}]`, `customfield_${id}`, ...kindNames(type).map((each) => `${own}[${each}]`)],
      displayName: name,
      clauseNames: [name, `cf[${id}]`],
      types: kind.types,
      cfid: id,
      ...(kind.suggest && { suggest: kind.suggest }),
      ...(kind.suggest === 'person' && { exists: personExists }),
      ...(kind.suggest === 'organization' && { exists: organizationExists }),
      history: { field: `customfield_${id}` },
      ...fieldTypeOf({ type }).query(
        sql`nullif(request.custom_fields -> ${id}::text, 'null')`,
        field,
        (value) => sql`request.custom_fields @> ${JSON.stringify({ [id]: value })}::jsonb`,
      ),
      ...(isIndexedText(type) && {
        contains: (text) => textCondition({ fieldId: id }, readTextQuery(name, text, null), person),
      }),
    };
  });
}

/** Texts whose words are in the index of words. */
function isIndexedText(type: FieldTypeName): boolean {
  return type === 'text' || type === 'paragraph';
}
