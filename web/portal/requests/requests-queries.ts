import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import type { ListColumn } from './columns.ts';
import { type RequestFilter, requestQueryOf } from './request-filter.ts';

const pageSize = 25;

/** One's requests, page by page. */
export function requestsQuery(filter: RequestFilter) {
  const { requestOwnership, ...query } = requestQueryOf(filter);
  return infiniteQueryOptions({
    queryKey: ['requests', filter],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/rest/servicedeskapi/request', {
          params: {
            query: {
              ...query,
              requestOwnership: [...requestOwnership],
              expand: ['serviceDesk'],
              start: pageParam,
              limit: pageSize,
            },
          },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => (page.isLastPage ? undefined : page.start + page.size),
    placeholderData: keepPreviousData,
  });
}

/** By what the person sees requests of others: what the list can be narrowed to. */
export const requestSourcesQuery = queryOptions({
  queryKey: ['request-sources'],
  queryFn: ({ signal }) => answer(api.GET('/rest/portico/1/my-request-sources', { signal })),
  staleTime: 5 * 60_000,
});

export type RequestSources = Awaited<ReturnType<NonNullable<typeof requestSourcesQuery.queryFn>>>;

/** The columns that the person has chosen; null: none. */
export const columnsQuery = queryOptions({
  queryKey: ['request-columns'],
  queryFn: async ({ signal }): Promise<ListColumn[] | null> =>
    (await answer(api.GET('/rest/portico/1/my-request-columns', { signal }))).columns,
  staleTime: 5 * 60_000,
});
