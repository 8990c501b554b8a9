import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { createHttpApp } from './testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('a process whose database answers is alive and ready', async () => {
  const { app } = await createHttpApp({ database });
  expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' });
  expect((await app.inject('/readyz')).json()).toEqual({ status: 'ok' });
  await app.close();
});

test('a process whose database is away is alive but not ready', async () => {
  const { app } = await createHttpApp();
  expect((await app.inject('/healthz')).statusCode).toBe(200);
  const response = await app.inject('/readyz');
  expect(response.statusCode).toBe(503);
  expect(response.json()).toEqual({ errorMessages: ['The database does not answer.'], errors: {} });
  await app.close();
});

test('while shutting down: requests in progress finish, kept connections are told to close, ready says no', async () => {
  let finish = () => {};
  const inProgress = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { app } = await createHttpApp({ database }, (made) => {
    made.get('/slow', async () => {
      await inProgress;
      return { finished: true };
    });
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const ask = (path: string, agent: Agent) =>
    new Promise<{ response: IncomingMessage; body: string }>((resolve, reject) => {
      httpRequest(`${address}${path}`, { agent }, (response) => {
        let body = '';
        response.on('data', (chunk) => {
          body += chunk;
        });
        response.on('end', () => resolve({ response, body }));
      })
        .on('error', reject)
        .end();
    });

  const busy = new Agent({ keepAlive: true, maxSockets: 1 });
  const slow = ask('/slow', busy);
  // Sent on the same connection when /slow is answered.
  const ready = ask('/readyz', busy);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const closed = app.close();
  await new Promise((resolve) => setTimeout(resolve, 50));
  await expect(fetch(`${address}/healthz`)).rejects.toThrow();

  finish();
  const answer = await slow;
  expect(answer.response.statusCode).toBe(200);
  expect(answer.body).toBe('{"finished":true}');
  await ready.then(
    ({ response, body }) => {
      expect(response.statusCode).toBe(503);
      expect(response.headers.connection).toBe('close');
      expect(body).toContain('shutting down');
    },
    // The server may have closed the connection before the second request went out.
    (error: NodeJS.ErrnoException) => expect(error.code).toMatch(/ECONNRESET|ECONNREFUSED/),
  );
  await closed;
  busy.destroy();
});
