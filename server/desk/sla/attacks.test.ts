import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCalendar, deleteCalendar } from '../calendars/change-calendar.ts';
import { createDeskWorld, type DeskWorld } from '../testing.ts';
import { findPast } from './evaluate.ts';
import { isPassing, keepSlas } from './keeper.ts';
import { tellDue } from './tell-due.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

test.each([
  ['57014', false],
  ['54001', false],
  ['54000', false],
  ['08P01', false],
  ['22P02', false],
  ['42703', false],
  ['53200', false],
  ['23514', false],
  ['23503', true],
  ['40P01', true],
  ['40001', true],
  ['55P03', true],
  ['57P01', true],
  ['08006', true],
  ['53300', true],
  ['ECONNREFUSED', true],
])('%s is gone the next time: %s', (code, expected) => {
  expect(isPassing(Object.assign(new Error('no'), { code }))).toBe(expected);
});

test('very many large queries are asked of a request', async () => {
  const { id } = await world.raise();
  const queries = Array.from({ length: 90 }, (_, at) =>
    Array.from({ length: 490 }, (_each, index) => `assignee = a${at}x${index}`).join(' or '),
  );
  const columns = { custom_fields: {} };
  const answers = await findPast(
    world.platform.db,
    [...queries, `key = 1 or id = ${id}`],
    [{ requestId: id, columns }],
  );
  expect([...answers.values()].filter((each) => each.size > 0)).toHaveLength(1);
}, 30_000);

test('goals tell their writer nothing of other desks', async () => {
  const { people, desk, otherDesk, platform } = world;
  await platform.db
    .updateTable('service_desk_agent')
    .set({ is_administrator: true })
    .where('account_id', '=', people.agent.account.id)
    .execute();
  const field = await world.ask<{ id: string }>(people.administrator, 'POST', '/rest/portico/1/field', {
    type: 'text',
    name: 'Merger codename',
    description: '',
    settings: {},
    contexts: [{ name: 'All', isGlobal: true, serviceDeskIds: [], options: [] }],
  });
  // It is the other desk's alone.
  await sql`update field_context set is_global = false where field_id = (select id from field where name = 'Merger codename')`.execute(
    platform.db,
  );
  const problemOf = async (jql: string) => {
    const answer = await world.ask<{ errors: Record<string, string> }>(
      people.agent,
      'POST',
      `/rest/portico/1/service-desk/${desk.id}/sla-preview`,
      {
        name: 'Probe',
        starts: [{ kind: 'created' }],
        stops: [{ kind: 'resolution-set' }],
        pauses: [],
        goals: [
          { jql, minutes: 60, calendarId: null },
          { jql: '', minutes: 60, calendarId: null },
        ],
        warnMinutes: [],
      },
    );
    return answer.body.errors?.['goals.0.jql'] ?? `${answer.status} ${answer.text.slice(0, 200)}`;
  };
  const like = async (there: string, absent: string) =>
    expect((await problemOf(there)).replaceAll(/Merger codename|OTHER|Nothing whatever/gi, '…')).toBe(
      (await problemOf(absent)).replaceAll(/Merger codenam\w+|NOTHING|Nothing whatever/gi, '…'),
    );
  await like('project = OTHER', 'project = NOTHING');
  expect(await problemOf('project = OTHER')).toContain('does not exist');
  expect(field.status, field.text).toBe(201);
  expect(await problemOf('"Merger codename" ~ x')).toContain('does not exist');
  expect(await problemOf('"Merger codenam" ~ x')).not.toContain('Merger codename');
  // The service levels of other desks are none that a clock could depend on.
  await platform.db
    .updateTable('sla_metric')
    .set({ name: 'Time to merge' })
    .where('service_desk_id', '=', otherDesk.id)
    .where('position', '=', 0)
    .execute();
  expect(await problemOf('"Time to merge" = breached()')).toContain('does not exist');
  expect(await problemOf('"Time to resolution" = breached()')).toContain('is a service level');
  // What is no secret can be asked.
  expect(await problemOf('project = NORTH and status = Open')).not.toContain('project');
});

test('a calendar that is deleted while a goal is given it is told of in words', async () => {
  const { people, desk, platform } = world;
  const { db } = platform;
  const nobody = { accountId: null, name: null, address: null };
  const times = { timeZone: 'UTC', hours: { monday: [{ start: '09:00', end: '17:00' }] }, holidays: [] };
  const calendarId = await db
    .transaction()
    .execute((trx) => addCalendar(trx, desk.id, { name: 'Short-lived', ...times }, nobody));
  const { promise: committed, resolve: commit } = Promise.withResolvers<void>();
  const { promise: deleted, resolve: tellDeleted } = Promise.withResolvers<void>();
  const deleting = db.transaction().execute(async (trx) => {
    await deleteCalendar(trx, desk.id, calendarId, nobody);
    tellDeleted();
    await committed;
  });
  await deleted;
  const adding = world.ask<{ errors: Record<string, string> }>(
    people.administrator,
    'POST',
    `/rest/portico/1/service-desk/${desk.id}/sla`,
    {
      name: 'By a calendar',
      starts: [{ kind: 'created' }],
      stops: [{ kind: 'resolution-set' }],
      pauses: [],
      goals: [{ jql: '', minutes: 60, calendarId }],
      warnMinutes: [],
    },
  );
  await expect
    .poll(async () => {
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
      return rows[0]?.count;
    })
    .toBeGreaterThan(0);
  commit();
  await deleting;
  const { status, body, text } = await adding;
  expect(status, text).toBe(400);
  expect(body.errors['goals.0.calendarId']).toContain('no such calendar');
});

test('a request that was changed very often is asked how it was each time', async () => {
  const { id } = await world.raise();
  const states = Array.from({ length: 4_500 }, (_, at) => ({
    requestId: id,
    columns: { priority_id: 1 + (at % 3), custom_fields: {} },
  }));
  const answers = await findPast(world.platform.db, ['priority = 1', 'priority = 9999'], states);
  expect([...answers.values()].map((found) => found.size)).toEqual([1_500, 0]);
});

test('what nothing is measured of any more is not told of for ever', async () => {
  const { db } = world.platform;
  const { id } = await world.raise();
  await keepSlas(db);
  await sql`update request set service_desk_id = ${world.otherDesk.id}, key = 'OTHER-99' where id = ${id}`.execute(
    db,
  );
  await sql`update sla_cycle set tell_at = now() - interval '1 minute' where request_id = ${id}`.execute(db);
  await sql`delete from sla_stale`.execute(db);
  let rounds = 0;
  while (rounds < 5 && (await tellDue(db))) rounds += 1;
  expect(rounds).toBeLessThan(5);
});
