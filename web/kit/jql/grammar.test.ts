import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeAt } from './cursor-place.ts';
import { rolesOf } from './grammar.ts';
import { quoted, tokenize, unquoted } from './tokens.ts';

/** What each piece of a query is taken for. */
function read(jql: string): string {
  const tokens = tokenize(jql);
  return rolesOf(tokens)
    .map((role, index) => `${tokens[index]?.text}:${role}`)
    .filter((part) => !part.endsWith('bracket'))
    .join(' ');
}

test.each([
  ['status = Done', 'status:field =:operator Done:value'],
  ['"Request Type" != \'a b\'', `"Request Type":field !=:operator 'a b':value`],
  ['cf[10001] ~ "x"', 'cf[10001]:field ~:operator "x":value'],
  ['issue.property[a.b].c > 5', 'issue.property[a.b].c:field >:operator 5:value'],
  ['assignee is not EMPTY', 'assignee:field is:operator not:operator EMPTY:keyword'],
  [
    'assignee in (currentUser(), priya) AND not a=b',
    'assignee:field in:operator currentUser:function priya:value AND:keyword not:keyword a:field =:operator b:value',
  ],
  [
    'assignee not in membersOf("a b") or x=1',
    'assignee:field not:operator in:operator membersOf:function "a b":value or:keyword x:field =:operator 1:value',
  ],
  [
    'status was not in (A, B) by currentUser() before "2026-01-01"',
    'status:field was:operator not:operator in:operator A:value B:value by:keyword currentUser:function before:keyword "2026-01-01":value',
  ],
  [
    'status changed from A to B during (startOfDay(), now()) and x = y',
    'status:field changed:operator from:keyword A:value to:keyword B:value during:keyword startOfDay:function now:function and:keyword x:field =:operator y:value',
  ],
  [
    'a = 1 order by created DESC, key',
    'a:field =:operator 1:value order:keyword by:keyword created:field DESC:keyword key:field',
  ],
  [
    '(a = 1 OR b = 2) && c >= -3d',
    'a:field =:operator 1:value OR:keyword b:field =:operator 2:value &&:keyword c:field >=:operator -3d:value',
  ],
  ['order by x', 'order:keyword by:keyword x:field'],
])('%s is read piece by piece', (jql, pieces) => {
  expect(read(jql)).toBe(pieces);
});

test.each([
  ['|', 'clause', ''],
  ['sta|', 'clause', 'sta'],
  ['sta|tus = x', 'clause', 'sta'],
  ['"Request T|', 'clause', 'Request T'],
  ['status |', 'operator', ''],
  ['status !|', 'operator', '!'],
  ['status = |', 'value', ''],
  ['status = "In P|"', 'value', 'In P'],
  ['status = "In Progress" |', 'afterClause', ''],
  ['status in |', 'list', ''],
  ['status in (|', 'listValue', ''],
  ['status in (A, "B c", D|', 'listValue', 'D'],
  ['status in (A |', 'afterListValue', ''],
  ['assignee in (membersOf(x|', 'argument', 'x'],
  ['assignee in (membersOf(x), |', 'listValue', ''],
  ['assignee = currentUser() |', 'afterClause', ''],
  ['assignee is |', 'is', ''],
  ['status was |', 'was', ''],
  ['status changed |', 'afterClause', ''],
  ['status changed by |', 'predicateValue', ''],
  ['a = b and |', 'clause', ''],
  ['a = b and (|', 'clause', ''],
  ['a = b order |', 'by', ''],
  ['a = b order by cre|', 'orderField', 'cre'],
  ['a = b order by created |', 'direction', ''],
  ['a = b order by created desc, |', 'orderField', ''],
])('at %s it is known what may come', (marked, expected, typed) => {
  const position = marked.indexOf('|');
  const place = placeAt(marked.replace('|', ''), position);
  expect([place.expected, place.typed]).toEqual([expected, typed]);
});

test('the field, operator and word of history in force are known', () => {
  const jql = 'x = 1 and "Request Type" not in (a, ';
  expect(placeAt(jql, jql.length)).toMatchObject({ field: 'Request Type', operator: 'not in' });
  const history = 'status was not A by ';
  expect(placeAt(history, history.length)).toMatchObject({
    field: 'status',
    operator: 'was not',
    predicate: 'by',
  });
});

test('a value in quotes says what it said before', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (value) => {
      const written = quoted(value);
      expect(unquoted(written)).toBe(value);
      expect(tokenize(written)).toHaveLength(1);
    }),
    { numRuns: 300 },
  );
});

test('whatever is typed can be read, and no character is lost', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(40), (text, position) => {
      const tokens = tokenize(text);
      expect(tokens.map((token) => token.text).join('')).toBe(
        text.replace(/\s+/g, (space, at: number) =>
          tokens.some(({ start, end }) => start < at && at < end) ? space : '',
        ),
      );
      expect(rolesOf(tokens)).toHaveLength(tokens.length);
      placeAt(text, Math.min(position, text.length));
    }),
    { numRuns: 300 },
  );
});
