import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';

function fetchSetup(token: string, signal: AbortSignal) {
  return answer(api.GET('/rest/portico/1/provider-setup/{token}', { params: { path: { token } }, signal }));
}

/** What a set-up link shows. */
export type ProviderSetup = Awaited<ReturnType<typeof fetchSetup>>;

export function setupQuery(token: string) {
  return queryOptions({
    queryKey: ['provider-setup', token],
    queryFn: ({ signal }) => fetchSetup(token, signal),
    retry: false,
    staleTime: 0,
  });
}
