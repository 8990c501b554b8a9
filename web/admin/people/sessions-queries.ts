import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';

async function fetchSessions(accountId: string, signal: AbortSignal) {
  const params = { path: { accountId } };
  return (await answer(api.GET('/rest/portico/1/account/{accountId}/session', { params, signal }))).sessions;
}

/** A place where somebody is signed in. */
export type AccountSession = Awaited<ReturnType<typeof fetchSessions>>[number];

/** Where somebody is signed in. */
export function sessionsQuery(accountId: string) {
  return queryOptions({
    queryKey: ['account-sessions', accountId],
    queryFn: ({ signal }) => fetchSessions(accountId, signal),
  });
}

/** Ends one session of an account; null: all of them, of one's own all but this one. */
export async function endSessions(accountId: string, id: string | null): Promise<void> {
  if (id === null) {
    await answer(
      api.DELETE('/rest/portico/1/account/{accountId}/session', { params: { path: { accountId } } }),
    );
    return;
  }
  await answer(
    api.DELETE('/rest/portico/1/account/{accountId}/session/{id}', { params: { path: { accountId, id } } }),
  );
}
