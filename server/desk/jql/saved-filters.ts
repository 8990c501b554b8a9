import type { Clause, Query } from '@atlaskit/jql-ast';
import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { filtersSeenBy, type Person } from '../access-rules.ts';
import { isId } from '../addresses.ts';
import { filterField } from './filter-field.ts';
import { parseJql } from './parse.ts';
import { InvalidJql, problemAt } from './problems.ts';

/** A filter that a query names. */
export interface SavedFilter {
  readonly id: string;
  readonly name: string;
  /** null: it is no query any more */
  readonly query: Query | null;
}

/** The filters that queries may name, by id and by name in lower case. */
export type SavedFilters = ReadonlyMap<string, SavedFilter>;

/** Most characters of the queries of all filters that are named: more conditions than can be read are not in less, and reading takes time. */
const maxCharacters = 100_000;

/** One filter may name another, which names another: this far. */
const maxRounds = 10;

/**
 * The filters that the queries name, and those that these name, as far as the person may see them: a question for each step from one
 * filter to the next.
 *
 * @throws InvalidJql when their queries are too long to be read
 */
export async function loadSavedFilters(
  db: Database,
  person: Person,
  queries: readonly Query[],
): Promise<SavedFilters> {
  const known = new Map<string, SavedFilter>();
  const asked = new Set<string>();
  let characters = 0;
  let wanted = filtersNamedIn(queries);
  for (let round = 0; wanted.length > 0 && round < maxRounds; round++) {
    for (const name of wanted) asked.add(name);
    const rows = await filtersNamed(db, person, wanted);
    characters += rows.reduce((sum, { jql }) => sum + jql.length, 0);
    if (characters > maxCharacters) {
      const message = `The filters that the query names are too long: together at most ${maxCharacters} characters can be read.`;
      throw new InvalidJql([problemAt('', message, null)]);
    }
    const loaded = rows.map(({ id, name, jql }): SavedFilter => ({ id, name, query: readSaved(jql) }));
    // What is called as another one's id is found by its name only where there is no such id.
    for (const filter of loaded.toReversed()) known.set(filter.name.toLowerCase(), filter);
    for (const filter of loaded) known.set(filter.id, filter);
    wanted = filtersNamedIn(loaded.flatMap(({ query }) => query ?? [])).filter((name) => !asked.has(name));
  }
  return known;
}

function filtersNamed(db: Database, person: Person, names: readonly string[]) {
  return (
    db
      .selectFrom('jql_filter')
      .select(['jql_filter.id', 'jql_filter.name', 'jql_filter.jql'])
      .where(
        sql<boolean>`(jql_filter.id = any(${names.filter(isId)}::bigint[]) or lower(jql_filter.name) = any(${names}::text[]))`,
      )
      .where(filtersSeenBy(person))
      // Of several with one name, the person's own, then the oldest.
      .orderBy(sql`jql_filter.owner_id is distinct from ${person.id}`)
      .orderBy('jql_filter.id')
      .limit(500)
      .execute()
  );
}

function readSaved(jql: string): Query | null {
  try {
    return parseJql(jql);
  } catch (error) {
    if (error instanceof InvalidJql) return null;
    throw error;
  }
}

/** The filters that queries name, by id or by name in lower case, each once. */
function filtersNamedIn(queries: readonly Query[]): string[] {
  return [...new Set(queries.flatMap(({ where }) => (where ? inClause(where) : [])))];
}

function inClause(clause: Clause): string[] {
  switch (clause.clauseType) {
    case 'compound':
      return clause.clauses.flatMap(inClause);
    case 'not':
      return inClause(clause.clause);
    case 'terminal': {
      const { field, operand } = clause;
      if (!operand || !filterField.names.includes(field.value.toLowerCase())) return [];
      const operands = operand.operandType === 'list' ? operand.values : [operand];
      return operands.flatMap((each) => (each.operandType === 'value' ? each.value.toLowerCase() : []));
    }
  }
}
