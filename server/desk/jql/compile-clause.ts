import type { Clause, Operand, OperatorValue, TerminalClause } from '@atlaskit/jql-ast';
import { type SqlBool, sql } from 'kysely';
import type { Condition } from '../access-rules.ts';
import { compileTerminal } from './compile-terminal.ts';
import type { JqlContext } from './context.ts';
import { filterField } from './filter-field.ts';
import { fieldsNamed } from './named-fields.ts';
import { type RefusedJql, refuseJql } from './problems.ts';
import { type Asked, listedOperands, refuseOperand, shown } from './read-operand.ts';
import type { Refusals } from './refusals.ts';
import type { SavedFilter } from './saved-filters.ts';

/** What clauses are compiled with. */
interface Compiling {
  readonly context: JqlContext;
  readonly refusals: Refusals;
  /** the filters whose queries are being compiled, from the outermost inwards */
  readonly within: readonly SavedFilter[];
}

/**
 * Translates a clause. As in Jira, `not` is carried down to the operators: `not assignee = x` is `assignee != x`, and leaves out
 * what is assigned to nobody just so.
 *
 * @param isNegated it stands under `not`
 */
export function compileClause(clause: Clause, isNegated: boolean, compiling: Compiling): Condition {
  switch (clause.clauseType) {
    case 'compound': {
      const parts = clause.clauses.map((part) => compileClause(part, isNegated, compiling));
      const isOr = (clause.operator.value === 'or') !== isNegated;
      return sql`(${sql.join(parts, isOr ? sql` or ` : sql` and `)})`;
    }
    case 'not':
      return compileClause(clause.clause, !isNegated, compiling);
    case 'terminal':
      return (
        compiling.refusals.collect(() => compileEach(clause, isNegated, compiling)) ?? sql<SqlBool>`false`
      );
  }
}

/** A name may be that of several fields: one of them is as asked, or none of them is otherwise. */
function compileEach(clause: TerminalClause, isNegated: boolean, compiling: Compiling): Condition {
  compiling.refusals.count(clause.position, weightOf(clause));
  const fields = fieldsNamed(clause.field, compiling.context);
  if (fields[0] === filterField) return expandFilters(clause, isNegated, compiling);
  const parts = fields.map((field) => compileTerminal(clause, field, isNegated, compiling.context));
  const [only] = parts;
  if (only && parts.length === 1) return sql`(${only})`;
  const isNone = isNegative(clause.operator?.value) !== isNegated;
  return sql`(${sql.join(parts, isNone ? sql` and ` : sql` or `)})`;
}

/** As how many conditions the database sees it. */
function weightOf({ operand, predicates, operator }: TerminalClause): number {
  const isText = operator?.value === '~' || operator?.value === '!~';
  const operands = [operand, ...predicates.map((predicate) => predicate.operand)];
  return operands.reduce((sum, each) => sum + (each ? weightOfOperand(each, isText) : 0), 1);
}

function weightOfOperand(operand: Operand, isText: boolean): number {
  switch (operand.operandType) {
    case 'list':
      return operand.values.reduce((sum, each) => sum + weightOfOperand(each, isText), 0);
    case 'function':
      return operand.arguments.length;
    case 'value':
      return isText ? operand.value.split(/\s+/).length : 1;
    case 'keyword':
      return 0;
  }
}

function isNegative(operator: OperatorValue | undefined): boolean {
  return operator !== undefined && (operator.includes('not') || operator.startsWith('!'));
}

/** What the queries of the named filters find; their order is of no matter. */
function expandFilters(clause: TerminalClause, isNegated: boolean, compiling: Compiling): Condition {
  const { operator, operand, field } = clause;
  if (!operator || !operand) throw refuseJql(`'${field.value}' needs a value.`, clause.position);
  if (!filterField.operators.includes(operator.value)) {
    throw refuseJql(
      `The operator '${operator.value}' is not supported by the '${field.value}' field.`,
      operator.position,
    );
  }
  const asked: Asked = { field: filterField, name: field.value, operator: operator.value };
  const isList = operator.value === 'in' || operator.value === 'not in';
  const operands = isList ? listedOperands(asked, operand) : [operand];
  const isNone = isNegative(operator.value) !== isNegated;
  const parts = operands.map((each) => expandFilter(asked, each, isNone, compiling));
  return sql`(${sql.join(parts, isNone ? sql` and ` : sql` or `)})`;
}

function expandFilter(asked: Asked, operand: Operand, isNegated: boolean, compiling: Compiling): Condition {
  if (operand.operandType !== 'value') throw refuseOperand(asked, operand);
  const { context, refusals, within } = compiling;
  const filter = context.filters?.get(operand.value.toLowerCase());
  if (!filter) {
    throw refuseJql(
      `The value '${shown(operand)}' does not exist for the field '${asked.name}'.`,
      operand.position,
    );
  }
  if (within.some(({ id }) => id === filter.id)) {
    throw refuseJql(
      `Field '${asked.name}' with value '${shown(operand)}' matches filter '${filter.name}' and causes a cyclical reference, ` +
        `this query can not be executed and should be edited.`,
      operand.position,
    );
  }
  if (!filter.query) throw brokenFilter(asked, operand, filter);
  if (!filter.query.where) return isNegated ? sql`false` : sql`true`;
  const before = refusals.all.length;
  const found = compileClause(filter.query.where, false, { context, refusals, within: [...within, filter] });
  // What is wrong in a saved query stands nowhere in this one.
  const [wrong] = refusals.all.splice(before);
  if (wrong) throw wrong.position === null ? wrong : brokenFilter(asked, operand, filter, wrong);
  return isNegated ? sql`not coalesce(${found}, false)` : found;
}

function brokenFilter(asked: Asked, operand: Operand, filter: SavedFilter, wrong?: RefusedJql): RefusedJql {
  return refuseJql(
    `The filter '${filter.name}', which the field '${asked.name}' names, has a query that cannot be run${wrong ? `: ${wrong.message}` : '.'}`,
    operand.position,
  );
}
