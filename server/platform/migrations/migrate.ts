import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { migrateJobs } from '../jobs/jobs.ts';

const folder = new URL('.', import.meta.url);

/** One constant for every Portico process, so that two starting at once take turns. */
const advisoryLockKey = 7_016_721;

/** The database was migrated by a newer Portico than this one. */
export class NewerSchemaError extends Error {
  constructor(unknown: readonly string[]) {
    super(
      `The database was migrated by a newer Portico (it has ${unknown.join(', ')}, which this version does not know). ` +
        'Start that newer version, or restore a backup made before the upgrade.',
    );
    this.name = 'NewerSchemaError';
  }
}

/** Names of all migrations of this version, in order. */
export async function listMigrations(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /^\d{4}_.+\.sql$/.test(name)).sort();
}

/**
 * Brings the database at `url` to this version's schema: plain SQL files in order, each in a transaction of its own,
 * under an advisory lock; then the tables of the job queue, which brings migrations of its own. Safe to call from several processes at once; a second call does nothing.
 *
 * @returns the names of the migrations that were applied now
 * @throws NewerSchemaError when the database has migrations that this version does not know
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'portico-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLockKey]);
    await client.query('create schema if not exists portico');
    await client.query('set search_path = portico');
    await client.query(
      'create table if not exists schema_migration (name text primary key, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string }>('select name from schema_migration');
    const applied = new Set(rows.map((row) => row.name));
    const known = await listMigrations();
    const unknown = [...applied].filter((name) => !known.includes(name)).sort();
    if (unknown.length > 0) throw new NewerSchemaError(unknown);

    const pending = known.filter((name) => !applied.has(name));
    for (const name of pending) await applyMigration(client, name);
    await migrateJobs(url);
    return pending;
  } finally {
    // Ending the connection also gives the advisory lock back.
    await client.end();
  }
}

async function applyMigration(client: pg.Client, name: string): Promise<void> {
  const sql = await readFile(new URL(name, folder), 'utf8');
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into schema_migration (name) values ($1)', [name]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}
