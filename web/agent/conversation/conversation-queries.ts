import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';

const pageSize = 100;

async function fetchComments(issueIdOrKey: string, signal: AbortSignal) {
  const fetchPage = (start: number) =>
    answer(
      api.GET('/rest/servicedeskapi/request/{issueIdOrKey}/comment', {
        params: {
          path: { issueIdOrKey },
          query: { public: true, internal: true, expand: 'attachment', start, limit: pageSize },
        },
        signal,
      }),
    );
  let page = await fetchPage(0);
  const comments = [...page.values];
  while (!page.isLastPage && page.size > 0) {
    page = await fetchPage(page.start + page.size);
    comments.push(...page.values);
  }
  return comments;
}

/** A public answer or an internal note. */
export type Comment = Awaited<ReturnType<typeof fetchComments>>[number];

/** All comments of a request, oldest first. */
export function commentsQuery(requestKey: string) {
  return queryOptions({
    queryKey: ['request', requestKey, 'comments'],
    queryFn: ({ signal }) => fetchComments(requestKey, signal),
  });
}

async function fetchHistory(issueIdOrKey: string, signal: AbortSignal) {
  const fetchPage = (startAt: number) =>
    answer(
      api.GET('/rest/api/3/issue/{issueIdOrKey}/changelog', {
        params: { path: { issueIdOrKey }, query: { startAt, maxResults: pageSize } },
        signal,
      }),
    );
  let page = await fetchPage(0);
  const changes = [...page.values];
  while (!page.isLast && page.values.length > 0) {
    page = await fetchPage(page.startAt + page.values.length);
    changes.push(...page.values);
  }
  return changes;
}

/** One change to the request's properties, by one person at one time. */
export type HistoryChange = Awaited<ReturnType<typeof fetchHistory>>[number];

/** All changes of a request, oldest first. */
export function historyQuery(requestKey: string) {
  return queryOptions({
    queryKey: ['request', requestKey, 'history'],
    queryFn: ({ signal }) => fetchHistory(requestKey, signal),
  });
}
