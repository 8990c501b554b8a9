import type { BenchCase } from './cases.ts';
import { type Ask, type Exchange, exchange, type Target } from './load.ts';
import type { World } from './world.ts';

/** What is asked of one server; each call makes the next question of its kind. */
interface Questions {
  readonly read: () => Exchange;
  readonly queue: () => Exchange;
  readonly list: () => Exchange;
  readonly create: () => Exchange;
  readonly comment: () => Exchange;
  readonly move: () => Exchange;
}

/** How a busy desk asks: of a hundred questions, so many are of each kind. */
const mix: Readonly<Record<keyof Questions, number>> = {
  read: 45,
  queue: 15,
  list: 10,
  create: 8,
  comment: 15,
  move: 7,
};

/** What agents and customers do all day, one kind at a time and then all of it at once. */
export function workCases(world: World): BenchCase[] {
  const name: Readonly<Record<keyof Questions, string>> = {
    read: 'read a request',
    queue: 'first page of a queue',
    list: 'first page of one’s own requests',
    create: 'create a request',
    comment: 'comment on a request',
    move: 'move a request along its workflow',
  };
  const kinds = Object.keys(mix) as (keyof Questions)[];
  return [
    ...kinds.map((kind) => ({
      name: name[kind],
      portico: async (target: Target) => asking(porticoQuestions(world, target)[kind]),
      floor: async (target: Target) => asking(floorQuestions(world, target)[kind]),
    })),
    {
      name: 'all of these, mixed, by 64 clients',
      connections: 64,
      portico: async (target) => asking(mixed(porticoQuestions(world, target))),
      floor: async (target) => asking(mixed(floorQuestions(world, target))),
    },
  ];
}

function asking(next: () => Exchange): Ask {
  return async (pool) => {
    await exchange(pool, next());
    return true;
  };
}

/** Deals the kinds out evenly, the same way each time: a draw by chance would give the two servers different work. */
function mixed(questions: Questions): () => Exchange {
  const hand = Object.entries(mix)
    .flatMap(([kind, share]) =>
      Array.from({ length: share }, (_, index) => ({ kind, at: (index + 0.5) / share })),
    )
    .sort((one, other) => one.at - other.at)
    .map(({ kind }) => kind as keyof Questions);
  let dealt = 0;
  return () => {
    const kind = hand[dealt % hand.length] ?? 'read';
    dealt += 1;
    return questions[kind]();
  };
}

/** Open requests one after the other; once through, whether it is an odd or an even round says which way they move. */
function openRequests({ openKeys }: World): () => { key: string; isMoved: boolean } {
  let taken = 0;
  return () => {
    const key = openKeys[taken % openKeys.length] ?? '';
    const isMoved = Math.floor(taken / openKeys.length) % 2 === 1;
    taken += 1;
    return { key, isMoved };
  };
}

// Requests are moved by both servers, so the next round goes on where the last one stopped, whichever server that was.
const turns = new WeakMap<World, ReturnType<typeof openRequests>>();

function nextToMove(world: World): { key: string; isMoved: boolean } {
  const next = turns.get(world) ?? openRequests(world);
  turns.set(world, next);
  return next();
}

function newRequest(world: World): string {
  return JSON.stringify({
    serviceDeskId: world.deskId,
    requestTypeId: world.requestTypeId,
    requestFieldValues: {
      summary: 'The grinder of the machine on the second floor makes a burnt smell',
      description: 'It began this morning.\n\nWe have switched it off and put a note on it.',
    },
  });
}

const remark = 'We have looked at it.\n\nThe part is ordered and comes on Thursday.';

function exchangesAs(headers: Target['headers']) {
  return {
    get: (path: string, own = headers): Exchange => ({
      method: 'GET',
      path,
      headers: own,
      expectedStatus: 200,
    }),
    post: (path: string, body: string, expectedStatus = 201): Exchange => ({
      method: 'POST',
      path,
      body,
      headers: { ...headers, 'content-type': 'application/json' },
      expectedStatus,
    }),
  };
}

function porticoQuestions(world: World, { headers }: Target): Questions {
  const desk = `/rest/servicedeskapi/servicedesk/${world.deskId}`;
  const request = `/rest/servicedeskapi/request`;
  const { get, post } = exchangesAs(headers);
  const commented = openRequests(world);
  return {
    read: () => get(`${request}/${world.requestKey}`),
    queue: () => get(`${desk}/queue/${world.queueId}/issue?limit=50`),
    list: () => get(`${request}?limit=20`, { ...headers, cookie: world.customerCookie }),
    create: () => post(request, newRequest(world)),
    comment: () =>
      post(`${request}/${commented().key}/comment`, JSON.stringify({ body: remark, public: true })),
    move: () => {
      const { key, isMoved } = nextToMove(world);
      const id = isMoved ? world.transitions.back : world.transitions.there;
      return post(`/rest/api/3/issue/${key}/transitions`, JSON.stringify({ transition: { id } }), 204);
    },
  };
}

function floorQuestions(world: World, { headers }: Target): Questions {
  const { get, post } = exchangesAs(headers);
  const commented = openRequests(world);
  return {
    read: () => get(`/request/${world.requestKey}`),
    queue: () => get(`/queue/${world.deskId}?limit=50`),
    list: () => get('/own?limit=20', { ...headers, cookie: world.customerCookie }),
    create: () => post('/request', newRequest(world)),
    comment: () => post(`/request/${commented().key}/comment`, JSON.stringify({ body: remark })),
    move: () => {
      const { key, isMoved } = nextToMove(world);
      const transitionId = isMoved ? world.transitions.back : world.transitions.there;
      return post(`/request/${key}/move`, JSON.stringify({ transitionId }));
    },
  };
}
