import type { Clause, Operand, Position, TerminalClause } from '@atlaskit/jql-ast';
import { type SqlBool, sql } from 'kysely';
import { dateJson } from '../../platform/formats/dates.ts';
import type { Condition } from '../access-rules.ts';
import { newestFirst, type Sorting } from '../requests/store.ts';
import { type JqlField, jqlFields } from './fields.ts';
import { momentOf } from './moments.ts';
import { parseJql, refuseJql } from './parse.ts';

/** Who asks a query, and when: what `currentUser()` and `now()` stand for. */
export interface JqlContext {
  /** account.id */
  readonly viewerId: string;
  readonly timeZone: string | null;
  readonly now: Date;
  /** those that the query may name besides the requests' own (custom-fields.ts) */
  readonly customFields?: readonly JqlField[];
}

/** A query in SQL, over `request`. What its reader may see is a condition of its own (access-rules.ts). */
export interface CompiledQuery {
  readonly where: Condition;
  readonly sorting: readonly Sorting[];
}

/**
 * Translates JQL.
 * @throws Invalid that names the field, operator or value that is not known, and where it stands
 */
export function compileJql(jql: string, context: JqlContext): CompiledQuery {
  const query = parseJql(jql);
  const sorting: Sorting[] = [];
  for (const { field, direction } of query.orderBy?.fields ?? []) {
    const { sortBy } = fieldNamed(field.value, field.position, context);
    if (!sortBy) throw refuseJql(`A query cannot be sorted by "${field.value}"`, field.position);
    for (const by of sortBy) sorting.push({ by, direction: direction?.value === 'DESC' ? 'desc' : 'asc' });
  }
  return {
    where: query.where ? compileClause(query.where, context) : sql<SqlBool>`true`,
    sorting: completed(sorting),
  };
}

/** Requests that a query's sorting does not tell apart follow each other by id, in the same direction. */
function completed(sorting: readonly Sorting[]): readonly Sorting[] {
  const last = sorting.at(-1);
  if (!last) return newestFirst;
  return [...sorting, { by: sql.ref('request.id'), direction: last.direction }];
}

function compileClause(clause: Clause, context: JqlContext): Condition {
  switch (clause.clauseType) {
    case 'compound': {
      const parts = clause.clauses.map((part) => compileClause(part, context));
      return sql`(${sql.join(parts, clause.operator.value === 'or' ? sql` or ` : sql` and `)})`;
    }
    case 'not':
      return sql`not ${compileClause(clause.clause, context)}`;
    case 'terminal':
      return sql`(${compileTerminal(clause, context)})`;
  }
}

function compileTerminal(clause: TerminalClause, context: JqlContext): Condition {
  const { field: asked } = clause;
  const field = fieldNamed(asked.value, asked.position, context, (asked.properties ?? []).length);
  const { operator, operand } = clause;
  if (!operator || !operand)
    throw refuseJql(`"${clause.field.value}" needs an operator and a value`, clause.position);
  if (!field.operators.includes(operator.value)) {
    throw refuseJql(
      `The operator "${operator.value}" does not fit "${clause.field.value}"; these do: ${field.operators.join(', ')}`,
      operator.position,
    );
  }
  if (clause.predicates.length > 0) {
    throw refuseJql('Words about history, such as "during", are not known here', clause.position);
  }
  switch (operator.value) {
    case '=':
    case 'is':
      return isOneOf(field, [operand], context);
    case 'in':
      return isOneOf(field, listed(operand), context);
    case '!=':
    case 'is not':
      return isNoneOf(field, [operand], context);
    case 'not in':
      return isNoneOf(field, listed(operand), context);
    case '~':
      return containsText(field, operand);
    case '!~':
      return sql`(${field.column} is not null and not ${containsText(field, operand)})`;
    default:
      return sql`${field.column} ${sql.raw(operator.value)} ${compared(field, operand, context)}`;
  }
}

function listed(operand: Operand): readonly Operand[] {
  if (operand.operandType !== 'list') throw refuseJql('"in" needs a list in parentheses', operand.position);
  return operand.values;
}

