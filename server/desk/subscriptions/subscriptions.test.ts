import { afterAll, beforeAll, expect, test } from 'vitest';
import { addParticipants } from '../participants/change-participants.ts';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

const path = (key: string) => `/rest/servicedeskapi/request/${key}/notification`;

async function hears(who: TestPerson, key: string): Promise<boolean> {
  const { body } = await world.ask<{ subscribed: boolean }>(who, 'GET', path(key));
  return body.subscribed;
}

test('the reporter and participants hear of a request until they say otherwise; others from when they say so', async () => {
  const { ask, people, raise, platform } = world;
  const { key, id } = await raise();
  await platform.db.transaction().execute((trx) =>
    addParticipants(trx, {
      requestId: id,
      actor: { accountId: people.agent.account.id, isAgent: true },
      accountIds: [people.member.account.id],
    }),
  );
  const { reporter, member, manager, agent } = people;
  expect(await Promise.all([reporter, member, manager, agent].map((who) => hears(who, key)))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  for (const who of [reporter, member]) expect((await ask(who, 'DELETE', path(key))).status).toBe(204);
  // As clients of Jira send it: they say that it is JSON, and send nothing.
  const json = { 'content-type': 'application/json' };
  expect((await ask(manager, 'PUT', path(key), undefined, json)).status).toBe(204);
  expect((await ask(manager, 'PUT', path(key))).status).toBe(204);
  expect(await Promise.all([reporter, member, manager, agent].map((who) => hears(who, key)))).toEqual([
    false,
    false,
    true,
    false,
  ]);
  await ask(reporter, 'PUT', path(key));
  expect(await hears(reporter, key)).toBe(true);
});
