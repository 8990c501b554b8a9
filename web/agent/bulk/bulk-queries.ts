import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import type { paths } from '../../kit/api/schema.d.ts';

/** Most requests that can be changed at once. */
export const maxSelected = 1000;

/** What is done to many requests. */
export type NewOperation =
  paths['/rest/portico/1/bulk']['post']['requestBody']['content']['application/json'];

/** Begins to do something to many requests. */
export function beginOperation(body: NewOperation) {
  return answer(api.POST('/rest/portico/1/bulk', { body }));
}

export type Operation = Awaited<ReturnType<typeof beginOperation>>;

/** The keys of the requests in a queue, or that a query finds, as many as can be changed at once. */
export function selectAllOf(
  of: { readonly serviceDeskId: string; readonly queueId: string } | { readonly jql: string },
) {
  const body = 'jql' in of ? of : { queue: of };
  return answer(api.POST('/rest/portico/1/bulk/selection', { body }));
}

async function fetchOptions(keys: readonly string[], signal: AbortSignal) {
  return answer(api.POST('/rest/portico/1/bulk/options', { body: { issueIdsOrKeys: [...keys] }, signal }));
}

export type Options = Awaited<ReturnType<typeof fetchOptions>>;
export type BulkTransition = Options['transitions'][number];

/** What can be done to the requests. */
export function optionsQuery(keys: readonly string[]) {
  return queryOptions({
    queryKey: ['bulk', 'options', keys],
    queryFn: ({ signal }) => fetchOptions(keys, signal),
    // requests move: what was possible a while ago says little
    staleTime: 5000,
    gcTime: 30_000,
  });
}

/** Whether the viewer may delete requests of the desk that this one is on. */
export function mayDeleteQuery(issueKey: string) {
  return queryOptions({
    queryKey: ['bulk', 'may-delete', issueKey],
    queryFn: async ({ signal }) => {
      const { permissions } = await answer(
        api.GET('/rest/api/3/mypermissions', {
          params: { query: { permissions: 'DELETE_ISSUES', issueKey } },
          signal,
        }),
      );
      return permissions['DELETE_ISSUES']?.havePermission ?? false;
    },
    staleTime: 60_000,
  });
}

/** How far an operation is. It is told live; what is missed is asked for. */
export function operationQuery(id: string) {
  return queryOptions({
    queryKey: ['bulk', 'operation', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/rest/portico/1/bulk/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.isFinished ? false : 2000),
  });
}

/** How it went for a request. */
export type Outcome = 'done' | 'unchanged' | 'refused' | 'open';

async function fetchItems(id: string, outcome: Outcome | undefined, start: number, signal: AbortSignal) {
  return answer(
    api.GET('/rest/portico/1/bulk/{id}/item', {
      params: { path: { id }, query: { start, limit: 100, ...(outcome && { outcome }) } },
      signal,
    }),
  );
}

export type Item = Awaited<ReturnType<typeof fetchItems>>['values'][number];

/** How it went for each request, or for those with this outcome. */
export function itemsQuery(id: string, outcome: Outcome | undefined) {
  return infiniteQueryOptions({
    queryKey: ['bulk', 'operation', id, 'items', outcome ?? 'all'],
    queryFn: ({ pageParam, signal }) => fetchItems(id, outcome, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: (page) => (page.isLastPage ? undefined : page.start + page.size),
  });
}

async function fetchOperations(start: number, signal: AbortSignal) {
  return answer(api.GET('/rest/portico/1/bulk', { params: { query: { start, limit: 50 } }, signal }));
}

/** What the viewer has done to many requests, newest first. */
export const operationsQuery = infiniteQueryOptions({
  queryKey: ['bulk', 'operations'],
  queryFn: ({ pageParam, signal }) => fetchOperations(pageParam, signal),
  initialPageParam: 0,
  getNextPageParam: (page) => (page.isLastPage ? undefined : page.start + page.size),
});

/** Has an operation go no further. */
export function cancelOperation(id: string) {
  return answer(api.POST('/rest/portico/1/bulk/{id}/cancel', { params: { path: { id } } }));
}

/** Does it once more to the requests to which it was refused or never came. */
export function retryOperation(id: string) {
  return answer(api.POST('/rest/portico/1/bulk/{id}/retry', { params: { path: { id } } }));
}
