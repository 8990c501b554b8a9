import { sql } from 'kysely';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connectDatabase, type Database, type DatabaseConnection } from '../database/database.ts';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { appendEvent } from './append-event.ts';
import { createEventHub, type EventHub, type HubOptions, type Listener, type TopicRules } from './hub.ts';

const log = pino({ level: 'silent' });
const alice: Listener = { id: '1', accountId: 'alice', sessionId: '11' };
const agent: Listener = { id: '2', accountId: 'agent', sessionId: '22' };

interface Frame {
  event?: string;
  id?: string;
  data?: { kind: string; topics: string[]; payload: Record<string, string> };
}

/** What a client would know: the frames it got, the last id, and whether it is still connected. */
interface Client {
  readonly frames: Frame[];
  readonly heartbeats: () => number;
  readonly kinds: () => string[];
  readonly lastId: () => string;
  readonly isEnded: () => boolean;
  readonly isCut: () => boolean;
  close(): void;
}

let database: TestDatabase;
let hubs: EventHub[];
const allowed = new Map<string, Set<string>>();

const rules: TopicRules = {
  mayListen: async (listener, id) => allowed.get(id)?.has(listener.id) ?? false,
  stillMayHear: async (ids, id) => new Set(ids.filter((account) => allowed.get(id)?.has(account))),
  agentsAmong: async (ids) => new Set(ids.filter((account) => account === agent.id)),
};

beforeEach(async () => {
  database = await createTestDatabase();
  hubs = [];
  allowed.clear();
  for (const id of ['1', '2']) allowed.set(id, new Set([alice.id, agent.id]));
});
afterEach(async () => {
  await Promise.all(hubs.map((hub) => hub.close()));
  await database.drop();
});

function startHub(options: HubOptions = {}, connection: DatabaseConnection = database): EventHub {
  const hub = createEventHub(connection, log, options);
  hub.registerTopic('request', rules);
  hub.registerTopic('service-desk', rules);
  hubs.push(hub);
  return hub;
}

async function connect(
  hub: EventHub,
  {
    listener = alice,
    topics = ['request:1'],
    lastEventId,
    waitingBytes = () => 0,
  }: {
    listener?: Listener;
    topics?: string[];
    lastEventId?: string;
    waitingBytes?: () => number;
  } = {},
): Promise<Client> {
  let text = '';
  let isEnded = false;
  let isCut = false;
  const frames: Frame[] = [];
  let heartbeats = 0;
  const close = await hub.open({ listener, topics, lastEventId }, () => ({
    write(chunk) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        if (block.startsWith(':')) heartbeats += 1;
        else frames.push(parse(block));
      }
    },
    waitingBytes,
    end() {
      isEnded = true;
    },
    destroy() {
      isCut = true;
    },
  }));
  const client: Client = {
    frames,
    heartbeats: () => heartbeats,
    kinds: () => frames.filter(({ event }) => event === 'change').map(({ data }) => data?.kind ?? ''),
    lastId: () => frames.findLast(({ id }) => id !== undefined)?.id ?? '',
    isEnded: () => isEnded,
    isCut: () => isCut,
    close,
  };
  await vi.waitFor(() => expect(isCut || frames[0]?.event === 'ready').toBe(true));
  return client;
}

function parse(block: string): Frame {
  const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string]));
  const frame: Frame = {};
  for (const name of ['event', 'id'] as const) {
    const value = fields.get(name);
    if (value !== undefined) frame[name] = value;
  }
  frame.data = JSON.parse(fields.get('data') ?? 'null');
  return frame;
}

function append(
  db: Database,
  kind: string,
  more: Partial<Parameters<typeof appendEvent>[1]> = {},
): Promise<void> {
  return appendEvent(db, { kind, topics: ['request:1'], audience: 'customers', ...more });
}

function heard(client: Client, kinds: string[]): Promise<void> {
  return vi.waitFor(() => expect(client.kinds()).toEqual(kinds), { timeout: 5_000, interval: 10 });
}

