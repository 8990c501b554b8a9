import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';

async function fetchMySessions({ signal }: { signal: AbortSignal }) {
  return (await answer(api.GET('/rest/portico/1/session/mine', { signal }))).sessions;
}

/** A place where one is signed in. */
export type MySession = Awaited<ReturnType<typeof fetchMySessions>>[number];

/** Where the signed-in person is signed in. */
export const mySessionsQuery = queryOptions({ queryKey: ['my-sessions'], queryFn: fetchMySessions });

/** Ends one of one's own sessions. */
export async function endSession(id: string): Promise<void> {
  await answer(api.DELETE('/rest/portico/1/session/mine/{id}', { params: { path: { id } } }));
}

/** Ends all of one's own sessions but this one. */
export async function endOtherSessions(): Promise<void> {
  await answer(api.DELETE('/rest/portico/1/session/mine', { params: { query: { others: true } } }));
}
