import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';

interface Sharing {
  organizations: { id: string; name: string }[];
  mayAddPeople: boolean;
  mayShare: boolean;
  errors: Record<string, string>;
}

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

const route = (key: string) => `/rest/portico/1/request/${key}/organization`;
const share = (who: TestPerson, key: string, ...organizationIds: string[]) =>
  world.ask<Sharing>(who, 'POST', route(key), { organizationIds });
const unshare = (who: TestPerson, key: string, ...organizationIds: string[]) =>
  world.ask<Sharing>(who, 'DELETE', route(key), { organizationIds });
const sees = async (who: TestPerson, key: string) =>
  (await world.ask(who, 'GET', `/rest/servicedeskapi/request/${key}`)).status;
async function keysOf(who: TestPerson, query: string): Promise<string[]> {
  const { body } = await world.ask<{ values: { issueKey: string }[] }>(
    who,
    'GET',
    `/rest/servicedeskapi/request?${query}`,
  );
  return body.values.map(({ issueKey }) => issueKey);
}
async function sharesWith(rule: 'nobody' | 'organization' | 'customers' | 'anyone'): Promise<void> {
  await world.platform.db
    .updateTable('service_desk')
    .set({ customers_share_with: rule })
    .where('id', '=', world.desk.id)
    .execute();
}

describe('a request that is shared with an organization', () => {
  test('is seen by all of its people, in their lists too, until it is taken back', async () => {
    const { reporter, member, customerOfB } = world.people;
    const { key, id } = await world.raise();
    expect(await sees(member, key)).toBe(404);
    expect(await share(reporter, key, world.acme.id)).toMatchObject({
      status: 200,
      body: { organizations: [{ name: 'Acme' }], mayShare: true },
    });
    expect(await sees(member, key)).toBe(200);
    expect(await sees(customerOfB, key)).toBe(404);
    for (const query of [
      '',
      'requestOwnership=ALL_ORGANIZATIONS',
      `requestOwnership=ORGANIZATION&organizationId=${world.acme.id}`,
    ]) {
      expect(await keysOf(member, query)).toEqual([key]);
    }
    expect(await keysOf(member, 'requestOwnership=OWNED_REQUESTS')).toEqual([]);
    const { topics } = await world.platform.db
      .selectFrom('event')
      .select('topics')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(topics).toContain(`organization:${world.acme.id}`);
    expect(topics).toContain(`request:${id}`);
    expect((await unshare(reporter, key, world.acme.id)).body.organizations).toEqual([]);
    expect(await sees(member, key)).toBe(404);
    const history = await world.ask<{ values: { items: object[] }[] }>(
      world.people.agent,
      'GET',
      `/rest/api/3/issue/${key}/changelog`,
    );
    expect(history.body.values.map(({ items }) => items[0])).toMatchObject([
      { field: 'Shared with', fromString: null, toString: 'Acme' },
      { field: 'Shared with', fromString: 'Acme', toString: null },
    ]);
  });

  test('can be so from the beginning', async () => {
    const { reporter, member } = world.people;
    const raise = (sharedWith: string[]) =>
      world.ask<{ issueKey: string; errors: object }>(reporter, 'POST', '/rest/servicedeskapi/request', {
        serviceDeskId: world.desk.id,
        requestTypeId: world.types.get('Report a problem'),
        requestFieldValues: {
          summary: 's',
          description: 'd',
          [world.fields.get('Impact') ?? '']: { value: 'A team' },
        },
        _portico: { sharedWith },
      });
    const { body } = await raise([world.acme.id]);
    expect(await sees(member, body.issueKey)).toBe(200);
    expect(await raise([world.globex.id])).toMatchObject({
      status: 400,
      body: { errors: { sharedWith: expect.stringContaining('you may not share with it') } },
    });
  });

  test('is shared once, and who takes back what is not shared changes nothing', async () => {
    const { reporter, agent } = world.people;
    const { key } = await world.raise();
    await share(reporter, key, world.acme.id);
    const version = async () =>
      (await world.ask<{ _portico: { version: number } }>(agent, 'GET', `/rest/api/3/issue/${key}`)).body
        ._portico.version;
    const before = await version();
    await share(agent, key, world.acme.id);
    await unshare(agent, key, world.globex.id);
    expect(await version()).toBe(before);
  });
});

