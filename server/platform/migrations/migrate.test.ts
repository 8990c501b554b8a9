import type pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { listMigrations, migrate, NewerSchemaError } from './migrate.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

async function run(sql: string): Promise<pg.QueryResult> {
  return database.pool.query(sql);
}

test('several processes may migrate an empty database at once, and each migration is applied once', async () => {
  await run('drop schema portico cascade');
  const applied = await Promise.all([migrate(database.url), migrate(database.url), migrate(database.url)]);
  const all = await listMigrations();
  expect(applied.flat().sort()).toEqual(all);
  const { rows } = await run('select name from portico.schema_migration order by name');
  expect(rows.map((row) => row.name)).toEqual(all);
});

test('a database at this version is left as it is', async () => {
  expect(await migrate(database.url)).toEqual([]);
});

test('a database migrated by a newer Portico is refused and not touched', async () => {
  await run("insert into portico.schema_migration (name) values ('9999_from_the_future.sql')");
  await expect(migrate(database.url)).rejects.toThrow(NewerSchemaError);
  await expect(migrate(database.url)).rejects.toThrow('9999_from_the_future.sql');
});

test('the audit log refuses changes to what it holds', async () => {
  await run("insert into audit_event (action, object_type) values ('test.done', 'test')");
  await expect(run("update audit_event set action = 'test.undone'")).rejects.toThrow('append-only');
});
