import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../../kit/api/client.ts';

const path = '/rest/portico/1/identity-provider/{id}/setup-link';

function fetchLinks(id: string, signal: AbortSignal) {
  return answer(api.GET(path, { params: { path: { id } }, signal }));
}

/** A set-up link of a provider. */
export type SetupLink = Awaited<ReturnType<typeof fetchLinks>>['values'][number];

/** What was handed over with a link. */
export type Submission = NonNullable<SetupLink['submitted']>;

export function linksQuery(id: string) {
  return queryOptions({
    queryKey: ['identity-provider', id, 'setup-links'],
    queryFn: ({ signal }) => fetchLinks(id, signal),
    staleTime: 0,
  });
}

/** Makes a link; its address is in the answer this once. */
export function makeLink(id: string, body: { note: string; days: number }) {
  return answer(api.POST(path, { params: { path: { id } }, body }));
}

/** Ends a link at once. */
export async function revokeLink(linkId: string): Promise<void> {
  await answer(api.DELETE('/rest/portico/1/setup-link/{linkId}', { params: { path: { linkId } } }));
}

/** What companies' IT has handed over and nobody has enabled yet. */
export const submittedQuery = queryOptions({
  queryKey: ['identity-providers', 'submitted'],
  queryFn: ({ signal }) => answer(api.GET('/rest/portico/1/submitted-setup', { signal })),
  select: ({ values }) => values,
});
