import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import type { TableRow } from '../request-table/table-row.ts';

const pageSize = 50;

/** A page of what a search finds. */
export interface FoundPage {
  readonly issues: readonly TableRow[];
  readonly nextPageToken?: string | undefined;
  readonly isLast?: boolean | undefined;
}

/** The requests that a query finds, page by page, with these fields. */
export function searchQuery(jql: string, fields: readonly string[]) {
  return infiniteQueryOptions({
    queryKey: ['search', 'rows', jql, fields],
    queryFn: ({ pageParam, signal }): Promise<FoundPage> =>
      answer(
        api.POST('/rest/api/3/search/jql', {
          body: {
            jql,
            fields: [...fields],
            maxResults: pageSize,
            ...(pageParam === '' ? {} : { nextPageToken: pageParam }),
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => (page.isLast ? undefined : page.nextPageToken),
    retry: false,
    staleTime: 5000,
  });
}

/** How many requests a query finds; it stops counting at some thousands. */
export function countQuery(jql: string) {
  return queryOptions({
    queryKey: ['search', 'count', jql],
    queryFn: ({ signal }) =>
      answer(api.POST('/rest/api/3/search/approximate-count', { body: { jql }, signal })),
    retry: false,
    staleTime: 5000,
  });
}
