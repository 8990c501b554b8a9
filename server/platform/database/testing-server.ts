import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import type { TestProject } from 'vitest/node';
import { migrate } from '../migrations/migrate.ts';
import { startEmbeddedPostgres } from '../postgres/embedded-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** a PostgreSQL server with a migrated database named template_portico */
    postgresUrl: string;
  }
}

/** Starts one PostgreSQL server for the whole test run: the embedded one, with what makes it durable left out. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-test-'));
  // For root, whose PostgreSQL runs as another user.
  await chmod(folder, 0o711);
  const server = await startEmbeddedPostgres({
    dataFolder: folder,
    maxConnections: 300,
    log: pino({ level: 'error' }),
    onLost(error) {
      throw error;
    },
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      // Its workers are the superuser's, and whoever is not cannot drop a database that one of them is in.
      autovacuum: 'off',
    },
  });
  const killServer = () => server.kill();
  process.once('exit', killServer);

  // Tests work as Portico does, as a role without special rights; only that it may make their databases.
  const superuser = new pg.Client(server.superuserUrl);
  await superuser.connect();
  await superuser.query('alter role portico createdb');
  await superuser.query('create database template_portico owner portico');
  await superuser.end();
  const url = new URL(server.url);
  url.pathname = '/template_portico';
  await migrate(url.href);
  url.pathname = '/postgres';
  project.provide('postgresUrl', url.href);

  return async () => {
    process.off('exit', killServer);
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
