import type { Clause, Field, Operand, Predicate, Query, TerminalClause } from '@atlaskit/jql-ast';
import { Type } from 'typebox';

// Recursive, so it stands in the description of the API without its inside.
const clauseSchema = Type.Unknown({
  description: 'A condition, or several that are joined (CompoundClause, FieldValueClause, …), as in Jira',
});
const fieldSchema = Type.Object({
  name: Type.String(),
  property: Type.Optional(
    Type.Array(Type.Object({ entity: Type.String(), key: Type.String(), path: Type.String() })),
  ),
});

/** What a query is made of, as api/3 shows it (JqlQuery). */
export const structureSchema = Type.Object(
  {
    where: Type.Optional(clauseSchema),
    orderBy: Type.Optional(
      Type.Object({
        fields: Type.Array(
          Type.Object({ field: fieldSchema, direction: Type.Optional(Type.Enum(['asc', 'desc'])) }),
        ),
      }),
    ),
  },
  { title: 'JqlQuery' },
);

/** Shows what a query is made of, as api/3 does. */
export function structureJson({ where, orderBy }: Query) {
  return {
    ...(where && { where: clauseJson(where) }),
    ...(orderBy && {
      orderBy: {
        fields: orderBy.fields.map(({ field, direction }) => ({
          field: fieldJson(field),
          ...(direction && { direction: direction.value === 'DESC' ? ('desc' as const) : ('asc' as const) }),
        })),
      },
    }),
  };
}

function clauseJson(clause: Clause): object {
  switch (clause.clauseType) {
    case 'compound':
      return { clauses: clause.clauses.map(clauseJson), operator: clause.operator.value };
    case 'not':
      return { clauses: [clauseJson(clause.clause)], operator: 'not' };
    case 'terminal':
      return terminalJson(clause);
  }
}

function terminalJson({ field, operator, operand, predicates }: TerminalClause): object {
  const word = operator ? operator.value : '';
  return {
    field: fieldJson(field),
    operator: word,
    ...(operand && { operand: operandJson(operand) }),
    ...(/^(was|changed)/.test(word) && { predicates: predicates.map(predicateJson) }),
  };
}

function fieldJson({ value, properties }: Field) {
  if (!properties || properties.length === 0) return { name: value };
  const entity = value.split('.')[0] ?? value;
  return {
    name: value,
    property: properties.map(({ key, path }) => ({
      entity,
      key: key ? key.value : '',
      path: (path ?? []).map((step) => step.value.replace(/^\./, '')).join('.'),
    })),
  };
}

function predicateJson({ operator, operand }: Predicate) {
  return { operator: operator.value, ...(operand && { operand: operandJson(operand) }) };
}

function operandJson(operand: Operand): object {
  switch (operand.operandType) {
    case 'list':
      return { values: operand.values.map(operandJson) };
    case 'function':
      return {
        function: operand.function.value,
        arguments: operand.arguments.map(({ value }) => value),
      };
    case 'keyword':
      return { keyword: 'empty' };
    case 'value':
      return { value: operand.value };
  }
}
