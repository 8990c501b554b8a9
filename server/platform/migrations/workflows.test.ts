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

test('workflows and requests of the version before keep what they had', async () => {
  await migrateUpTo(database, '0017_properties.sql');
  await rows(`
    insert into status (name, category) values ('Open', 'new'), ('Doing', 'indeterminate'), ('Done', 'done');
    insert into workflow (name, initial_status_id) values ('Support', 1);
    insert into workflow_status (workflow_id, status_id, customer_name, position) values (1, 1, 'Open', 0), (1, 2, 'Doing', 1), (1, 3, 'Done', 2);
    insert into workflow_transition (workflow_id, name, from_status_id, to_status_id, is_shown_to_customers, sets_resolution, position) values
      (1, 'Start', 1, 2, false, null, 0), (1, 'Resolve', 1, 3, false, 'Done', 1), (1, 'Resolve', 2, 3, false, 'Done', 1),
      (1, 'Drop', null, 3, true, 'dropped', 2), (1, 'Resolve', 2, 3, false, 'Fixed', 3);
    insert into account (display_name) values ('Alice');
    insert into project (key, name) values ('SUP', 'Support');
    insert into service_desk (project_id, portal_name) values ((select id from project), 'Support');
    insert into request_type (service_desk_id, name, workflow_id) values (1, 'Question', 1);
    insert into request (service_desk_id, key, request_type_id, status_id, reporter_id, summary, resolution, resolved_at) values
      (1, 'SUP-1', 1, 1, 1, 'One', null, null), (1, 'SUP-2', 1, 3, 1, 'Two', 'DONE', now()),
      (1, 'SUP-3', 1, 3, 1, 'Three', 'Dropped', now()), (1, 'SUP-4', 1, 3, 1, 'Four', 'dropped', now())`);
  expect(await migrate(database.url)).toContain('0018_workflows.sql');

  expect(
    await rows(`select name, is_global, sets_resolution, array_agg(status_id::integer order by status_id) as starts
      from workflow_transition left join workflow_transition_from on transition_id = id
      group by id order by id`),
  ).toEqual([
    { name: 'Start', is_global: false, sets_resolution: null, starts: [1] },
    { name: 'Resolve', is_global: false, sets_resolution: 'Done', starts: [1, 2] },
    { name: 'Drop', is_global: true, sets_resolution: expect.stringMatching(/^dropped$/i), starts: [null] },
    { name: 'Resolve', is_global: false, sets_resolution: 'Fixed', starts: [2] },
  ]);
  expect(
    await rows(`select key, priority.name as priority, lower(resolution) as resolution
      from request join priority on priority.id = priority_id order by key`),
  ).toEqual([
    { key: 'SUP-1', priority: 'Medium', resolution: null },
    { key: 'SUP-2', priority: 'Medium', resolution: 'done' },
    { key: 'SUP-3', priority: 'Medium', resolution: 'dropped' },
    { key: 'SUP-4', priority: 'Medium', resolution: 'dropped' },
  ]);
  const names = (await rows('select name from resolution order by position')).map(({ name }) => name);
  expect(names.slice(0, 2)).toEqual(['Done', "Won't do"]);
  expect(names).toContain('Fixed');
  expect(new Set(names.map((name) => String(name).toLowerCase())).size).toBe(names.length);
});
