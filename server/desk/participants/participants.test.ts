import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

interface People {
  readonly values: readonly { accountId: string; displayName: string; emailAddress?: string }[];
  readonly errors: Record<string, string>;
}

const route = (key: string) => `/rest/servicedeskapi/request/${key}/participant`;
const idsOf = (people: readonly TestPerson[]) => ({
  accountIds: people.map(({ account }) => account.accountId),
});
const add = (who: TestPerson, key: string, ...people: TestPerson[]) =>
  world.ask<People>(who, 'POST', route(key), idsOf(people));
const remove = (who: TestPerson, key: string, ...people: TestPerson[]) =>
  world.ask<People>(who, 'DELETE', route(key), idsOf(people));
const namesOf = ({ body }: { body: People }) => body.values.map(({ displayName }) => displayName);
const sees = async (who: TestPerson, key: string) =>
  (await world.ask(who, 'GET', `/rest/servicedeskapi/request/${key}`)).status;

describe('a participant', () => {
  test('sees the request, finds it in the list, may answer, and hears of it', async () => {
    const { reporter, member } = world.people;
    const { key, id } = await world.raise();
    expect(await sees(member, key)).toBe(404);
    const added = await add(reporter, key, member);
    expect(added.status).toBe(200);
    expect(namesOf(added)).toEqual(['Max Member']);
    expect(JSON.stringify(added.body)).not.toContain('max@acme.example');
    expect(await sees(member, key)).toBe(200);
    const list = await world.ask<{ values: { issueKey: string }[] }>(
      member,
      'GET',
      '/rest/servicedeskapi/request?requestOwnership=PARTICIPATED_REQUESTS',
    );
    expect(list.body.values.map(({ issueKey }) => issueKey)).toEqual([key]);
    const answered = await world.ask(member, 'POST', `/rest/servicedeskapi/request/${key}/comment`, {
      body: 'Me too',
      public: true,
    });
    expect(answered.status).toBe(201);
    const { topics } = await world.platform.db
      .selectFrom('event')
      .select('topics')
      .where('kind', '=', 'comment.added')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(topics).toContain(`account:${member.account.accountId}`);
    expect(topics).toContain(`request:${id}`);
    const notes = await world.ask<{ values: unknown[] }>(
      member,
      'GET',
      `/rest/servicedeskapi/request/${key}/comment?internal=true`,
    );
    expect(notes.body.values).toHaveLength(1);
  });

  test('is written into the history, as the desk sees it', async () => {
    const { agent, reporter, member } = world.people;
    const { key } = await world.raise();
    await add(reporter, key, member);
    await remove(agent, key, member);
    const history = await world.ask<{ values: { items: object[] }[] }>(
      agent,
      'GET',
      `/rest/api/3/issue/${key}/changelog`,
    );
    expect(history.body.values.map(({ items }) => items[0])).toMatchObject([
      { field: 'Request participants', fromString: null, toString: 'Max Member' },
      { field: 'Request participants', fromString: 'Max Member', toString: null },
    ]);
  });

  test('of a request that is raised is there from the beginning', async () => {
    const { reporter, member, customerOfB } = world.people;
    const raise = (accountId: string) =>
      world.ask<{ issueKey: string; errors: Record<string, string> }>(
        reporter,
        'POST',
        '/rest/servicedeskapi/request',
        {
          serviceDeskId: world.desk.id,
          requestTypeId: world.types.get('Report a problem'),
          requestFieldValues: {
            summary: 's',
            description: 'd',
            [world.fields.get('Impact') ?? '']: { value: 'A team' },
          },
          requestParticipants: [accountId],
        },
      );
    const { body } = await raise(member.account.accountId);
    expect(await sees(member, body.issueKey)).toBe(200);
    const foreign = await raise(customerOfB.account.accountId);
    expect(foreign.status).toBe(400);
    expect((await raise('nobody')).body.errors).toEqual(foreign.body.errors);
  });
});

describe('who may be added', () => {
  test('by customers: people of their own organizations, others in the same words as nobody', async () => {
    const { reporter, customerOfB, otherAgent } = world.people;
    const { key } = await world.raise();
    const foreign = await add(reporter, key, customerOfB);
    expect(foreign.status).toBe(400);
    const nobody = await world.ask<People>(reporter, 'POST', route(key), { accountIds: ['nobody'] });
    expect(nobody.body).toEqual(foreign.body);
    expect((await add(reporter, key, otherAgent)).body).toEqual(foreign.body);
    expect(await sees(customerOfB, key)).toBe(404);
  });

  test('by agents: customers of the desk, and not those of another', async () => {
    const { agent, member, customerOfB } = world.people;
    const { key } = await world.raise();
    expect(namesOf(await add(agent, key, member))).toEqual(['Max Member']);
    const foreign = await add(agent, key, customerOfB);
    expect(foreign.body.errors['accountIds']).toContain('no customer of the service desk');
  });

  test('nobody who is deactivated, and the reporter not a second time', async () => {
    const { agent, reporter, member } = world.people;
    const { key } = await world.raise();
    expect(namesOf(await add(agent, key, reporter, member))).toEqual(['Max Member']);
    expect(namesOf(await add(agent, key, member))).toEqual(['Max Member']);
    const gone = await world.person();
    await world.platform.db
      .updateTable('account')
      .set({ is_active: false })
      .where('id', '=', gone.account.id)
      .execute();
    expect((await add(agent, key, gone)).status).toBe(400);
  });

  test('is found by name, by agents also by e-mail address, without those who are there', async () => {
    const { agent, reporter, member } = world.people;
    const { key } = await world.raise();
    const find = (who: TestPerson, query: string) =>
      world.ask<People>(
        who,
        'GET',
        `/rest/portico/1/request/${key}/participant-candidate?query=${encodeURIComponent(query)}`,
      );
    expect(namesOf(await find(reporter, 'MAX'))).toEqual(['Max Member']);
    expect(namesOf(await find(reporter, 'max@acme'))).toEqual([]);
    expect(namesOf(await find(reporter, 'Bob'))).toEqual([]);
    expect(namesOf(await find(agent, 'max@acme'))).toEqual(['Max Member']);
    expect(namesOf(await find(agent, 'Alice'))).toEqual([]);
    expect(namesOf(await find(agent, '%'))).toEqual([]);
    await add(agent, key, member);
    expect(namesOf(await find(agent, 'Max'))).toEqual([]);
  });
});

describe('who may be taken out', () => {
  test('by agents and the reporter: everybody; by others: themselves alone', async () => {
    const { agent, reporter, member, manager } = world.people;
    const { key } = await world.raise();
    await add(agent, key, member, manager);
    expect((await remove(member, key, manager)).status).toBe(403);
    expect((await remove(member, key, member)).status).toBe(204);
    expect(await sees(member, key)).toBe(404);
    expect(namesOf(await remove(reporter, key, manager))).toEqual([]);
    // A manager sees it all the same.
    expect(await sees(manager, key)).toBe(200);
  });

  test('who is none is left alone', async () => {
    const { agent, member } = world.people;
    const { key } = await world.raise();
    const before = await world.ask<{ _portico: { version: number } }>(
      agent,
      'GET',
      `/rest/api/3/issue/${key}`,
    );
    expect((await remove(agent, key, member)).status).toBe(200);
    const after = await world.ask<{ _portico: { version: number } }>(
      agent,
      'GET',
      `/rest/api/3/issue/${key}`,
    );
    expect(after.body._portico.version).toBe(before.body._portico.version);
  });
});