function isOneOf(field: JqlField, operands: readonly Operand[], context: JqlContext): Condition {
  const choices = operands.map((operand) => isValue(field, operand, context));
  return choices.length === 1 && choices[0] ? choices[0] : sql`(${sql.join(choices, sql` or `)})`;
}

// As in Jira, what has no value is not unlike a value: `assignee != x` leaves out what is assigned to nobody.
function isNoneOf(field: JqlField, operands: readonly Operand[], context: JqlContext): Condition {
  return sql`${field.column} is not null and not coalesce(${isOneOf(field, operands, context)}, false)`;
}

function isValue(field: JqlField, operand: Operand, context: JqlContext): Condition {
  if (isEmptyOperand(field, operand)) return field.isEmpty ?? sql`false`;
  if (field.kind === 'moment' || field.kind === 'day' || field.kind === 'number') {
    return sql`${field.column} = ${compared(field, operand, context)}`;
  }
  if (operand.operandType === 'function' && field.kind === 'person') {
    requireFunction(operand, 'currentUser');
    return field.isAccount?.(context.viewerId) ?? sql`${field.column} = ${context.viewerId}`;
  }
  if (operand.operandType !== 'value' || !field.is) throw refuseValue(field, operand);
  const condition = field.is(operand.value);
  if (!condition) {
    throw refuseJql(`"${field.names[0]}" has no value "${operand.value}"`, operand.position);
  }
  return condition;
}

function isEmptyOperand(field: JqlField, operand: Operand): boolean {
  if (operand.operandType === 'keyword') return true;
  return (
    operand.operandType === 'value' && (field.emptyNames?.includes(operand.value.toLowerCase()) ?? false)
  );
}

function containsText(field: JqlField, operand: Operand): Condition {
  if (operand.operandType !== 'value' || !field.contains) throw refuseValue(field, operand);
  return field.contains(operand.value);
}

/** What a field of an order is compared with: a number, a point in time, or by the asking person's calendar a day. */
function compared(field: JqlField, operand: Operand, context: JqlContext) {
  if (field.kind === 'number') {
    const number = operand.operandType === 'value' ? Number(operand.value) : Number.NaN;
    if (!Number.isFinite(number)) {
      throw refuseJql(`"${field.names[0]}" is compared with a number, such as 2.5`, operand.position);
    }
    return sql`${number}::numeric`;
  }
  const point = moment(field, operand, context);
  if (field.kind !== 'day') return sql`${point}::timestamptz`;
  return sql`${dateJson(point, context.timeZone).iso8601.slice(0, 10)}::text`;
}

function moment(field: JqlField, operand: Operand, { now, timeZone }: JqlContext): Date {
  if (operand.operandType === 'function') {
    requireFunction(operand, 'now');
    return now;
  }
  const date = operand.operandType === 'value' ? momentOf(operand.value, now, timeZone) : null;
  if (!date) {
    throw refuseJql(
      `"${field.names[0]}" is compared with a time: -3d, "2026-01-31", "2026-01-31 09:30" or now()`,
      operand.position,
    );
  }
  return date;
}

function requireFunction(operand: Extract<Operand, { operandType: 'function' }>, name: string): void {
  const asked = operand.function.value;
  if (asked.toLowerCase() !== name.toLowerCase()) {
    throw refuseJql(`There is no function "${asked}" here; there is ${name}()`, operand.position);
  }
  if (operand.arguments.length > 0) throw refuseJql(`${name}() takes no arguments`, operand.position);
}

function refuseValue(field: JqlField, operand: Operand) {
  return refuseJql(`This is no value for "${field.names[0]}"`, operand.position);
}

function fieldNamed(
  name: string,
  position: Position | null,
  { customFields = [] }: JqlContext,
  properties = 0,
): JqlField {
  const wanted = name.toLowerCase();
  const known = [...jqlFields, ...customFields];
  const field = properties === 0 ? known.find(({ names }) => names.includes(wanted)) : undefined;
  if (!field) throw refuseJql(`There is no field "${name}" that queries know`, position);
  return field;
}
