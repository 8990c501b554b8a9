import type { Config } from '../platform/config/config.ts';
import { openDatabaseServer } from './database.ts';
import { createLog } from './log.ts';
import type { Progress } from './progress.ts';
import type { Shutdown } from './shutdown.ts';

/**
 * Brings the database to this version's schema and ends.
 *
 * @returns the exit code
 */
export async function migrateOnly(config: Config, progress: Progress, shutdown: Shutdown): Promise<number> {
  const log = await createLog(config.logLevel);
  await using cleanup = new AsyncDisposableStack();
  await openDatabaseServer({ config, log, progress, shutdown, cleanup });
  progress.say('The database is at this version.');
  return 0;
}
