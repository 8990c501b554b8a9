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
 * What the names in questions about history stand for: ids by field and name in lower case. They are looked up before a query is
 * translated, so that the database plans it knowing how often each of them occurs.
 */
export interface HistoryNames {
  /** those that have or had this name, and the one with this id */
  idsOf(field: ChoiceField, text: string): readonly string[];
}

/** Looks up what the queries ask history for; most ask for none, and nothing of the database. */
export async function loadHistoryNames(db: Database, queries: readonly Query[]): Promise<HistoryNames> {
  const texts = [...new Set(queries.flatMap(({ where }) => (where ? textsIn(where) : [])))];
  const found = new Map<string, string[]>();
  if (texts.length > 0) {
    const tables = Object.entries(choiceTables).map(
      ([
        field,
        table,
      ]) => sql`select ${field}::text as field, id::text as id, lower(name) as name from ${sql.table(table)}
        where lower(name) = any(${texts}::text[]) or id::text = any(${texts}::text[])`,
    );
    const { rows } = await sql<{ field: string; id: string; name: string }>`
      ${sql.join(tables, sql` union all `)}
      union all select field, value, lower(name) from former_name where lower(name) = any(${texts}::text[])`.execute(
      db,
    );
    const add = (field: string, text: string, id: string) => {
      const key = `${field} ${text}`;
      found.set(key, [...new Set([...(found.get(key) ?? []), id])]);
    };
    for (const { field, id, name } of rows) {
      add(field, name, id);
      add(field, id, id);
    }
  }
  return { idsOf: (field, text) => found.get(`${field} ${text.toLowerCase()}`) ?? [] };
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
