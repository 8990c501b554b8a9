import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import type { Config } from '../platform/config/config.ts';
import { migrate } from '../platform/migrations/migrate.ts';
import { startEmbeddedPostgres } from '../platform/postgres/embedded-postgres.ts';
import { codeOf, Failure } from './failure.ts';
import type { Progress } from './progress.ts';
import type { Shutdown } from './shutdown.ts';

/** Connections beside those for requests: jobs, the event stream, migrations. */
const backgroundConnections = 8;

/** How long to wait for a database server that does not answer yet, in milliseconds. */
const patienceMs = 30_000;

/** The oldest major version that Portico works with. */
const oldestVersion = 15;

export interface DatabaseServerOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly progress: Progress;
  readonly shutdown: Shutdown;
  /** what has to be undone, last first */
  readonly cleanup: AsyncDisposableStack;
}

/**
 * Brings up the database: the embedded server, or waits for the one that DATABASE_URL names; then migrates it.
 *
 * @returns its address
 * @throws Failure saying what to do
 */
export async function openDatabaseServer(options: DatabaseServerOptions): Promise<string> {
  const { config, progress } = options;
  const url = config.databaseUrl ?? (await startEmbedded(options));
  if (config.databaseUrl) await waitForServer(config.databaseUrl, options);
  const applied = await progress.step('Migrating the database', () => migrate(url));
  options.log.debug({ applied }, 'Migrated');
  return url;
}

function startEmbedded({ config, log, progress, shutdown, cleanup }: DatabaseServerOptions): Promise<string> {
  return progress.step('Starting PostgreSQL', async (note) => {
    const server = await startEmbeddedPostgres({
      dataFolder: config.dataFolder,
      maxConnections: config.databaseMaxConnections + backgroundConnections,
      log,
      signal: shutdown.signal,
      onProgress: note,
      onLost(error) {
        progress.say(`${error.message}\nPortico ends, because it cannot work without its database.`);
        shutdown.request(1);
      },
    });
    cleanup.defer(() => server.stop());
    shutdown.onForce(() => server.kill());
    return server.url;
  });
}

async function waitForServer(url: string, { progress, shutdown }: DatabaseServerOptions): Promise<void> {
  const deadline = Date.now() + patienceMs;
  await progress.step('Connecting to the database', async (note) => {
    for (let isFirst = true; ; isFirst = false) {
      shutdown.signal.throwIfAborted();
      try {
        return await requireVersion(url);
      } catch (error) {
        if (!mayPass(error) || Date.now() > deadline) throw explain(error, url);
        if (isFirst) note('waiting for it');
        await sleep(500);
      }
    }
  });
}

async function requireVersion(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ version: number }>(
      "select current_setting('server_version_num')::integer / 10000 as version",
    );
    const version = rows[0]?.version ?? 0;
    if (version < oldestVersion) {
      throw new Failure(
        `DATABASE_URL names a PostgreSQL ${version} server; Portico needs PostgreSQL ${oldestVersion} or newer.`,
      );
    }
  } finally {
    await client.end();
  }
}

/** Not there yet, or starting: what time may mend. */
function mayPass(error: unknown): boolean {
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ECONNRESET', '57P03', '53300'].includes(
    codeOf(error) ?? '',
  );
}

function explain(error: unknown, url: string): unknown {
  if (error instanceof Failure) return error;
  const { hostname, port, pathname, username } = new URL(url);
  const where = `${hostname || 'localhost'}:${port || 5432}`;
  const reason = error instanceof Error ? error.message || (codeOf(error) ?? error.name) : String(error);
  const said = {
    '28P01': `refused the password of ${decodeURIComponent(username)}`,
    '28000': `does not let ${decodeURIComponent(username)} in (${reason})`,
    '3D000': `has no database ${pathname.slice(1)}; make it with “createdb ${pathname.slice(1)}”`,
  }[codeOf(error) ?? ''];
  return new Failure(
    said
      ? `The PostgreSQL server at ${where} ${said}. Check DATABASE_URL.`
      : `The PostgreSQL server at ${where} cannot be reached: ${reason}. Check DATABASE_URL and that the server runs.`,
    { cause: error },
  );
}
