import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld } from '../testing.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

const path = '/rest/servicedeskapi/customer';

test('an agent makes an account for a customer, which is in the audit log', async () => {
  const { ask, people, platform } = world;
  const made = await ask<{ accountId: string }>(people.agent, 'POST', path, {
    email: 'Nora@New.example',
    displayName: 'Nora New',
  });
  expect(made).toMatchObject({
    status: 201,
    body: { emailAddress: 'nora@new.example', displayName: 'Nora New', active: true },
  });
  const event = await platform.db
    .selectFrom('audit_event')
    .select(['actor_name', 'action', 'after'])
    .where('object_id', '=', made.body.accountId)
    .executeTakeFirstOrThrow();
  expect(event).toMatchObject({
    actor_name: 'Anna Agent',
    action: 'account.created',
    after: { email: 'nora@new.example', isAdministrator: false },
  });
});

test('a customer of a service desk can have requests raised for them there, by its agents alone', async () => {
  const { ask, people, desk, platform } = world;
  const ofDesk = { email: 'dora@new.example', fullName: 'Dora Desk', _portico: { serviceDeskId: desk.id } };
  expect((await ask(people.otherAgent, 'POST', path, ofDesk)).status).toBe(404);
  expect((await ask(people.agent, 'POST', path, ofDesk)).status).toBe(201);
  const row = await platform.db
    .selectFrom('service_desk_customer as customer')
    .innerJoin('account', 'account.id', 'customer.account_id')
    .select(['account.display_name', 'customer.service_desk_id'])
    .where('account.email', '=', 'dora@new.example')
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ display_name: 'Dora Desk', service_desk_id: desk.id });
});

test('an e-mail address that has an account, and one that is none, are refused by name', async () => {
  const { ask, people } = world;
  const taken = { email: 'alice@acme.example', displayName: 'Alice' };
  const words = { errors: { email: 'alice@acme.example already has an account.' } };
  expect(await ask(people.agent, 'POST', path, taken)).toMatchObject({ status: 400, body: words });
  expect(await ask(people.agent, 'POST', `${path}?strictConflictStatusCode=true`, taken)).toMatchObject({
    status: 409,
    body: words,
  });
  expect(await ask(people.agent, 'POST', path, { email: 'nobody' })).toMatchObject({
    status: 400,
    body: { errors: { email: expect.stringContaining('no'), displayName: 'Give a name.' } },
  });
});
