import type { Clause, FunctionOperand, Operand, Predicate, Query, TerminalClause } from '@atlaskit/jql-ast';
import { Temporal } from 'temporal-polyfill';
import type { PersonName, Ticket, TrackedField } from './tickets.ts';

/**
 * The slow way to ask a query: its syntax tree over plain data, one request after the other, with nothing of what compiles queries to
 * SQL. What the two say of the same query must be the same.
 */

/** Who asks, and when. */
export interface Asking {
  readonly who: PersonName;
  readonly now: Date;
  readonly timeZone: string;
  /** names of people by the account ids that queries name them by */
  readonly named: ReadonlyMap<string, PersonName>;
}

/** Whether the query finds the request. Throws for what it does not know: it never guesses. */
export function finds(query: Query, ticket: Ticket, asking: Asking): boolean {
  return query.where ? holds(query.where, ticket, asking, false) : true;
}

// "Not" is pushed to the leaves, where each operator has its opposite: what has no value is found by neither of the two.
function holds(clause: Clause, ticket: Ticket, asking: Asking, isNegated: boolean): boolean {
  switch (clause.clauseType) {
    case 'compound': {
      const isAny = (clause.operator.value === 'or') !== isNegated;
      return isAny
        ? clause.clauses.some((part) => holds(part, ticket, asking, isNegated))
        : clause.clauses.every((part) => holds(part, ticket, asking, isNegated));
    }
    case 'not':
      return holds(clause.clause, ticket, asking, !isNegated);
    case 'terminal':
      return leafHolds(clause, ticket, asking, isNegated);
  }
}

const opposites: Readonly<Record<string, string>> = {
  '=': '!=',
  in: 'not in',
  is: 'is not',
  '<': '>=',
  '>': '<=',
  '~': '!~',
  was: 'was not',
  'was in': 'was not in',
  changed: 'not changed',
};

function oppositeOf(operator: string): string {
  const [other] = Object.entries(opposites).find(([, opposite]) => opposite === operator) ?? [];
  return opposites[operator] ?? other ?? unknown(`operator ${operator}`);
}

function leafHolds(clause: TerminalClause, ticket: Ticket, asking: Asking, isNegated: boolean): boolean {
  const asked = clause.operator?.value ?? unknown('a clause without operator');
  const operator = isNegated ? oppositeOf(asked) : asked;
  const name = clause.field.value.toLowerCase();
  if (operator.startsWith('was') || operator.endsWith('changed')) {
    return historyHolds(operator, name, clause, ticket, asking);
  }
  const operand = clause.operand ?? unknown('a clause without operand');
  const read = readers[name] ?? unknown(`field ${name}`);
  const values = read.values(ticket, asking);
  const one = (value: Operand): boolean =>
    isEmptyOperand(value, read)
      ? values.length === 0
      : operandsOf(value, read, asking).some((v) => values.includes(v));
  switch (operator) {
    case '=':
    case 'is':
      return one(operand);
    case 'in':
      return listOf(operand).some(one);
    case '!=':
    case 'is not':
      return isOnlyEmpty(operand, read) ? values.length > 0 : values.length > 0 && !one(operand);
    case 'not in':
      return values.length > 0 && !listOf(operand).some(one);
    default: {
      const [value] = values;
      const [than] = operandsOf(operand, read, asking);
      if (typeof value !== 'number' || typeof than !== 'number') return false;
      if (operator === '<') return value < than;
      if (operator === '<=') return value <= than;
      if (operator === '>') return value > than;
      if (operator === '>=') return value >= than;
      return unknown(`operator ${operator}`);
    }
  }
}

type Value = string | number;

interface Reader {
  readonly kind: 'name' | 'person' | 'number' | 'moment' | 'day';
  values(ticket: Ticket, asking: Asking): readonly Value[];
  readonly emptyNames?: readonly string[];
}

const lower = (texts: readonly (string | null)[]): string[] =>
  texts.flatMap((text) => (text === null ? [] : text.toLowerCase()));
