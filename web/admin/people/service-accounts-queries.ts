import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import { nextStart } from '../lists/next-page.ts';

/** Service accounts by name. */
export const serviceAccountsQuery = infiniteQueryOptions({
  queryKey: ['service-accounts'],
  queryFn: ({ pageParam, signal }) =>
    answer(
      api.GET('/rest/portico/1/service-account', {
        params: { query: { start: pageParam, limit: 50 } },
        signal,
      }),
    ),
  initialPageParam: 0,
  getNextPageParam: nextStart,
});

function fetchServiceAccount(accountId: string, signal: AbortSignal) {
  const params = { path: { accountId } };
  return answer(api.GET('/rest/portico/1/service-account/{accountId}', { params, signal }));
}

/** A service account, and what can be chosen for its tokens. */
export type ServiceAccountView = Awaited<ReturnType<typeof fetchServiceAccount>>;

/** The account of a program. */
export type ServiceAccount = ServiceAccountView['serviceAccount'];

export function serviceAccountQuery(accountId: string) {
  return queryOptions({
    queryKey: ['service-accounts', accountId],
    queryFn: ({ signal }) => fetchServiceAccount(accountId, signal),
  });
}

export interface NewServiceAccount {
  readonly displayName: string;
  readonly isAdministrator: boolean;
}

/** Makes the account of a program. */
export function createServiceAccount(account: NewServiceAccount): Promise<ServiceAccount> {
  return answer(api.POST('/rest/portico/1/service-account', { body: account }));
}

/** Changes what is named of a service account. */
export function changeServiceAccount(
  accountId: string,
  change: { displayName?: string; isActive?: boolean; isAdministrator?: boolean },
): Promise<ServiceAccount> {
  const params = { path: { accountId } };
  return answer(api.PUT('/rest/portico/1/service-account/{accountId}', { params, body: change }));
}

/** Makes a token for a service account. The answer is the only one that holds it. */
export function makeServiceToken(
  accountId: string,
  wish: { readonly name: string; readonly scopes: string[]; readonly days: number },
) {
  const params = { path: { accountId } };
  return answer(api.POST('/rest/portico/1/service-account/{accountId}/token', { params, body: wish }));
}

/** A token that was just made. */
export type MadeToken = Awaited<ReturnType<typeof makeServiceToken>>;
