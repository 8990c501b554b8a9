import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import type { paths } from '../../kit/api/schema.d.ts';
import type { AccountFilter } from './people-search.ts';

const pageSize = 50;

type Wanted = NonNullable<paths['/rest/portico/1/account']['get']['parameters']['query']>;

async function fetchAccounts(query: Wanted, signal: AbortSignal) {
  return answer(api.GET('/rest/portico/1/account', { params: { query }, signal }));
}

/** Someone's account, as administrators see it. */
export type Account = Awaited<ReturnType<typeof fetchAccounts>>['values'][number];

/** Accounts by name, page by page. */
export function accountsQuery(filter: AccountFilter) {
  return infiniteQueryOptions({
    queryKey: ['accounts', filter],
    queryFn: ({ pageParam, signal }) =>
      fetchAccounts(
        { ...filter, start: 0, limit: pageSize, ...(pageParam === null ? {} : { after: pageParam }) },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextAfter }) => nextAfter,
    placeholderData: (before) => before,
  });
}

/** Somebody as a picker offers them. */
export type FoundPerson = Pick<Account, 'accountId' | 'displayName' | 'emailAddress' | 'isActive'>;

/** The first accounts that match, for a picker: of people and of programs; of a service desk, who may become people there. */
export function personSearchQuery(query: string, deskId: string | null) {
  return queryOptions({
    queryKey: ['account-search', query, deskId],
    queryFn: ({ signal }) =>
      deskId === null ? findAccounts(query, signal) : findCandidates(deskId, query, signal),
    placeholderData: (before) => before,
  });
}

interface FoundPeople {
  readonly values: readonly FoundPerson[];
  readonly isLastPage: boolean;
}

function findAccounts(query: string, signal: AbortSignal): Promise<FoundPeople> {
  return fetchAccounts({ start: 0, limit: 20, ...(query === '' ? {} : { query }) }, signal);
}

async function findCandidates(deskId: string, query: string, signal: AbortSignal): Promise<FoundPeople> {
  const { values } = await answer(
    api.GET('/rest/portico/1/service-desk/{serviceDeskId}/candidate', {
      params: { path: { serviceDeskId: deskId }, query: { query } },
      signal,
    }),
  );
  return {
    values: values.map(({ accountId, displayName, emailAddress, active }) => ({
      accountId,
      displayName,
      emailAddress: emailAddress ?? null,
      isActive: active,
    })),
    isLastPage: values.length < 20,
  };
}

export interface NewAccount {
  readonly displayName: string;
  readonly email: string;
  readonly password: string;
  readonly isAdministrator: boolean;
  readonly requiresSecondFactor: boolean;
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
