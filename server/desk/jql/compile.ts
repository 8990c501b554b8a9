import type { Clause, OperatorValue, TerminalClause } from '@atlaskit/jql-ast';
import { type SqlBool, sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Condition } from '../access-rules.ts';
import { newestFirst, type Sorting } from '../requests/store.ts';
import { compileTerminal } from './compile-terminal.ts';
import { type JqlContext, type JqlViewer, loadJqlContext } from './context.ts';
import { fieldsNamed } from './named-fields.ts';
import { parseJql } from './parse.ts';
import { InvalidJql, problemAt, RefusedJql, refuseJql } from './problems.ts';

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
  const refused: RefusedJql[] = [];
  const where = query.where ? compileClause(query.where, false, context, refused) : sql<SqlBool>`true`;
  const sorting: Sorting[] = [];
  const sorted = new Set<string>();
  for (const { field: asked, direction } of query.orderBy?.fields ?? []) {
    collecting(refused, () => {
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
  if (refused.length > 0) {
    throw new InvalidJql(
      refused.map(({ message, position, suggestion }) => problemAt(jql, message, position, suggestion)),
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

/** What is wrong with one part is kept for later, so that everything can be told at once. */
function collecting<Made>(refused: RefusedJql[], make: () => Made): Made | undefined {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RefusedJql)) throw error;
    refused.push(error);
    return undefined;
  }
}

// As in Jira, `not` is carried down to the operators: `not assignee = x` is `assignee != x`, and leaves out what is assigned to
// nobody just so.
function compileClause(
  clause: Clause,
  isNegated: boolean,
  context: JqlContext,
  refused: RefusedJql[],
): Condition {
  switch (clause.clauseType) {
    case 'compound': {
      const parts = clause.clauses.map((part) => compileClause(part, isNegated, context, refused));
      const isOr = (clause.operator.value === 'or') !== isNegated;
      return sql`(${sql.join(parts, isOr ? sql` or ` : sql` and `)})`;
    }
    case 'not':
      return compileClause(clause.clause, !isNegated, context, refused);
    case 'terminal':
      return collecting(refused, () => compileEach(clause, isNegated, context)) ?? sql<SqlBool>`false`;
  }
}

/** A name may be that of several fields: one of them is as asked, or none of them is otherwise. */
function compileEach(clause: TerminalClause, isNegated: boolean, context: JqlContext): Condition {
  const fields = fieldsNamed(clause.field, context);
  const parts = fields.map((field) => compileTerminal(clause, field, isNegated, context));
  const [only] = parts;
  if (only && parts.length === 1) return sql`(${only})`;
  const isNone = isNegative(clause.operator?.value) !== isNegated;
  return sql`(${sql.join(parts, isNone ? sql` and ` : sql` or `)})`;
}

function isNegative(operator: OperatorValue | undefined): boolean {
  return operator !== undefined && (operator.includes('not') || operator.startsWith('!'));
}
