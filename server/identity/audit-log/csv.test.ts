import { expect, test } from 'vitest';
import { csvRecord } from './csv.ts';

test.each([
  ['plain', 'plain'],
  [null, ''],
  ['with, comma', '"with, comma"'],
  ['say "no"', '"say ""no"""'],
  ['two\r\nlines', '"two\r\nlines"'],
  ['a;b', '"a;b"'],
  ['Zoë 日本', 'Zoë 日本'],
])('%j is written as %j', (value, written) => {
  expect(csvRecord([value])).toBe(`${written}\r\n`);
});

test.each([
  ['=HYPERLINK("https://evil.example")', `"'=HYPERLINK(""https://evil.example"")"`],
  ['+1+1', "'+1+1"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['  =1', `'  =1`],
  ['\t=1', `"'\t=1"`],
  ['\r=1', `"'\r=1"`],
  ['＝1', "'＝1"],
])('%j would be calculated, and is made text: %j', (value, written) => {
  expect(csvRecord([value])).toBe(`${written}\r\n`);
});

test('values stand beside each other, a line for each record', () => {
  expect(csvRecord(['a', null, 'b,c'])).toBe('a,,"b,c"\r\n');
});
