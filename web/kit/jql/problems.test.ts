import { expect, test } from 'vitest';
import { corrected, located } from './problems.ts';

function marked(jql: string, message: string): string {
  const { start, end } = located(jql, message, false);
  return jql.slice(start, end);
}

test('what a message speaks of is found in the query', () => {
  const jql = 'project = SUP AND staus = "In Progress"\nAND assignee = "x y"';
  expect(marked(jql, "Field 'staus' does not exist or you do not have permission to view it.")).toBe('staus');
  expect(marked(jql, "The value 'x y' does not exist for the field 'assignee'.")).toBe('"x y"');
  expect(marked(jql, 'Expecting something else (line 2, character 5).')).toBe('assignee');
  expect(marked('a = foo()', "Unable to find JQL function 'foo()'.")).toBe('foo');
});

test('an end that lacks something is marked at its last character', () => {
  expect(marked('status =', 'Something is missing (line 1, character 9).')).toBe('=');
});

test('a message that says not where it belongs is about the whole query', () => {
  expect(marked('a = b', 'This query takes too long.')).toBe('a = b');
});

test('what was meant takes the place of what is wrong, in quotes where it needs them', () => {
  const jql = 'staus = Open';
  const problem = located(jql, "Field 'staus' does not exist. Did you mean 'status'?", false);
  expect(corrected(jql, problem)).toBe('status = Open');
  const other = 'status = "In Progres"';
  const value = located(
    other,
    "The value 'In Progres' does not exist for the field 'status'. Did you mean 'In Progress'?",
    false,
  );
  expect(corrected(other, value)).toBe('status = "In Progress"');
});
