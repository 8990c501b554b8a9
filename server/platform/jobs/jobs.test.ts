import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inTransaction } from '../database/database.ts';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { createJobs, type Jobs } from './jobs.ts';
import { freeAbandonedJobs } from './presence.ts';

let database: TestDatabase;
let running: Jobs[];
beforeEach(async () => {
  database = await createTestDatabase();
  running = [];
});
afterEach(async () => {
  for (const jobs of running) await jobs.stop();
  await database.drop();
});

function jobsOfAProcess(): Jobs {
  const jobs = createJobs(database, pino({ level: 'silent' }));
  running.push(jobs);
  return jobs;
}

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isTrue()); tries += 1) {
    if (tries > 400) throw new Error('It did not come true within 10 seconds');
    await sleep(25);
  }
}

test('a job runs when its transaction has committed, with its payload', async () => {
  const jobs = jobsOfAProcess();
  const seen: string[] = [];
  jobs.define<{ name: string }>('greet', async ({ name }, { db }) => {
    const { rows } = await database.pool.query('select count(*)::int as accounts from account');
    expect(db).toBe(database.db);
    seen.push(`${name} ${rows[0].accounts}`);
  });
  await jobs.start();
  await inTransaction(database.db, async (trx) => {
    await jobs.add(trx, 'greet', { name: 'Alice' });
    await trx.insertInto('account').values({ display_name: 'Alice' }).execute();
    await sleep(100);
    expect(seen).toEqual([]);
  });
  await until(() => seen.length > 0);
  expect(seen).toEqual(['Alice 1']);
});

test('a job whose transaction is rolled back never runs', async () => {
  const jobs = jobsOfAProcess();
  const seen: string[] = [];
  jobs.define<{ name: string }>('greet', async ({ name }) => void seen.push(name));
  await jobs.start();
  await expect(
    inTransaction(database.db, async (trx) => {
      await jobs.add(trx, 'greet', { name: 'nobody' });
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  await jobs.add(database.db, 'greet', { name: 'Bob' });
  await until(() => seen.length > 0);
  expect(seen).toEqual(['Bob']);
});

test('processes on the same database share the work, and each job runs once', async () => {
  const seen: { process: number; number: number }[] = [];
  const processes = [0, 1].map((process) => {
    const jobs = jobsOfAProcess();
    jobs.define<{ number: number }>('count', async ({ number }) => {
      await sleep(10);
      seen.push({ process, number });
    });
    return jobs;
  });
  await Promise.all(processes.map((jobs) => jobs.start()));
  for (let number = 0; number < 40; number += 1) await processes[0]?.add(database.db, 'count', { number });
  await until(() => seen.length >= 40);
  expect(seen.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 40 }, (_, i) => i),
  );
  expect(new Set(seen.map(({ process }) => process)).size).toBe(2);
});

test('a later job with the same key replaces the one that waits; keys of other kinds do not matter', async () => {
  const jobs = jobsOfAProcess();
  const seen: string[] = [];
  jobs.define<{ text: string }>('mail', async ({ text }) => void seen.push(`mail ${text}`));
  jobs.define<{ text: string }>('hook', async ({ text }) => void seen.push(`hook ${text}`));
  await jobs.add(database.db, 'mail', { text: 'first' }, { jobKey: 'request:1' });
  await jobs.add(database.db, 'mail', { text: 'second' }, { jobKey: 'request:1' });
  await jobs.add(database.db, 'hook', { text: 'third' }, { jobKey: 'request:1' });
  await jobs.start();
  await until(() => seen.length >= 2);
  expect(seen.sort()).toEqual(['hook third', 'mail second']);
});

test('stopping waits for the jobs that run', async () => {
  const jobs = jobsOfAProcess();
  let state = 'waiting';
  jobs.define('slow', async () => {
    state = 'running';
    await sleep(300);
    state = 'done';
  });
  await jobs.start();
  await jobs.add(database.db, 'slow', {});
  await until(() => state === 'running');
  await jobs.stop();
  expect(state).toBe('done');
  const { rows } = await database.pool.query(
    'select count(*)::int as left from graphile_worker._private_jobs',
  );
  expect(rows[0].left).toBe(0);
});

test('work goes on after all connections to the database were cut', async () => {
  const jobs = jobsOfAProcess();
  const seen: string[] = [];
  jobs.define<{ name: string }>('greet', async ({ name }) => {
    seen.push(name);
    if (name === 'cut') {
      await database.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'portico-jobs' and datname = current_database()`,
      );
    }
  });
  await jobs.start();
  await jobs.add(database.db, 'greet', { name: 'cut' });
  await until(() => seen.includes('cut'));
  await jobs.add(database.db, 'greet', { name: 'after' });
  await until(() => seen.includes('after'));
});

test('the jobs of a process that is gone are given back; those of a living one are not', async () => {
  const jobs = jobsOfAProcess();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let runs = 0;
  jobs.define('hold', async () => {
    runs += 1;
    await held;
  });
  await jobs.start();
  await jobs.add(database.db, 'hold', {});
  await until(() => runs === 1);
  const locks = async () =>
    (
      await database.pool.query(
        'select locked_by from graphile_worker._private_jobs where locked_by is not null',
      )
    ).rows.map((row) => row.locked_by);
  await until(
    async () =>
      (await database.pool.query("select from pg_locks where locktype = 'advisory'")).rowCount === 1,
  );

  await database.pool.query(
    "update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'",
  );
  expect(await freeAbandonedJobs(database.pool)).toBe(0);
  expect(await locks()).toHaveLength(1);

  await database.pool.query(
    "update graphile_worker._private_jobs set locked_by = 'pool-of-a-killed-process'",
  );
  expect(await freeAbandonedJobs(database.pool)).toBe(1);
  await until(() => runs === 2);
  release();
});

test('adding a job that nobody defined is refused', async () => {
  await expect(jobsOfAProcess().add(database.db, 'grete', {})).rejects.toThrow(
    'The job grete is not defined',
  );
});

test('a schedule that is not a cron line is refused when it is declared', () => {
  const jobs = jobsOfAProcess();
  jobs.define('sweep', async () => {});
  expect(() => jobs.schedule('sweep', 'every night')).toThrow();
  jobs.schedule('sweep', '17 3 * * *');
});

test('repeated work is done at once while there is more, goes on after a failure of its own, and ends with the process', async () => {
  const jobs = jobsOfAProcess();
  const seen: string[] = [];
  let left = 3;
  jobs.repeat('pile', 60_000, async ({ db }) => {
    expect(db).toBe(database.db);
    seen.push(`pile ${left}`);
    left -= 1;
    return left > 0;
  });
  jobs.repeat('fragile', 5, async () => {
    seen.push('fragile');
    if (seen.filter((each) => each === 'fragile').length === 1) throw new Error('not this time');
    return false;
  });
  await jobs.start();
  await until(() => left === 0 && seen.filter((each) => each === 'fragile').length > 1);
  expect(seen.filter((each) => each !== 'fragile')).toEqual(['pile 3', 'pile 2', 'pile 1']);
  await jobs.stop();
  const count = seen.length;
  await sleep(50);
  expect(seen).toHaveLength(count);
});
