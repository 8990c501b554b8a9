import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';
import { joinDesk } from './join.ts';
import { addDeskPeople } from './people.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

interface DeskBody {
  readonly _portico: { access: string; customersShareWith: string; version: number };
}

const auditActor = { accountId: null, name: null, address: null };
const url = () => `/rest/portico/1/service-desk/${world.desk.id}`;

async function change(settings: object, who = world.people.administrator) {
  const { body } = await world.ask<DeskBody>(
    world.people.administrator,
    'GET',
    `/rest/servicedeskapi/servicedesk/${world.desk.id}`,
  );
  return world.ask<DeskBody>(who, 'PUT', url(), { ...settings, version: body._portico.version });
}

async function uses(who: TestPerson): Promise<boolean> {
  const { status } = await world.ask(who, 'GET', `/rest/servicedeskapi/servicedesk/${world.desk.id}`);
  expect([200, 404]).toContain(status);
  return status === 200;
}

function ask(who: TestPerson) {
  return world.ask<{ issueKey: string }>(who, 'POST', '/rest/servicedeskapi/request', {
    serviceDeskId: world.desk.id,
    requestTypeId: world.types.get('Ask a question'),
    requestFieldValues: { summary: 'How?' },
  });
}

describe('who may use a service desk', () => {
  test('for the invited: people who are named, its agents and administrators; members of its organizations do not', async () => {
    const { reporter, member, customerOfB, agent, administrator } = world.people;
    const before = await ask(reporter);
    expect(before.status).toBe(201);
    await addDeskPeople(world.platform.db, { desk: world.desk, auditActor }, 'customer', [member.account]);
    expect((await change({ access: 'invited' })).body._portico.access).toBe('invited');
    expect(await Promise.all([reporter, member, customerOfB, agent, administrator].map(uses))).toEqual([
      false,
      true,
      false,
      true,
      true,
    ]);
    expect((await ask(reporter)).status).toBe(404);
    expect((await ask(member)).status).toBe(201);
    // What has been raised stays with whoever raised it.
    const own = `/rest/servicedeskapi/request/${before.body.issueKey}`;
    expect((await world.ask(reporter, 'GET', own)).status).toBe(200);
    await change({ access: 'restricted' });
    expect(await uses(reporter)).toBe(true);
  });

  test('and the lists of whom it serves say the same', async () => {
    const { administrator, agent, manager } = world.people;
    const named = async () =>
      (
        await world.ask<{ values: { displayName: string }[] }>(agent, 'GET', `${url()}/customer`)
      ).body.values.map(({ displayName }) => displayName);
    const rights = async () =>
      (
        await world.ask<{ values: { place: { id: string } | null }[] }>(
          administrator,
          'GET',
          `/rest/portico/1/account/${manager.account.accountId}/rights`,
        )
      ).text;
    expect(await named()).toContain('Mona Manager');
    const before = await rights();
    await change({ access: 'invited' });
    expect(await named()).not.toContain('Mona Manager');
    // who has raised a request is served all the same
    expect(await named()).toContain('Alice Reporter');
    expect(await rights()).not.toBe(before);
    await change({ access: 'restricted' });
  });

  test('is said before it is done: who could no longer, and who could newly, use it', async () => {
    const { administrator, agent } = world.people;
    const preview = (access: string, who = administrator) =>
      world.ask<{ losing: { count: number; names: string[] }; gaining: { count: number; names: string[] } }>(
        who,
        'GET',
        `${url()}/access-preview?access=${access}`,
      );
    const invited = await preview('invited');
    // a member of Acme who is named stays; agents and administrators are none of the customers
    expect(invited.body).toEqual({
      losing: { count: 2, isMore: false, names: ['Alice Reporter', 'Mona Manager'] },
      gaining: { count: 0, isMore: false, names: [] },
    });
    const { body: open } = await preview('open');
    expect(open.losing.count).toBe(0);
    expect(open.gaining.names).toContain('Bob Globex');
    expect((await preview('restricted')).body).toMatchObject({ losing: { count: 0 }, gaining: { count: 0 } });
    expect((await preview('open', agent)).status).toBe(403);
    expect((await preview('closed')).status).toBe(400);
  });

  test('is refused with the words that there are', async () => {
    const { administrator } = world.people;
    const answer = await world.ask<{ errors: Record<string, string> }>(administrator, 'PUT', url(), {
      access: 'closed',
      version: 1,
    });
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([400, ['access']]);
  });
});

describe('with whom customers share', () => {
  test('begins with their organization, is changed by administrators alone, and audited', async () => {
    const { agent, administrator } = world.people;
    const { body } = await world.ask<DeskBody>(
      administrator,
      'GET',
      `/rest/servicedeskapi/servicedesk/${world.desk.id}`,
    );
    expect(body._portico.customersShareWith).toBe('organization');
    expect((await change({ customersShareWith: 'anyone' }, agent)).status).toBe(403);
    expect((await change({ customersShareWith: 'all' })).status).toBe(400);
    const changed = await change({ customersShareWith: 'customers' });
    expect(changed.body._portico.customersShareWith).toBe('customers');
    const { before, after } = await world.platform.db
      .selectFrom('audit_event')
      .select(['before', 'after'])
      .where('action', '=', 'service-desk.changed')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect([before, after]).toMatchObject([
      { customersShareWith: 'organization' },
      { customersShareWith: 'customers' },
    ]);
  });
});

describe('who has joined by themselves', () => {
  test.each([
    ['restricted', 'themselves', true],
    ['invited', 'themselves', false],
    ['invited', 'an agent', true],
    ['open', 'themselves', false],
  ] as const)('at a desk that is %s, by %s: named is %s', async (access, by, expected) => {
    await change({ access });
    const { account } = await world.person();
    const giver = by === 'themselves' ? account : world.people.agent.account;
    await joinDesk(world.platform.db, {
      account,
      portalId: world.desk.id,
      organizationId: null,
      actor: { accountId: giver.id, name: giver.displayName, address: null },
    });
    const row = await world.platform.db
      .selectFrom('service_desk_customer')
      .select('account_id')
      .where('account_id', '=', account.id)
      .executeTakeFirst();
    expect(row !== undefined).toBe(expected);
    await change({ access: 'restricted' });
  });
});
