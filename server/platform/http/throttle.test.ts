import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { clear, hit, sweepThrottle } from './throttle.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function endWindow(key: string): Promise<void> {
  await database.pool.query("update throttle set window_ends = now() - interval '1 second' where key = $1", [
    key,
  ]);
}

test('as many tries as allowed pass, the next is refused until the window ends', async () => {
  for (let count = 0; count < 3; count += 1) await hit(database.db, 'a', 3, 600);
  const refusal = await hit(database.db, 'a', 3, 600).catch((error) => error);
  expect(refusal).toMatchObject({ statusCode: 429, message: 'Too many tries. Try again in 10 minutes.' });
  expect(refusal.retryAfterSeconds).toBeGreaterThan(590);
  expect(refusal.retryAfterSeconds).toBeLessThanOrEqual(600);
  await endWindow('a');
  await hit(database.db, 'a', 3, 600);
});

test('tries under another key are counted apart, and cleared ones are forgotten', async () => {
  await hit(database.db, 'b', 1, 60);
  await hit(database.db, 'c', 1, 60);
  await clear(database.db, 'b');
  await hit(database.db, 'b', 1, 60);
  await expect(hit(database.db, 'c', 1, 60)).rejects.toThrow('Too many tries');
});

test('of many tries at the same moment, only as many as allowed pass', async () => {
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => hit(database.db, 'd', 5, 60)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
});

test('counters whose window has ended are swept', async () => {
  await hit(database.db, 'old', 1, 60);
  await hit(database.db, 'new', 1, 60);
  await endWindow('old');
  await sweepThrottle(database.db);
  const { rows } = await database.pool.query("select key from throttle where key in ('old', 'new')");
  expect(rows).toEqual([{ key: 'new' }]);
});
