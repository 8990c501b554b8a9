import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import type { paths } from '../../kit/api/schema.d.ts';
import { nextStart } from '../lists/next-page.ts';

async function fetchProviders(start: number, signal: AbortSignal, filter?: ProviderFilter) {
  const query = {
    start,
    limit: 100,
    ...(filter?.query && { query: filter.query }),
    ...(filter?.protocol && { protocol: filter.protocol }),
    ...(filter?.state && { state: filter.state }),
  };
  return answer(api.GET('/rest/portico/1/identity-provider', { params: { query }, signal }));
}

/** An identity provider in the list, with how much it is used. */
export type ListedProvider = Awaited<ReturnType<typeof fetchProviders>>['values'][number];

/** An identity provider, as administrators see it. */
export type Provider = Omit<ListedProvider, 'people' | 'lastSignInAt'>;

/** What the list is narrowed to. */
export interface ProviderFilter {
  /** part of the name or of a domain */
  readonly query: string;
  readonly protocol: Protocol | null;
  readonly state: 'enabled' | 'disabled' | 'untested' | 'unproved' | null;
}

/** An identity provider as it is sent. */
export type ProviderInput =
  paths['/rest/portico/1/identity-provider']['post']['requestBody']['content']['application/json'];

export type Protocol = ProviderInput['protocol'];

/** All identity providers by name, page by page. */
export const providersQuery = infiniteQueryOptions({
  queryKey: ['identity-providers'],
  queryFn: ({ pageParam, signal }) => fetchProviders(pageParam, signal),
  initialPageParam: 0,
  getNextPageParam: nextStart,
});

/** Those that fit, page by page. What was found before stays while the next is looked for. */
export function providersFoundQuery(filter: ProviderFilter) {
  return infiniteQueryOptions({
    queryKey: ['identity-providers', 'found', filter],
    queryFn: ({ pageParam, signal }) => fetchProviders(pageParam, signal, filter),
    initialPageParam: 0,
    getNextPageParam: nextStart,
    placeholderData: keepPreviousData,
  });
}

/** Who and what would lose a way in without a provider. */
export function dependantsQuery(id: string) {
  return queryOptions({
    queryKey: ['identity-provider', id, 'dependants'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/rest/portico/1/identity-provider/{id}/dependants', { params: { path: { id } }, signal }),
      ),
    staleTime: 0,
  });
}

/** One identity provider. */
export function providerQuery(id: string) {
  return queryOptions({
    queryKey: ['identity-provider', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/rest/portico/1/identity-provider/{id}', { params: { path: { id } }, signal })),
  });
}

/** Adds a provider. */
export function createProvider(body: ProviderInput): Promise<Provider> {
  return answer(api.POST('/rest/portico/1/identity-provider', { body }));
}

/**
 * Changes a provider; refused (409) when it has changed since `version`, or customers would lose their only way into a portal
 * and that is not confirmed. `endsSessions` signs out everybody who came through it, once it is disabled.
 */
export function changeProvider(
  id: string,
  input: ProviderInput,
  version: number,
  more: { readonly confirmsLockOut?: boolean; readonly endsSessions?: boolean } = {},
): Promise<Provider> {
  return answer(
    api.PUT('/rest/portico/1/identity-provider/{id}', {
      params: { path: { id } },
      body: { ...input, version, ...more },
    }),
  );
}

/** Deletes a provider; refused (409) when people have signed in through it, or as changing it is. */
export async function deleteProvider(id: string, confirmsLockOut: boolean): Promise<void> {
  await answer(
    api.DELETE('/rest/portico/1/identity-provider/{id}', {
      params: { path: { id }, query: { confirmsLockOut } },
    }),
  );
}
