import { queryOptions } from '@tanstack/react-query';
import { answer } from '../api/client.ts';
import { jiraJql as api } from './jira-jql.ts';
import { quoted, tokenize, unquoted } from './tokens.ts';

/** Something that is wrong with a query, with where it stands. */
export interface JqlProblem {
  readonly message: string;
  /** a warning does not keep the query from running */
  readonly isWarning: boolean;
  readonly start: number;
  readonly end: number;
  /** what may have been meant, as it is written in a query */
  readonly suggestion: string | null;
}

/** What is wrong with the query. */
export function problemsQuery(jql: string) {
  return queryOptions({
    queryKey: ['jql', 'problems', jql],
    queryFn: async ({ signal }): Promise<JqlProblem[]> => {
      const { queries } = await answer(
        api.POST('/rest/api/3/jql/parse', {
          params: { query: { validation: 'warn' } },
          body: { queries: [jql] },
          signal,
        }),
      );
      const { errors = [], warnings = [] } = queries[0] ?? {};
      return [
        ...errors.map((message) => located(jql, message, false)),
        ...warnings.map((message) => located(jql, message, true)),
      ];
    },
    staleTime: 30_000,
    gcTime: 60_000,
    retry: false,
  });
}

/** Finds in the query what a message of Jira's speaks of, and what it proposes. */
export function located(jql: string, message: string, isWarning: boolean): JqlProblem {
  const suggestion = /Did you mean '((?:[^'\\]|\\.)+)'/.exec(message)?.[1];
  const found = rangeOf(jql, message);
  return {
    message,
    isWarning,
    start: found[0],
    end: found[1],
    suggestion: suggestion === undefined ? null : quoted(unquoted(suggestion)),
  };
}

function rangeOf(jql: string, message: string): [number, number] {
  const tokens = tokenize(jql);
  const [, line, character] = /line (\d+), character (\d+)/.exec(message) ?? [];
  if (line !== undefined && character !== undefined) {
    const lines = jql.split('\n').slice(0, Number(line) - 1);
    const at = lines.reduce((sum, each) => sum + each.length + 1, 0) + Number(character) - 1;
    const token = tokens.find(({ start, end }) => start <= at && at < end);
    if (token) return [token.start, token.end];
    return [Math.max(0, Math.min(at, jql.length) - 1), Math.min(Math.max(at, 1), jql.length)];
  }
  for (const [, name = ''] of message.matchAll(/'((?:[^'\\]|\\.)*)'/g)) {
    const meant = name.replace(/\(\)$/, '').toLowerCase();
    const token = tokens.find(({ text }) => unquoted(text).toLowerCase() === meant);
    if (token) return [token.start, token.end];
  }
  return [0, jql.length];
}

/** The query with what was meant in place of what is wrong. */
export function corrected(jql: string, { start, end, suggestion }: JqlProblem): string {
  return suggestion === null ? jql : jql.slice(0, start) + suggestion + jql.slice(end);
}
