import type { Field, Operand, TerminalClause } from '@atlaskit/jql-ast';
import { sql } from 'kysely';
import { textPattern } from '../../platform/formats/text-search.ts';
import type { Condition } from '../access-rules.ts';
import type { JqlContext } from './context.ts';
import { type JqlField, jqlTypes, orderedOperators } from './field.ts';
import { momentOf } from './moments.ts';
import { refuseJql } from './problems.ts';
import { type Asked, listedOperands, readOperand, refuseOperand, shown } from './read-operand.ts';

/** How queries ask for what programs keep with requests: issue.property[key].path. */
export const propertyFieldName = 'issue.property';

interface Asks {
  readonly key: string;
  /** from the value inwards */
  readonly path: readonly string[];
}

/**
 * The property of requests that a query asks for. Text, numbers and truth values are the same as written, also one of a list of them;
 * numbers and points in time are compared.
 * @throws RefusedJql when it is not said which property
 */
export function propertyField(asked: Field): JqlField {
  const [property] = asked.properties ?? [];
  const key = property?.key?.value;
  if (!key) {
    throw refuseJql(`Say which property of requests is meant: issue.property[key].path.`, asked.position);
  }
  const steps = (property.path ?? []).flatMap(({ value }) => value.split('.')).filter((step) => step !== '');
  const asks: Asks = { key, path: steps };
  return {
    names: [propertyFieldName],
    displayName: propertyFieldName,
    types: [jqlTypes.text],
    kind: 'reference',
    operators: [...orderedOperators, '~', '!~'],
    column: sql`request.id`,
    compile: (clause, context) => compileProperty(asks, clause, context),
  };
}

function compileProperty(asks: Asks, clause: TerminalClause, context: JqlContext): Condition {
  const { operator, operand, field } = clause;
  if (!operator || !operand) throw refuseJql(`'${field.value}' needs a value.`, clause.position);
  const asked: Asked = { field: propertyField(field), name: field.value, operator: operator.value };
  switch (operator.value) {
    case '=':
      return isOneOf(asks, asked, [operand], context);
    case '!=':
      return isNoneOf(asks, asked, [operand], context);
    case 'in':
      return isOneOf(asks, asked, listedOperands(asked, operand), context);
    case 'not in':
      return isNoneOf(asks, asked, listedOperands(asked, operand), context);
    case 'is':
      return sql`not ${isThere(asks)}`;
    case 'is not':
      return isThere(asks);
    case '~':
      return contains(asks, asked, operand);
    case '!~':
      return sql`(${isThere(asks)} and not ${contains(asks, asked, operand)})`;
    default:
      return isCompared(asks, asked, operand, context);
  }
}

function some({ key }: Asks, condition: Condition): Condition {
  return sql`exists(select from request_property property
    where property.request_id = request.id and property.key = ${key} and ${condition})`;
}

function isThere(asks: Asks): Condition {
  return some(asks, sql`coalesce(property.value #> ${asks.path}::text[], 'null') <> 'null'`);
}

function isOneOf(asks: Asks, asked: Asked, operands: readonly Operand[], context: JqlContext): Condition {
  const choices = operands.map((operand) => {
    const value = readOperand(asked, operand, context);
    if ('empty' in value) return sql`not ${isThere(asks)}`;
    if (!('text' in value)) throw refuseOperand(asked, operand);
    const same = valuesWritten(value.text).flatMap((each) => [each, [each]]);
    const is = same.map((each) => sql`property.value @> ${JSON.stringify(within(asks.path, each))}::jsonb`);
    return some(asks, sql`(${sql.join(is, sql` or `)})`);
  });
  return sql`(${sql.join(choices, sql` or `)})`;
}

function isNoneOf(asks: Asks, asked: Asked, operands: readonly Operand[], context: JqlContext): Condition {
  return sql`(${isThere(asks)} and not ${isOneOf(asks, asked, operands, context)})`;
}

/** What is written may be text, a number or a truth value. */
function valuesWritten(text: string): unknown[] {
  if (text === 'true' || text === 'false') return [text, text === 'true'];
  return isNumber(text) ? [text, Number(text)] : [text];
}

function isNumber(text: string): boolean {
  return /^[-+]?\d{1,15}(?:\.\d{1,15})?$/.test(text);
}

/** The value as it stands at a path. */
function within(path: readonly string[], value: unknown): unknown {
  return path.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value);
}

function contains({ key, path }: Asks, asked: Asked, operand: Operand): Condition {
  if (operand.operandType !== 'value') throw refuseOperand(asked, operand);
  return some({ key, path }, sql`property.value #>> ${path}::text[] ilike ${textPattern(operand.value)}`);
}

function isCompared(asks: Asks, asked: Asked, operand: Operand, context: JqlContext): Condition {
  const value = readOperand(asked, operand, context);
  const path = `$${asks.path.map((step) => `.${JSON.stringify(step)}`).join('')}`;
  if ('text' in value && isNumber(value.text)) {
    return some(
      asks,
      sql`jsonb_path_exists(property.value, ${`${path} ? (@ ${asked.operator} $than)`}::jsonpath,
        jsonb_build_object('than', ${value.text}::numeric), true)`,
    );
  }
  const moment =
    'moment' in value
      ? value.moment
      : 'text' in value
        ? momentOf(value.text, context.now, context.timeZone)
        : null;
  if (!moment) {
    throw refuseJql(
      `The value '${shown(operand)}' for field '${asked.name}' is no number and no date.`,
      operand.position,
    );
  }
  const than = moment.toISOString().replace(/\.\d+Z$/, '+00:00');
  return some(
    asks,
    sql`jsonb_path_exists_tz(property.value, ${`${path} ? (@.datetime() ${asked.operator} $than.datetime())`}::jsonpath,
      jsonb_build_object('than', ${than}::text), true)`,
  );
}
