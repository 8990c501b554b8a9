import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import { nextStart } from '../lists/next-page.ts';

const pageSize = 50;

async function fetchAccounts(
  query: string,
  page: { readonly start: number; readonly limit: number; readonly kind?: 'person' },
  signal: AbortSignal,
) {
  return answer(
    api.GET('/rest/portico/1/account', {
      params: { query: { ...page, ...(query === '' ? {} : { query }) } },
      signal,
    }),
  );
}

/** Someone's account, as administrators see it. */
export type Account = Awaited<ReturnType<typeof fetchAccounts>>['values'][number];

/** People's accounts by name, page by page, or those that match. */
export function accountsQuery(query: string) {
  return infiniteQueryOptions({
    queryKey: ['accounts', query],
    queryFn: ({ pageParam, signal }) =>
      fetchAccounts(query, { start: pageParam, limit: pageSize, kind: 'person' }, signal),
    initialPageParam: 0,
    getNextPageParam: nextStart,
    placeholderData: (before) => before,
  });
}

/** The first accounts that match, for a picker: of people and of programs. */
export function accountSearchQuery(query: string) {
  return queryOptions({
    queryKey: ['account-search', query],
    queryFn: ({ signal }) => fetchAccounts(query, { start: 0, limit: 20 }, signal),
    placeholderData: (before) => before,
  });
}

export interface NewAccount {
  readonly displayName: string;
  readonly email: string;
  readonly password: string;
  readonly isAdministrator: boolean;
}

/** Makes an account that signs in with a password. */
export function createAccount(account: NewAccount): Promise<Account> {
  return answer(api.POST('/rest/portico/1/account', { body: account }));
}

export interface AccountChange {
  readonly displayName?: string;
  readonly isActive?: boolean;
  readonly isAdministrator?: boolean;
  readonly password?: string;
}

/** Changes what is named of an account; refused (409) when it would leave nobody to administer the site. */
export function changeAccount(accountId: string, change: AccountChange): Promise<Account> {
  return answer(
    api.PUT('/rest/portico/1/account/{accountId}', { params: { path: { accountId } }, body: change }),
  );
}