const numbers = (...values: (number | null)[]): number[] => values.flatMap((value) => value ?? []);
const day = (date: string | null): number[] => (date === null ? [] : [Date.parse(`${date}T00:00:00Z`)]);

function names(values: (ticket: Ticket) => readonly (string | null)[]): Reader {
  return { kind: 'name', values: (ticket) => lower(values(ticket)) };
}

function persons(values: (ticket: Ticket) => readonly (PersonName | null)[]): Reader {
  return { kind: 'person', values: (ticket) => values(ticket).flatMap((person) => person ?? []) };
}

const tracked: Readonly<Record<string, TrackedField>> = {
  status: 'status',
  assignee: 'assignee',
  priority: 'priority',
  resolution: 'resolution',
  reporter: 'reporter',
  severity: 'Severity',
};

const categories: Readonly<Record<string, string>> = {
  'Waiting for support': 'To Do',
  'In progress': 'In Progress',
  'Waiting for customer': 'In Progress',
  Resolved: 'Done',
  Canceled: 'Done',
};

/** The fields that the slow way knows, by their names in lower case. */
export const readers: Readonly<Record<string, Reader>> = {
  project: {
    kind: 'name',
    values: ({ key }) => lower([key.split('-')[0] ?? '', `${key.split('-')[0]} project`]),
  },
  key: names(({ key }) => [key]),
  issuekey: names(({ key }) => [key]),
  status: names((ticket) => [current(ticket, 'status')]),
  statuscategory: names((ticket) => [categories[current(ticket, 'status') ?? ''] ?? null]),
  resolution: { ...names((ticket) => [current(ticket, 'resolution')]), emptyNames: ['unresolved'] },
  priority: names((ticket) => [current(ticket, 'priority')]),
  severity: names((ticket) => [current(ticket, 'Severity')]),
  assignee: persons((ticket) => [current(ticket, 'assignee') as PersonName | null]),
  reporter: persons((ticket) => [current(ticket, 'reporter') as PersonName]),
  creator: persons(({ creator }) => [creator]),
  'request type': names(({ type }) => [type]),
  organizations: names(({ organization }) => [organization]),
  'request participants': persons(({ participants }) => participants),
  watcher: persons(({ watchers }) => watchers),
  worklogauthor: persons(({ work }) => work.map(({ by }) => by)),
  owner: persons(({ owner }) => [owner]),
  tags: { kind: 'name', values: ({ tags }) => tags },
  systems: names(({ systems }) => systems),
  place: names(({ place }) => place),
  seats: { kind: 'number', values: ({ seats }) => numbers(seats) },
  satisfaction: { kind: 'number', values: ({ rating }) => numbers(rating) },
  'wanted by': { kind: 'day', values: ({ wantedBy }) => day(wantedBy) },
  created: { kind: 'moment', values: ({ created }) => [Date.parse(created)] },
  resolved: { kind: 'moment', values: (ticket) => numbers(resolvedAt(ticket)) },
};

function resolvedAt(ticket: Ticket): number | null {
  if (current(ticket, 'resolution') === null) return null;
  const set = ticket.changes.filter((change) => change.set.resolution !== undefined);
  return Date.parse(set.at(-1)?.at ?? ticket.created);
}

function current(ticket: Ticket, field: TrackedField): string | null {
  return timeline(ticket, field).at(-1)?.value ?? null;
}

/** One value that a field had: from when to when (infinity: now), and who gave it. */
interface Had {
  readonly value: string | null;
  readonly from: number;
  readonly to: number;
  readonly by: PersonName;
}

const beginnings: Readonly<Partial<Record<TrackedField, string>>> = {
  status: 'Waiting for support',
  priority: 'Medium',
};

