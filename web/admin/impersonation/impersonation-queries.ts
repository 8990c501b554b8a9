import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import { nextStart } from '../lists/next-page.ts';

async function fetchImpersonations(start: number, signal: AbortSignal) {
  return answer(
    api.GET('/rest/portico/1/impersonation', { params: { query: { start, limit: 50 } }, signal }),
  );
}

/** Who saw the portal as whom. */
export type ListedImpersonation = Awaited<ReturnType<typeof fetchImpersonations>>['values'][number];

/** All of them, newest first, page by page. */
export const impersonationsQuery = infiniteQueryOptions({
  queryKey: ['impersonations'],
  queryFn: ({ pageParam, signal }) => fetchImpersonations(pageParam, signal),
  initialPageParam: 0,
  getNextPageParam: nextStart,
  staleTime: 0,
});

/** Begins one; its id is for the new tab. */
export function startImpersonation(accountId: string, reason: string) {
  return answer(
    api.POST('/rest/portico/1/account/{accountId}/impersonation', {
      params: { path: { accountId } },
      body: { reason },
    }),
  );
}

/** Ends one that is open, whoever began it. */
export async function endImpersonation(id: string): Promise<void> {
  await answer(api.DELETE('/rest/portico/1/impersonation/{id}', { params: { path: { id } } }));
}

/** Whether people are told. */
export const impersonationSettingsQuery = queryOptions({
  queryKey: ['impersonation-settings'],
  queryFn: ({ signal }) => answer(api.GET('/rest/portico/1/impersonation-settings', { signal })),
});

export interface ImpersonationSettings {
  readonly tellsPerson: boolean;
  readonly version: number;
}

/** Changes that; refused (409) when somebody else has meanwhile. */
export function changeImpersonationSettings(settings: ImpersonationSettings): Promise<ImpersonationSettings> {
  return answer(api.PUT('/rest/portico/1/impersonation-settings', { body: settings }));
}

/** Where the new tab begins: the portal takes the id out of the address at once (kit/api/seen-as). */
export function seenPortalAddress(id: string): string {
  return `/servicedesk/customer/portals#as=${id}`;
}
