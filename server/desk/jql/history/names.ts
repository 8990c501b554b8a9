import type { Clause, Operand, Query } from '@atlaskit/jql-ast';
import { sql } from 'kysely';
import type { Database } from '../../../platform/database/database.ts';

/** Fields whose values are one of a list: the history knows the ids, queries the names. */
export const choiceTables = {
  status: 'status',
  priority: 'priority',
  resolution: 'resolution',
  requesttype: 'request_type',
  organization: 'organization',
} as const;
export type ChoiceField = keyof typeof choiceTables;

/**
 * What the names in questions about history stand for. They are looked up before a query is translated, so that the database plans it
 * knowing how often each of them occurs.
 */
export interface HistoryNames {
  /** those that have or had this name, and the one with this id */
  idsOf(field: ChoiceField, text: string): readonly string[];
  /** how many requests have or had it */
  occurrenceOf(field: ChoiceField, text: string): Occurrence;
}

/**
 * How often a value occurs. Few: looking all of them up is less than asking each request. Many: a list that asks each request has
 * enough before all would be looked up. Some: the database knows better.
 */
export type Occurrence = 'few' | 'some' | 'many';

/** Fewer requests than this are few; as many as that are many. */
const [few, many] = [2_000, 10_000];

/** Looks up what the queries ask history for; most ask for none, and nothing of the database. */
export async function loadHistoryNames(db: Database, queries: readonly Query[]): Promise<HistoryNames> {
  const texts = [...new Set(queries.flatMap(({ where }) => (where ? textsIn(where) : [])))];
  const found = new Map<string, Map<string, Occurrence>>();
  if (texts.length > 0) {
    for (const { field, name, id, occurrence } of await choicesNamed(db, texts)) {
      for (const text of [name, id]) {
        const key = `${field} ${text}`;
        found.set(key, (found.get(key) ?? new Map()).set(id, occurrence));
      }
    }
  }
  const named = (field: ChoiceField, text: string) => found.get(`${field} ${text.toLowerCase()}`);
  return {
    idsOf: (field, text) => [...(named(field, text)?.keys() ?? [])],
    occurrenceOf: (field, text) => mostOf([...(named(field, text)?.values() ?? [])]),
  };
}

/** How often one of several values occurs. */
export function mostOf(occurrences: readonly Occurrence[]): Occurrence {
  return occurrences.includes('many') ? 'many' : occurrences.includes('some') ? 'some' : 'few';
}

interface NamedChoice {
  readonly field: ChoiceField;
  readonly id: string;
  /** in lower case */
  readonly name: string;
  readonly occurrence: Occurrence;
}

/** How many had one of them is counted, as far as it matters; how many have it is known by the statistics of the database. */
async function choicesNamed(db: Database, texts: readonly string[]): Promise<NamedChoice[]> {
  const named = Object.entries(choiceTables).map(
    ([
      field,
      table,
    ]) => sql`select ${field}::text as field, id::text as id, lower(name) as name from ${sql.table(table)}
      where lower(name) = any(${texts}::text[]) or id::text = any(${texts}::text[])`,
  );
  const { rows } = await sql<NamedChoice>`
    select named.field, named.id, named.name,
      case when had.many >= ${many}::integer or has.many >= ${many}::integer then 'many'
           when had.many < ${few}::integer and has.many < ${few}::integer then 'few'
           else 'some' end as occurrence
    from (${sql.join(named, sql` union all `)}
      union all select field, value, lower(name) from former_name where lower(name) = any(${texts}::text[])) as named
    cross join lateral (select count(*)::integer as many from (
      select from change_item change where change.field = named.field and change.from_value = named.id limit ${many}) as before) as had
    left join lateral (
      select coalesce(
        (s.most_common_freqs)[array_position(s.most_common_vals::text::text[], named.id)] * k.reltuples, 0) as many
      from pg_stats s join pg_class k on k.oid = 'request'::regclass
      where s.schemaname = current_schema() and s.tablename = 'request' and named.field <> 'resolution'
        and s.attname = case named.field when 'requesttype' then 'request_type' else named.field end || '_id') as has on true`.execute(
    db,
  );
  return rows;
}

/** The values of clauses about history, in lower case. */
function textsIn(clause: Clause): string[] {
  switch (clause.clauseType) {
    case 'compound':
      return clause.clauses.flatMap(textsIn);
    case 'not':
      return textsIn(clause.clause);
    case 'terminal': {
      const operator = clause.operator?.value ?? '';
      if (operator !== 'changed' && !operator.startsWith('was')) return [];
      const values = clause.predicates.filter(
        ({ operator: { value } }) => value === 'from' || value === 'to',
      );
      return [clause.operand, ...values.map(({ operand }) => operand)].flatMap((operand) =>
        operand ? textsOf(operand) : [],
      );
    }
  }
}

function textsOf(operand: Operand): string[] {
  if (operand.operandType === 'list') return operand.values.flatMap(textsOf);
  if (operand.operandType === 'value') return [operand.value.toLowerCase()];
  // What a function stands for may be words in its arguments.
  return operand.operandType === 'function' ? operand.arguments.map(({ value }) => value.toLowerCase()) : [];
}