/** Long enough for an event to arrive if it were going to. */
async function settled(witness: Client, db: Database = database.db): Promise<void> {
  const kind = `settled-${Math.random()}`;
  await append(db, kind, { topics: ['request:1', 'request:2'] });
  await vi.waitFor(() => expect(witness.kinds()).toContain(kind), { timeout: 5_000, interval: 10 });
}

test('the first frame is ready and carries an id', async () => {
  const client = await connect(startHub());
  expect(client.frames).toHaveLength(1);
  expect(client.frames[0]?.id).toMatch(/^\d+-\d+:\d+:/);
});

test('streams of two processes on one database hear the same events', async () => {
  const other = connectDatabase(database.url);
  try {
    const here = await connect(startHub());
    const there = await connect(startHub({}, other));
    await append(database.db, 'request.changed', { payload: { requestId: '1', key: 'NW-1' } });
    await append(other.db, 'comment.added');
    await heard(here, ['request.changed', 'comment.added']);
    await heard(there, ['request.changed', 'comment.added']);
    expect(there.frames[1]?.data).toEqual({
      kind: 'request.changed',
      topics: ['request:1'],
      payload: { requestId: '1', key: 'NW-1' },
    });
  } finally {
    await Promise.all(hubs.splice(1).map((hub) => hub.close()));
    await other.close();
  }
});

test('an event of a transaction that is rolled back is never heard', async () => {
  const client = await connect(startHub());
  await database.db
    .transaction()
    .execute(async (trx) => {
      await append(trx, 'request.changed');
      throw new Error('undone');
    })
    .catch(() => {});
  await settled(client);
  expect(client.kinds().filter((kind) => !kind.startsWith('settled'))).toEqual([]);
});

test('a stream hears of its own topics only, and once of an event with two of them', async () => {
  const hub = startHub();
  const one = await connect(hub);
  const both = await connect(hub, { topics: ['request:1', 'request:2'] });
  await append(database.db, 'a', { topics: ['request:1', 'request:2', 'service-desk:9'] });
  await append(database.db, 'b', { topics: ['request:2'] });
  await heard(both, ['a', 'b']);
  await settled(one);
  expect(one.kinds().slice(0, 1)).toEqual(['a']);
  expect(one.kinds()).not.toContain('b');
  expect(one.frames[1]?.data?.topics).toEqual(['request:1']);
  expect(both.frames[1]?.data?.topics).toEqual(['request:1', 'request:2']);
});

test('a client that comes back hears exactly what happened while it was away', async () => {
  const first = startHub();
  const client = await connect(first);
  await append(database.db, 'before');
  await heard(client, ['before']);
  client.close();
  await append(database.db, 'away 1');
  await append(database.db, 'away elsewhere', { topics: ['request:2'] });
  await append(database.db, 'away 2');

  // Another process answers it this time.
  const back = await connect(startHub(), { lastEventId: client.lastId() });
  await heard(back, ['away 1', 'away 2']);
  await append(database.db, 'after');
  await heard(back, ['away 1', 'away 2', 'after']);
});

test('only the last frame of a batch carries the id, so that a cut in between repeats rather than misses', async () => {
  const client = await connect(startHub());
  client.close();
  await database.db.transaction().execute(async (trx) => {
    await append(trx, 'a');
    await append(trx, 'b');
    await append(trx, 'c');
  });
  const back = await connect(startHub(), { lastEventId: client.lastId() });
  await heard(back, ['a', 'b', 'c']);
  expect(back.frames.map(({ id }) => id !== undefined)).toEqual([false, false, false, true]);
});

test('a transaction that wrote first and commits last is heard by live streams, and only once', async () => {
  const client = await connect(startHub());
  const slow = await database.pool.connect();
  try {
    await slow.query('begin');
    await slow.query(
      "insert into event (kind, topics, audience) values ('slow', '{request:1}', 'customers')",
    );
    await append(database.db, 'fast');
    await heard(client, ['fast']);
    await slow.query('commit');
    await heard(client, ['fast', 'slow']);
    await settled(client);
    expect(client.kinds().slice(0, 2)).toEqual(['fast', 'slow']);
    expect(client.kinds().filter((kind) => kind === 'slow')).toHaveLength(1);
  } finally {
    slow.release();
  }
});

