import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from './config/config.ts';
import { createSealer, type Sealer } from './crypto/seal.ts';
import type { Database, DatabaseConnection } from './database/database.ts';
import { createEventHub, type EventHub } from './events/hub.ts';
import { createDiskFileStore } from './files/disk-file-store.ts';
import type { FileStore } from './files/file-store.ts';
import { guardLog } from './http/log-guard.ts';
import { createJobs, type Jobs } from './jobs/jobs.ts';
import { createMail, type Mail } from './mail/mail.ts';

/** What every room stands on. Built once in app.ts (or server/testing.ts) and passed to each room. */
export interface Platform {
  readonly config: Config;
  readonly database: DatabaseConnection;
  readonly db: Database;
  readonly sealer: Sealer;
  readonly files: FileStore;
  readonly events: EventHub;
  readonly jobs: Jobs;
  readonly mail: Mail;
  readonly log: Logger;
}

/** Makes the platform. Nothing connects, and nothing is written to disk, before it is used. */
export function createPlatform(config: Config, database: DatabaseConnection, log: Logger): Platform {
  const guarded = guardLog(log);
  const { db } = database;
  const sealer = createSealer(config.sealingKeys);
  const jobs = createJobs(database, guarded);
  return {
    config,
    database,
    db,
    sealer,
    files: createDiskFileStore(join(config.dataFolder, 'files')),
    events: createEventHub(database, guarded),
    jobs,
    mail: createMail({ config, db, sealer, jobs, log: guarded }),
    log: guarded,
  };
}
