import { EventEmitter } from 'node:events';
import {
  type CronItem,
  parseCronItems,
  type Runner,
  run,
  runMigrations,
  type TaskList,
  type WorkerEvents,
  Logger as WorkerLogger,
} from 'graphile-worker';
import { sql } from 'kysely';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Database, DatabaseConnection } from '../database/database.ts';
import { freeAbandonedJobs, holdPresence } from './presence.ts';
import { type Repetition, startRepetition } from './repetition.ts';

/** Brings the tables of jobs to the version that this Portico works with. Part of migrate(). */
export async function migrateJobs(url: string): Promise<void> {
  const pool = createPool(url, 1);
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
}

/** What a job is given besides its payload. */
interface JobHelpers {
  readonly db: Database;
  readonly log: Logger;
}

/** Work that is done later, at least once, by any process on the database. Handlers must be idempotent. */
export interface Jobs {
  /** Names a kind of job. Called by rooms when they register. */
  define<P extends object>(name: string, handler: (payload: P, helpers: JobHelpers) => Promise<void>): void;
  /** Runs a defined job by the clock; `cron` is five fields in UTC, such as '17 3 * * *'. */
  schedule(name: string, cron: string): void;
  /**
   * Runs `work` in every process that works on jobs, again and again: at once while it says that there is more to do, else after a
   * pause. For what follows from rows that others write, where a job for each of them would cost more than the work itself. Processes
   * must share the work between them. Called by rooms when they register.
   */
  repeat(name: string, pauseMs: number, work: (helpers: JobHelpers) => Promise<boolean>): void;
  /** Adds a job in the transaction of the change that needs it. */
  add(trx: Database, name: string, payload: object, options?: AddJobOptions): Promise<void>;
  /** Begins to work. */
  start(): Promise<void>;
  /** Lets running jobs finish, then stops. */
  stop(): Promise<void>;
}

interface AddJobOptions {
  readonly runAt?: Date;
  /** A later job with the same key replaces the earlier one that has not started. Keys are per kind of job. */
  readonly jobKey?: string;
  /** Default 25, about three days with the growing pauses between them. */
  readonly maxAttempts?: number;
}

/** Jobs that one process works on at once. More processes on the same database share the work. */
const concurrency = 4;

/** How often to look for jobs whose process is gone, in milliseconds. */
const abandonedJobsIntervalMs = 30_000;

/** How long to wait before a worker that failed is started again, in milliseconds. */
const restartDelayMs = 2_000;

/**
 * Makes the job queue. It connects when started, with a small pool of its own, so that neither requests nor jobs can
 * starve the other.
 */
export function createJobs(database: DatabaseConnection, log: Logger): Jobs {
  const tasks: TaskList = {};
  const schedules: CronItem[] = [];
  const repeated: (() => Repetition)[] = [];
  let repetitions: Repetition[] = [];
  let pool: pg.Pool | undefined;
  let runner: Runner | undefined;
  let sweep: NodeJS.Timeout | undefined;
  let restart: NodeJS.Timeout | undefined;
  let isWanted = false;

  async function startRunner(workerPool: pg.Pool): Promise<void> {
    const events: WorkerEvents = new EventEmitter();
    events.on('pool:listen:success', ({ client, workerPool: { id } }) => {
      // The worker is about to LISTEN on this connection; one query at a time.
      client.once('drain', () =>
        holdPresence(client, id).catch((error) =>
          log.debug({ err: error }, 'A worker could not show that it lives'),
        ),
      );
    });
    const started = await run(
      {
        pgPool: workerPool,
        events,
        taskList: tasks,
        parsedCronItems: parseCronItems(schedules),
        concurrency,
        noHandleSignals: true,
        logger: workerLogger(log),
        // Without batching, a failure to mark a job as done is a promise that nobody handles, which ends the process.
        preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      },
      tasks,
    );
    runner = started;
    // The worker gives up when it cannot tell the database that a job is done. Begin anew: the job is run again.
    started.promise
      .catch((error) => log.error({ err: error }, 'The job worker failed'))
      .finally(() => {
        if (isWanted && runner === started) scheduleRestart(workerPool);
      });
  }

  function scheduleRestart(workerPool: pg.Pool): void {
    restart = setTimeout(() => {
      if (!isWanted) return;
      startRunner(workerPool).catch((error) => {
        log.error({ err: error }, 'The job worker could not be started; trying again');
        if (isWanted) scheduleRestart(workerPool);
      });
    }, restartDelayMs);
  }

  return {
    define(name, handler) {
      if (tasks[name]) throw new Error(`The job ${name} is defined twice`);
      tasks[name] = (payload, helpers) =>
        handler(withoutCron(payload), {
          db: database.db,
          log: log.child({ job: name, jobId: helpers.job.id }),
        });
    },

    schedule(name, cron) {
      if (!tasks[name]) throw new Error(`The job ${name} is not defined, so it cannot be scheduled`);
      const item: CronItem = { task: name, match: cron, identifier: name };
      parseCronItems([item]);
      schedules.push(item);
    },

    repeat(name, pauseMs, work) {
      const helpers = { db: database.db, log: log.child({ job: name }) };
      repeated.push(() => startRepetition(pauseMs, () => work(helpers), helpers.log));
    },

    async add(trx, name, payload, options = {}) {
      if (!tasks[name]) throw new Error(`The job ${name} is not defined`);
      await sql`select from graphile_worker.add_job(
        ${name}::text,
        payload := ${JSON.stringify(payload)}::json,
        run_at := ${options.runAt ?? null}::timestamptz,
        max_attempts := ${options.maxAttempts ?? null}::integer,
        job_key := ${options.jobKey === undefined ? null : `${name}:${options.jobKey}`}::text
      )`.execute(trx);
    },

    async start() {
      if (isWanted) throw new Error('The job worker is started already');
      isWanted = true;
      const workerPool = createPool(database.url, concurrency + 1);
      pool = workerPool;
      try {
        await startRunner(workerPool);
      } catch (error) {
        isWanted = false;
        await workerPool.end();
        throw error;
      }
      const free = () =>
        freeAbandonedJobs(workerPool).then(
          (count) => count > 0 && log.warn({ count }, 'Jobs whose process is gone will be run again'),
          (error) => log.debug({ err: error }, 'Could not look for abandoned jobs'),
        );
      repetitions = repeated.map((begin) => begin());
      void free();
      sweep = setInterval(free, abandonedJobsIntervalMs).unref();
    },

    async stop() {
      if (!isWanted) return;
      isWanted = false;
      clearInterval(sweep);
      clearTimeout(restart);
      await Promise.all(repetitions.map((repetition) => repetition.stop()));
      // Rejects when the worker has stopped by itself before.
      await runner?.stop('stopping').catch(() => {});
      await pool?.end();
    },
  };
}

function createPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, application_name: 'portico-jobs' });
  // Broken connections are replaced; without listeners Node would exit.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** What the clock adds to a payload is of no use to handlers. */
function withoutCron<P extends object>(payload: unknown): P {
  const { _cron, ...rest } = Object(payload);
  return rest;
}

/** graphile-worker's words in our log; that a job succeeded is no news. */
function workerLogger(log: Logger): WorkerLogger {
  const scoped = log.child({ component: 'jobs' });
  return new WorkerLogger(() => (level, message, meta) => {
    const err = meta['error'];
    const fields = err instanceof Error ? { err } : {};
    if (level === 'error') scoped.error(fields, message);
    else if (level === 'warning') scoped.warn(fields, message);
    else scoped.debug(fields, message);
  });
}
