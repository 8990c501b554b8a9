import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BasicQuery, noValue, readBasic as read, withBounds, withChoice, writeBasic } from './basic.ts';
import { boundsOfDates, boundsOfNumbers, dateRangeOf, numberRangeOf } from './ranges.ts';
import { sortedBy, sortOf } from './sorting.ts';

const measured = new Set(['created', 'updated', 'votes']);
const readBasic = (jql: string) => read(jql, (field) => measured.has(field));

test.each([
  '',
  'project = SUP',
  'project in (SUP, IT) AND status in (Open, "In Progress")',
  'assignee = currentUser() AND "Request type" = "Report a problem" ORDER BY created DESC',
  '(assignee in (currentUser(), priya) OR assignee is EMPTY) AND text ~ "the \\"red\\" printer"',
  'assignee is EMPTY ORDER BY priority DESC, key',
  'cf[10007] = Berlin',
  'ORDER BY updated DESC',
  'project = SUP AND created >= -7d AND updated <= -2w ORDER BY key',
  'created >= 2026-01-31 AND created < 2026-02-28 AND votes = 0 AND text ~ "coffee"',
])('%s is shown as choices and written again as it was', (jql) => {
  expect(writeBasic(readBasic(jql) as BasicQuery)).toBe(jql);
});

test.each([
  ['status = Open OR status = Done', { reason: 'or' }],
  ['(status = Open OR priority = High)', { reason: 'or' }],
  ['NOT status = Open', { reason: 'not' }],
  ['status != Open', { reason: 'operator', field: 'status', operator: '!=' }],
  ['status not in (Open)', { reason: 'operator', field: 'status', operator: 'not in' }],
  ['assignee is not EMPTY', { reason: 'operator', field: 'assignee', operator: 'is not' }],
  ['priority > High', { reason: 'operator', field: 'priority', operator: '>' }],
  ['created > -7d and created >= -9d', { reason: 'twice', field: 'created' }],
  ['votes = 1 and votes < 3', { reason: 'twice', field: 'votes' }],
  ['created > startOfDay(-1)', { reason: 'function', field: 'created' }],
  ['status changed', { reason: 'operator', field: 'status', operator: 'changed' }],
  ['summary ~ x', { reason: 'operator', field: 'summary', operator: '~' }],
  ['status = Open AND status = Done', { reason: 'twice', field: 'status' }],
  ['assignee in membersOf(x)', { reason: 'function', field: 'assignee' }],
  ['assignee = foo(bar)', { reason: 'function', field: 'assignee' }],
  ['(status = Open AND priority = High)', { reason: 'brackets' }],
  ['status = ', { reason: 'syntax' }],
  ['status = Open priority = High', { reason: 'syntax' }],
])('%s is not, and the reason is said', (jql, reason) => {
  expect(readBasic(jql)).toEqual(reason);
});

test('other ways to write the same come out as one', () => {
  const jql = 'status IN (Open) && (assignee IS empty or assignee = x) and project=SUP order by  key';
  expect(writeBasic(readBasic(jql) as BasicQuery)).toBe(
    'status = Open AND (assignee = x OR assignee is EMPTY) AND project = SUP ORDER BY key',
  );
});

test('whatever is chosen can be read back', () => {
  const value = fc.oneof(
    fc.constant(noValue),
    fc.constant('currentUser()'),
    fc.string({ minLength: 1 }).filter((text) => !text.endsWith('()')),
  );
  const choices = fc.uniqueArray(
    fc.record({
      field: fc.constantFrom('status', 'Request type', 'cf[10001]', 'order'),
      values: fc.uniqueArray(value, { minLength: 1, maxLength: 4 }),
    }),
    { selector: ({ field }) => field },
  );
  fc.assert(
    fc.property(choices, fc.string(), (chosen, text) => {
      const query = { text: text.trim(), choices: chosen, ranges: [], orderBy: '' };
      const back = readBasic(writeBasic(query)) as BasicQuery;
      expect(back.text).toBe(query.text);
      expect(back.choices.map(({ field, values }) => [field, [...values].sort()])).toEqual(
        chosen.map(({ field, values }) => [field, [...values].sort()]),
      );
    }),
    { numRuns: 200 },
  );
});

test('a choice is changed, added and taken out', () => {
  const query = readBasic('project = SUP') as BasicQuery;
  expect(writeBasic(withChoice(query, 'Project', ['IT', noValue]))).toBe(
    '(project = IT OR project is EMPTY)',
  );
  expect(writeBasic(withChoice(query, 'status', ['Open']))).toBe('project = SUP AND status = Open');
  expect(writeBasic(withChoice(query, 'project', []))).toBe('');
});

test.each([
  ['created >= -7d', { kind: 'last', amount: 7, unit: 'd' }],
  ['updated <= -36h', { kind: 'before', amount: 36, unit: 'h' }],
  // a day is within to its end
  [
    'created >= 2026-02-01 AND created < 2026-03-01',
    { kind: 'between', from: '2026-02-01', to: '2026-02-28' },
  ],
  ['created < 2026-01-01', { kind: 'between', from: '', to: '2025-12-31' }],
])('%s is a range of days as people say it', (jql, range) => {
  const { ranges } = readBasic(jql) as BasicQuery;
  const bounds = ranges[0]?.bounds ?? [];
  const said = dateRangeOf(bounds);
  expect(said).toEqual(range);
  expect(said && boundsOfDates(said)).toEqual(bounds);
});

test.each([
  'created >= -7d AND created <= -2d',
  'created <= 2026-01-31',
  'created = 2026-01-31',
  'created > now()',
  'created >= -3M',
])('%s is not', (jql) => {
  expect(dateRangeOf((readBasic(jql) as BasicQuery).ranges[0]?.bounds ?? [])).toBeNull();
});

test.each([
  ['votes = 3', { kind: '=', value: '3' }],
  ['votes > 3', { kind: '>', value: '3' }],
  ['votes >= -1.5 AND votes <= 4', { kind: 'between', from: '-1.5', to: '4' }],
  ['votes > 1 AND votes < 4', null],
  ['votes > many', null],
])('%s is a range of numbers as people say it, or is not', (jql, range) => {
  const bounds = (readBasic(jql) as BasicQuery).ranges[0]?.bounds ?? [];
  const said = numberRangeOf(bounds);
  expect(said).toEqual(range);
  if (said) expect(boundsOfNumbers(said)).toEqual(bounds);
});

test('bounds are added, changed and taken out', () => {
  const query = readBasic('project = SUP') as BasicQuery;
  const bound = withBounds(query, 'created', [{ comparison: '>=', value: '-7d' }]);
  expect(writeBasic(bound)).toBe('project = SUP AND created >= -7d');
  expect(writeBasic(withBounds(bound, 'Created', []))).toBe('project = SUP');
});

test('the order of a query is read and replaced', () => {
  expect(sortOf('status = "order by x"')).toBe(null);
  expect(sortOf('status = x ORDER BY "Request type" desc, key')).toEqual({
    field: 'Request type',
    direction: 'desc',
  });
  expect(sortOf('order by created')).toEqual({ field: 'created', direction: 'asc' });
  expect(sortedBy('a = b order by c', { field: 'created', direction: 'desc' })).toBe(
    'a = b ORDER BY created DESC',
  );
  expect(sortedBy('', { field: 'Request type', direction: 'asc' })).toBe('ORDER BY "Request type" ASC');
});
