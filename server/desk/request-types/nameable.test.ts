import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

interface Answer {
  readonly values: readonly { readonly displayName?: string; readonly name?: string }[];
}

async function found(who: TestPerson | null, what: 'person' | 'organization', query?: string) {
  const words = query === undefined ? '' : `?query=${encodeURIComponent(query)}`;
  const url = `/rest/portico/1/service-desk/${world.desk.id}/nameable-${what}${words}`;
  const answer = await world.ask<Answer>(who, 'GET', url);
  return { ...answer, names: answer.body.values?.map(({ displayName, name }) => displayName ?? name) };
}

test('a customer finds themselves first, their colleagues, and agents of the desk; nobody else, and no addresses', async () => {
  const { reporter } = world.people;
  const { names, text } = await found(reporter, 'person');
  expect(names).toEqual(['Alice Reporter', 'Anna Agent', 'Max Member', 'Mona Manager']);
  expect(text).not.toContain('@');
});

test('people are found by parts of their names, whose signs mean themselves', async () => {
  const { reporter } = world.people;
  expect((await found(reporter, 'person', 'MEMB')).names).toEqual(['Max Member']);
  expect((await found(reporter, 'person', 'Globex')).names).toEqual([]);
  expect((await found(reporter, 'person', '%')).names).toEqual([]);
  // an address cannot be guessed at
  expect((await found(reporter, 'person', 'max@acme')).names).toEqual([]);
});

test('an agent finds everybody who is active, by address too, and reads the addresses', async () => {
  const { agent } = world.people;
  const { names, body } = await found(agent, 'person', 'globex.example');
  expect(names).toEqual(['Bob Globex', 'Gus Globex']);
  expect(body.values[0]).toMatchObject({ emailAddress: 'bob@globex.example' });
  const gone = await world.person({ displayName: 'Gone Customer' });
  expect((await found(agent, 'person', 'gone')).names).toEqual(['Gone Customer']);
  await world.platform.db
    .updateTable('account')
    .set({ is_active: false })
    .where('id', '=', gone.account.id)
    .execute();
  expect((await found(agent, 'person', 'gone')).names).toEqual([]);
});

test('a customer finds their own organizations, an agent every one', async () => {
  expect((await found(world.people.reporter, 'organization')).names).toEqual(['Acme']);
  expect((await found(world.people.reporter, 'organization', 'glob')).names).toEqual([]);
  expect((await found(world.people.agent, 'organization')).names).toEqual(['Acme', 'Globex']);
  expect((await found(world.people.agent, 'organization', 'glob')).names).toEqual(['Globex']);
});

test('strangers and customers of other desks find nobody', async () => {
  for (const what of ['person', 'organization'] as const) {
    expect((await found(null, what)).status).toBe(401);
    expect((await found(world.people.customerOfB, what)).status).toBe(404);
  }
});
