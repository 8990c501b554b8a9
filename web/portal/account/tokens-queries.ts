import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';

function fetchMyTokens({ signal }: { signal: AbortSignal }) {
  return answer(api.GET('/rest/portico/1/my-token', { signal }));
}

/** One's tokens, and what can be chosen for a new one. */
export type MyTokens = Awaited<ReturnType<typeof fetchMyTokens>>;

/** A token, without itself. */
export type MyToken = MyTokens['tokens'][number];

export const myTokensQuery = queryOptions({ queryKey: ['my-tokens'], queryFn: fetchMyTokens });

/** What is said of a new token. */
export interface TokenWish {
  readonly name: string;
  readonly scopes: string[];
  readonly days: number;
}

/** Makes a token. The answer is the only one that holds it. */
export function makeToken(wish: TokenWish) {
  return answer(api.POST('/rest/portico/1/my-token', { body: wish }));
}

/** A token that was just made. */
export type MadeToken = Awaited<ReturnType<typeof makeToken>>;

/** Ends a token at once. */
export async function revokeToken(id: string): Promise<void> {
  await answer(api.DELETE('/rest/portico/1/my-token/{id}', { params: { path: { id } } }));
}
