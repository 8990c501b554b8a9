import { type SqlBool, sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Condition } from '../access-rules.ts';
import { newestFirst, type Sorting } from '../requests/store.ts';
import { compileClause } from './compile-clause.ts';
import { type JqlContext, type JqlViewer, loadJqlContext } from './context.ts';
import { fieldsNamed } from './named-fields.ts';
import { parseJql } from './parse.ts';
import { InvalidJql, problemAt, refuseJql } from './problems.ts';
import { Refusals } from './refusals.ts';

export type { JqlContext } from './context.ts';

/** A query in SQL, over `request`. What its reader may see is a condition of its own (access-rules.ts). */
export interface CompiledQuery {
  readonly where: Condition;
  readonly sorting: readonly Sorting[];
}

/**
 * Translates JQL with a context that knows what it names.
 * @throws InvalidJql that says everything that is wrong with it, and where
 */
export function compileJql(jql: string, context: JqlContext): CompiledQuery {
  const query = parseJql(jql);
  const refusals = new Refusals();
  const where = query.where
    ? compileClause(query.where, false, { context, refusals, within: [] })
    : sql<SqlBool>`true`;
  const sorting: Sorting[] = [];
  const sorted = new Set<string>();
  for (const { field: asked, direction } of query.orderBy?.fields ?? []) {
    refusals.collect(() => {
      for (const field of fieldsNamed(asked, context)) {
        const [own = ''] = field.names;
        if (!field.sortBy) throw refuseJql(`Not able to sort using field '${asked.value}'.`, asked.position);
        if (sorted.has(own)) {
          throw refuseJql(
            `The sort field '${asked.value}' is referenced multiple times in the JQL sort.`,
            asked.position,
          );
        }
        sorted.add(own);
        for (const by of field.sortBy)
          sorting.push({ by, direction: direction?.value === 'DESC' ? 'desc' : 'asc' });
      }
    });
  }
  const { all } = refusals;
  if (all.length > 0) {
    throw new InvalidJql(
      all.map(({ message, position, suggestion }) => problemAt(jql, message, position, suggestion)),
    );
  }
  return { where, sorting: completed(sorting) };
}

/**
 * Translates several queries of one person, with what they name loaded together.
 * @throws InvalidJql for the first that is wrong
 */
export async function compileJqls(
  db: Database,
  viewer: JqlViewer,
  queries: readonly string[],
): Promise<CompiledQuery[]> {
  const context = await loadJqlContext(db, viewer, queries);
  return queries.map((jql) => compileJql(jql, context));
}

/** Requests that a query's sorting does not tell apart follow each other by id, in the same direction. */
function completed(sorting: readonly Sorting[]): readonly Sorting[] {
  const last = sorting.at(-1);
  if (!last) return newestFirst;
  return [...sorting, { by: sql.ref('request.id'), direction: last.direction }];
}
