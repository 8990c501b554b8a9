import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../server/platform/config/read-config.ts';
import { connectDatabase } from '../server/platform/database/database.ts';
import { migrate } from '../server/platform/migrations/migrate.ts';
import { startEmbeddedPostgres } from '../server/platform/postgres/embedded-postgres.ts';
import type { Target } from './load.ts';
import { createSignInWorld } from './sign-in-world.ts';
import { createWorld, type World } from './world.ts';

/** Both servers, each a process of its own, on one database. */
export interface Servers extends AsyncDisposable {
  readonly world: World;
  readonly portico: Target;
  readonly floor: Target;
}

const connectionsPerServer = 10;

/** Starts PostgreSQL in a temporary folder, fills it, and starts both servers on it. Dispose of it at the end. */
export async function startServers(requestCount: number): Promise<Servers> {
  const cleanup = new AsyncDisposableStack();
  try {
    const dataFolder = await mkdtemp(join(tmpdir(), 'portico-bench-'));
    cleanup.defer(() => rm(dataFolder, { recursive: true, force: true }));
    // For root, whose PostgreSQL runs as another user: else its cluster would be kept outside of the folder.
    await chmod(dataFolder, 0o711);
    const postgres = await startEmbeddedPostgres({
      dataFolder,
      maxConnections: 3 * connectionsPerServer,
      log: pino({ level: 'silent' }),
      onLost(error) {
        throw error;
      },
    });
    cleanup.defer(() => postgres.stop());
    await migrate(postgres.url);
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: postgres.url,
      PORTICO_DATA: dataFolder,
      PORTICO_URL: 'http://localhost:8080',
      PORTICO_LOG_LEVEL: 'warn',
      PORTICO_RATE_LIMIT: '1000000',
      // the OpenID provider of the bench listens on this machine
      PORTICO_ALLOW_PRIVATE_PROVIDERS: 'true',
      PORTICO_DATABASE_CONNECTIONS: String(connectionsPerServer),
    };
    const config = readConfig(env);
    const database = connectDatabase(postgres.url, { statementTimeoutMs: 600_000 });
    cleanup.defer(() => database.close());
    const { server, ...signIn } = await createSignInWorld(database.db, config, dataFolder);
    cleanup.defer(() => void server.close());
    const world = await createWorld(database.db, config, requestCount, signIn);

    const headers = { cookie: world.cookie, origin: config.url.origin };
    const start = async (name: string): Promise<Target> => {
      const child = fork(new URL('server-process.ts', import.meta.url), [name, JSON.stringify(signIn)], {
        env,
      });
      cleanup.defer(() => stop(child));
      const [port] = await Promise.race([
        once(child, 'message'),
        once(child, 'exit').then(([code]) => {
          throw new Error(`The server of ${name} ended with exit code ${code}`);
        }),
      ]);
      return { url: `http://127.0.0.1:${port}`, headers };
    };
    const portico = await start('portico');
    const floor = await start('floor');
    return { world, portico, floor, [Symbol.asyncDispose]: () => cleanup.disposeAsync() };
  } catch (error) {
    await cleanup.disposeAsync();
    throw error;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}
