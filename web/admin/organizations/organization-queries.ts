import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import { nextStart } from '../lists/next-page.ts';

const pageSize = 100;

async function fetchOrganizations(start: number, signal: AbortSignal) {
  return answer(
    api.GET('/rest/servicedeskapi/organization', {
      params: { query: { start, limit: pageSize } },
      signal,
    }),
  );
}

/** A company that is served. */
export type Organization = Awaited<ReturnType<typeof fetchOrganizations>>['values'][number];

/** All organizations by name, page by page. */
export const organizationsQuery = infiniteQueryOptions({
  queryKey: ['organizations'],
  queryFn: ({ pageParam, signal }) => fetchOrganizations(pageParam, signal),
  initialPageParam: 0,
  getNextPageParam: nextStart,
});

/** One organization. */
export function organizationQuery(id: string) {
  return queryOptions({
    queryKey: ['organization', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/rest/servicedeskapi/organization/{id}', { params: { path: { id } }, signal })),
  });
}

async function fetchMembers(id: string, start: number, signal: AbortSignal) {
  return answer(
    api.GET('/rest/servicedeskapi/organization/{id}/user', {
      params: { path: { id }, query: { start, limit: 50 } },
      signal,
    }),
  );
}

export type Member = Awaited<ReturnType<typeof fetchMembers>>['values'][number];

/** The members of an organization by name, page by page. */
export function membersQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ['organization', id, 'members'],
    queryFn: ({ pageParam, signal }) => fetchMembers(id, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: nextStart,
  });
}

/** Adds an organization, yet without domains. */
export function createOrganization(name: string): Promise<Organization> {
  return answer(api.POST('/rest/servicedeskapi/organization', { body: { name } }));
}

export interface OrganizationChange {
  readonly name?: string;
  readonly domains?: string[];
  /** accountIds of all managers */
  readonly managers?: string[];
}

/** Changes what is named of an organization. */
export function changeOrganization(id: string, body: OrganizationChange): Promise<Organization> {
  return answer(api.PUT('/rest/portico/1/organization/{id}', { params: { path: { id } }, body }));
}

export async function deleteOrganization(id: string): Promise<void> {
  await answer(api.DELETE('/rest/servicedeskapi/organization/{id}', { params: { path: { id } } }));
}

export async function addMember(id: string, accountId: string): Promise<void> {
  await answer(
    api.POST('/rest/servicedeskapi/organization/{id}/user', {
      params: { path: { id } },
      body: { accountIds: [accountId] },
    }),
  );
}

export async function removeMember(id: string, accountId: string): Promise<void> {
  await answer(
    api.DELETE('/rest/servicedeskapi/organization/{id}/user', {
      params: { path: { id } },
      body: { accountIds: [accountId] },
    }),
  );
}
