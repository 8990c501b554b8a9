import type { Operand, OperatorValue, TerminalClause } from '@atlaskit/jql-ast';
import { type RawBuilder, sql } from 'kysely';
import type { Condition, Person } from '../access-rules.ts';
import type { JqlContext } from '../jql/context.ts';
import { type JqlField, jqlTypes, textOperators } from '../jql/field.ts';
import { refuseJql } from '../jql/problems.ts';
import { refuseOperand } from '../jql/read-operand.ts';
import { readTextQuery } from './read-text-query.ts';
import { type TextScope, textCondition } from './text-condition.ts';

interface TextField {
  readonly scope: Extract<TextScope, string>;
  readonly displayName: string;
  readonly column: RawBuilder<unknown>;
  readonly operators?: readonly OperatorValue[];
  readonly isEmpty?: (person: Person) => Condition;
  readonly sortBy?: readonly RawBuilder<unknown>[];
}

function textField({ scope, displayName, column, isEmpty, sortBy, ...own }: TextField): JqlField {
  const operators = own.operators ?? textOperators;
  return {
    names: [scope],
    displayName,
    types: [jqlTypes.text],
    kind: 'text',
    operators,
    column,
    ...(sortBy && { sortBy }),
    compile: (clause, context) => compileText(scope, isEmpty, clause, context),
  };
}

/** The fields of queries that are searched for words. */
export const textFields: readonly JqlField[] = [
  textField({
    scope: 'text',
    displayName: 'Text',
    column: sql`request.summary`,
    operators: ['~', '!~'],
  }),
  textField({
    scope: 'summary',
    displayName: 'Summary',
    column: sql`request.summary`,
    sortBy: [sql`lower(request.summary)`],
    isEmpty: () => sql`false`,
  }),
  textField({
    scope: 'description',
    displayName: 'Description',
    column: sql`request.description_text`,
    isEmpty: () => sql`request.description_text = ''`,
    sortBy: [sql`lower(left(request.description_text, 200))`],
  }),
  textField({
    scope: 'comment',
    displayName: 'Comment',
    column: sql`request.id`,
    isEmpty: () => sql`not exists(select from comment where comment.request_id = request.id)`,
  }),
];

function compileText(
  scope: TextField['scope'],
  isEmpty: TextField['isEmpty'],
  clause: TerminalClause,
  context: JqlContext,
): Condition {
  const name = clause.field.value;
  const { operand, operator, predicates } = clause;
  const person = context.viewer ?? { id: context.viewerId, isAdministrator: false };
  if (!operator || !operand) throw refuseJql(`'${name}' needs an operator and a value.`, clause.position);
  if (predicates.length > 0) {
    throw refuseJql(`Only 'was' and 'changed' can be followed by words about history.`, clause.position);
  }
  const asked = { name, operator: operator.value };
  if (operator.value === 'is' || operator.value === 'is not') {
    if (operand.operandType !== 'keyword' || !isEmpty) throw refuse(asked, operand);
    const condition = isEmpty(person);
    return operator.value === 'is' ? condition : sql`not ${condition}`;
  }
  if (operand.operandType !== 'value') throw refuse(asked, operand);
  const found = textCondition(scope, readTextQuery(name, operand.value, operand.position), person);
  if (operator.value === '~') return found;
  return scope === 'description'
    ? sql`(request.description_text <> '' and not ${found})`
    : sql`(not ${found})`;
}

function refuse(asked: { name: string; operator: OperatorValue }, operand: Operand) {
  return refuseOperand({ ...asked, field: textFields[0] as JqlField }, operand);
}
