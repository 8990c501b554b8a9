import type { Operand, OperatorValue, TerminalClause } from '@atlaskit/jql-ast';
import { type SqlBool, sql } from 'kysely';
import { dateJson } from '../../platform/formats/dates.ts';
import type { Condition } from '../access-rules.ts';
import type { JqlContext } from './context.ts';
import { historyOperators, type JqlField } from './field.ts';
import { compileHistory } from './history/compile-history.ts';
import { refuseJql } from './problems.ts';
import {
  type Asked,
  listedOperands,
  type OperandValue,
  readMoment,
  readOperand,
  refuseOperand,
  shown,
} from './read-operand.ts';

const opposites: Readonly<Partial<Record<OperatorValue, OperatorValue>>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
  '~': '!~',
  '!~': '~',
  in: 'not in',
  'not in': 'in',
  is: 'is not',
  'is not': 'is',
  was: 'was not',
  'was not': 'was',
  'was in': 'was not in',
  'was not in': 'was in',
};

/**
 * Translates one condition of a query.
 *
 * @param isNegated it stands under `not`: the opposite of its operator is meant
 * @throws RefusedJql
 */
export function compileTerminal(
  clause: TerminalClause,
  field: JqlField,
  isNegated: boolean,
  context: JqlContext,
): Condition {
  const written = clause.operator?.value;
  if (!written) throw refuseJql(`'${clause.field.value}' needs an operator and a value.`, clause.position);
  requireOperator(clause, field, written);
  const opposite = opposites[written];
  const isTurned = isNegated && opposite !== undefined && isSupported(field, opposite);
  const operator = isTurned ? opposite : written;
  const condition = compileAs(clause, field, operator, context);
  if (!isNegated || isTurned) return condition;
  // What changed is never unknown, and a plain NOT lets the database choose how to ask it.
  return operator === 'changed'
    ? sql<SqlBool>`not ${condition}`
    : sql<SqlBool>`not coalesce((${condition}), false)`;
}

function isSupported(field: JqlField, operator: OperatorValue): boolean {
  if (historyOperators.includes(operator) && !field.compile) return field.history !== undefined;
  return field.operators.includes(operator);
}

function requireOperator(
  { field: { value }, operator }: TerminalClause,
  field: JqlField,
  written: OperatorValue,
) {
  const position = operator?.position ?? null;
  if (field.isSortOnly) {
    throw refuseJql(`The field '${value}' can only be used in ORDER BY.`, position);
  }
  if (isSupported(field, written)) return;
  if (historyOperators.includes(written)) {
    throw refuseJql(`History searches do not support the '${value}' field.`, position);
  }
  throw refuseJql(`The operator '${written}' is not supported by the '${value}' field.`, position);
}

function compileAs(
  clause: TerminalClause,
  field: JqlField,
  operator: OperatorValue,
  context: JqlContext,
): Condition {
  if (field.compile) return field.compile(withOperator(clause, operator), context);
  if (historyOperators.includes(operator)) {
    return compileHistory(field, withOperator(clause, operator), context);
  }
  const asked: Asked = { field, name: clause.field.value, operator };
  const { operand } = clause;
  if (!operand) throw refuseJql(`'${asked.name}' needs a value.`, clause.position);
  if (clause.predicates.length > 0) {
    throw refuseJql(
      `Only 'was' and 'changed' can be followed by '${clause.predicates[0]?.operator.value}'.`,
      clause.position,
    );
  }
  switch (operator) {
    case '=':
      return isOneOf(asked, [operand], context);
    case '!=':
      return isNoneOf(asked, [operand], context);
    case 'in':
      return isOneOf(asked, listedOperands(asked, operand), context);
    case 'not in':
      return isNoneOf(asked, listedOperands(asked, operand), context);
    case 'is':
      return emptiness(asked, operand);
    case 'is not':
      return sql`not ${emptiness(asked, operand)}`;
    case '~':
      return containsText(asked, operand, context);
    case '!~':
      return sql`(not ${isEmpty(field)} and not coalesce(${containsText(asked, operand, context)}, false))`;
    default:
      return isCompared(asked, operand, context);
  }
}

/** The same clause with another operator, for fields that take it whole. */
function withOperator(clause: TerminalClause, value: OperatorValue): TerminalClause {
  if (!clause.operator || clause.operator.value === value) return clause;
  const operator = Object.assign(Object.create(Object.getPrototypeOf(clause.operator)), clause.operator, {
    value,
  });
  return Object.assign(Object.create(Object.getPrototypeOf(clause)), clause, { operator }) as TerminalClause;
}

function isEmpty({ isEmpty: condition }: JqlField): Condition {
  return condition ?? sql<SqlBool>`false`;
}

function emptiness(asked: Asked, operand: Operand): Condition {
  if (operand.operandType !== 'keyword') {
    throw refuseJql(
      `The value '${shown(operand)}' is invalid for the operator '${asked.operator}': only EMPTY and NULL can follow it.`,
      operand.position,
    );
  }
  return isEmpty(asked.field);
}

