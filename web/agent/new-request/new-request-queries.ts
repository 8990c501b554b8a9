import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';

/** What can be asked for on a desk: its request types and their groups, in order. */
export function requestTypesQuery(serviceDeskId: string) {
  return queryOptions({
    queryKey: ['new-request', serviceDeskId, 'types'],
    async queryFn({ signal }) {
      const everything = { params: { path: { serviceDeskId }, query: { limit: 100 } }, signal };
      const [groups, types] = await Promise.all([
        answer(api.GET('/rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttypegroup', everything)),
        answer(api.GET('/rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype', everything)),
      ]);
      return { groups: groups.values, types: types.values };
    },
    staleTime: 60_000,
  });
}

/** The fields of the form of a request type. */
export function formQuery(serviceDeskId: string, requestTypeId: string) {
  return queryOptions({
    queryKey: ['new-request', serviceDeskId, 'form', requestTypeId],
    queryFn: async ({ signal }) =>
      (
        await answer(
          api.GET('/rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype/{requestTypeId}/field', {
            params: { path: { serviceDeskId, requestTypeId } },
            signal,
          }),
        )
      ).requestTypeFields.filter((field) => field.visible),
    staleTime: 60_000,
  });
}

/** People who may use the desk, as a picker of names wants them. */
export async function findPeople(
  serviceDeskId: string,
  search: { readonly query: string } | { readonly accountId: string },
  signal?: AbortSignal,
) {
  const { values } = await answer(
    api.GET('/rest/portico/1/service-desk/{serviceDeskId}/reporter-candidate', {
      params: { path: { serviceDeskId }, query: search },
      ...(signal && { signal }),
    }),
  );
  return values.map(({ accountId, displayName, emailAddress, organizations }) => ({
    id: accountId,
    name: displayName,
    hint: [emailAddress, ...organizations].filter(Boolean).join(' · '),
  }));
}

/** The person with this accountId, if they may use the desk. */
export function personQuery(serviceDeskId: string, accountId: string) {
  return queryOptions({
    queryKey: ['new-request', serviceDeskId, 'person', accountId],
    queryFn: async ({ signal }) => (await findPeople(serviceDeskId, { accountId }, signal))[0] ?? null,
    staleTime: 60_000,
  });
}

/** Makes an account for somebody who has none, as a customer of the desk. */
export function addCustomer(serviceDeskId: string, email: string, displayName: string) {
  return answer(
    api.POST('/rest/servicedeskapi/customer', {
      params: { query: { strictConflictStatusCode: true } },
      body: { email, displayName, _portico: { serviceDeskId } },
    }),
  );
}
