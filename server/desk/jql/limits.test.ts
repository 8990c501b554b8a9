import { describe, expect, test } from 'vitest';
import { compileJql } from './compile.ts';
import { parseJql } from './parse.ts';
import { InvalidJql } from './problems.ts';

const context = { viewerId: '1', timeZone: null, now: new Date() };
const list = (count: number, joint: string) =>
  Array.from({ length: count }, (_, index) => `key = ${index + 1}`).join(joint);

function messageOf(jql: string): string {
  try {
    compileJql(jql, context);
    return 'fine';
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidJql);
    return (error as InvalidJql).message;
  }
}

describe('a query is not read that', () => {
  test.each([
    ['is too long', `summary ~ "${'x'.repeat(10_000)}"`, 'The query is too long: it has 10012 characters'],
    ['has ten thousand parentheses', '('.repeat(10_000), 'nested too deeply'],
    ['has sixty-one', `${'('.repeat(61)}key = 1${')'.repeat(61)}`, 'nested too deeply: at most 60 levels'],
    ['negates too often', `${'not '.repeat(61)}key = 1`, 'nested too deeply'],
    ['negates what negates', `${'!('.repeat(31)}key = 1${')'.repeat(31)}`, 'nested too deeply'],
    ['nests lists too deeply', `key in ${'('.repeat(61)}1${')'.repeat(61)}`, 'nested too deeply'],
    ['has too many conditions', list(501, ' or '), 'too many conditions: at most 500'],
    ['has too many signs', 'a=1|'.repeat(2000), 'too many conditions'],
    ['lists too many values', `key in (${'1,'.repeat(1000)}1)`, 'too many values: at most 1000'],
  ])('%s', (_, jql, message) => {
    const started = performance.now();
    expect(messageOf(jql)).toContain(message);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('a query is read that', () => {
  test.each([
    ['has sixty parentheses', `${'('.repeat(60)}key = 1${')'.repeat(60)}`],
    ['has five hundred conditions', list(500, ' or ')],
    ['mixes them', list(400, ' and key != 5 or ').split(' or ').slice(0, 240).join(' or ')],
    ['lists a thousand values', `key in (${'12,'.repeat(999)}1)`],
    ['has parentheses in quotes', `status = "${'('.repeat(500)}" or status = '${'not '.repeat(500)}'`],
    ['says nothing', ' \n\t '],
  ])('%s', (_, jql) => {
    expect(messageOf(jql)).toBe('fine');
  });
});

describe('what is no JQL is told in Jira’s words:', () => {
  test.each([
    ['status', "Expecting operator before the end of the query. The valid operators are '=', '!='"],
    ['status foo', "Expecting operator but got 'foo'."],
    ['= 3', "Expecting a field name but got '='."],
    ['status = "a', "The quoted string '\"a' has not been completed. (line 1, character 10)"],
    ['status = a b', "Expecting either 'OR' or 'AND' but got 'b'. (line 1, character 12)"],
    ['(status = a', "Expecting ')' before the end of the query."],
    ['status = a)', "Expecting either 'OR' or 'AND' but got ')'."],
    ['status = select', "'select' is a reserved JQL word. You must surround it in quotation marks"],
    [
      'status = #b',
      "The character '#' is a reserved JQL character. You must enclose it in a string or use the escape '\\u0023'",
    ],
    ['status is x', "Expecting 'EMPTY' or 'NULL' but got 'x'."],
    ['status in x', "Expecting '(' or a function before the end of the query."],
    ['status not = x', "Expecting 'IN' after 'NOT' but got '='."],
    ['status in ()', "Expecting either a value, list or function but got ')'."],
    ['status = a order by', 'Expecting a field name before the end of the query.'],
    ['status = a order created', "Expecting 'BY' after 'ORDER' but got 'created'."],
    ['status = (a, b)', "Expecting either a value, list or function but got '('."],
    ['a = b and\n\n c ==  d', '(line 3, character 5)'],
  ])('%s', (jql, message) => {
    expect(messageOf(jql)).toMatch(/^Error in the JQL Query: .*\(line \d+, character \d+\)$/su);
    expect(messageOf(jql)).toContain(message);
  });

  test('nothing that is thrown at the parser makes it throw something else', () => {
    const words = [
      '(',
      ')',
      '"',
      "'",
      '\\',
      'not',
      '!',
      'in',
      '=',
      '😀',
      'order',
      'by',
      'x',
      ',',
      '[',
      ']',
      '-',
      '\n',
      'was',
    ];
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    for (let round = 0; round < 400; round++) {
      const jql = Array.from({ length: 1 + next(14) }, () => words[next(words.length)]).join(
        next(2) ? ' ' : '',
      );
      messageOf(jql);
    }
  });
});

describe('values are read as Jira reads them:', () => {
  test.each([
    ['"\\u0041b"', 'Ab'],
    ['"a\\tb\\nc"', 'a\tb\nc'],
    ['"say \\"hi\\""', 'say "hi"'],
    ["'it\\'s'", "it's"],
    ['"back\\\\slash"', 'back\\slash'],
    ['a\\ b', 'a b'],
    ['\\u0023x', '#x'],
    ['"nul\\u0000"', 'nul\ufffd'],
  ])('%s', (written, value) => {
    const { where } = parseJql(`status = ${written}`);
    expect(where?.clauseType === 'terminal' && where.operand).toMatchObject({ value });
  });
});
