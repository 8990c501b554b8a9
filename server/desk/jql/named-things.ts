import type { Clause, Operand, OperatorValue, Position, TerminalClause } from '@atlaskit/jql-ast';
import type { RawBuilder } from 'kysely';
import type { Person } from '../access-rules.ts';
import { isId } from '../addresses.ts';
import type { JqlContext } from './context.ts';
import { historyOperators, type JqlField } from './field.ts';
import { jqlFunctionNamed } from './functions/registry.ts';
import { fieldsNamed } from './named-fields.ts';
import { RefusedJql } from './problems.ts';
import { fitsField } from './read-operand.ts';

/** A value that a query names, of which there may be none. */
export interface NamedThing {
  /** whether there is; false: there is not */
  readonly is: RawBuilder<boolean> | false;
  /** what is said when not */
  readonly message: string;
  readonly position: Position | null;
  readonly field?: JqlField;
  readonly value?: string;
}

const most = 1_000;

/** The values that a query names and that a person may or may not know of; what else is wrong with it is left out. */
export function namedThings(clause: Clause, person: Person, context: JqlContext): NamedThing[] {
  return inClause(clause, person, context).slice(0, most);
}

function inClause(clause: Clause, person: Person, context: JqlContext): NamedThing[] {
  switch (clause.clauseType) {
    case 'compound':
      return clause.clauses.flatMap((part) => inClause(part, person, context));
    case 'not':
      return inClause(clause.clause, person, context);
    case 'terminal':
      return inTerminal(clause, person, context);
  }
}

function inTerminal(clause: TerminalClause, person: Person, context: JqlContext): NamedThing[] {
  const { field: asked, operator, operand } = clause;
  // What was once so named counts in history, and may be no more.
  if (!operator || !operand || historyOperators.includes(operator.value)) return [];
  try {
    const fields = fieldsNamed(asked, context);
    const [first] = fields;
    // A value of one of several fields with one name will do.
    if (!first || fields.length > 1) return [];
    return inOperand(operand, { field: first, name: asked.value, operator: operator.value, person });
  } catch (error) {
    if (error instanceof RefusedJql) return [];
    throw error;
  }
}

interface Use {
  readonly field: JqlField;
  readonly name: string;
  readonly operator: OperatorValue;
  readonly person: Person;
}

function inOperand(operand: Operand, use: Use): NamedThing[] {
  const { field, name, operator, person } = use;
  switch (operand.operandType) {
    case 'keyword':
      return [];
    case 'list':
      return operand.values.flatMap((each) => inOperand(each, use));
    case 'function': {
      const called = jqlFunctionNamed(operand.function.value);
      if (!called?.exists || !fitsField(called, field)) return [];
      const asked = called.exists({ arguments: operand.arguments, field, operator, operand }, person);
      return asked ? [{ ...asked, position: operand.position }] : [];
    }
    case 'value': {
      const { value, position } = operand;
      if (operator === '~' || operator === '!~' || field.emptyNames?.includes(value.toLowerCase())) return [];
      const is = field.exists ? field.exists(value, person) : isUnknown(field, value) ? false : null;
      if (is === null) return [];
      return [{ is, message: noSuch(field, name, value), position, field, value }];
    }
  }
}

function noSuch({ suggest, is, kind }: JqlField, name: string, value: string): string {
  if (suggest === 'issue') return `An issue with key '${value}' does not exist for field '${name}'.`;
  if (kind === 'reference' && is && isId(value)) {
    return `A value with ID '${value}' does not exist for the field '${name}'.`;
  }
  return `The value '${value}' does not exist for the field '${name}'.`;
}

/** Of fields that know all their values. */
function isUnknown({ is, compile, kind }: JqlField, value: string): boolean {
  return !compile && kind === 'reference' && is?.(value) === null;
}
