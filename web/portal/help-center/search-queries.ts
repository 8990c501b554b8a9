import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import { requestQueryOf } from '../requests/request-filter.ts';

/** More are found on the page of all requests. */
const shownRequests = 5;

/**
 * One's own requests, and others that one sees, whose summary has the words or whose key they are; changed last first. Of one
 * portal, or of all.
 */
export function foundRequestsQuery(words: string, portal?: string) {
  const { requestOwnership, ...query } = requestQueryOf({
    status: 'all',
    q: words,
    sort: '-updated',
    ...(portal && { portal }),
  });
  return queryOptions({
    // under the requests, so that it is fetched anew with them
    queryKey: ['requests', 'found', words, portal ?? null],
    queryFn: async ({ signal }) => {
      const { values, isLastPage } = await answer(
        api.GET('/rest/servicedeskapi/request', {
          params: {
            query: {
              ...query,
              requestOwnership: [...requestOwnership],
              expand: ['serviceDesk'],
              limit: shownRequests,
            },
          },
          signal,
        }),
      );
      return { values, hasMore: !isLastPage };
    },
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });
}

export type FoundRequests = Awaited<
  ReturnType<NonNullable<ReturnType<typeof foundRequestsQuery>['queryFn']>>
>;
