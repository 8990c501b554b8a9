import { readFile } from 'node:fs/promises';
import type { TestDatabase } from '../database/testing.ts';
import { listMigrations } from './migrate.ts';

/** Leaves the database with the schema of the version that had this migration as its last. */
export async function migrateUpTo(database: TestDatabase, last: string): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query('drop schema portico cascade');
    await client.query('create schema portico');
    await client.query('set search_path = portico');
    await client.query(
      'create table schema_migration (name text primary key, applied_at timestamptz not null default now())',
    );
    for (const name of await listMigrations()) {
      if (name > last) break;
      await client.query(await readFile(new URL(name, import.meta.url), 'utf8'));
      await client.query('insert into schema_migration (name) values ($1)', [name]);
    }
  } finally {
    client.release();
  }
}