function timeline(ticket: Ticket, field: TrackedField): Had[] {
  const began = field === 'reporter' ? ticket.reporter : (ticket.began[field] ?? beginnings[field] ?? null);
  const had: Had[] = [
    { value: began, from: Date.parse(ticket.created), to: Number.POSITIVE_INFINITY, by: ticket.creator },
  ];
  for (const { at, by, set } of ticket.changes) {
    const value = set[field];
    const last = had.at(-1);
    if (value === undefined || !last) continue;
    had[had.length - 1] = { ...last, to: Date.parse(at) };
    had.push({ value, from: Date.parse(at), to: Number.POSITIVE_INFINITY, by });
  }
  return had;
}

function historyHolds(
  operator: string,
  name: string,
  { operand, predicates }: TerminalClause,
  ticket: Ticket,
  asking: Asking,
): boolean {
  const field = tracked[name] ?? unknown(`history of ${name}`);
  const read = readers[name] ?? unknown(`field ${name}`);
  const had = timeline(ticket, field);
  const isAmong = (value: string | null, operands: readonly Operand[]): boolean =>
    operands.some((each) =>
      isEmptyOperand(each, read)
        ? value === null
        : value !== null &&
          operandsOf(each, read, asking).includes(read.kind === 'person' ? value : value.toLowerCase()),
    );
  if (operator.endsWith('changed')) {
    const isChanged = had.slice(1).some((now, index) =>
      predicates.every((predicate) => {
        const word = predicate.operator.value;
        if (word === 'from') return isAmong(had[index]?.value ?? null, predicateOperands(predicate));
        if (word === 'to') return isAmong(now.value, predicateOperands(predicate));
        return word === 'by'
          ? isBy(now.by, predicate, asking)
          : isWithin(now.from, now.from, predicate, asking);
      }),
    );
    return operator === 'changed' ? isChanged : !isChanged;
  }
  const wanted = operand ?? unknown('"was" without a value');
  const was = had.some(
    ({ value, from, to, by }) =>
      isAmong(value, wanted.operandType === 'list' ? wanted.values : [wanted]) &&
      predicates.every((predicate) =>
        predicate.operator.value === 'by'
          ? isBy(by, predicate, asking)
          : isWithin(from, to, predicate, asking),
      ),
  );
  return operator.includes('not') ? !was : was;
}

function predicateOperands({ operand }: Predicate): readonly Operand[] {
  if (!operand) return unknown('a predicate without a value');
  return operand.operandType === 'list' ? operand.values : [operand];
}

function isBy(person: PersonName, predicate: Predicate, asking: Asking): boolean {
  return predicateOperands(predicate).some((operand) =>
    operandsOf(
      operand,
      persons(() => []),
      asking,
    ).includes(person),
  );
}

/** Whether what was from … until … meets the time of the predicate. */
function isWithin(from: number, to: number, predicate: Predicate, asking: Asking): boolean {
  const times = predicateOperands(predicate).map((operand) => momentOf(operand, asking));
  const [first = Number.NaN, second = Number.NaN] = times;
  const isPoint = from === to;
  switch (predicate.operator.value) {
    case 'after':
      return isPoint ? from > first : to > first;
    case 'before':
      return from < first;
    case 'during':
      return isPoint ? from >= first && from <= second : from <= second && to > first;
    case 'on': {
      const end = startOf(first, 'day', 1, asking.timeZone);
      const start = startOf(first, 'day', 0, asking.timeZone);
      return isPoint ? from >= start && from < end : from < end && to > start;
    }
    default:
      return unknown(`predicate ${predicate.operator.value}`);
  }
}

function listOf(operand: Operand): readonly Operand[] {
  return operand.operandType === 'list' ? operand.values : [operand];
}

function isEmptyOperand(operand: Operand, { emptyNames = [] }: Reader): boolean {
  if (operand.operandType === 'keyword') return true;
  return operand.operandType === 'value' && emptyNames.includes(operand.value.toLowerCase());
}

function isOnlyEmpty(operand: Operand, read: Reader): boolean {
  return operand.operandType !== 'list' && isEmptyOperand(operand, read);
}

const organizationMembers: Readonly<Record<string, readonly PersonName[]>> = {
  acme: ['Alice', 'Max', 'Mona'],
  globex: ['Bob', 'Gus'],
};

