/**
 * Which workers live. A job is locked by the worker that runs it; when a process is killed, its jobs would stay locked
 * for graphile-worker's four hours. So each worker holds an advisory lock on its long-lived connection, and PostgreSQL
 * lets go of it the moment that the process is gone: a job whose worker's lock can be had was abandoned.
 */
import type pg from 'pg';

/** First half of the advisory lock's key; the second is the hash of the worker's name. */
const lockSpace = 7_016_722;

/** Younger locks are left alone, in seconds: a worker takes jobs a moment before its presence is known. */
const graceSeconds = 10;

/** Shows on `client`, as long as that connection lives, that the worker pool `workerPoolId` lives. */
export async function holdPresence(client: pg.ClientBase, workerPoolId: string): Promise<void> {
  await client.query('select pg_advisory_lock_shared($1, hashtext($2))', [lockSpace, workerPoolId]);
}

/**
 * Gives back the jobs of workers that are gone, to be run again.
 *
 * @returns how many
 */
export async function freeAbandonedJobs(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ worker: string; jobs: number }>(
    `select worker, jobs from (
       select locked_by as worker, count(*)::integer as jobs
         from graphile_worker._private_jobs
        where locked_at < now() - make_interval(secs => $2)
        group by locked_by offset 0
     ) as locked
     where pg_try_advisory_xact_lock($1, hashtext(worker))`,
    [lockSpace, graceSeconds],
  );
  if (rows.length === 0) return 0;
  await pool.query('select graphile_worker.force_unlock_workers($1)', [rows.map((row) => row.worker)]);
  return rows.reduce((sum, row) => sum + row.jobs, 0);
}
