import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import { nextStart } from '../lists/next-page.ts';

async function fetchEvents(search: AuditSearch, start: number, signal: AbortSignal) {
  const { action, query } = search;
  return answer(
    api.GET('/rest/portico/1/audit', {
      params: {
        query: { start, limit: 50, ...(action === '' ? {} : { action }), ...(query === '' ? {} : { query }) },
      },
      signal,
    }),
  );
}

/** What to show of the log; empty strings: everything. */
export interface AuditSearch {
  readonly action: string;
  readonly query: string;
}

export type AuditEvent = Awaited<ReturnType<typeof fetchEvents>>['values'][number];

/** The audit log, newest first, page by page. */
export function auditQuery(search: AuditSearch) {
  return infiniteQueryOptions({
    queryKey: ['audit', search],
    queryFn: ({ pageParam, signal }) => fetchEvents(search, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: nextStart,
    placeholderData: (before) => before,
  });
}
