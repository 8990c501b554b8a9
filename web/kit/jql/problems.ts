import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';

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
      const { errors = [], warnings = [] } = queries[0]?._portico ?? {};
      return [
        ...errors.map((problem) => asTold(problem, false)),
        ...warnings.map((problem) => asTold(problem, true)),
      ];
    },
    staleTime: 30_000,
    gcTime: 60_000,
    retry: false,
  });
}

function asTold(
  problem: { message: string; start: number; end: number; suggestion?: string | undefined },
  isWarning: boolean,
): JqlProblem {
  const { message, start, end, suggestion = null } = problem;
  return { message, isWarning, start, end, suggestion };
}

/** The query with what was meant in place of what is wrong. */
export function corrected(jql: string, { start, end, suggestion }: JqlProblem): string {
  return suggestion === null ? jql : jql.slice(0, start) + suggestion + jql.slice(end);
}
