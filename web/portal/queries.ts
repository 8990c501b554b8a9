import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../kit/api/client.ts';

/** The portals that whoever looks may use; for nobody in particular: those that are listed. */
export const portalsQuery = queryOptions({
  queryKey: ['portals'],
  queryFn: async ({ signal }) => (await answer(api.GET('/rest/portico/1/portal', { signal }))).values,
  staleTime: 60_000,
});

export type Portal = Awaited<ReturnType<NonNullable<typeof portalsQuery.queryFn>>>[number];

/** One portal; 404 when it is not theirs. */
export function portalQuery(portalId: string) {
  return queryOptions({
    queryKey: ['portal', portalId],
    queryFn: ({ signal }) =>
      answer(api.GET('/rest/portico/1/portal/{portalId}', { params: { path: { portalId } }, signal })),
    staleTime: 60_000,
  });
}

/** What can be asked for in a portal: its groups and request types, in order. */
export function requestTypesQuery(portalId: string) {
  const path = { serviceDeskId: portalId };
  return queryOptions({
    queryKey: ['portal', portalId, 'request-types'],
    async queryFn({ signal }) {
      const everything = { params: { path, query: { limit: 100 } }, signal };
      const [groups, types] = await Promise.all([
        answer(api.GET('/rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttypegroup', everything)),
        answer(api.GET('/rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype', everything)),
      ]);
      return { groups: groups.values, types: types.values };
    },
    staleTime: 60_000,
  });
}

/** A request type and the fields of its form. */
export function formQuery(portalId: string, requestTypeId: string) {
  const path = { serviceDeskId: portalId, requestTypeId };
  return queryOptions({
    queryKey: ['portal', portalId, 'form', requestTypeId],
    async queryFn({ signal }) {
      const [type, form] = await Promise.all([
        answer(
          api.GET('/rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype/{requestTypeId}', {
            params: { path },
            signal,
          }),
        ),
        answer(
          api.GET('/rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype/{requestTypeId}/field', {
            params: { path },
            signal,
          }),
        ),
      ]);
      return { type, fields: form.requestTypeFields.filter((field) => field.visible) };
    },
    staleTime: 60_000,
  });
}

/** Request types of all portals whose name or description holds every word. */
export function searchQuery(words: string) {
  return queryOptions({
    queryKey: ['search', words],
    queryFn: async ({ signal }) =>
      (
        await answer(
          api.GET('/rest/servicedeskapi/requesttype', {
            params: { query: { searchQuery: words, limit: 30 } },
            signal,
          }),
        )
      ).values,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
}
