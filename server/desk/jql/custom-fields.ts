import type { Clause, Query } from '@atlaskit/jql-ast';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { type FieldSettings, type FieldTypeName, fieldTypeOf } from '../../fields/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { type JqlField, jqlFields } from './fields.ts';
import { parseJql } from './parse.ts';

const byId = /^(?:cf\[(\d{1,18})\]|customfield_(\d{1,18}))$/;

/**
 * The custom fields that queries name, by name (in whatever case), `cf[10010]` or `customfield_10010`. Most queries name none,
 * and ask nothing of the database.
 *
 * @throws Invalid for what is no query, and for a name that several fields have
 */
export async function customFieldsIn(db: Database, queries: readonly string[]): Promise<JqlField[]> {
  const own = new Set(jqlFields.flatMap(({ names }) => names));
  const asked = [...new Set(queries.flatMap((jql) => namesIn(parseJql(jql))))].filter(
    (name) => !own.has(name),
  );
  if (asked.length === 0) return [];
  const ids = asked.flatMap((name) => {
    const match = byId.exec(name);
    return match?.[1] ?? match?.[2] ?? [];
  });
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
    .where((eb) =>
      eb.or([
        eb('id', 'in', ids.length > 0 ? ids : ['0']),
        eb(sql`lower(name)`, '=', sql`any(${asked}::text[])`),
      ]),
    )
    .execute();
  refuseSharedNames(rows, asked);
  return rows.map(({ id, name, type, settings, options }) => ({
    names: [name.toLowerCase(), `cf[${id}]`, `customfield_${id}`],
    ...fieldTypeOf({ type }).query(sql`nullif(request.custom_fields -> ${id}::text, 'null')`, {
      type,
      customId: id,
      name,
      options,
      settings,
    }),
  }));
}

function refuseSharedNames(rows: readonly { id: string; name: string }[], asked: readonly string[]): void {
  for (const name of asked) {
    const sharing = rows.filter((row) => row.name.toLowerCase() === name);
    if (sharing.length > 1) {
      const ids = sharing.map(({ id }) => `cf[${id}]`).join(' or ');
      throw new Invalid(`Several fields are named "${name}". Say which one: ${ids}.`);
    }
  }
}

/** The fields that a query names, in lower case. */
function namesIn({ where, orderBy }: Query): string[] {
  const sorted = (orderBy?.fields ?? []).map(({ field }) => field.value.toLowerCase());
  return [...(where ? namesInClause(where) : []), ...sorted];
}

function namesInClause(clause: Clause): string[] {
  switch (clause.clauseType) {
    case 'compound':
      return clause.clauses.flatMap(namesInClause);
    case 'not':
      return namesInClause(clause.clause);
    case 'terminal':
      return [clause.field.value.toLowerCase()];
  }
}
