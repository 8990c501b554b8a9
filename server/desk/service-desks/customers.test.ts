import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld } from '../testing.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

interface Customer {
  readonly displayName: string;
  readonly organizations: readonly { readonly name: string }[];
  readonly [state: string]: unknown;
}

async function listed(query = ''): Promise<readonly Customer[]> {
  const url = `/rest/portico/1/service-desk/${world.desk.id}/customer${query}`;
  return (await world.ask<{ values: Customer[] }>(world.people.agent, 'GET', url)).body.values;
}

test('agents see the people whom their desk serves, and nobody else', async () => {
  const named = await world.person({ displayName: 'Zoe Named' });
  const past = await world.person({ displayName: 'Pat Past' });
  const { db } = world.platform;
  const { desk, people } = world;
  await db
    .insertInto('service_desk_customer')
    .values([
      { service_desk_id: desk.id, account_id: named.account.id },
      { service_desk_id: desk.id, account_id: past.account.id },
      { service_desk_id: desk.id, account_id: people.otherAgent.account.id },
    ])
    .execute();
  await world.raise({ by: past });
  await db.deleteFrom('service_desk_customer').where('account_id', '=', past.account.id).execute();
  const found = await listed();
  expect(found.map(({ displayName }) => displayName)).toEqual([
    'Alice Reporter',
    'Max Member',
    'Mona Manager',
    'Pat Past',
    'Zoe Named',
  ]);
  expect(found.map(({ organizations }) => organizations.map(({ name }) => name).join())).toEqual([
    'Acme',
    'Acme',
    'Acme',
    '',
    '',
  ]);
});

test('they are found by name and address, a page at a time', async () => {
  expect((await listed('?query=mona@acme')).map(({ displayName }) => displayName)).toEqual(['Mona Manager']);
  expect(await listed('?limit=2')).toHaveLength(2);
  expect((await listed('?limit=1&start=1'))[0]?.displayName).toBe('Max Member');
});

test('it is said how each can sign in', async () => {
  const { db } = world.platform;
  const { reporter } = world.people;
  const before = (await listed('?query=alice'))[0];
  expect(before).toMatchObject({
    isActive: true,
    hasPassword: false,
    hasSecondFactor: false,
    requiresSecondFactor: false,
    isLocked: false,
  });
  await db
    .insertInto('totp_factor')
    .values({ account_id: reporter.account.id, name: 'App', sealed_secret: 'x', confirmed_at: new Date() })
    .execute();
  await db
    .insertInto('factor_policy')
    .values({ scope: 'account', scope_id: reporter.account.id, requirement: 'required' })
    .execute();
  await db
    .updateTable('account')
    .set({ locked_until: new Date(Date.now() + 60_000) })
    .where('id', '=', reporter.account.id)
    .execute();
  expect((await listed('?query=alice'))[0]).toMatchObject({
    hasSecondFactor: true,
    requiresSecondFactor: true,
    isLocked: true,
  });
});
