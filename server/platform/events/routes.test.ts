import { connect as connectSocket } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import type { App } from '../http/app-types.ts';
import { Unauthenticated } from '../http/errors.ts';
import { createHttpApp } from '../http/testing.ts';
import type { Platform } from '../platform.ts';
import { appendEvent } from './append-event.ts';
import { sweepEvents } from './outbox.ts';
import { registerEvents } from './routes.ts';

let database: TestDatabase;
let app: App;
let platform: Platform;
let base: string;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ app, platform } = await createHttpApp({ database }, (made, on) => {
    registerEvents(made, on, (request) => {
      if (request.headers.authorization !== 'alice') throw new Unauthenticated('Sign in first.');
      return { id: '1', accountId: 'alice', sessionId: '11' };
    });
  }));
  platform.events.registerTopic('request', {
    mayListen: async (_listener, id) => id === '1',
    stillMayHear: async (ids) => new Set(ids),
    agentsAmong: async () => new Set(),
  });
  base = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const signedIn = { authorization: 'alice' };

function tell(kind: string, payload: Record<string, string> = {}): Promise<void> {
  return appendEvent(database.db, { kind, topics: ['request:1'], audience: 'customers', payload });
}

/** A stream that is read bit by bit. */
async function openStream(
  address: string,
  headers: Record<string, string> = {},
): Promise<{ response: Response; until(part: string): Promise<string>; close(): void }> {
  const controller = new AbortController();
  const response = await fetch(address, {
    headers: { ...signedIn, ...headers },
    signal: controller.signal,
  });
  const reader = response.body?.getReader();
  let text = '';
  return {
    response,
    async until(part) {
      while (!text.includes(part)) {
        const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
        if (done) break;
        text += Buffer.from(value ?? []).toString();
      }
      return text;
    },
    close: () => controller.abort(),
  };
}

function streamCount(count: number): Promise<void> {
  return vi.waitFor(() => expect(platform.events.streamCount()).toBe(count));
}

test('a stream is server-sent events that nobody stores, begins with ready, and tells of a change', async () => {
  const stream = await openStream(`${base}/events?topic=request:1`);
  const { status, headers } = stream.response;
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-encoding')).toBeNull();
  expect(await stream.until('}\n\n')).toMatch(/^retry: \d{4}\n\nevent: ready\nid: \S+\ndata: \{\}\n\n$/);
  await tell('request.changed', { requestId: '1' });
  expect(await stream.until('request.changed')).toMatch(
    /event: change\nid: \S+\ndata: \{"kind":"request.changed","topics":\["request:1"\],"payload":\{"requestId":"1"\}\}\n\n$/,
  );
  stream.close();
});

test('a browser that reconnects with Last-Event-ID hears what it missed', async () => {
  const first = await openStream(`${base}/events?topic=request:1`);
  const id = /id: (\S+)/.exec(await first.until('}\n\n'))?.[1] ?? '';
  first.close();
  await tell('request.transitioned');
  const second = await openStream(`${base}/events?topic=request:1`, { 'last-event-id': id });
  expect(await second.until('transitioned')).toContain('event: change');
  second.close();
});

test('nobody signed in, topics that are not theirs and topics that are none are refused', async () => {
  const ask = (query: string, headers: Record<string, string> = signedIn) =>
    app.inject({ url: `/events${query}`, headers });
  expect((await ask('?topic=request:1', {})).statusCode).toBe(401);
  expect((await ask('?topic=request:2')).statusCode).toBe(404);
  expect((await ask('?topic=request:1&topic=request:2')).statusCode).toBe(404);
  expect((await ask('?topic=nonsense')).statusCode).toBe(400);
  const none = await ask('');
  expect(none.statusCode).toBe(400);
  expect(none.json()).toEqual({ errorMessages: ['Query parameter "topic": this is required.'], errors: {} });
});

test('when the client goes away, its stream is forgotten', async () => {
  await streamCount(0);
  const stream = await openStream(`${base}/events?topic=request:1`);
  await streamCount(1);
  stream.close();
  await streamCount(0);
});

test('a client that stops reading is cut off', async () => {
  await streamCount(0);
  const socket = connectSocket(Number(new URL(base).port), '127.0.0.1');
  try {
    socket.write('GET /events?topic=request:1 HTTP/1.1\r\nHost: localhost\r\nAuthorization: alice\r\n\r\n');
    await new Promise((resolve) => socket.once('data', resolve));
    socket.pause();
    await streamCount(1);
    // More than the buffers of the operating system take.
    const filler = 'x'.repeat(200_000);
    for (let count = 0; count < 60 && platform.events.streamCount() > 0; count += 1) {
      await tell('request.changed', { filler });
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    await streamCount(0);
  } finally {
    socket.destroy();
  }
});

test('closing the app ends its streams', async () => {
  const other = await createHttpApp({ database }, (made, on) => {
    registerEvents(made, on, () => ({ id: '1', accountId: 'alice', sessionId: '11' }));
  });
  other.platform.events.registerTopic('request', {
    mayListen: async () => true,
    stillMayHear: async (ids) => new Set(ids),
    agentsAmong: async () => new Set(),
  });
  const address = await other.app.listen({ host: '127.0.0.1', port: 0 });
  const stream = await openStream(`${address}/events?topic=request:1`);
  await stream.until('event: ready');
  await other.app.close();
  expect(await stream.until('there is nothing more')).toMatch(/\n\nevent: ready/);
});

test('events older than a week are swept', async () => {
  await tell('old');
  await tell('new');
  await database.pool.query("update event set created_at = now() - interval '8 days' where kind = 'old'");
  expect(await sweepEvents(database.db, 7)).toBe(1);
  const { rows } = await database.pool.query("select kind from event where kind in ('old', 'new')");
  expect(rows).toEqual([{ kind: 'new' }]);
});
