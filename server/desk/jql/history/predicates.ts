import type { Operand, Predicate } from '@atlaskit/jql-ast';
import { type RawBuilder, sql } from 'kysely';
import { dateJson, instantOf } from '../../../platform/formats/dates.ts';
import type { Condition } from '../../access-rules.ts';
import type { JqlContext } from '../context.ts';
import { type JqlField, jqlTypes } from '../field.ts';
import { accountsNamed } from '../people.ts';
import { refuseJql } from '../problems.ts';
import { type Asked, readMoment, readOperand, refuseOperand } from '../read-operand.ts';
import { type ReadHistoryValue, readHistoryValues } from './values.ts';

/** A time that history is narrowed to; `end` of a moment alone is its `start`. */
interface HistoryMoment {
  readonly kind: 'before' | 'after' | 'on' | 'during';
  readonly start: Date;
  readonly end: Date;
}

/** What follows `was` and `changed`. */
export interface HistoryPredicates {
  readonly from: readonly ReadHistoryValue[] | null;
  readonly to: readonly ReadHistoryValue[] | null;
  /** that the account.id in a column is one of those people's */
  readonly by: ((column: RawBuilder<unknown>) => Condition) | null;
  readonly moments: readonly HistoryMoment[];
}

/**
 * Reads what history is narrowed to.
 * @throws RefusedJql for what does not fit, and for what is said twice
 */
export function readPredicates(
  asked: Asked,
  predicates: readonly Predicate[],
  context: JqlContext,
): HistoryPredicates {
  let from: HistoryPredicates['from'] = null;
  let to: HistoryPredicates['to'] = null;
  let by: HistoryPredicates['by'] = null;
  const moments: HistoryMoment[] = [];
  const said = new Set<string>();
  for (const { operator, operand, position } of predicates) {
    const word = operator.value;
    if (said.has(word)) throw refuseJql(`'${word}' is said twice.`, operator.position);
    said.add(word);
    if (!operand) throw refuseJql(`'${word}' needs a value.`, position);
    switch (word) {
      case 'from':
      case 'to': {
        if (asked.operator !== 'changed') {
          throw refuseJql(`The predicate '${word}' can only be used with 'changed'.`, operator.position);
        }
        const values = readHistoryValues({ ...asked, operator: 'was in' }, listed(operand), context);
        if (word === 'from') from = values;
        else to = values;
        break;
      }
      case 'by':
        by = people(asked, listed(operand), context);
        break;
      case 'during':
        moments.push(span(asked, operand, context));
        break;
      case 'on':
        moments.push({ kind: 'on', ...dayOf(moment(asked, word, operand, context), context) });
        break;
      case 'before':
      case 'after': {
        const start = moment(asked, word, operand, context);
        moments.push({ kind: word, start, end: start });
        break;
      }
      default:
        throw refuseJql(`There is no predicate '${word}'.`, operator.position);
    }
  }
  return { from, to, by, moments };
}

function listed(operand: Operand): readonly Operand[] {
  return operand.operandType === 'list' ? operand.values.flatMap(listed) : [operand];
}

/** What a predicate is about, as a field whose values it takes. */
function predicateField(kind: 'moment' | 'person', type: string): JqlField {
  return { names: [], displayName: '', types: [type], kind, operators: [], column: sql`null` };
}
const pointInTime = predicateField('moment', jqlTypes.date);
const person = predicateField('person', jqlTypes.user);

function moment({ name }: Asked, word: string, operand: Operand, context: JqlContext): Date {
  return readMoment({ field: pointInTime, name: `${name} ${word}`, operator: '=' }, operand, context);
}

function span(asked: Asked, operand: Operand, context: JqlContext): HistoryMoment {
  const [first, second, ...others] = operand.operandType === 'list' ? operand.values : [];
  if (!first || !second || others.length > 0) {
    throw refuseJql(`'during' takes two dates: during ("2026-01-01", "2026-01-31").`, operand.position);
  }
  return {
    kind: 'during',
    start: moment(asked, 'during', first, context),
    end: moment(asked, 'during', second, context),
  };
}

/** The day by the clocks of whoever asks. */
function dayOf(point: Date, { timeZone }: JqlContext): { start: Date; end: Date } {
  const [year = 0, month = 1, day = 1] = dateJson(point, timeZone)
    .iso8601.slice(0, 10)
    .split('-')
    .map(Number);
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  const midnight = { hour: 0, minute: 0 };
  return {
    start: instantOf({ year, month, day, ...midnight }, timeZone) ?? point,
    end:
      instantOf(
        { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate(), ...midnight },
        timeZone,
      ) ?? point,
  };
}

function people({ name }: Asked, operands: readonly Operand[], context: JqlContext): HistoryPredicates['by'] {
  const asked: Asked = { field: person, name: `${name} by`, operator: 'in' };
  const ids: string[] = [];
  const accounts: RawBuilder<unknown>[] = [];
  for (const operand of operands) {
    const value = readOperand(asked, operand, context);
    if ('account' in value) ids.push(value.account);
    else if ('accounts' in value) accounts.push(value.accounts);
    else {
      const names = 'text' in value ? [value.text] : 'values' in value ? value.values : null;
      if (!names) throw refuseOperand(asked, operand);
      accounts.push(...names.map(accountsNamed));
    }
  }
  const known = (column: RawBuilder<unknown>): Condition =>
    ids.length === 1 ? sql`${column} = ${ids[0]}::bigint` : sql`${column} = any(${ids}::bigint[])`;
  if (accounts.length === 0) return known;
  const looked = sql.join(accounts, sql` union all `);
  return (column) =>
    ids.length === 0
      ? sql`${column} = any(array(${looked}))`
      : sql`(${known(column)} or ${column} = any(array(${looked})))`;
}
