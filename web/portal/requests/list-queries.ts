import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import type { ListColumn } from './columns.ts';

/** Keeps the columns with the account; null: takes the usual ones again. */
export async function saveColumns(columns: readonly ListColumn[] | null): Promise<void> {
  await answer(
    columns === null
      ? api.DELETE('/rest/portico/1/my-request-columns')
      : api.PUT('/rest/portico/1/my-request-columns', { body: { columns: [...columns] } }),
  );
}

/** Kinds of requests to narrow the list to: of a portal, or of all of them; at most 100. */
export function typeChoicesQuery(portalId: string | undefined) {
  const query = { limit: 100 };
  return queryOptions({
    queryKey: ['request-type-choices', portalId ?? null],
    queryFn: async ({ signal }) =>
      (portalId === undefined
        ? await answer(api.GET('/rest/servicedeskapi/requesttype', { params: { query }, signal }))
        : await answer(
            api.GET('/rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype', {
              params: { path: { serviceDeskId: portalId }, query },
              signal,
            }),
          )
      ).values,
    staleTime: 5 * 60_000,
    placeholderData: keepPreviousData,
  });
}
