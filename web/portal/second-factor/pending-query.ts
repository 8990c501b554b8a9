import { queryOptions } from '@tanstack/react-query';
import { answerWithoutSession, api } from '../../kit/api/client.ts';

function fetchPending({ signal }: { signal: AbortSignal }) {
  return answerWithoutSession(api.GET('/rest/portico/1/sign-in/second-factor', { signal }));
}

/** A sign-in that waits for its second factor. */
export type PendingSignIn = Awaited<ReturnType<typeof fetchPending>>;

/** Which second factor the sign-in of this browser waits for. */
export const pendingQuery = queryOptions({
  queryKey: ['pending-sign-in'],
  queryFn: fetchPending,
  // whoever comes back from their app must find the form as they left it
  staleTime: Number.POSITIVE_INFINITY,
});
