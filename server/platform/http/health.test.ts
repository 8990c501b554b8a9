import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { createHttpApp } from './testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

function ask(url: string, agent: Agent): Promise<{ response: IncomingMessage; body: string }> {
  return new Promise((resolve, reject) => {
    httpRequest(url, { agent }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ response, body }));
    })
      .on('error', reject)
      .end();
  });
}

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

test('while draining, requests are served and told to close, and ready says no; then nobody is let in', async () => {
  const { app } = await createHttpApp({ database, http: { drainMs: 300 } });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const closed = app.close();
  await new Promise((resolve) => setTimeout(resolve, 50));

  const alive = await fetch(`${address}/healthz`);
  expect(alive.status).toBe(200);
  expect(alive.headers.get('connection')).toBe('close');
  const ready = await fetch(`${address}/readyz`);
  expect(ready.status).toBe(503);
  expect(await ready.json()).toEqual({ errorMessages: ['Portico is shutting down.'], errors: {} });

  await closed;
  await expect(fetch(`${address}/healthz`)).rejects.toThrow();
});

test('a request in progress finishes, and its connection, though kept open, does not hold up the end', async () => {
  let finish = () => {};
  const inProgress = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { app } = await createHttpApp({}, (made) => {
    made.get('/slow', async () => {
      await inProgress;
      return { finished: true };
    });
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const keeping = new Agent({ keepAlive: true });
  await ask(`${address}/healthz`, keeping);
  const slow = ask(`${address}/slow`, keeping);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const started = performance.now();
  const closed = app.close();
  setTimeout(finish, 50);
  expect((await slow).response.headers.connection).toBe('close');
  await closed;
  expect(performance.now() - started).toBeLessThan(2_000);
  keeping.destroy();
});

test('a request that does not finish is cut after the limit', async () => {
  const { app } = await createHttpApp({ http: { shutdownLimitMs: 100 } }, (made) => {
    made.get('/stuck', () => new Promise(() => {}));
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const stuck = fetch(`${address}/stuck`).catch((error: Error) => error);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const started = performance.now();
  await app.close();
  expect(performance.now() - started).toBeLessThan(2_000);
  expect(await stuck).toBeInstanceOf(TypeError);
});