function operandsOf(operand: Operand, read: Reader, asking: Asking): readonly Value[] {
  if (read.kind === 'moment') return [momentOf(operand, asking)];
  if (read.kind === 'day') {
    const date = Temporal.Instant.fromEpochMilliseconds(momentOf(operand, asking)).toZonedDateTimeISO(
      asking.timeZone,
    );
    return day(date.toPlainDate().toString());
  }
  if (operand.operandType === 'function') return peopleOf(operand, asking);
  if (operand.operandType !== 'value') return unknown(`operand ${operand.operandType}`);
  const { value } = operand;
  if (read.kind === 'number') return [Number(value)];
  if (read.kind === 'person') return [asking.named.get(value) ?? []].flat();
  return read === readers['tags'] ? [value] : [value.toLowerCase()];
}

function peopleOf(
  { function: { value }, arguments: given }: FunctionOperand,
  { who }: Asking,
): readonly PersonName[] {
  switch (value.toLowerCase()) {
    case 'currentuser':
      return [who];
    case 'organizationmembers':
      return organizationMembers[given[0]?.value.toLowerCase() ?? ''] ?? [];
    default:
      return unknown(`function ${value}`);
  }
}

type Unit = 'day' | 'week' | 'month' | 'year';

const unitOfLetter: Readonly<Record<string, string>> = {
  y: 'year',
  M: 'month',
  w: 'week',
  d: 'day',
  h: 'hour',
  m: 'minute',
};

const unitMs: Readonly<Record<string, number>> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000 };

function momentOf(operand: Operand, { now, timeZone }: Asking): number {
  if (operand.operandType === 'function') {
    const [, edge, unit] = /^(startOf|endOf)(Day|Week|Month|Year)$/i.exec(operand.function.value) ?? [];
    if (!edge || !unit) {
      return operand.function.value.toLowerCase() === 'now' ? now.getTime() : unknown(operand.function.value);
    }
    const name = unit.toLowerCase() as Unit;
    const [, steps = '0', letter] =
      /^([-+]?\d+)([yMwdhm]?)$/.exec(operand.arguments[0]?.value ?? '0') ?? unknown('this increment');
    const moved = letter ? unitOfLetter[letter] : name;
    const first = startOf(now.getTime(), name, edge.toLowerCase() === 'startof' ? 0 : 1, timeZone);
    const at = Temporal.Instant.fromEpochMilliseconds(first).toZonedDateTimeISO(timeZone);
    return (
      at.add({ [`${moved}s`]: Number(steps) }).epochMilliseconds - (edge.toLowerCase() === 'startof' ? 0 : 1)
    );
  }
  if (operand.operandType !== 'value') return unknown(`time ${operand.operandType}`);
  const relative = /^([-+]?)((?:\d+[wdhm] ?)+)$/.exec(operand.value);
  if (relative) {
    const parts = [...(relative[2] ?? '').matchAll(/(\d+)([wdhm])/g)];
    const ms = parts.reduce(
      (sum, [, count, unit]) => sum + Number(count) * (unitMs[unit ?? ''] ?? Number.NaN),
      0,
    );
    return now.getTime() + (relative[1] === '-' ? -ms : ms);
  }
  const written = operand.value.replaceAll('/', '-').replace(' ', 'T');
  return Temporal.PlainDateTime.from(written).toZonedDateTime(timeZone).epochMilliseconds;
}

/** Weeks begin on Monday. */
function startOf(at: number, unit: Unit, steps: number, timeZone: string): number {
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  const first = {
    day: date,
    week: date.subtract({ days: date.dayOfWeek - 1 }),
    month: date.with({ day: 1 }),
    year: date.with({ month: 1, day: 1 }),
  }[unit];
  return first.add({ [`${unit}s`]: steps }).toZonedDateTime(timeZone).epochMilliseconds;
}

function unknown(what: string): never {
  throw new Error(`The slow way does not know ${what}`);
}
