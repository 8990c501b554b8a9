import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectDatabase, type DatabaseConnection } from '../database/database.ts';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { backOff, takeBack } from './back-off.ts';
import { clear } from './throttle.ts';

const limits = { free: 3, firstSeconds: 10, maxSeconds: 60 };

let database: TestDatabase;
/** a second process on the same data */
let other: DatabaseConnection;
beforeAll(async () => {
  database = await createTestDatabase();
  const { rows } = await database.pool.query('select current_database() as name');
  const url = new URL(database.pool.options.connectionString ?? '');
  url.pathname = `/${rows[0].name}`;
  other = connectDatabase(url.href);
});
afterAll(async () => {
  await other.close();
  await database.drop();
});

/** Instead of waiting: what is counted is so many seconds older. */
async function pass(key: string, seconds: number): Promise<void> {
  await database.pool.query(
    `update throttle set waits_until = waits_until - make_interval(secs => $2),
       window_ends = window_ends - make_interval(secs => $2) where key = $1`,
    [key, seconds],
  );
}

/** The seconds to wait, or 0 when the try is taken. */
async function tryOnce(key: string, db = database.db): Promise<number> {
  return backOff(db, key, limits).then(
    () => 0,
    (error) => error.retryAfterSeconds,
  );
}

async function waitsOf(key: string, tries: number): Promise<number[]> {
  const waits: number[] = [];
  for (let count = 0; count < tries; count += 1) {
    expect(await tryOnce(key)).toBe(0);
    const wait = await tryOnce(key);
    waits.push(wait);
    await pass(key, wait);
  }
  return waits;
}

test('F02 the first tries cost nothing, then the wait doubles with each, up to the longest', async () => {
  for (let count = 0; count < 3; count += 1) expect(await tryOnce('grows')).toBe(0);
  expect(await waitsOf('grows', 6)).toEqual([10, 20, 40, 60, 60, 60]);
});

test('F02 a refused try does not prolong the wait, and says in words how long it is', async () => {
  for (let count = 0; count < 4; count += 1) await tryOnce('patient');
  for (let count = 0; count < 5; count += 1) expect(await tryOnce('patient')).toBe(10);
  const refusal = await backOff(database.db, 'patient', limits).catch((error) => error);
  expect(refusal).toMatchObject({ statusCode: 429, message: 'Too many tries. Try again in 10 seconds.' });
  await pass('patient', 10);
  expect(await tryOnce('patient')).toBe(0);
});

test('F02 what proved right forgets all that failed', async () => {
  for (let count = 0; count < 4; count += 1) await tryOnce('proved');
  await clear(database.db, 'proved');
  for (let count = 0; count < 4; count += 1) expect(await tryOnce('proved')).toBe(0);
  expect(await tryOnce('proved')).toBe(10);
});

test('F02 failed tries are forgotten when their time is over, but not the wait that they earned', async () => {
  const day = { ...limits, forgetSeconds: 5 };
  for (let count = 0; count < 4; count += 1) await backOff(database.db, 'old', day);
  await pass('old', 6);
  await expect(backOff(database.db, 'old', day)).rejects.toMatchObject({ retryAfterSeconds: 4 });
  await pass('old', 4);
  for (let count = 0; count < 4; count += 1) await backOff(database.db, 'old', day);
});

test('F02 a try that is taken back leaves the failed ones as they were', async () => {
  for (let count = 0; count < 3; count += 1) await tryOnce('shared');
  expect(await tryOnce('shared')).toBe(0);
  await takeBack(database.db, 'shared');
  expect(await tryOnce('shared')).toBe(0);
  expect(await tryOnce('shared')).toBe(10);
});

test('F02 two processes count together', async () => {
  for (let count = 0; count < 2; count += 1) {
    expect(await tryOnce('both')).toBe(0);
    expect(await tryOnce('both', other.db)).toBe(0);
  }
  expect(await tryOnce('both')).toBe(10);
  expect(await tryOnce('both', other.db)).toBe(10);
});

test('F02 of many tries at the same moment in two processes, one gets past the free ones', async () => {
  const tries = await Promise.all(
    Array.from({ length: 24 }, (_, index) => tryOnce('rush', index % 2 === 0 ? database.db : other.db)),
  );
  expect(tries.filter((wait) => wait === 0)).toHaveLength(4);
});
