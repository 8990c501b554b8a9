import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import { nextStart } from '../lists/next-page.ts';

async function fetchGroups(start: number, limit: number, signal: AbortSignal) {
  return answer(api.GET('/rest/portico/1/group', { params: { query: { start, limit } }, signal }));
}

/** All groups by name, page by page. */
export const groupsQuery = infiniteQueryOptions({
  queryKey: ['groups'],
  queryFn: ({ pageParam, signal }) => fetchGroups(pageParam, 100, signal),
  initialPageParam: 0,
  getNextPageParam: nextStart,
});

async function fetchGroup(groupId: string, signal?: AbortSignal) {
  return answer(
    api.GET('/rest/portico/1/group/{groupId}', {
      params: { path: { groupId } },
      ...(signal ? { signal } : {}),
    }),
  );
}

export type Group = Awaited<ReturnType<typeof fetchGroup>>;

/** One group. */
export function groupQuery(groupId: string) {
  return queryOptions({
    queryKey: ['group', groupId],
    queryFn: ({ signal }) => fetchGroup(groupId, signal),
  });
}

/** Makes a group. */
export function createGroup(body: { readonly name: string; readonly description: string }): Promise<Group> {
  return answer(api.POST('/rest/portico/1/group', { body }));
}

/** Changes a group; refused (409) when it has changed since `version`. */
export function changeGroup(
  groupId: string,
  body: { readonly name: string; readonly description: string; readonly version: number },
): Promise<Group> {
  return answer(api.PUT('/rest/portico/1/group/{groupId}', { params: { path: { groupId } }, body }));
}

/** Deletes a group. */
export async function deleteGroup(groupId: string): Promise<void> {
  await answer(api.DELETE('/rest/portico/1/group/{groupId}', { params: { path: { groupId } } }));
}

/** The members of a group by name, page by page. */
export function groupMembersQuery(groupId: string) {
  return infiniteQueryOptions({
    queryKey: ['group', groupId, 'members'],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/rest/portico/1/group/{groupId}/member', {
          params: { path: { groupId }, query: { start: pageParam, limit: 50 } },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: nextStart,
  });
}

/** Puts somebody into a group. */
export async function addGroupMember(groupId: string, accountId: string): Promise<void> {
  const body = { accountIds: [accountId] };
  await answer(api.POST('/rest/portico/1/group/{groupId}/member', { params: { path: { groupId } }, body }));
}

/** Takes somebody out of a group. */
export async function removeGroupMember(groupId: string, accountId: string): Promise<void> {
  const body = { accountIds: [accountId] };
  await answer(api.DELETE('/rest/portico/1/group/{groupId}/member', { params: { path: { groupId } }, body }));
}

interface GrantsOf {
  readonly groupId?: string;
  readonly serviceDeskId?: string;
}

async function fetchGrants(query: GrantsOf, signal: AbortSignal) {
  return (await answer(api.GET('/rest/portico/1/role-grant', { params: { query }, signal }))).values;
}

/** A role that was granted. */
export type Grant = Awaited<ReturnType<typeof fetchGrants>>[number];
export type Role = Grant['role'];

/** What is granted to a group, or to whom the roles of a service desk are granted. */
export function grantsQuery(of: GrantsOf) {
  return queryOptions({
    queryKey: ['grants', of],
    queryFn: ({ signal }) => fetchGrants(of, signal),
  });
}

interface NewGrant {
  readonly role: Role;
  readonly serviceDeskId?: string;
  readonly accountId?: string;
  readonly groupId?: string;
}

/** Grants a role. */
export function grantRole(body: NewGrant): Promise<Grant> {
  return answer(api.POST('/rest/portico/1/role-grant', { body }));
}

/** Takes a grant away. */
export async function revokeGrant(grantId: string): Promise<void> {
  await answer(api.DELETE('/rest/portico/1/role-grant/{grantId}', { params: { path: { grantId } } }));
}

async function fetchRights(accountId: string, signal: AbortSignal) {
  return (
    await answer(
      api.GET('/rest/portico/1/account/{accountId}/rights', { params: { path: { accountId } }, signal }),
    )
  ).values;
}

/** What somebody may do, and why. */
export type Right = Awaited<ReturnType<typeof fetchRights>>[number];

/** Everything that somebody may do, and why. */
export function rightsQuery(accountId: string) {
  return queryOptions({
    queryKey: ['rights', accountId],
    queryFn: ({ signal }) => fetchRights(accountId, signal),
  });
}
