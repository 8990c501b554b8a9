import { expect, test } from 'vitest';
import { textQuery } from './text-query.ts';

test.each([
  ['paper jam', 'text ~ "paper jam" ORDER BY updated DESC'],
  ['"paper jam" \\ x', 'text ~ "\\"paper jam\\" \\\\ x" ORDER BY updated DESC'],
  [' covid-19 ', 'text ~ "covid-19" ORDER BY updated DESC'],
])('what is typed into the header, “%s”, becomes a query', (typed, jql) => {
  expect(textQuery(typed)).toBe(jql);
});
