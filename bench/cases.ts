import type { World } from './world.ts';

/** One question that both servers answer. */
export interface BenchCase {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly porticoPath: string;
  readonly floorPath: string;
  readonly body?: string;
  readonly expectedStatus: number;
}

/** The cases, in the order in which they run: those that write come last. */
export function benchCases(world: World): BenchCase[] {
  const desk = `/rest/servicedeskapi/servicedesk/${world.deskId}`;
  return [
    {
      name: 'read a request',
      method: 'GET',
      porticoPath: `/rest/servicedeskapi/request/${world.requestKey}`,
      floorPath: `/request/${world.requestKey}`,
      expectedStatus: 200,
    },
    {
      name: 'first page of a queue',
      method: 'GET',
      porticoPath: `${desk}/queue/${world.queueId}/issue?limit=50`,
      floorPath: `/queue/${world.deskId}?limit=50`,
      expectedStatus: 200,
    },
    {
      name: 'create a request',
      method: 'POST',
      porticoPath: '/rest/servicedeskapi/request',
      floorPath: '/request',
      body: JSON.stringify({
        serviceDeskId: world.deskId,
        requestTypeId: world.requestTypeId,
        requestFieldValues: {
          summary: 'The grinder of the machine on the second floor makes a burnt smell',
          description: 'It began this morning.\n\nWe have switched it off and put a note on it.',
        },
      }),
      expectedStatus: 201,
    },
  ];
}
