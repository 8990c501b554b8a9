import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../database/testing.ts';
import { migrate } from './migrate.ts';
import { migrateUpTo } from './testing.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  return (await database.pool.query(sql)).rows;
}

test('what happened to requests of the version before is known as far as their history tells it', async () => {
  await migrateUpTo(database, '0029_votes.sql');
  const change = (field: string, from: string | null, fromString: string | null) =>
    JSON.stringify([
      { field, fieldId: field, fieldtype: 'jira', from, fromString, to: null, toString: null },
    ]);
  await rows(`
    insert into status (name, category) values ('Open', 'new'), ('Done', 'done');
    insert into workflow (name, initial_status_id) values ('Support', 1);
    insert into account (account_id, display_name) values ('alice', 'Alice'), ('sam', 'Sam');
    insert into project (key, name) values ('SUP', 'Support');
    insert into service_desk (project_id, portal_name) values ((select id from project), 'Support');
    insert into service_desk_agent (service_desk_id, account_id) values (1, 2);
    insert into request_type (service_desk_id, name, workflow_id) values (1, 'Question', 1);
    insert into request (service_desk_id, key, request_type_id, status_id, reporter_id, assignee_id, summary, created_at)
      values (1, 'SUP-1', 1, 2, 1, 2, 'One', '2026-01-01T09:00Z');
    insert into changelog (request_id, author_id, version, items, created_at) values
      (10001, 2, 2, '${change('assignee', null, null)}', '2026-01-01T10:00Z'),
      (10001, 2, 3, '${change('status', '1', 'Open')}', '2026-01-01T11:00Z'),
      (10001, 2, 4, '${change('assignee', 'alice', 'Alice')}', '2026-01-01T12:00Z'),
      (10001, 2, 5, '${change('attachment', null, null)}', '2026-01-01T13:00Z'),
      (10001, 2, 6, '${change('resolution', '1', 'Done')}', '2026-01-01T14:00Z');
    insert into comment (request_id, author_id, body, body_text, is_public, created_at) values
      (10001, 1, '{}', 'By Alice', true, '2026-01-01T11:00Z'), (10001, 2, '{}', 'By Sam', true, '2026-01-01T11:30Z'),
      (10001, 2, '{}', 'A note', false, '2026-01-01T11:40Z');
    insert into approval (request_id, status_id, name, outcome, created_at, completed_at) values
      (10001, 1, 'Waiting', 'approved', '2026-01-01T10:00Z', '2026-01-01T11:00Z')`);
  expect(await migrate(database.url)).toContain('0030_sla.sql');
  const moments = await rows(
    `select to_char(at at time zone 'UTC', 'HH24:MI') as at, kind, detail from request_moment order by id`,
  );
  const resolved = { resolution: 'Done', resolved_at: '2026-01-01T14:00:00+00:00' };
  expect(moments.map(({ at, kind, detail }) => [at, kind, detail])).toEqual([
    ['10:00', 'changed', { assignee_id: null }],
    ['10:00', 'approval-asked', {}],
    ['11:00', 'comment', { byAgent: false }],
    ['11:00', 'approval-answered', { outcome: 'approved' }],
    ['11:00', 'changed', { status_id: 1 }],
    ['11:30', 'comment', { byAgent: true }],
    ['12:00', 'changed', { assignee_id: 1 }],
    ['14:00', 'changed', { ...resolved, resolved_at: expect.stringMatching(/^2026-01-01T14:00:00/) }],
  ]);
});
