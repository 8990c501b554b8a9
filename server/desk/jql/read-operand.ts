import type { FunctionOperand, Operand, OperatorValue } from '@atlaskit/jql-ast';
import type { JqlContext } from './context.ts';
import type { JqlField } from './field.ts';
import type { FunctionValue } from './functions/function.ts';
import { allJqlFunctions, jqlFunctionNamed } from './functions/registry.ts';
import { momentOf } from './moments.ts';
import { type RefusedJql, refuseJql } from './problems.ts';
import { closestTo } from './suggest.ts';

/** What an operand stands for. */
export type OperandValue = { readonly empty: true } | { readonly text: string } | FunctionValue;

/** What is asked of which field, as its name is written in the query. */
export interface Asked {
  readonly field: JqlField;
  readonly name: string;
  readonly operator: OperatorValue;
}

/**
 * Reads a single operand, which is no list.
 * @throws RefusedJql for a list, and for functions that do not exist, do not fit or are called wrongly
 */
export function readOperand(asked: Asked, operand: Operand, context: JqlContext): OperandValue {
  switch (operand.operandType) {
    case 'keyword':
      return { empty: true };
    case 'value':
      return asked.field.emptyNames?.includes(operand.value.toLowerCase())
        ? { empty: true }
        : { text: operand.value };
    case 'function':
      return callFunction(asked, operand, context);
    case 'list':
      throw refuseJql(
        `Operator '${asked.operator}' does not support the list value '${shown(operand)}' for field '${asked.name}'.`,
        operand.position,
      );
  }
}

/**
 * What `in` is followed by: each member of a list, those of lists within it too; or the one function that stands for a list.
 * @throws RefusedJql when it is neither
 */
export function listedOperands(asked: Asked, operand: Operand): readonly Operand[] {
  if (operand.operandType === 'list') return membersOf(operand);
  if (operand.operandType === 'function' && jqlFunctionNamed(operand.function.value)?.isList !== false) {
    return [operand];
  }
  throw refuseJql(
    `Operator '${asked.operator}' does not support the non-list value '${shown(operand)}' for field '${asked.name}'.`,
    operand.position,
  );
}

function membersOf(operand: Operand): readonly Operand[] {
  return operand.operandType === 'list' ? operand.values.flatMap(membersOf) : [operand];
}

/**
 * Reads an operand as a point in time: `-3d`, "2026-01-31", "2026-01-31 09:30", or what a function gives.
 * @throws RefusedJql when it is none
 */
export function readMoment(asked: Asked, operand: Operand, context: JqlContext): Date {
  const value = readOperand(asked, operand, context);
  if ('moment' in value) return value.moment;
  const date = 'text' in value ? momentOf(value.text, context.now, context.timeZone) : null;
  if (date) return date;
  throw refuseJql(
    `Date value '${shown(operand)}' for field '${asked.name}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', ` +
      `'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
    operand.position,
  );
}

function callFunction(asked: Asked, operand: FunctionOperand, context: JqlContext): FunctionValue {
  const { field, operator } = asked;
  const called = jqlFunctionNamed(operand.function.value);
  if (!called) {
    const meant = closestTo(
      operand.function.value,
      allJqlFunctions().map(({ name }) => name),
    );
    throw refuseJql(`Unable to find JQL function '${shown(operand)}'.`, operand.function.position, meant);
  }
  if (!fitsField(called, field)) {
    throw refuseJql(
      `A value provided by the function '${called.name}' is invalid for the field '${asked.name}'.`,
      operand.position,
    );
  }
  if (called.isList && !isForLists(operator)) {
    throw refuseJql(
      `Operator '${operator}' does not support the list value '${shown(operand)}' for field '${asked.name}'.`,
      operand.position,
    );
  }
  requireCount(operand, called.takes);
  return called.compile({ arguments: operand.arguments, field, operator, operand, context });
}

/** Whether a function can be used with a field. */
export function fitsField(
  { types, fits }: { types: readonly string[]; fits?: (field: JqlField) => boolean },
  field: JqlField,
): boolean {
  return fits ? fits(field) : types.some((type) => field.types.includes(type));
}

function isForLists(operator: OperatorValue): boolean {
  return operator === 'in' || operator === 'not in' || operator === 'was in' || operator === 'was not in';
}

function requireCount(operand: FunctionOperand, [least, most]: readonly [number, number]): void {
  const given = operand.arguments.length;
  if (given >= least && given <= most) return;
  const wanted = least === most ? `${least}` : given < least ? `at least ${least}` : `at most ${most}`;
  throw refuseJql(
    `Function '${operand.function.value}' expected '${wanted}' arguments but received '${given}'.`,
    operand.position,
  );
}

/** An operand as people know it from their query. */
export function shown(operand: Operand): string {
  switch (operand.operandType) {
    case 'keyword':
      return 'EMPTY';
    case 'value':
      return operand.value;
    case 'function':
      return `${operand.function.value}(${operand.arguments.map(({ text }) => text).join(', ')})`;
    case 'list':
      return `(${operand.values.map(shown).join(', ')})`;
  }
}

/** An operand is no value of the field. */
export function refuseOperand({ name, operator }: Asked, operand: Operand): RefusedJql {
  if (operand.operandType === 'keyword') {
    return refuseJql(
      `The field '${name}' does not support searching for EMPTY values with the operator '${operator}'.`,
      operand.position,
    );
  }
  return refuseJql(`The value '${shown(operand)}' is invalid for the field '${name}'.`, operand.position);
}
