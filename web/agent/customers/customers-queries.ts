import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import type { paths } from '../../kit/api/schema.d.ts';

interface Page {
  readonly isLastPage: boolean;
  readonly start: number;
  readonly size: number;
}

function nextStart({ isLastPage, start, size }: Page): number | undefined {
  return isLastPage ? undefined : start + size;
}

function fetchCustomers(deskId: string, query: string, start: number, signal?: AbortSignal) {
  return answer(
    api.GET('/rest/portico/1/service-desk/{serviceDeskId}/customer', {
      params: {
        path: { serviceDeskId: deskId },
        query: { start, limit: 50, ...(query === '' ? {} : { query }) },
      },
      ...(signal ? { signal } : {}),
    }),
  );
}

/** Somebody whom the desk serves, and how they can sign in. */
export type Customer = Awaited<ReturnType<typeof fetchCustomers>>['values'][number];

/** The people whom a desk serves, by name. */
export function customersQuery(deskId: string, query: string) {
  return infiniteQueryOptions({
    queryKey: ['desk', deskId, 'customers', query],
    queryFn: ({ pageParam, signal }) => fetchCustomers(deskId, query, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: nextStart,
    placeholderData: (before) => before,
  });
}

function fetchInvitations(deskId: string, start: number, signal?: AbortSignal) {
  return answer(
    api.GET('/rest/portico/1/invitation', {
      params: { query: { portal: deskId, start, limit: 50 } },
      ...(signal ? { signal } : {}),
    }),
  );
}

/** Somebody who was invited to the desk's portal. */
export type Invitation = Awaited<ReturnType<typeof fetchInvitations>>['values'][number];

/** Invitations to the desk's portal, newest first. */
export function invitationsQuery(deskId: string) {
  return infiniteQueryOptions({
    queryKey: ['desk', deskId, 'invitations'],
    queryFn: ({ pageParam, signal }) => fetchInvitations(deskId, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: nextStart,
  });
}

/** The organizations that a desk serves, by name: to which its agents may invite people. */
export function organizationsQuery(deskId: string) {
  return queryOptions({
    queryKey: ['desk', deskId, 'organizations'],
    queryFn: async ({ signal }) =>
      (
        await answer(
          api.GET('/rest/servicedeskapi/servicedesk/{serviceDeskId}/organization', {
            params: { path: { serviceDeskId: deskId }, query: { limit: 100 } },
            signal,
          }),
        )
      ).values,
  });
}

export type NewInvitations =
  paths['/rest/portico/1/invitation']['post']['requestBody']['content']['application/json'];

/** Invites people; says of each line that was not taken why. */
export function invite(body: NewInvitations) {
  return answer(api.POST('/rest/portico/1/invitation', { body }));
}

/** Mails an invitation again, with another link. */
export function resendInvitation(id: string) {
  return answer(api.POST('/rest/portico/1/invitation/{id}/send', { params: { path: { id } } }));
}

/** Ends an invitation: its link works no more. */
export function revokeInvitation(id: string) {
  return answer(api.DELETE('/rest/portico/1/invitation/{id}', { params: { path: { id } } }));
}
