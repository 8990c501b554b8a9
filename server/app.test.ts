import { pino } from 'pino';
import { expect, test } from 'vitest';
import { buildApp } from './app.ts';
import { connectDatabase } from './platform/database/database.ts';
import { testConfig } from './platform/http/testing.ts';
import { createTestApp } from './testing.ts';

test('Portico is put together, and described, without a database', async () => {
  const database = connectDatabase('postgres://nobody@127.0.0.1:1/none');
  const portico = await buildApp(testConfig(), database, pino({ level: 'silent' }));
  const { paths } = (await portico.app.inject('/openapi.json')).json();
  expect(Object.keys(paths)).toContain('/events');
  expect(database.pool.totalCount).toBe(0);
  await portico.close();
});

test('every schema of every route compiles', async () => {
  const database = connectDatabase('postgres://nobody@127.0.0.1:1/none');
  const http = { compilesSchemasAtStart: true };
  const portico = await buildApp(testConfig(), database, pino({ level: 'silent' }), http);
  await portico.close();
});

test('a person who signed in is known to every route; nobody else is', async () => {
  const portico = await createTestApp();
  const account = await portico.createAccount({ displayName: 'Alice Smith' });
  const headers = await portico.signIn(account);
  const { app } = portico;
  expect((await app.inject({ url: '/events?topic=planet:1', headers })).statusCode).toBe(404);
  expect((await app.inject('/events?topic=planet:1')).statusCode).toBe(401);
  await portico.close();
});

test('jobs are worked on once Portico has started; closing twice is as closing once', async () => {
  const portico = await createTestApp();
  const { platform, database } = portico;
  const said = Promise.withResolvers<string>();
  platform.jobs.define<{ word: string }>('test.say', async ({ word }) => said.resolve(word));
  await portico.start();
  await platform.jobs.add(database.db, 'test.say', { word: 'hello' });
  expect(await said.promise).toBe('hello');
  await Promise.all([portico.close(), portico.close()]);
});
