import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BasicQuery, noValue, readBasic, withChoice, writeBasic } from './basic.ts';
import { sortedBy, sortOf } from './sorting.ts';

test.each([
  '',
  'project = SUP',
  'project in (SUP, IT) AND status in (Open, "In Progress")',
  'assignee = currentUser() AND "Request type" = "Report a problem" ORDER BY created DESC',
  '(assignee in (currentUser(), priya) OR assignee is EMPTY) AND text ~ "the \\"red\\" printer"',
  'assignee is EMPTY ORDER BY priority DESC, key',
  'cf[10007] = Berlin',
  'ORDER BY updated DESC',
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
  ['created > -7d', { reason: 'operator', field: 'created', operator: '>' }],
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
      const query = { text: text.trim(), choices: chosen, orderBy: '' };
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