test('a transaction that wrote first and commits while a client is away is heard when it is back, and nothing twice', async () => {
  const client = await connect(startHub());
  const slow = await database.pool.connect();
  try {
    await slow.query('begin');
    await slow.query(
      "insert into event (kind, topics, audience) values ('slow', '{request:1}', 'customers')",
    );
    await append(database.db, 'fast');
    await heard(client, ['fast']);
    client.close();
    await append(database.db, 'away');
    await slow.query('commit');
    const back = await connect(startHub(), { lastEventId: client.lastId() });
    await heard(back, ['slow', 'away']);

    const again = await connect(startHub(), { lastEventId: back.lastId() });
    await settled(again);
    expect(again.kinds().filter((kind) => !kind.startsWith('settled'))).toEqual([]);
  } finally {
    slow.release();
  }
});

test('many writers and a client that keeps losing its connection: everything arrives, nothing twice', async () => {
  const hub = startHub();
  const start = await connect(hub);
  start.close();
  let lastEventId = start.lastId();

  const kinds = Array.from({ length: 100 }, (_, number) => `change ${number}`);
  const left = kinds.values();
  let isDone = false;
  async function write(): Promise<void> {
    for (const kind of left) {
      await database.db.transaction().execute(async (trx) => {
        await append(trx, kind);
        await sql`select pg_sleep(${Math.random() / 100})`.execute(trx);
      });
    }
  }
  const writers = Promise.all([write(), write(), write(), write()]).then(() => {
    isDone = true;
  });

  const arrived: string[] = [];
  while (!isDone) {
    const client = await connect(hub, { lastEventId });
    await new Promise((resolve) => setTimeout(resolve, 30));
    client.close();
    arrived.push(...client.kinds());
    lastEventId = client.lastId() || lastEventId;
  }
  await writers;
  const last = await connect(hub, { lastEventId });
  await settled(last);
  arrived.push(...last.kinds().filter((kind) => !kind.startsWith('settled')));
  expect(arrived.toSorted()).toEqual(kinds.toSorted());
});

test.each([
  ['garbage', 'nonsense'],
  ['a snapshot that is none', '1700000000-9:3:'],
  ['a position ahead of this database', `${Math.floor(Date.now() / 1000)}-900000000:900000000:`],
])('%s as Last-Event-ID is answered with a reset', async (_name, lastEventId) => {
  const client = await connect(startHub(), { lastEventId });
  expect(client.frames.map(({ event }) => event)).toEqual(['ready', 'reset']);
  await append(database.db, 'after');
  await heard(client, ['after']);
});

test('a position older than what the outbox keeps is answered with a reset', async () => {
  const client = await connect(startHub());
  const [seconds = '', snapshot] = client.lastId().split(/-(.*)/s);
  const weekOld = `${Number(seconds) - 7 * 24 * 3600}-${snapshot}`;
  const back = await connect(startHub(), { lastEventId: weekOld });
  expect(back.frames.map(({ event }) => event)).toEqual(['ready', 'reset']);
});

test('who missed very much is told to fetch anew instead of every single thing', async () => {
  const client = await connect(startHub());
  client.close();
  await sql`
    insert into event (kind, topics, audience)
    select 'bulk', '{request:1}', 'customers' from generate_series(1, 1500)
  `.execute(database.db);
  const back = await connect(startHub(), { lastEventId: client.lastId() });
  expect(back.frames.map(({ event }) => event)).toEqual(['ready', 'reset']);
});

test('events for agents reach agents and never customers, live or resumed', async () => {
  const hub = startHub();
  const customer = await connect(hub);
  const staff = await connect(hub, { listener: agent });
  await append(database.db, 'note', { audience: 'agents' });
  await append(database.db, 'answer');
  await heard(staff, ['note', 'answer']);
  await heard(customer, ['answer']);

  const start = await connect(hub);
  start.close();
  await append(database.db, 'another note', { audience: 'agents' });
  const back = await connect(hub, { lastEventId: start.lastId() });
  await settled(back);
  expect(back.kinds()).not.toContain('another note');
});

