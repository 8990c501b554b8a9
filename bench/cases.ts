import { type Ask, exchange, type Target } from './load.ts';
import { signInCases } from './sign-in-cases.ts';
import type { World } from './world.ts';

/** One question that both servers answer. */
export interface BenchCase {
  readonly name: string;
  /** Makes ready what a round of so many questions at the most needs, which is not timed. */
  portico(target: Target, questions: number): Promise<Ask>;
  floor(target: Target, questions: number): Promise<Ask>;
  /** asked of both servers meanwhile; the latencies reported are those of this */
  readonly besidePath?: string;
}

/** The cases, in the order in which they run: those that write come last. */
export function benchCases(world: World): BenchCase[] {
  const desk = `/rest/servicedeskapi/servicedesk/${world.deskId}`;
  const newRequest = JSON.stringify({
    serviceDeskId: world.deskId,
    requestTypeId: world.requestTypeId,
    requestFieldValues: {
      summary: 'The grinder of the machine on the second floor makes a burnt smell',
      description: 'It began this morning.\n\nWe have switched it off and put a note on it.',
    },
  });
  return [
    {
      name: 'read a request',
      portico: reading(`/rest/servicedeskapi/request/${world.requestKey}`),
      floor: reading(`/request/${world.requestKey}`),
    },
    {
      name: 'first page of a queue',
      portico: reading(`${desk}/queue/${world.queueId}/issue?limit=50`),
      floor: reading(`/queue/${world.deskId}?limit=50`),
    },
    {
      name: 'create a request',
      portico: posting('/rest/servicedeskapi/request', newRequest),
      floor: posting('/request', newRequest),
    },
    ...signInCases(world.signIn),
  ];
}

function reading(path: string) {
  return async ({ headers }: Target): Promise<Ask> =>
    async (pool) => {
      await exchange(pool, { method: 'GET', path, headers, expectedStatus: 200 });
      return true;
    };
}

function posting(path: string, body: string) {
  return async (target: Target): Promise<Ask> => {
    const headers = { ...target.headers, 'content-type': 'application/json' };
    return async (pool) => {
      await exchange(pool, { method: 'POST', path, body, headers, expectedStatus: 201 });
      return true;
    };
  };
}