describe('who decides with whom a request is shared', () => {
  test('is its reporter, and agents; nobody else who sees it', async () => {
    const { agent, manager, member, reporter } = world.people;
    const { key } = await world.raise();
    expect((await share(manager, key, world.acme.id)).status).toBe(403);
    expect((await share(agent, key, world.acme.id)).status).toBe(200);
    expect((await unshare(member, key, world.acme.id)).status).toBe(403);
    expect((await world.ask<Sharing>(member, 'GET', route(key))).body).toMatchObject({
      mayShare: false,
      mayAddPeople: true,
    });
    expect((await unshare(reporter, key, world.acme.id)).status).toBe(200);
  });

  test('may choose among the own organizations that the desk serves; agents among all those', async () => {
    const { agent, reporter } = world.people;
    const { key } = await world.raise();
    const found = async (who: TestPerson, url = `/rest/portico/1/request/${key}/organization-candidate`) =>
      (await world.ask<{ values: { name: string }[] }>(who, 'GET', url)).body.values.map(({ name }) => name);
    expect((await share(reporter, key, world.globex.id)).body.errors['organizationIds']).toContain(
      'may not share',
    );
    expect((await share(agent, key, world.globex.id)).body.errors['organizationIds']).toContain(
      'does not serve',
    );
    expect(await found(reporter)).toEqual(['Acme']);
    const { db } = world.platform;
    await db
      .insertInto('service_desk_organization')
      .values({ service_desk_id: world.desk.id, organization_id: world.globex.id })
      .execute();
    expect(await found(reporter)).toEqual(['Acme']);
    expect(await found(agent)).toEqual(['Acme', 'Globex']);
    await sharesWith('customers');
    expect(await found(reporter)).toEqual(['Acme', 'Globex']);
    await share(reporter, key, world.globex.id);
    expect(await found(reporter)).toEqual(['Acme']);
    const atRaising = `/rest/portico/1/service-desk/${world.desk.id}/organization-candidate`;
    expect(await found(reporter, `${atRaising}?query=lob`)).toEqual(['Globex']);
    await sharesWith('organization');
    await db.deleteFrom('service_desk_organization').where('organization_id', '=', world.globex.id).execute();
  });

  test('is one that the desk serves, unless the desk is open to everyone', async () => {
    const { reporter } = world.people;
    const { db } = world.platform;
    const { id } = await db
      .insertInto('organization')
      .values({ name: 'Side business' })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('organization_member')
      .values({ organization_id: id, account_id: reporter.account.id, role: 'member', origin: 'manual' })
      .execute();
    const { key } = await world.raise();
    const statuses: Record<string, number> = {};
    for (const access of ['restricted', 'invited', 'open']) {
      await db.updateTable('service_desk').set({ access }).where('id', '=', world.desk.id).execute();
      statuses[access] = (await share(reporter, key, id)).status;
    }
    await db
      .updateTable('service_desk')
      .set({ access: 'restricted' })
      .where('id', '=', world.desk.id)
      .execute();
    await db.deleteFrom('organization').where('id', '=', id).execute();
    expect(statuses).toEqual({ restricted: 400, invited: 400, open: 200 });
  });

  test('is no customer where customers share with nobody', async () => {
    const { agent, reporter, member } = world.people;
    await sharesWith('nobody');
    const { key } = await world.raise();
    expect((await share(reporter, key, world.acme.id)).status).toBe(400);
    const people = `/rest/servicedeskapi/request/${key}/participant`;
    const accountIds = [member.account.accountId];
    expect((await world.ask(reporter, 'POST', people, { accountIds })).status).toBe(403);
    const read = await world.ask(reporter, 'GET', `/rest/servicedeskapi/request/${key}?expand=action`);
    expect(read.body).toMatchObject({ actions: { addParticipant: { allowed: false } } });
    expect((await world.ask<Sharing>(reporter, 'GET', route(key))).body).toMatchObject({
      mayShare: false,
      mayAddPeople: false,
    });
    expect((await world.ask(agent, 'POST', people, { accountIds })).status).toBe(200);
    expect((await share(agent, key, world.acme.id)).status).toBe(200);
    await sharesWith('organization');
  });
});

