import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';

async function fetchMyDesks(signal: AbortSignal) {
  return (await answer(api.GET('/rest/portico/1/my-desks', { signal }))).values;
}

/** A service desk whose agent the viewer is, with its queues. */
export type Desk = Awaited<ReturnType<typeof fetchMyDesks>>[number];

/** The desks that the viewer works on. */
export const myDesksQuery = queryOptions({
  queryKey: ['my-desks'],
  queryFn: ({ signal }) => fetchMyDesks(signal),
  staleTime: 60_000,
});

async function fetchQueues(serviceDeskId: string, signal: AbortSignal) {
  return answer(
    api.GET('/rest/portico/1/service-desk/{serviceDeskId}/queue', {
      params: { path: { serviceDeskId }, query: { includeCount: true } },
      signal,
    }),
  );
}

/** The queues of a desk and their sections. */
export type DeskQueues = Awaited<ReturnType<typeof fetchQueues>>;
/** A queue with how many requests are in it. */
export type Queue = DeskQueues['queues'][number];
/** A section of a desk's queues. */
export type QueueGroup = DeskQueues['groups'][number];

/** The queues of a desk with the number of requests in each. Counts change with every request: keep it live. */
export function queuesQuery(deskId: string) {
  return queryOptions({
    queryKey: ['desk', deskId, 'queues'],
    queryFn: ({ signal }) => fetchQueues(deskId, signal),
  });
}
