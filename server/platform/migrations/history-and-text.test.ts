import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../database/testing.ts';
import { listMigrations, migrate } from './migrate.ts';

test('history and texts from before can be searched', async () => {
  const database = await createTestDatabase();
  const rows = async (sql: string) => (await database.pool.query(sql)).rows;
  const client = await database.pool.connect();
  await client.query('drop schema portico cascade; create schema portico; set search_path = portico');
  await client.query(
    'create table schema_migration (name text primary key, applied_at timestamptz not null default now())',
  );
  for (const name of await listMigrations()) {
    if (name > '0024') break;
    await client.query(await readFile(new URL(name, import.meta.url), 'utf8'));
    await client.query('insert into schema_migration (name) values ($1)', [name]);
  }
  const item = (from: string, to: string) =>
    JSON.stringify([
      { field: 'status', fieldId: 'status', from, fromString: `Was ${from}`, to, toString: `Was ${to}` },
    ]);
  await client.query(`
    insert into status (name, category) values ('Open', 'new'), ('Done', 'done');
    insert into workflow (name, initial_status_id) values ('Support', 1);
    insert into account (display_name) values ('Alice'), ('Anna');
    insert into project (key, name) values ('SUP', 'Support');
    insert into service_desk (project_id, portal_name) values ((select id from project), 'Support');
    insert into request_type (service_desk_id, name, workflow_id) values (1, 'Question', 1);
    insert into field (name, type) values ('Serial', 'text');
    insert into request (service_desk_id, key, request_type_id, status_id, reporter_id, summary, description_text, created_at, custom_fields)
      select 1, 'SUP-1', 1, 1, 1, 'Printers', 'burning', '2026-01-01Z', jsonb_build_object(max(id)::text, 'X99 b')
      from field where name = 'Serial';
    insert into comment (request_id, author_id, body, body_text, is_public)
      select id, 2, '{}', 'since noon', false from request;
    insert into changelog (request_id, author_id, version, items, created_at)
      select id, 2, 2, '${item('1', '2')}'::jsonb, '2026-01-02Z'::timestamptz from request union all
      select id, null, 3, '${item('2', '1')}'::jsonb, '2026-01-03Z' from request`);
  client.release();
  await migrate(database.url);

  expect(
    await rows(`select from_value, from_at, from_by, to_value, author_id, at from change_item order by id`),
  ).toEqual([
    {
      from_value: '1',
      from_at: new Date('2026-01-01Z'),
      from_by: '1',
      to_value: '2',
      author_id: '2',
      at: new Date('2026-01-02Z'),
    },
    {
      from_value: '2',
      from_at: new Date('2026-01-02Z'),
      from_by: '2',
      to_value: '1',
      author_id: null,
      at: new Date('2026-01-03Z'),
    },
  ]);
  expect(await rows(`select value, name from former_name where field = 'status' order by value`)).toEqual([
    { value: '1', name: 'Was 1' },
    { value: '2', name: 'Was 2' },
  ]);
  expect(await rows(`select source, is_public, words::text from request_text order by source`)).toEqual([
    { source: 'comment', is_public: false, words: expect.stringContaining("'noon':2") },
    { source: 'description', is_public: true, words: expect.stringContaining("'burn' 'burning':1") },
    { source: 'field', is_public: false, words: expect.stringContaining("'x99':1") },
    { source: 'summary', is_public: true, words: expect.stringContaining("'printers':1 'sup-1'") },
  ]);
  expect(await rows('select count(*)::integer as many from text_news')).toEqual([{ many: 4 }]);
  await database.drop();
});
