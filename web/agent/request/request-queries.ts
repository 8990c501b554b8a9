import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';

// These come by themselves, where they are shown.
const fields = '*all,-comment,-worklog,-watches';

async function fetchIssue(issueIdOrKey: string, signal: AbortSignal) {
  return answer(
    api.GET('/rest/api/3/issue/{issueIdOrKey}', {
      params: { path: { issueIdOrKey }, query: { fields, updateHistory: true } },
      signal,
    }),
  );
}

/** A request as agents see it. */
export type Issue = Awaited<ReturnType<typeof fetchIssue>>;

/** The request itself; what belongs to it (comments, history, transitions) is kept under the same key. */
export function issueQuery(requestKey: string) {
  return queryOptions({
    queryKey: ['request', requestKey],
    queryFn: ({ signal }) => fetchIssue(requestKey, signal),
  });
}
