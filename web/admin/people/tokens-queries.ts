import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import { nextStart } from '../lists/next-page.ts';

async function fetchTokensOf(accountId: string, signal: AbortSignal) {
  const params = { path: { accountId } };
  return (await answer(api.GET('/rest/portico/1/account/{accountId}/token', { params, signal }))).tokens;
}

/** A token, without itself. */
export type ApiToken = Awaited<ReturnType<typeof fetchTokensOf>>[number];

/** The tokens of an account. */
export function tokensOfQuery(accountId: string) {
  return queryOptions({
    queryKey: ['api-tokens', accountId],
    queryFn: ({ signal }) => fetchTokensOf(accountId, signal),
  });
}

/** All tokens there are, by owner. */
export const allTokensQuery = infiniteQueryOptions({
  queryKey: ['api-tokens'],
  queryFn: ({ pageParam, signal }) =>
    answer(
      api.GET('/rest/portico/1/api-token', { params: { query: { start: pageParam, limit: 50 } }, signal }),
    ),
  initialPageParam: 0,
  getNextPageParam: nextStart,
});

/** Ends a token at once. */
export async function revokeToken({ id, owner: { accountId } }: ApiToken): Promise<void> {
  await answer(
    api.DELETE('/rest/portico/1/account/{accountId}/token/{id}', { params: { path: { accountId, id } } }),
  );
}

/** Who may have tokens, and for how long. */
export const tokenPolicyQuery = queryOptions({
  queryKey: ['api-token-policy'],
  queryFn: ({ signal }) => answer(api.GET('/rest/portico/1/api-token-policy', { signal })),
});

export interface TokenPolicy {
  readonly customersMay: boolean;
  readonly longestDays: number;
  readonly version: number;
}

/** Changes the rules; refused (409) when somebody else has meanwhile. */
export function changeTokenPolicy(policy: TokenPolicy): Promise<TokenPolicy> {
  return answer(api.PUT('/rest/portico/1/api-token-policy', { body: policy }));
}
