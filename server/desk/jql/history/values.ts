import type { Operand } from '@atlaskit/jql-ast';
import { type RawBuilder, sql } from 'kysely';
import type { Condition } from '../../access-rules.ts';
import type { JqlContext } from '../context.ts';
import type { JqlField } from '../field.ts';
import { accountsNamed } from '../people.ts';
import { refuseJql } from '../problems.ts';
import { type Asked, readOperand, refuseOperand, shown } from '../read-operand.ts';
import { type ChoiceField, choiceTables, type Occurrence } from './names.ts';

/** A value that history is asked for. */
export interface ReadHistoryValue {
  /** over `change_item change`: that this is what it changed from, or to */
  was(side: 'from' | 'to'): Condition;
  /** over `request`: that it is so now */
  readonly isNow: Condition;
  readonly occurrence: Occurrence;
}

/** That one of them is so. */
export function anyOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`;
}

/**
 * Reads the values that history is asked for: by their ids, by the names that they have, and by those that they had.
 * @throws RefusedJql for what is no value of the field
 */
export function readHistoryValues(
  asked: Asked,
  operands: readonly Operand[],
  context: JqlContext,
): ReadHistoryValue[] {
  return operands.flatMap((operand): ReadHistoryValue | ReadHistoryValue[] => {
    const { field } = asked;
    const value = readOperand(asked, operand, context);
    if ('empty' in value) return emptyValue(field);
    if ('account' in value && field.isAccount) {
      return accountsValue(field, sql`select ${value.account}::bigint`, field.isAccount(value.account));
    }
    if ('accounts' in value && field.isAccountOf) {
      return accountsValue(field, value.accounts, field.isAccountOf(value.accounts));
    }
    const texts = 'text' in value ? [value.text] : 'values' in value ? value.values : null;
    if (!texts) throw refuseOperand(asked, operand);
    if (field.kind === 'day' || field.kind === 'moment') {
      throw refuseJql(
        `The history of '${asked.name}' can be searched for EMPTY, not for '${shown(operand)}'.`,
        operand.position,
      );
    }
    return texts.map((text) => namedValue(field, text, context));
  });
}

function emptyValue(field: JqlField): ReadHistoryValue {
  return {
    was: (side) => sql`${valueAt(side)} is null`,
    isNow: field.isEmpty ?? sql`false`,
    // Most begin empty.
    occurrence: 'many',
  };
}

/** @param accounts selects account.id */
function accountsValue(field: JqlField, accounts: RawBuilder<unknown>, isNow: Condition): ReadHistoryValue {
  const ids = sql`array(select a.account_id from account a where a.id in (${accounts}))`;
  return { was: (side) => isAmong(field, side, ids), isNow, occurrence: 'some' };
}

function namedValue(field: JqlField, text: string, context: JqlContext): ReadHistoryValue {
  const changed = field.history?.field ?? '';
  if (changed in choiceTables) return choiceValue(changed as ChoiceField, text, context);
  if (field.kind === 'person') {
    return accountsValue(field, accountsNamed(text), field.is?.(text) ?? sql`false`);
  }
  const isNow = field.is?.(text) ?? (field.kind === 'number' ? isNumber(field, text) : sql<boolean>`false`);
  const asText = (side: 'from' | 'to') => sql<boolean>`${valueAt(side)} = left(lower(${text}), 200)`;
  if (field.kind !== 'reference') return { was: asText, isNow, occurrence: 'some' };
  const ids = sql`array(select o.id::text from field_option o
    where o.field_id = ${field.cfid ?? changed.replace('customfield_', '')}::bigint
      and (lower(o.value) = lower(${text}) or o.id::text = ${text})
    union ${formerlyNamed(changed, text)})`;
  return {
    was: (side) =>
      sql`(${isAmong(field, side, ids)} or lower(${sql.ref(`change.${side}_text`)}) = lower(${text}))`,
    isNow,
    occurrence: 'some',
  };
}

function isNumber({ column }: JqlField, text: string): Condition {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? sql`${column} = ${number}::numeric` : sql`false`;
}

function valueAt(side: 'from' | 'to'): RawBuilder<string | null> {
  return sql.ref(`change.${side}_value`);
}

/** Of several people or options the history names all: `[10100, 10101]`, or without the brackets. */
function isAmong(field: JqlField, side: 'from' | 'to', ids: RawBuilder<unknown>): Condition {
  const isOne = field.history?.field === 'assignee' || field.history?.field === 'reporter';
  if (isOne) return sql`${valueAt(side)} = any(${ids})`;
  return sql`string_to_array(translate(${valueAt(side)}, '[]', ''), ', ') && ${ids}`;
}

/** What is one of a list has a name that may change; the history knows its id. */
function choiceValue(changed: ChoiceField, text: string, { historyNames }: JqlContext): ReadHistoryValue {
  const ids = historyNames?.idsOf(changed, text) ?? [];
  const [only] = ids;
  if (only === undefined) return { was: () => sql`false`, isNow: sql`false`, occurrence: 'few' };
  const isNow = {
    status: () => isOneOf('request.status_id', ids),
    priority: () => isOneOf('request.priority_id', ids),
    requesttype: () => isOneOf('request.request_type_id', ids),
    organization: () => isOneOf('request.organization_id', ids),
    resolution: () =>
      sql<boolean>`request.resolution = any(array(select r.name from resolution r where r.id = any(${ids}::bigint[])))`,
  };
  return {
    was: (side) =>
      ids.length === 1
        ? sql<boolean>`${valueAt(side)} = ${only}`
        : sql<boolean>`${valueAt(side)} = any(${ids}::text[])`,
    isNow: isNow[changed](),
    occurrence: historyNames?.occurrenceOf(changed, text) ?? 'some',
  };
}

function isOneOf(column: string, ids: readonly string[]): Condition {
  return ids.length === 1
    ? sql`${sql.ref(column)} = ${ids[0]}::bigint`
    : sql`${sql.ref(column)} = any(${ids}::bigint[])`;
}

function formerlyNamed(changed: string, text: string): RawBuilder<unknown> {
  return sql`select f.value from former_name f where f.field = ${changed} and lower(f.name) = lower(${text})`;
}
