import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from './testing.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

async function statusOf(helper: TestPerson, customer: TestPerson): Promise<number> {
  const { status } = await world.ask(
    helper,
    'GET',
    `/rest/portico/1/account/${customer.account.accountId}/second-factor`,
  );
  return status;
}

test('F06: an agent helps customers of the desk to sign in, and nobody else’s', async () => {
  const { agent, otherAgent, administrator, reporter, customerOfB, manager } = world.people;
  expect(await statusOf(agent, reporter)).toBe(200);
  expect(await statusOf(agent, customerOfB)).toBe(404);
  expect(await statusOf(otherAgent, reporter)).toBe(404);
  expect(await statusOf(administrator, customerOfB)).toBe(200);
  expect(await statusOf(agent, otherAgent)).toBe(403);
  expect(await statusOf(manager, reporter)).toBe(403);
  const reset = await world.ask(
    otherAgent,
    'POST',
    `/rest/portico/1/account/${reporter.account.accountId}/second-factor/reset`,
  );
  expect(reset.status).toBe(404);
});

test('F06: that a desk is open makes nobody its customer, until they have raised a request there', async () => {
  const { db } = world.platform;
  const open = await world.platform.db
    .updateTable('service_desk')
    .set({ access: 'open' })
    .where('id', '=', world.desk.id)
    .returning('id')
    .executeTakeFirstOrThrow();
  const { agent } = world.people;
  const stranger = await world.person({ displayName: 'Stella Stranger' });
  expect(await statusOf(agent, stranger)).toBe(404);
  await world.raise({ by: stranger });
  expect(await statusOf(agent, stranger)).toBe(200);
  await db.updateTable('service_desk').set({ access: 'restricted' }).where('id', '=', open.id).execute();
});
