import type { TerminalClause } from '@atlaskit/jql-ast';
import { sql } from 'kysely';
import type { Condition } from '../../access-rules.ts';
import type { JqlContext } from '../context.ts';
import type { JqlField } from '../field.ts';
import { refuseJql } from '../problems.ts';
import { type Asked, listedOperands, refuseOperand } from '../read-operand.ts';
import { mostOf } from './names.ts';
import { type HistoryPredicates, readPredicates } from './predicates.ts';
import { anyOf, type ReadHistoryValue, readHistoryValues } from './values.ts';

/**
 * Translates a clause about what a field was or how it changed: `was`, `was not`, `was in`, `was not in` and `changed`, with
 * `from`, `to`, `by`, `before`, `after`, `on` and `during`.
 *
 * A field has a value from when it became so until it became something else; what it was when the request was created counts. It
 * `was` as asked if some such span had one of the values, was made so by one of those people, and meets the times: it began before
 * `before`, was not over by `after`, and shares a moment with the day of `on` or the span of `during`. It `changed` as asked if one
 * change was from, to, by and at what is said.
 *
 * @throws RefusedJql
 */
export function compileHistory(field: JqlField, clause: TerminalClause, context: JqlContext): Condition {
  const name = clause.field.value;
  const operator = clause.operator?.value ?? 'changed';
  const { operand, predicates } = clause;
  if (!field.history) {
    throw refuseJql(
      `History searches do not support the '${name}' field.`,
      clause.operator?.position ?? null,
    );
  }
  const changed = field.history.field;
  const asked: Asked = { field, name, operator };
  if (operator === 'changed') {
    if (operand) throw refuseOperand(asked, operand);
    return hasChanged(changed, readPredicates(asked, predicates, context));
  }
  if (!operand) throw refuseJql(`'${name}' needs a value.`, clause.position);
  const read = readPredicates(asked, predicates, context);
  const operands = operator.endsWith('in') ? listedOperands(asked, operand) : [operand];
  const values = readHistoryValues(asked, operands, context);
  return operator.startsWith('was not')
    ? sql`(not ${hasBeen(changed, values, read, 'for all')})`
    : hasBeen(changed, values, read, 'for a list');
}

function hasChanged(changed: string, { from, to, by, moments }: HistoryPredicates): Condition {
  const conditions: Condition[] = [sql`change.field = ${changed}`];
  if (from) conditions.push(anyOf(from.map((value) => value.was('from'))));
  if (to) conditions.push(anyOf(to.map((value) => value.was('to'))));
  if (by) conditions.push(by(sql.ref('change.author_id')));
  for (const { kind, start, end } of moments) {
    if (kind === 'before') conditions.push(sql`change.at < ${start}::timestamptz`);
    if (kind === 'after') conditions.push(sql`change.at > ${start}::timestamptz`);
    if (kind === 'on') {
      conditions.push(sql`change.at >= ${start}::timestamptz and change.at < ${end}::timestamptz`);
    }
    if (kind === 'during')
      conditions.push(sql`change.at between ${start}::timestamptz and ${end}::timestamptz`);
  }
  return sql`exists(select from change_item change
    where change.request_id = request.id and ${sql.join(conditions, sql` and `)})`;
}

/**
 * Spans that are over are in the changes that ended them; those that last are what the requests have now. Where there are few, they
 * are looked up and lead to the requests; where there are many, each request is asked, and a list stops when it has enough.
 */
function hasBeen(
  changed: string,
  values: readonly ReadHistoryValue[],
  { by, moments }: HistoryPredicates,
  asks: 'for all' | 'for a list',
): Condition {
  const over: Condition[] = [sql`change.field = ${changed}`, anyOf(values.map((value) => value.was('from')))];
  const lasting: Condition[] = [anyOf(values.map(({ isNow }) => isNow))];
  const last = sql`from change_item change
    where change.request_id = request.id and change.field = ${changed} order by change.id desc limit 1`;
  const since = sql`coalesce((select change.at ${last}), request.created_at)`;
  // No span begins before its request: an index says so of many, without asking for their history.
  const born: Condition[] = [];
  const beganBefore = (point: Date, sign: '<' | '<=') => {
    over.push(sql`change.from_at ${sql.raw(sign)} ${point}::timestamptz`);
    born.push(sql`request.created_at ${sql.raw(sign)} ${point}::timestamptz`);
    lasting.push(sql`${since} ${sql.raw(sign)} ${point}::timestamptz`);
  };
  const wasNotOverBy = (point: Date) => over.push(sql`change.at > ${point}::timestamptz`);
  if (by) {
    over.push(by(sql.ref('change.from_by')));
    lasting.push(
      by(
        sql`coalesce((select coalesce(change.author_id, 0) ${last}), request.creator_id, request.reporter_id)`,
      ),
    );
  }
  for (const { kind, start, end } of moments) {
    if (kind === 'before') beganBefore(start, '<');
    if (kind === 'after') wasNotOverBy(start);
    if (kind === 'on') beganBefore(end, '<');
    if (kind === 'during') beganBefore(end, '<=');
    if (kind === 'on' || kind === 'during') wasNotOverBy(start);
  }
  const overThen = sql.join(over, sql` and `);
  const lastingNow = sql.join([...born, ...lasting], sql` and `);
  const occurrence = mostOf(values.map((value) => value.occurrence));
  if (occurrence === 'few') {
    return sql`request.id in (
      select change.request_id from change_item change where ${overThen}
      union all
      select request.id from request where ${lastingNow})`;
  }
  // Compared in a way that no table of hashes answers: one would be made of all, for a list that needs some of them.
  const oneByOne =
    asks === 'for a list' && occurrence === 'many' ? sql`and change.request_id >= request.id` : sql``;
  const had = sql`(coalesce((${sql.join(lasting, sql` and `)}), false) or exists(select from change_item change
    where change.request_id = request.id ${oneByOne} and ${overThen}))`;
  return sql`(${sql.join([...born, had], sql` and `)})`;
}
