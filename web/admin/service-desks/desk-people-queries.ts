import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import { nextStart } from '../lists/next-page.ts';

const limit = 50;

/** The people named as customers of a desk, page by page. */
export function deskCustomersQuery(serviceDeskId: string, query: string) {
  return infiniteQueryOptions({
    queryKey: ['service-desk', serviceDeskId, 'customers', query],
    queryFn: ({ pageParam: start, signal }) =>
      answer(
        api.GET('/rest/servicedeskapi/servicedesk/{serviceDeskId}/customer', {
          params: {
            path: { serviceDeskId },
            query: { start, limit, ...(query === '' ? {} : { query }) },
          },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: nextStart,
    placeholderData: (before) => before,
  });
}

export async function addDeskCustomer(serviceDeskId: string, accountId: string): Promise<void> {
  await answer(
    api.POST('/rest/servicedeskapi/servicedesk/{serviceDeskId}/customer', {
      params: { path: { serviceDeskId } },
      body: { accountIds: [accountId] },
    }),
  );
}

export async function removeDeskCustomer(serviceDeskId: string, accountId: string): Promise<void> {
  await answer(
    api.DELETE('/rest/servicedeskapi/servicedesk/{serviceDeskId}/customer', {
      params: { path: { serviceDeskId } },
      body: { accountIds: [accountId] },
    }),
  );
}

/** The organizations whose members may use a desk, page by page. */
export function deskOrganizationsQuery(serviceDeskId: string) {
  return infiniteQueryOptions({
    queryKey: ['service-desk', serviceDeskId, 'organizations'],
    queryFn: ({ pageParam: start, signal }) =>
      answer(
        api.GET('/rest/servicedeskapi/servicedesk/{serviceDeskId}/organization', {
          params: { path: { serviceDeskId }, query: { start, limit } },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: nextStart,
  });
}

export async function addDeskOrganization(serviceDeskId: string, organizationId: string): Promise<void> {
  await answer(
    api.POST('/rest/servicedeskapi/servicedesk/{serviceDeskId}/organization', {
      params: { path: { serviceDeskId } },
      body: { organizationId },
    }),
  );
}

export async function removeDeskOrganization(serviceDeskId: string, organizationId: string): Promise<void> {
  await answer(
    api.DELETE('/rest/servicedeskapi/servicedesk/{serviceDeskId}/organization', {
      params: { path: { serviceDeskId } },
      body: { organizationId },
    }),
  );
}
