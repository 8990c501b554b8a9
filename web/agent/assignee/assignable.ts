import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';

/** Agents who can be the assignee of the request and whose name or e-mail address matches. */
export function assignableQuery(issueKey: string, query: string) {
  return queryOptions({
    queryKey: ['assignable', issueKey, query],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/rest/api/3/user/assignable/search', {
          params: { query: { issueKey, query, maxResults: 50 } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
