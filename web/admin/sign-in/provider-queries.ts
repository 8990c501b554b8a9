import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import type { paths } from '../../kit/api/schema.d.ts';
import { nextStart } from '../lists/next-page.ts';

async function fetchProviders(start: number, signal: AbortSignal) {
  return answer(
    api.GET('/rest/portico/1/identity-provider', { params: { query: { start, limit: 100 } }, signal }),
  );
}

/** An identity provider, as administrators see it. */
export type Provider = Awaited<ReturnType<typeof fetchProviders>>['values'][number];

/** An identity provider as it is sent. */
export type ProviderInput =
  paths['/rest/portico/1/identity-provider']['post']['requestBody']['content']['application/json'];

export type Protocol = Provider['protocol'];

/** All identity providers by name, page by page. */
export const providersQuery = infiniteQueryOptions({
  queryKey: ['identity-providers'],
  queryFn: ({ pageParam, signal }) => fetchProviders(pageParam, signal),
  initialPageParam: 0,
  getNextPageParam: nextStart,
});

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

/** Changes a provider; refused (409) when it has changed since `version`. */
export function changeProvider(id: string, input: ProviderInput, version: number): Promise<Provider> {
  return answer(
    api.PUT('/rest/portico/1/identity-provider/{id}', {
      params: { path: { id } },
      body: { ...input, version },
    }),
  );
}

/** Deletes a provider; refused (409) when people have signed in through it. */
export async function deleteProvider(id: string): Promise<void> {
  await answer(api.DELETE('/rest/portico/1/identity-provider/{id}', { params: { path: { id } } }));
}
