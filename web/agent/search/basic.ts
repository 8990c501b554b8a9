import { quoted, type Token, tokenize, unquoted } from '../../kit/jql/tokens.ts';
import { type Bound, isComparison, type Range } from './ranges.ts';

/** A query that can be put together by choosing: all conditions hold at once. */
export interface BasicQuery {
  /** words that are looked for anywhere in a request; blank: none */
  readonly text: string;
  /** chosen values by field, in the order in which the fields are shown */
  readonly choices: readonly Choice[];
  /** bounds by field: of dates and numbers */
  readonly ranges: readonly Range[];
  /** what stands behind ORDER BY; blank: nothing */
  readonly orderBy: string;
}

/** The values of a field, one of which a request must have. */
export interface Choice {
  /** as it is written in a query, without quotes */
  readonly field: string;
  readonly values: readonly string[];
}

/** A value of a choice that stands for none. */
export const noValue = 'EMPTY';

/** Why a query cannot be shown as choices. */
export type NotBasic =
  | { readonly reason: 'or' | 'not' | 'brackets' | 'syntax' }
  | { readonly reason: 'operator'; readonly field: string; readonly operator: string }
  | { readonly reason: 'twice' | 'function' | 'unknown' | 'values' | 'bounds'; readonly field: string };

const sameField = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/**
 * The query as choices and bounds, or why it is not of that kind.
 *
 * @param isMeasured whether the field of this name has bounds rather than choices
 */
export function readBasic(jql: string, isMeasured: (field: string) => boolean): BasicQuery | NotBasic {
  const tokens = tokenize(jql);
  const choices: Choice[] = [];
  const ranges: Range[] = [];
  let text = '';
  let at = 0;
  const word = (index: number) =>
    tokens[index]?.kind === 'word' ? (tokens[index]?.text.toLowerCase() ?? '') : '';

  while (at < tokens.length && word(at) !== 'order') {
    if (choices.length > 0 || ranges.length > 0 || text !== '') {
      if (word(at) === 'or' || tokens[at]?.text.startsWith('|')) return { reason: 'or' };
      if (word(at) !== 'and' && !tokens[at]?.text.startsWith('&')) return { reason: 'syntax' };
      at += 1;
    }
    const clause = readClause(tokens, at, isMeasured);
    if ('reason' in clause) return clause;
    at = clause.next;
    if (clause.text !== undefined) {
      if (text !== '') return { reason: 'twice', field: 'text' };
      text = clause.text;
    } else if (clause.bound !== undefined) {
      const { field, bound } = clause;
      const index = ranges.findIndex((range) => sameField(range.field, field));
      const others = ranges[index]?.bounds ?? [];
      if (!isBesides(bound, others)) return { reason: 'twice', field };
      if (index < 0) ranges.push({ field, bounds: [bound] });
      else ranges[index] = { field, bounds: [...others, bound] };
    } else {
      if (choices.some(({ field }) => sameField(field, clause.choice.field))) {
        return { reason: 'twice', field: clause.choice.field };
      }
      choices.push(clause.choice);
    }
  }
  const order = tokens[at];
  if (!order) return { text, choices, ranges, orderBy: '' };
  const by = tokens[at + 1];
  if (word(at + 1) !== 'by' || !by) return { reason: 'syntax' };
  return { text, choices, ranges, orderBy: jql.slice(by.end).trim() };
}

/** One bound to each side, or one value. */
function isBesides({ comparison }: Bound, others: readonly Bound[]): boolean {
  return (
    others.every((other) => comparison !== '=' && other.comparison !== '=') &&
    others.every((other) => other.comparison[0] !== comparison[0])
  );
}

type Clause =
  | { readonly next: number; readonly text: string; readonly choice?: undefined; readonly bound?: undefined }
  | { readonly next: number; readonly choice: Choice; readonly text?: undefined; readonly bound?: undefined }
  | {
      readonly next: number;
      readonly field: string;
      readonly bound: Bound;
      readonly choice?: undefined;
      readonly text?: undefined;
    };

/** One condition from the token `at` on. */
function readClause(
  tokens: readonly Token[],
  at: number,
  isMeasured: (field: string) => boolean = () => false,
): Clause | NotBasic {
  const first = tokens[at];
  if (!first) return { reason: 'syntax' };
  if (first.kind === 'open') return readWithNone(tokens, at);
  if (first.kind === 'word' && first.text.toLowerCase() === 'not') return { reason: 'not' };
  if (first.kind === 'operator') return { reason: first.text === '!' ? 'not' : 'syntax' };
  if (first.kind !== 'word' && first.kind !== 'string') return { reason: 'syntax' };
  const field = unquoted(first.text);
  const operator = tokens[at + 1]?.text.toLowerCase() ?? '';
  const value = tokens[at + 2];
  if (isComparison(operator) && isMeasured(field)) {
    const read = readValue(tokens, at + 2, field);
    if ('reason' in read) return read;
    return { next: read.next, field, bound: { comparison: operator, value: read.value } };
  }
  switch (operator) {
    case '~':
      if (!sameField(field, 'text') || !value) return { reason: 'operator', field, operator };
      return { next: at + 3, text: unquoted(value.text) };
    case '=': {
      const read = readValue(tokens, at + 2, field);
      return 'reason' in read ? read : { next: read.next, choice: { field, values: [read.value] } };
    }
    case 'in':
      return readList(tokens, at + 2, field);
    case 'is':
      if (isNone(value)) return { next: at + 3, choice: { field, values: [noValue] } };
      return { reason: 'operator', field, operator: 'is not' };
    case 'not':
      return { reason: 'operator', field, operator: 'not in' };
    case '':
      return { reason: 'syntax' };
    default:
      return { reason: 'operator', field, operator };
  }
}