describe('people whom customers add', () => {
  const found = async (who: TestPerson, key: string, query: string) =>
    (
      await world.ask<{ values: { displayName: string }[] }>(
        who,
        'GET',
        `/rest/portico/1/request/${key}/participant-candidate?query=${encodeURIComponent(query)}`,
      )
    ).body.values.map(({ displayName }) => displayName);
  const add = async (who: TestPerson, key: string, person: TestPerson) =>
    (
      await world.ask(who, 'POST', `/rest/servicedeskapi/request/${key}/participant`, {
        accountIds: [person.account.accountId],
      })
    ).status;

  test('are customers of the desk, or whoever has an account and is known by address, as the desk says', async () => {
    const { reporter, customerOfB } = world.people;
    const named = await world.person({ displayName: 'Nora Named', email: 'nora@elsewhere.example' });
    await world.platform.db
      .insertInto('service_desk_customer')
      .values({ service_desk_id: world.desk.id, account_id: named.account.id })
      .execute();
    const { key } = await world.raise();
    expect(await found(reporter, key, 'Nora')).toEqual([]);
    expect(await found(reporter, key, 'nora@elsewhere.example')).toEqual([]);
    expect(await found(reporter, key, 'MAX@acme.example')).toEqual(['Max Member']);

    await sharesWith('customers');
    expect(await found(reporter, key, 'Nora')).toEqual(['Nora Named']);
    expect(await found(reporter, key, 'Bob')).toEqual([]);
    expect(await found(reporter, key, 'bob@globex.example')).toEqual([]);
    expect(await add(reporter, key, customerOfB)).toBe(400);
    // Those who work here are no customers, unless they are named as such.
    expect(await found(reporter, key, 'Anna')).toEqual([]);
    expect(await found(reporter, key, 'Ada')).toEqual([]);
    expect(await add(reporter, key, world.people.agent)).toBe(400);

    await sharesWith('anyone');
    expect(await found(reporter, key, 'Bob')).toEqual([]);
    expect(await found(reporter, key, 'Anna')).toEqual([]);
    expect(await found(reporter, key, 'bob@globex')).toEqual([]);
    expect(await found(reporter, key, 'bob@globex.example')).toEqual(['Bob Globex']);
    expect(await add(reporter, key, customerOfB)).toBe(200);
    expect(await sees(customerOfB, key)).toBe(200);
    const { body } = await world.ask<{ participants: { values: { displayName: string }[] } }>(
      customerOfB,
      'GET',
      `/rest/servicedeskapi/request/${key}?expand=participant`,
    );
    expect(body.participants.values.map(({ displayName }) => displayName)).toEqual(['Bob Globex']);
    await sharesWith('organization');
  });

  test('may have no account yet where customers share with anyone, and for agents', async () => {
    const { agent, reporter } = world.people;
    const { key } = await world.raise();
    const invite = (who: TestPerson, email: string) =>
      world.ask<{ values: { displayName: string }[]; errors: Record<string, string> }>(
        who,
        'POST',
        `/rest/servicedeskapi/request/${key}/participant`,
        { _portico: { emailAddresses: [email] } },
      );
    const refused = await invite(reporter, 'new@partner.example');
    expect(refused.status).toBe(400);
    expect((await invite(reporter, 'bob@globex.example')).body).toEqual(refused.body);
    await sharesWith('anyone');
    expect((await invite(reporter, 'nobody')).body.errors['emailAddresses']).toContain(
      'not an e-mail address',
    );
    const added = await invite(reporter, 'New@Partner.example');
    expect(added.body.values.map(({ displayName }) => displayName)).toEqual(['new']);
    await sharesWith('organization');
    await invite(agent, 'other@partner.example');
    const made = await world.platform.db
      .selectFrom('account')
      .select(['email', 'id'])
      .where('email', 'like', '%@partner.example')
      .orderBy('email')
      .execute();
    expect(made.map(({ email }) => email)).toEqual(['new@partner.example', 'other@partner.example']);
    const named = await world.platform.db
      .selectFrom('service_desk_customer')
      .select('account_id')
      .where('service_desk_id', '=', world.desk.id)
      .execute();
    const customers = named.map(({ account_id }) => account_id);
    expect(made.map(({ id }) => customers.includes(id))).toEqual([false, true]);
    const audited = await world.platform.db
      .selectFrom('audit_event')
      .select('actor_name')
      .where('action', '=', 'account.created')
      .where('object_name', '=', 'new')
      .executeTakeFirstOrThrow();
    expect(audited.actor_name).toBe('Alice Reporter');

    // Not without end: accounts are not made by the thousand.
    await sharesWith('anyone');
    const many = (_: unknown, index: number) => `person${index}@many.example`;
    const answers: number[] = [];
    for (let call = 0; call < 6; call += 1) {
      const raised = await world.raise();
      const emailAddresses = Array.from({ length: 20 }, (_, index) => many(_, call * 20 + index));
      const url = `/rest/servicedeskapi/request/${raised.key}/participant`;
      answers.push((await world.ask(reporter, 'POST', url, { _portico: { emailAddresses } })).status);
    }
    expect(answers.at(0)).toBe(200);
    expect(answers.at(-1)).toBe(429);
    await sharesWith('organization');
  });
});
