import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connectDatabase } from '../database/database.ts';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { createSharedRate } from './shared-rate.ts';
import { createHttpApp } from './testing.ts';

const log = pino({ level: 'silent' });
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => database.pool.query('truncate rate_count'));
afterAll(() => database.drop());

function aProcess(max: number, windowMs = 60_000, db = database.db) {
  return createSharedRate({ db, log, max, windowMs });
}

async function sumOf(key: string): Promise<number> {
  const { rows } = await database.pool.query('select count from rate_count where key = $1', [key]);
  return rows[0]?.count ?? 0;
}

test('an address that keeps clear of its limit costs no statement', async () => {
  const rate = aProcess(1000);
  for (let index = 0; index < 49; index += 1) rate.count('quiet');
  await sleep(50);
  expect(await sumOf('quiet')).toBe(0);
});

test('processes hear of each other’s counts, and together let through little more than the limit', async () => {
  const max = 200;
  const processes = [aProcess(max), aProcess(max), aProcess(max)];
  let passed = 0;
  for (let counted = 3; counted <= 900; counted += 3) {
    for (const rate of processes) if (rate.count('busy').current <= max) passed += 1;
    // Nine of each are not told yet; after the limit is passed nothing is.
    while ((await sumOf('busy')) < Math.min(counted - 27, max)) await sleep(2);
  }
  expect(passed).toBeGreaterThanOrEqual(max);
  // A twentieth of the limit for each process, and what came while a statement was under way.
  expect(passed).toBeLessThanOrEqual(max + processes.length * 20);
});

test('refused requests are not told any more', async () => {
  const rate = aProcess(20);
  for (let index = 0; index < 40; index += 1) {
    rate.count('stubborn');
    await sleep(2);
  }
  const sum = await sumOf('stubborn');
  expect(sum).toBeGreaterThan(20);
  await sleep(20);
  for (let index = 0; index < 100; index += 1) rate.count('stubborn');
  await sleep(20);
  expect(await sumOf('stubborn')).toBeLessThanOrEqual(sum + 1);
});

test('a process that begins later learns when the window ends', async () => {
  const first = aProcess(20, 2_000);
  first.count('late');
  await sleep(500);
  const second = aProcess(20, 2_000);
  expect(second.count('late').ttl).toBe(2_000);
  await sleep(50);
  expect(second.count('late').ttl).toBeLessThan(1_500);
});

test('when the window has ended, counting begins anew in all processes', async () => {
  const processes = [aProcess(10, 300), aProcess(10, 300)];
  for (let index = 0; index < 12; index += 1) {
    for (const rate of processes) rate.count('again');
    await sleep(2);
  }
  for (const rate of processes) expect(rate.count('again').current).toBeGreaterThan(10);
  await sleep(350);
  for (const rate of processes) expect(rate.count('again').current).toBe(1);
  await sleep(20);
  expect(await sumOf('again')).toBeLessThanOrEqual(3);
});

test('without a database each process counts alone', async () => {
  const away = connectDatabase('postgres://nobody@127.0.0.1:1/none');
  const rate = aProcess(10, 60_000, away.db);
  for (let index = 0; index < 12; index += 1) {
    rate.count('alone');
    await sleep(2);
  }
  expect(rate.count('alone').current).toBe(13);
  await away.close();
});

test('F09 two servers on one database refuse a network that asks both, whichever of its addresses it uses', async () => {
  const config = { rateLimitPerMinute: 20 };
  const servers = await Promise.all([1, 2].map(() => createHttpApp({ config, database })));
  try {
    const statuses: number[] = [];
    for (let index = 0; index < 40; index += 1) {
      const server = servers[index % 2];
      const remoteAddress = `2001:db8:1:2::${index.toString(16)}`;
      statuses.push((await server?.app.inject({ url: '/openapi.json', remoteAddress }))?.statusCode ?? 0);
      await sleep(2);
    }
    const passed = statuses.filter((status) => status === 200).length;
    expect(passed).toBeGreaterThanOrEqual(20);
    expect(passed).toBeLessThanOrEqual(24);
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.at(-2)).toBe(429);
    const next = await servers[0]?.app.inject({ url: '/openapi.json', remoteAddress: '2001:db8:1:3::1' });
    expect(next?.statusCode).toBe(200);
  } finally {
    await Promise.all(servers.map(({ app }) => app.close()));
  }
});
