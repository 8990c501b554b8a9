import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import type { paths } from '../../kit/api/schema.d.ts';
import { nextStart } from '../lists/next-page.ts';

async function fetchInvitations(query: string, start: number, signal: AbortSignal) {
  return answer(
    api.GET('/rest/portico/1/invitation', {
      params: { query: { start, limit: 50, ...(query === '' ? {} : { query }) } },
      signal,
    }),
  );
}

/** Somebody who was invited. */
export type Invitation = Awaited<ReturnType<typeof fetchInvitations>>['values'][number];

/** Invitations, newest first. */
export function invitationsQuery(query: string) {
  return infiniteQueryOptions({
    queryKey: ['invitations', query],
    queryFn: ({ pageParam, signal }) => fetchInvitations(query, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: nextStart,
    placeholderData: (before) => before,
  });
}

export type NewInvitations =
  paths['/rest/portico/1/invitation']['post']['requestBody']['content']['application/json'];

/** Invites people; says of each line that was not taken why. */
export function invite(body: NewInvitations) {
  return answer(api.POST('/rest/portico/1/invitation', { body }));
}

export function resendInvitation(id: string): Promise<Invitation> {
  return answer(api.POST('/rest/portico/1/invitation/{id}/send', { params: { path: { id } } }));
}

export function revokeInvitation(id: string): Promise<Invitation> {
  return answer(api.DELETE('/rest/portico/1/invitation/{id}', { params: { path: { id } } }));
}

/** Who may make an account at a portal; null: where a portal says nothing of its own. */
export function signUpPolicyQuery(portalId: string | null) {
  return queryOptions({
    queryKey: ['sign-up-policy', portalId],
    queryFn: ({ signal }) =>
      answer(
        portalId === null
          ? api.GET('/rest/portico/1/sign-up-policy', { signal })
          : api.GET('/rest/portico/1/portal/{portalId}/sign-up-policy', {
              params: { path: { portalId } },
              signal,
            }),
      ),
  });
}

export type SignUpPolicy = Awaited<ReturnType<NonNullable<ReturnType<typeof signUpPolicyQuery>['queryFn']>>>;

type PolicyInput =
  paths['/rest/portico/1/sign-up-policy']['put']['requestBody']['content']['application/json'];

/** Changes it; refused (409) when it has changed since `version`. */
export function changeSignUpPolicy(portalId: string | null, body: PolicyInput): Promise<SignUpPolicy> {
  return answer(
    portalId === null
      ? api.PUT('/rest/portico/1/sign-up-policy', { body })
      : api.PUT('/rest/portico/1/portal/{portalId}/sign-up-policy', {
          params: { path: { portalId } },
          body,
        }),
  );
}