test('who loses the permission mid-stream hears nothing more of that topic', async () => {
  const hub = startHub();
  const client = await connect(hub, { topics: ['request:1', 'request:2'] });
  const witness = await connect(hub, { listener: agent });
  await append(database.db, 'before');
  await heard(client, ['before']);
  allowed.get('1')?.delete(alice.id);
  await append(database.db, 'after');
  await heard(witness, ['before', 'after']);
  await append(database.db, 'other', { topics: ['request:2'] });
  await heard(client, ['before', 'other']);
});

test('a topic that is unknown, or not for the listener, is refused as not found', async () => {
  const hub = startHub();
  allowed.get('2')?.delete(alice.id);
  const open = (topics: string[]) =>
    hub.open({ listener: alice, topics, lastEventId: undefined }, () => {
      throw new Error('no stream may begin');
    });
  await expect(open(['request:1', 'request:2'])).rejects.toMatchObject({ statusCode: 404 });
  await expect(open(['request:77'])).rejects.toMatchObject({ statusCode: 404 });
  await expect(open(['planet:1'])).rejects.toMatchObject({ statusCode: 404 });
  await expect(open(['request'])).rejects.toMatchObject({ statusCode: 400 });
  await expect(open([])).rejects.toMatchObject({ statusCode: 400 });
  await expect(open(Array.from({ length: 21 }, () => 'request:1'))).rejects.toMatchObject({
    statusCode: 400,
  });
  expect(hub.streamCount()).toBe(0);
});

test('when the session is over, the stream ends with the next heartbeat', async () => {
  const hub = startHub({ heartbeatMs: 50 });
  const over = new Set<string>();
  hub.setSessionCheck(async (listener) => !over.has(listener.id));
  const client = await connect(hub);
  const other = await connect(hub, { listener: agent });
  await vi.waitFor(() => expect(client.heartbeats()).toBeGreaterThan(0));
  expect(client.isEnded()).toBe(false);
  over.add(alice.id);
  await vi.waitFor(() => expect(client.isEnded()).toBe(true));
  expect(other.isEnded()).toBe(false);
  expect(hub.streamCount()).toBe(1);
});

test('when its database connection is killed, the hub connects again and catches up', async () => {
  const client = await connect(startHub());
  const killed = await sql<{ done: boolean }>`
    select pg_terminate_backend(pid) as done from pg_stat_activity
    where application_name = 'portico-events' and datname = current_database()
  `.execute(database.db);
  expect(killed.rows).toEqual([{ done: true }]);
  await append(database.db, 'while deaf');
  await heard(client, ['while deaf']);
  await append(database.db, 'after');
  await heard(client, ['while deaf', 'after']);
  expect(client.isCut()).toBe(false);
});

test('a client that does not read is cut off instead of being buffered for', async () => {
  const hub = startHub({ maxWaitingBytes: 1_000 });
  let waiting = 0;
  const slow = await connect(hub, { waitingBytes: () => waiting });
  const witness = await connect(hub);
  waiting = 1_001;
  await append(database.db, 'one too many');
  await heard(witness, ['one too many']);
  expect(slow.isCut()).toBe(true);
  expect(hub.streamCount()).toBe(1);
});

test('an account may hold only so many streams, and others are not touched by that', async () => {
  const hub = startHub({ maxStreamsPerAccount: 2 });
  const first = await connect(hub);
  await connect(hub);
  await expect(connect(hub)).rejects.toMatchObject({ statusCode: 429, retryAfterSeconds: 10 });
  await connect(hub, { listener: agent });
  first.close();
  await connect(hub);
  expect(hub.streamCount()).toBe(3);
});

test('closing ends every stream, and new ones are refused', async () => {
  const hub = startHub();
  const client = await connect(hub);
  await hub.close();
  expect(client.isEnded()).toBe(true);
  await expect(connect(hub)).rejects.toMatchObject({ statusCode: 503 });
});
