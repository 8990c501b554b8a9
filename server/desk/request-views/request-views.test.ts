import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockRequest } from '../requests/locked.ts';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

async function viewed(by: TestPerson): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from request_view v join request on request.id = v.request_id
    where v.account_id = ${by.account.id} order by v.viewed_at desc, request.id desc`.execute(
    world.platform.db,
  );
  return rows.map(({ key }) => key);
}

test('what an agent opens is remembered where it is asked for, newest first, and of each request once', async () => {
  const { ask, raise, people } = world;
  const [first, second] = [await raise(), await raise()];
  const open = (by: TestPerson, key: string, query = '?updateHistory=true') =>
    ask(by, 'GET', `/rest/api/3/issue/${key}${query}`);
  await open(people.agent, first.key, '');
  await open(people.agent, first.key, '?updateHistory=false');
  expect(await viewed(people.agent)).toEqual([]);
  await open(people.agent, first.key);
  await open(people.agent, second.key);
  expect(await viewed(people.agent)).toEqual([second.key, first.key]);
  await sql`update request_view set viewed_at = viewed_at - interval '1 hour'`.execute(world.platform.db);
  await open(people.agent, first.key);
  expect(await viewed(people.agent)).toEqual([first.key, second.key]);

  expect((await open(people.otherAgent, first.key)).status).toBe(404);
  expect((await open(people.reporter, first.key)).status).toBe(404);
  expect(await viewed(people.otherAgent)).toEqual([]);
});

test('a hundred are remembered', async () => {
  const { db } = world.platform;
  const { administrator } = world.people;
  const { key } = await world.raise();
  await sql`
    with many as (
      insert into request (service_desk_id, key, request_type_id, status_id, reporter_id, summary)
      select service_desk_id, 'MANY-' || n, request_type_id, status_id, reporter_id, 'Many'
      from request cross join generate_series(1, 105) as n where key = ${key}
      returning id
    )
    insert into request_view (account_id, request_id, viewed_at)
    select ${administrator.account.id}, id, now() - row_number() over (order by id) * interval '1 hour' from many`.execute(
    db,
  );
  await world.ask(administrator, 'GET', `/rest/api/2/issue/${key}?updateHistory=true`);
  const known = await viewed(administrator);
  expect([known.length, known[0], known[1], known[99]]).toEqual([100, key, 'MANY-1', 'MANY-99']);
});

test('nobody who opens a request waits for whoever is changing it', async () => {
  const { db } = world.platform;
  const { id, key } = await world.raise();
  await db.transaction().execute(async (trx) => {
    await lockRequest(trx, id);
    expect(
      (
        await world.ask(
          world.people.agent,
          'GET',
          `/rest/api/3/issue/${key}?updateHistory=true&fields=summary`,
        )
      ).status,
    ).toBe(200);
  });
  expect((await viewed(world.people.agent))[0]).toBe(key);
});
