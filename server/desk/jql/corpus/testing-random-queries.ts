import * as fc from 'fast-check';
import { people, severities, systemNames } from './tickets.ts';

/** Queries by chance, over the fields that evaluate.ts knows: people are named @Anna. */
export function randomQuery(): fc.Arbitrary<string> {
  return clause(3);
}

function clause(depth: number): fc.Arbitrary<string> {
  if (depth === 0) return leaf;
  const part = clause(depth - 1);
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    { weight: 2, arbitrary: joined(part, ' and ') },
    { weight: 2, arbitrary: joined(part, ' or ') },
    { weight: 2, arbitrary: part.map((inner) => `not (${inner})`) },
  );
}

function joined(part: fc.Arbitrary<string>, word: string): fc.Arbitrary<string> {
  return fc.array(part, { minLength: 2, maxLength: 3 }).map((parts) => `(${parts.join(word)})`);
}

interface Kind {
  readonly fields: readonly string[];
  readonly values: fc.Arbitrary<string>;
  readonly isEmptiable?: boolean;
  readonly isOrdered?: boolean;
  readonly hasHistory?: boolean;
  readonly hasNoLists?: boolean;
}

const person = fc.constantFrom(...people.map((name) => `@${name}`), 'currentUser()');
const moment = fc.constantFrom(
  '"2025-10-26"',
  '"2025-12-01 10:00"',
  '"2026/01/31"',
  '"2026-03-01 00:59"',
  '-1d',
  '-60d',
  '"-4w 2d"',
  'now()',
  'startOfDay()',
  'startOfWeek(-1)',
  'endOfMonth(-1)',
  'startOfYear()',
);
const quoted = (...values: string[]) => fc.constantFrom(...values.map((value) => `"${value}"`));
const statuses = quoted('Waiting for support', 'In progress', 'Waiting for customer', 'Resolved', 'Canceled');

const kinds: readonly Kind[] = [
  { fields: ['project'], values: quoted('NORTH', 'OTHER') },
  { fields: ['key'], values: quoted('NORTH-1', 'NORTH-7', 'OTHER-2', 'NORTH-12') },
  { fields: ['status'], values: statuses, hasHistory: true },
  { fields: ['statusCategory'], values: quoted('To Do', 'In Progress', 'Done') },
  {
    fields: ['resolution'],
    values: quoted('Done', "Won't do", 'Duplicate', 'Canceled', 'Unresolved'),
    isEmptiable: true,
    hasHistory: true,
  },
  { fields: ['priority'], values: quoted('Highest', 'High', 'Medium', 'Low', 'Lowest'), hasHistory: true },
  { fields: ['Severity'], values: quoted(...severities), isEmptiable: true, hasHistory: true },
  { fields: ['assignee'], values: person, isEmptiable: true, hasHistory: true },
  { fields: ['reporter'], values: person, hasHistory: true },
  { fields: ['creator'], values: person },
  {
    fields: ['"Request participants"', 'watcher', 'worklogAuthor', 'Owner'],
    values: person,
    isEmptiable: true,
  },
  { fields: ['"Request Type"'], values: quoted('Ask a question', 'Report a problem', 'Order a change') },
  { fields: ['organizations'], values: quoted('Acme', 'Globex'), isEmptiable: true },
  { fields: ['Systems'], values: quoted(...systemNames), isEmptiable: true },
  { fields: ['Place'], values: quoted('Berlin', 'Mitte', 'Wedding', 'Oslo'), isEmptiable: true },
  { fields: ['Tags'], values: quoted('hardware', 'print', 'fire', 'kitchen'), isEmptiable: true },
  {
    fields: ['Seats', 'satisfaction'],
    values: fc.constantFrom('0', '1', '2', '2.5', '4', '10', '250'),
    isEmptiable: true,
    isOrdered: true,
  },
  { fields: ['"Wanted by"'], values: moment, isEmptiable: true, isOrdered: true, hasNoLists: true },
  { fields: ['created'], values: moment, isOrdered: true, hasNoLists: true },
  { fields: ['resolved'], values: moment, isEmptiable: true, isOrdered: true, hasNoLists: true },
];

const leaf: fc.Arbitrary<string> = fc.constantFrom(...kinds).chain((kind) => {
  const field = fc.constantFrom(...kind.fields);
  const { values } = kind;
  const list = fc.array(
    kind.isEmptiable ? fc.oneof({ weight: 5, arbitrary: values }, fc.constant('EMPTY')) : values,
    { minLength: 1, maxLength: 3 },
  );
  const one = (operators: readonly string[], value: fc.Arbitrary<string>) =>
    fc.tuple(field, fc.constantFrom(...operators), value).map((parts) => parts.join(' '));
  const leaves = [
    ...(kind.isOrdered ? [one(['<', '<=', '>', '>='], values)] : [one(['=', '!='], values)]),
    ...(kind.hasNoLists
      ? []
      : [
          one(
            ['in', 'not in'],
            list.map((each) => `(${each.join(', ')})`),
          ),
        ]),
    ...(kind.isEmptiable ? [one(['is', 'is not'], fc.constant('EMPTY'))] : []),
    ...(kind.hasHistory ? [history(field, kind)] : []),
  ];
  return fc.oneof(...leaves);
});

function history(field: fc.Arbitrary<string>, { values, isEmptiable }: Kind): fc.Arbitrary<string> {
  const value = isEmptiable ? fc.oneof({ weight: 4, arbitrary: values }, fc.constant('EMPTY')) : values;
  const date = fc.constantFrom(
    '"2025-10-27"',
    '"2025-12-02"',
    '"2026-01-06"',
    '"2026-02-11"',
    '-3d',
    'startOfYear()',
  );
  const time = fc.oneof(
    fc.tuple(fc.constantFrom('after', 'before', 'on'), date).map((parts) => parts.join(' ')),
    fc
      .constantFrom(['"2025-10-27"', '"2025-12-02"'], ['"2026-01-06"', '-3d'], ['startOfYear()', 'now()'])
      .map(([from, to]) => `during (${from}, ${to})`),
  );
  const by = person.map((name) => `by ${name}`);
  const some = (...parts: fc.Arbitrary<string>[]) =>
    fc
      .tuple(...parts.map((part) => fc.option(part, { nil: '' })))
      .map((given) => given.filter(Boolean).join(' '));
  return fc.oneof(
    fc.tuple(field, fc.constantFrom('was', 'was not'), value, some(by, time)).map((parts) => parts.join(' ')),
    fc
      .tuple(
        field,
        fc.constantFrom('was in', 'was not in'),
        fc.array(value, { minLength: 1, maxLength: 2 }),
        some(time),
      )
      .map(([name, operator, list, when]) => `${name} ${operator} (${list.join(', ')}) ${when}`),
    fc
      .tuple(
        field,
        some(
          value.map((from) => `from ${from}`),
          value.map((to) => `to ${to}`),
          by,
          time,
        ),
      )
      .map(([name, words]) => `${name} changed ${words}`),
  );
}