function isOneOf(asked: Asked, operands: readonly Operand[], context: JqlContext): Condition {
  const { field } = asked;
  const choices: Condition[] = [];
  const texts: string[] = [];
  for (const operand of operands) {
    if (isOrdered(field) && !isEmptyWord(field, operand)) {
      choices.push(some(field, sql`${field.column} = ${compared(asked, operand, context)}`));
      continue;
    }
    const value = readOperand(asked, operand, context);
    if ('text' in value && field.isAny && field.is) texts.push(value.text);
    else if ('values' in value && field.isAny && field.is) texts.push(...value.values);
    else choices.push(...isValue(asked, operand, value));
  }
  const [only] = texts;
  if (only !== undefined) {
    const condition = texts.length === 1 ? field.is?.(only) : field.isAny?.([...new Set(texts)]);
    choices.push(condition ?? sql<SqlBool>`false`);
  }
  if (choices.length === 0) return sql<SqlBool>`false`;
  return choices.length === 1 && choices[0] ? choices[0] : sql`(${sql.join(choices, sql` or `)})`;
}

// As in Jira, what has no value is not unlike a value: `assignee != x` leaves out what is assigned to nobody.
function isNoneOf(asked: Asked, operands: readonly Operand[], context: JqlContext): Condition {
  const none = sql<SqlBool>`not coalesce(${isOneOf(asked, operands, context)}, false)`;
  return asked.field.isEmpty ? sql`(not ${asked.field.isEmpty} and ${none})` : none;
}

function isValue(asked: Asked, operand: Operand, value: OperandValue): Condition[] {
  const { field } = asked;
  if ('empty' in value) return [isEmpty(field)];
  if ('condition' in value) return [value.condition];
  if ('account' in value && field.isAccount) return [field.isAccount(value.account)];
  if ('accounts' in value && field.isAccountOf) return [field.isAccountOf(value.accounts)];
  if ('requests' in value && field.isRequestOf) return [field.isRequestOf(value.requests)];
  if (!field.is) throw refuseOperand(asked, operand);
  const { is } = field;
  if ('text' in value) return [is(value.text) ?? sql<SqlBool>`false`];
  if ('values' in value) return value.values.map((each) => is(each) ?? sql<SqlBool>`false`);
  throw refuseOperand(asked, operand);
}

/** Without `some`, a request has one value, and `column` is it. */
function some({ some: has }: JqlField, condition: Condition): Condition {
  return has ? has(condition) : condition;
}

function isCompared(asked: Asked, operand: Operand, context: JqlContext): Condition {
  const { field, operator } = asked;
  if (!field.isCompared) {
    return some(field, sql`${field.column} ${sql.raw(operator)} ${compared(asked, operand, context)}`);
  }
  const value = readOperand(asked, operand, context);
  if (!('text' in value)) throw refuseOperand(asked, operand);
  const condition = field.isCompared(operator as '<' | '<=' | '>' | '>=', value.text);
  if (!condition) throw refuseOperand(asked, operand);
  return condition;
}

function isOrdered({ kind }: JqlField): boolean {
  return kind === 'moment' || kind === 'day' || kind === 'number';
}

function isEmptyWord({ emptyNames }: JqlField, operand: Operand): boolean {
  if (operand.operandType === 'keyword') return true;
  return operand.operandType === 'value' && (emptyNames?.includes(operand.value.toLowerCase()) ?? false);
}

function containsText(asked: Asked, operand: Operand, context: JqlContext): Condition {
  const value = readOperand(asked, operand, context);
  if ('condition' in value) return value.condition;
  if (!('text' in value) || !asked.field.contains) throw refuseOperand(asked, operand);
  return asked.field.contains(value.text);
}

/** What a field of an order is compared with: a number, a point in time, or by the asking person's calendar a day. */
function compared(asked: Asked, operand: Operand, context: JqlContext) {
  const { kind } = asked.field;
  if (kind === 'number') {
    const value = readOperand(asked, operand, context);
    const number = 'text' in value ? numberIn(asked.field, value.text) : null;
    if (number === null) {
      throw refuseJql(
        `The value '${shown(operand)}' for field '${asked.name}' is not a number.`,
        operand.position,
      );
    }
    return sql`${number}::numeric`;
  }
  if (kind !== 'day' && kind !== 'moment') throw refuseOperand(asked, operand);
  const point = readMoment(asked, operand, context);
  if (kind === 'moment') return sql`${point}::timestamptz`;
  return sql`${dateJson(point, context.timeZone).iso8601.slice(0, 10)}::text`;
}

function numberIn({ numberOf }: JqlField, text: string): number | null {
  if (numberOf) return numberOf(text);
  const number = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,2})?\s*$/i.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : null;
}
