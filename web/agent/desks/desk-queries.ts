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
  const page = await answer(
    api.GET('/rest/servicedeskapi/servicedesk/{serviceDeskId}/queue', {
      params: { path: { serviceDeskId }, query: { includeCount: true, limit: 100 } },
      signal,
    }),
  );
  return page.values;
}

export type Queue = Awaited<ReturnType<typeof fetchQueues>>[number];

/** The queues of a desk with the number of requests in each. Counts change with every request: keep it live. */
export function queuesQuery(deskId: string) {
  return queryOptions({
    queryKey: ['desk', deskId, 'queues'],
    queryFn: ({ signal }) => fetchQueues(deskId, signal),
  });
}
