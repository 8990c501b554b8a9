import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { connectDatabase, type DatabaseConnection } from './database.ts';

/** A database of a test's own. */
export interface TestDatabase extends DatabaseConnection {
  /** Closes all connections and drops the database. */
  drop(): Promise<void>;
}

/** Makes a fresh, migrated, empty database from the template of this test run. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer((client) => client.query(`create database ${name} template template_portico`));
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  const connection = connectDatabase(url.href);
  return {
    ...connection,
    async drop() {
      await connection.close();
      await onServer((client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(inject('postgresUrl'));
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
