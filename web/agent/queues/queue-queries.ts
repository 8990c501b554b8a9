import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import { orderInQuery, orderOf } from './queue-order.ts';

const pageSize = 50;

interface Part {
  readonly start: number;
  /** what follows ORDER BY; undefined: the queue's own order */
  readonly orderBy: string | undefined;
}

async function fetchQueuePage(
  serviceDeskId: string,
  queueId: string,
  { start, orderBy }: Part,
  signal: AbortSignal,
) {
  return answer(
    api.GET('/rest/servicedeskapi/servicedesk/{serviceDeskId}/queue/{queueId}/issue', {
      params: {
        path: { serviceDeskId, queueId },
        query: { start, limit: pageSize, ...(orderBy && { orderBy }) },
      },
      signal,
    }),
  );
}

export type QueuePage = Awaited<ReturnType<typeof fetchQueuePage>>;

/** A request as a row of a queue. */
export type QueueRow = QueuePage['values'][number];

/** The requests of a queue, page by page, in the order that was chosen for it in this tab unless another one is given. */
export function queueRowsQuery(deskId: string, queueId: string, order = orderOf(queueId)) {
  const orderBy = order ? orderInQuery(order) : undefined;
  return infiniteQueryOptions({
    queryKey: ['desk', deskId, 'queue', queueId, orderBy ?? null],
    queryFn: ({ pageParam, signal }) =>
      fetchQueuePage(deskId, queueId, { start: pageParam, orderBy }, signal),
    // what is shown stays until it is there in the other order
    placeholderData: keepPreviousData,
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
