import type { Logger } from 'pino';
import type { Database, DatabaseConnection } from '../database/database.ts';

/** What a job is given besides its payload. */
export interface JobHelpers {
  readonly db: Database;
  readonly log: Logger;
}

/** Work that is done later, at least once, by any process on the database. Handlers must be idempotent. */
export interface Jobs {
  /** Names a kind of job. Called by rooms when they register. */
  define<P extends object>(name: string, handler: (payload: P, helpers: JobHelpers) => Promise<void>): void;
  /** Runs a defined job by the clock; `cron` is five fields in UTC, such as '17 3 * * *'. */
  schedule(name: string, cron: string): void;
  /** Adds a job in the transaction of the change that needs it. */
  add(trx: Database, name: string, payload: object, options?: AddJobOptions): Promise<void>;
  /** Prepares the job tables and begins to work. */
  start(): Promise<void>;
  /** Lets running jobs finish, then stops. */
  stop(): Promise<void>;
}

export interface AddJobOptions {
  readonly runAt?: Date;
  /** A later job with the same key replaces the earlier one that has not started. */
  readonly jobKey?: string;
  readonly maxAttempts?: number;
}

/** Makes the job queue. It connects when started. */
export function createJobs(_database: DatabaseConnection, _log: Logger): Jobs {
  throw new Error('not yet');
}
