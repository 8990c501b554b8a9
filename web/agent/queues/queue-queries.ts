import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';

const pageSize = 50;

async function fetchQueuePage(serviceDeskId: string, queueId: string, start: number, signal: AbortSignal) {
  return answer(
    api.GET('/rest/servicedeskapi/servicedesk/{serviceDeskId}/queue/{queueId}/issue', {
      params: { path: { serviceDeskId, queueId }, query: { start, limit: pageSize } },
      signal,
    }),
  );
}

export type QueuePage = Awaited<ReturnType<typeof fetchQueuePage>>;

/** A request as a row of a queue. */
export type QueueRow = QueuePage['values'][number];

/** The requests of a queue, page by page. */
export function queueRowsQuery(deskId: string, queueId: string) {
  return infiniteQueryOptions({
    queryKey: ['desk', deskId, 'queue', queueId],
    queryFn: ({ pageParam, signal }) => fetchQueuePage(deskId, queueId, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: (page) => (page.isLastPage ? undefined : page.start + page.size),
  });
}

/** All rows loaded so far. While the queue moves a request may be on two pages: it is listed once. */
export function rowsOf(pages: readonly QueuePage[] | undefined): QueueRow[] {
  const rows = new Map<string, QueueRow>();
  for (const row of pages?.flatMap((page) => page.values) ?? [])
    if (!rows.has(row.key)) rows.set(row.key, row);
  return [...rows.values()];
}
