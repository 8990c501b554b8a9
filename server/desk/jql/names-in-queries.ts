import type { Clause, Query } from '@atlaskit/jql-ast';
import { askedName } from './asked-name.ts';
import { propertyFieldName } from './property-field.ts';

/** The fields that the queries name, in lower case, each once. */
export function namesInQueries(queries: readonly Query[]): string[] {
  return [...new Set(queries.flatMap(namesIn))].filter((name) => name !== propertyFieldName);
}

function namesIn({ where, orderBy }: Query): string[] {
  const sorted = (orderBy?.fields ?? []).map(({ field }) => askedName(field));
  return [...(where ? namesInClause(where) : []), ...sorted];
}

function namesInClause(clause: Clause): string[] {
  switch (clause.clauseType) {
    case 'compound':
      return clause.clauses.flatMap(namesInClause);
    case 'not':
      return namesInClause(clause.clause);
    case 'terminal':
      return [askedName(clause.field)];
  }
}
