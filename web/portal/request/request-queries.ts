import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';

const commentPage = 50;

/** The request with everything that its page shows beside the conversation. */
export function requestQuery(key: string) {
  return queryOptions({
    queryKey: ['request', key],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/rest/servicedeskapi/request/{issueIdOrKey}', {
          params: { path: { issueIdOrKey: key }, query: { expand: 'requestType,status,attachment' } },
          signal,
        }),
      ),
  });
}

export type CustomerRequest = Awaited<ReturnType<NonNullable<ReturnType<typeof requestQuery>['queryFn']>>>;

/** The public conversation, oldest first, page by page. Agents too see here what customers see. */
export function commentsQuery(key: string) {
  return infiniteQueryOptions({
    queryKey: ['request', key, 'comments'],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/rest/servicedeskapi/request/{issueIdOrKey}/comment', {
          params: {
            path: { issueIdOrKey: key },
            query: { start: pageParam, limit: commentPage, internal: false, expand: 'attachment' },
          },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => (page.isLastPage ? undefined : page.start + page.size),
  });
}

/** What the customer may do with the request now. */
export function transitionsQuery(key: string) {
  return queryOptions({
    queryKey: ['request', key, 'transitions'],
    queryFn: async ({ signal }) =>
      (
        await answer(
          api.GET('/rest/servicedeskapi/request/{issueIdOrKey}/transition', {
            params: { path: { issueIdOrKey: key } },
            signal,
          }),
        )
      ).values,
  });
}
