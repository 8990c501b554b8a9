import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';

async function fetchTransitions(issueIdOrKey: string, signal: AbortSignal) {
  const { transitions } = await answer(
    api.GET('/rest/api/3/issue/{issueIdOrKey}/transitions', { params: { path: { issueIdOrKey } }, signal }),
  );
  return transitions;
}

/** A way from the request's status to another. */
export type Transition = Awaited<ReturnType<typeof fetchTransitions>>[number];

/** Where the request may go from its status. */
export function transitionsQuery(requestKey: string) {
  return queryOptions({
    queryKey: ['request', requestKey, 'transitions'],
    queryFn: ({ signal }) => fetchTransitions(requestKey, signal),
  });
}

/** Moves the request along. With `version` it is refused (ApiError 409) when the request has changed since. */
export async function transitionRequest(
  requestKey: string,
  transitionId: string,
  version: number | null,
): Promise<void> {
  await answer(
    api.POST('/rest/api/3/issue/{issueIdOrKey}/transitions', {
      params: {
        path: { issueIdOrKey: requestKey },
        ...(version === null ? {} : { header: { 'if-match': `"${version}"` } }),
      },
      body: { transition: { id: transitionId } },
    }),
  );
}