/** `(a in (…) OR a is EMPTY)`, either way round: what is written for values and none. */
function readWithNone(tokens: readonly Token[], at: number): Clause | NotBasic {
  const one = readClause(tokens, at + 1);
  if ('reason' in one || !one.choice) return { reason: 'brackets' };
  if (tokens[one.next]?.kind === 'close') return { ...one, next: one.next + 1 };
  if (tokens[one.next]?.text.toLowerCase() !== 'or') return { reason: 'brackets' };
  const other = readClause(tokens, one.next + 1);
  if ('reason' in other || !other.choice || tokens[other.next]?.kind !== 'close') return { reason: 'or' };
  if (!sameField(one.choice.field, other.choice.field)) return { reason: 'or' };
  return {
    next: other.next + 1,
    choice: { field: one.choice.field, values: [...new Set([...one.choice.values, ...other.choice.values])] },
  };
}

function readList(tokens: readonly Token[], at: number, field: string): Clause | NotBasic {
  if (tokens[at]?.kind !== 'open') return { reason: 'function', field };
  const values: string[] = [];
  let next = at + 1;
  while (true) {
    const read = readValue(tokens, next, field);
    if ('reason' in read) return read;
    values.push(read.value);
    next = read.next;
    if (tokens[next]?.kind === 'close') {
      return { next: next + 1, choice: { field, values: [...new Set(values)] } };
    }
    if (tokens[next]?.kind !== 'comma') return { reason: 'syntax' };
    next += 1;
  }
}

function readValue(
  tokens: readonly Token[],
  at: number,
  field: string,
): { readonly next: number; readonly value: string } | NotBasic {
  const token = tokens[at];
  if (!token || (token.kind !== 'word' && token.kind !== 'string')) return { reason: 'syntax' };
  if (tokens[at + 1]?.kind === 'open') {
    // one without arguments is a value like others: currentUser()
    if (tokens[at + 2]?.kind !== 'close') return { reason: 'function', field };
    return { next: at + 3, value: `${token.text}()` };
  }
  return { next: at + 1, value: isNone(token) ? noValue : unquoted(token.text) };
}

function isNone(token: Token | undefined): boolean {
  return token?.kind === 'word' && ['empty', 'null'].includes(token.text.toLowerCase());
}

/** The query that says what was chosen. Fields of which nothing is chosen say nothing. */
export function writeBasic({ text, choices, ranges, orderBy }: BasicQuery): string {
  const clauses = choices.flatMap(({ field, values }) =>
    values.length === 0 ? [] : [writeChoice(field, values)],
  );
  for (const { field, bounds } of ranges) {
    for (const { comparison, value } of bounds) {
      clauses.push(`${writeField(field)} ${comparison} ${writeBound(value)}`);
    }
  }
  if (text.trim() !== '') clauses.push(`text ~ "${text.trim().replace(/["\\]/g, '\\$&')}"`);
  const where = clauses.join(' AND ');
  if (orderBy === '') return where;
  return where === '' ? `ORDER BY ${orderBy}` : `${where} ORDER BY ${orderBy}`;
}

function writeField(field: string): string {
  return /^cf\[\d+\]$/.test(field) ? field : quoted(field);
}

/** Time that has gone by, as in -7d, needs no quotes. */
function writeBound(value: string): string {
  return /^-\d+[A-Za-z]$/.test(value) ? value : quoted(value);
}

function writeChoice(field: string, values: readonly string[]): string {
  const name = writeField(field);
  const some = values.filter((value) => value !== noValue).map(writeValue);
  const [only] = some;
  if (only === undefined) return `${name} is EMPTY`;
  const among = some.length === 1 ? `${name} = ${only}` : `${name} in (${some.join(', ')})`;
  return some.length === values.length ? among : `(${among} OR ${name} is EMPTY)`;
}

/** Functions stay as they are; whoever calls a status `x()` writes JQL. */
function writeValue(value: string): string {
  return /^[A-Za-z]\w*\(\)$/.test(value) ? value : quoted(value);
}

/** The query with these values of a field; none takes the field out. */
export function withChoice(query: BasicQuery, field: string, values: readonly string[]): BasicQuery {
  const isThere = query.choices.some((choice) => sameField(choice.field, field));
  const choices = isThere
    ? query.choices.map((choice) => (sameField(choice.field, field) ? { ...choice, values } : choice))
    : [...query.choices, { field, values }];
  return { ...query, choices: choices.filter((choice) => choice.values.length > 0) };
}

/** The query with these bounds of a field; none takes the field out. */
export function withBounds(query: BasicQuery, field: string, bounds: readonly Bound[]): BasicQuery {
  const isThere = query.ranges.some((range) => sameField(range.field, field));
  const ranges = isThere
    ? query.ranges.map((range) => (sameField(range.field, field) ? { ...range, bounds } : range))
    : [...query.ranges, { field, bounds }];
  return { ...query, ranges: ranges.filter((range) => range.bounds.length > 0) };
}
