import type { Logger } from 'pino';
import type { Config } from './config/config.ts';
import type { Sealer } from './crypto/seal.ts';
import type { Database, DatabaseConnection } from './database/database.ts';
import type { EventHub } from './events/hub.ts';
import type { FileStore } from './files/file-store.ts';
import type { Jobs } from './jobs/jobs.ts';

/** What every room stands on. Built once in app.ts (or server/testing.ts) and passed to each room. */
export interface Platform {
  readonly config: Config;
  readonly database: DatabaseConnection;
  readonly db: Database;
  readonly sealer: Sealer;
  readonly files: FileStore;
  readonly events: EventHub;
  readonly jobs: Jobs;
  readonly log: Logger;
}
