import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import type { AccountFilter } from './people-search.ts';

export const bulkActs = [
  'deactivate',
  'reactivate',
  'end-sessions',
  'reset-second-factor',
  'add-to-group',
  'remove-from-group',
  'add-to-organization',
  'remove-from-organization',
] as const;
export type BulkAct = (typeof bulkActs)[number];

/** Who is meant: those named, or all that match. */
export type Whom = { readonly accountIds: readonly string[] } | { readonly filter: AccountFilter };

/** Begins to do something to many accounts. */
export function beginBulk(act: BulkAct, whom: Whom, subjectId: string | null) {
  return answer(
    api.POST('/rest/portico/1/account-bulk', {
      body: {
        act,
        ...(subjectId === null ? {} : { subjectId }),
        ...('filter' in whom ? { filter: whom.filter } : { accountIds: [...whom.accountIds] }),
      },
    }),
  );
}

/** How far it is; asked again until it is finished. */
export function bulkQuery(id: string) {
  return queryOptions({
    queryKey: ['bulk', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/rest/portico/1/account-bulk/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.isFinished ? false : 1000),
  });
}

/** For whom it was refused, and why; the first hundred. */
export function bulkRefusalsQuery(id: string) {
  return queryOptions({
    queryKey: ['bulk', id, 'refused'],
    queryFn: async ({ signal }) =>
      (
        await answer(
          api.GET('/rest/portico/1/account-bulk/{id}/item', {
            params: { path: { id }, query: { outcome: 'refused', start: 0, limit: 100 } },
            signal,
          }),
        )
      ).values,
  });
}

/** How many people match. */
export function accountCountQuery(filter: AccountFilter) {
  return queryOptions({
    queryKey: ['accounts', 'count', filter],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/rest/portico/1/account/count', { params: { query: filter }, signal }))).count,
    placeholderData: (before) => before,
  });
}
