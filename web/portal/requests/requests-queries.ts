import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import { type RequestFilter, requestQueryOf } from './request-filter.ts';

const pageSize = 25;

/** One's requests, newest first, page by page. */
export function requestsQuery(filter: RequestFilter) {
  return infiniteQueryOptions({
    queryKey: ['requests', filter],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/rest/servicedeskapi/request', {
          params: { query: { ...requestQueryOf(filter), start: pageParam, limit: pageSize } },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => (page.isLastPage ? undefined : page.start + page.size),
    placeholderData: keepPreviousData,
  });
}

/** Whether the person sees requests of others: those who manage an organization that has any. */
export const seesOthersQuery = queryOptions({
  queryKey: ['requests-of-others'],
  queryFn: async ({ signal }) =>
    (
      await answer(
        api.GET('/rest/servicedeskapi/request', {
          params: { query: { requestOwnership: ['ALL_ORGANIZATIONS'], limit: 1 } },
          signal,
        }),
      )
    ).size > 0,
  staleTime: 5 * 60_000,
});
