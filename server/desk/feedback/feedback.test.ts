import { afterAll, beforeAll, expect, test } from 'vitest';
import { addParticipants } from '../participants/change-participants.ts';
import { createDeskWorld, type DeskWorld } from '../testing.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

const path = (key: string) => `/rest/servicedeskapi/request/${key}/feedback`;

async function resolved(): Promise<{ id: string; key: string }> {
  const request = await world.raise();
  const url = `/rest/api/3/issue/${request.key}/transitions`;
  const { body } = await world.ask<{ transitions: { id: string; name: string }[] }>(
    world.people.agent,
    'GET',
    url,
  );
  const id = body.transitions.find(({ name }) => name === 'Resolve')?.id;
  const moved = await world.ask(world.people.agent, 'POST', url, { transition: { id } });
  expect(moved.status, moved.text).toBe(204);
  return request;
}

test('the reporter rates a resolved request, which agents and its other customers read', async () => {
  const { ask, people } = world;
  const { key } = await resolved();
  const given = await ask(people.reporter, 'POST', path(key), {
    type: 'csat',
    rating: 4,
    comment: { body: '  Quick,\r\nand friendly. ' },
  });
  expect(given).toMatchObject({
    status: 201,
    body: { type: 'csat', rating: 4, comment: { body: 'Quick,\nand friendly.' } },
  });
  for (const who of [people.reporter, people.manager, people.agent]) {
    expect(await ask(who, 'GET', path(key))).toMatchObject({ status: 200, body: { rating: 4 } });
  }
});

test('nobody else rates it, and nobody before it is resolved', async () => {
  const { ask, people, raise, platform } = world;
  const { key, id } = await resolved();
  await platform.db.transaction().execute((trx) =>
    addParticipants(trx, {
      requestId: id,
      actor: { accountId: people.agent.account.id, isAgent: true },
      accountIds: [people.member.account.id],
    }),
  );
  for (const who of [people.member, people.manager, people.agent, people.administrator]) {
    expect((await ask(who, 'POST', path(key), { rating: 1 })).status).toBe(403);
  }
  const open = await raise();
  expect(await ask(people.reporter, 'POST', path(open.key), { rating: 5 })).toMatchObject({
    status: 409,
    body: { errorMessages: [expect.stringContaining('is not resolved yet')] },
  });
});

test('a request says whether there is feedback on it, so that nobody need ask in vain', async () => {
  const { ask, people } = world;
  const { key } = await resolved();
  const said = async () => [
    await ask(people.reporter, 'GET', `/rest/servicedeskapi/request/${key}`),
    await ask(people.agent, 'GET', `/rest/api/3/issue/${key}`),
    await ask(people.agent, 'GET', `/rest/api/2/issue/${key}?fields=summary`),
  ];
  for (const hasFeedback of [false, true, false]) {
    if (hasFeedback) await ask(people.reporter, 'POST', path(key), { rating: 3 });
    else await ask(people.reporter, 'DELETE', path(key));
    for (const { body } of await said()) expect(body).toMatchObject({ _portico: { hasFeedback } });
  }
});

test('feedback that is given again takes the place of the first, and can be taken back', async () => {
  const { ask, people, platform } = world;
  const { key, id } = await resolved();
  await ask(people.reporter, 'POST', path(key), { rating: 2, comment: { body: 'Slow' } });
  await ask(people.reporter, 'POST', path(key), { rating: 5 });
  expect((await ask(people.agent, 'GET', path(key))).body).toMatchObject({
    rating: 5,
    comment: { body: '' },
  });
  expect((await ask(people.manager, 'DELETE', path(key))).status).toBe(403);
  expect((await ask(people.reporter, 'DELETE', path(key))).status).toBe(204);
  expect((await ask(people.reporter, 'DELETE', path(key))).status).toBe(404);
  expect((await ask(people.agent, 'GET', path(key))).status).toBe(404);
  const events = await platform.db
    .selectFrom('event')
    .select('kind')
    .where((eb) => eb(eb.val(`request:${id}`), '=', eb.fn.any('topics')))
    .where('kind', '=', 'request.changed')
    .execute();
  expect(events).toHaveLength(3);
});

test.each([
  [{ rating: 0 }, 'rating'],
  [{ rating: 6 }, 'rating'],
  [{ rating: 2.5 }, 'rating'],
  [{ rating: 3, comment: { body: 'x'.repeat(5_001) } }, 'comment'],
])('feedback like %j is refused by name', async (feedback, field) => {
  const { key } = await resolved();
  const answer = await world.ask<{ errors: object }>(world.people.reporter, 'POST', path(key), feedback);
  expect(answer.status).toBe(400);
  expect(Object.keys(answer.body.errors)).toEqual([field]);
});
