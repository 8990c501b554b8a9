import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { connectDatabase, type Database } from '../../server/platform/database/database.ts';
import { migrate } from '../../server/platform/migrations/migrate.ts';
import { startEmbeddedPostgres } from '../../server/platform/postgres/embedded-postgres.ts';

/** A migrated database of its own in a temporary folder, with the settings of the embedded PostgreSQL. Dispose of it at the end. */
export async function startQueryDatabase(): Promise<
  AsyncDisposable & { readonly db: Database; readonly url: string }
> {
  const cleanup = new AsyncDisposableStack();
  try {
    const dataFolder = await mkdtemp(join(tmpdir(), 'portico-bench-'));
    cleanup.defer(() => rm(dataFolder, { recursive: true, force: true }));
    // For root, whose PostgreSQL runs as another user: else its cluster would be kept outside of the folder.
    await chmod(dataFolder, 0o711);
    const postgres = await startEmbeddedPostgres({
      dataFolder,
      maxConnections: 20,
      log: pino({ level: 'silent' }),
      onLost(error) {
        throw error;
      },
    });
    cleanup.defer(() => postgres.stop());
    await migrate(postgres.url);
    const database = connectDatabase(postgres.url, { statementTimeoutMs: 1_800_000 });
    cleanup.defer(() => database.close());
    return { db: database.db, url: postgres.url, [Symbol.asyncDispose]: () => cleanup.disposeAsync() };
  } catch (error) {
    await cleanup.disposeAsync();
    throw error;
  }
}
