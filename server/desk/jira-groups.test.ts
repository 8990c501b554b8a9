import type { AddressInfo } from 'node:net';
import type { CloudClient } from 'jira.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from './testing.ts';
import { loadJiraClient } from './testing-jira-client.ts';

// Groups and people as clients of Jira look for them and change them.

let world: DeskWorld;
let clientOf: (person: TestPerson) => CloudClient;
let administrator: CloudClient;
let agent: CloudClient;
let customer: CloudClient;

beforeAll(async () => {
  world = await createDeskWorld();
  await world.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = world.app.server.address() as AddressInfo;
  const {
    jira: { createCloudClient },
    core: { createClient },
  } = await loadJiraClient();
  clientOf = ({ headers }) =>
    createCloudClient(createClient({ host: `http://127.0.0.1:${port}`, headers, onSchemaMismatch: 'throw' }));
  administrator = clientOf(world.people.administrator);
  agent = clientOf(world.people.agent);
  customer = clientOf(world.people.reporter);
});
afterAll(() => world.close());

const idOf = (person: TestPerson) => person.account.accountId;

interface GroupJson {
  readonly name: string;
  readonly groupId: string;
  readonly self: string;
  readonly users: { readonly size: number; readonly items: readonly { readonly accountId: string }[] };
}

test('a group is made, filled, read and deleted, and each change is in the audit log', async () => {
  const { groups, users } = administrator;
  const made = await groups.createGroup({ name: 'Second line' });
  const groupId = made.groupId ?? '';
  expect(made).toMatchObject({ name: 'Second line', users: { size: 0, items: [] } });

  const { agent: anna, otherAgent: otto, reporter } = world.people;
  await groups.addUserToGroup({ groupId, accountId: idOf(anna) });
  const filled = await groups.addUserToGroup({ groupname: 'second LINE', accountId: idOf(otto) });
  expect(filled.users?.size).toBe(2);

  const first = await agent.groups.getUsersFromGroup({ groupId, maxResults: 1 });
  expect(first).toMatchObject({ total: 2, startAt: 0, maxResults: 1, isLast: false });
  expect(first.values.map(({ displayName }) => displayName)).toEqual(['Anna Agent']);
  const next = new URL(first.nextPage ?? '');
  expect(next.searchParams.get('startAt')).toBe('1');
  const second = await agent.groups.getUsersFromGroup({ groupId, startAt: 1, maxResults: 1 });
  expect(second).toMatchObject({
    isLast: true,
    values: [{ displayName: 'Otto Agent', accountType: 'atlassian' }],
  });

  const shown = await world.ask<GroupJson>(
    anna,
    'GET',
    `/rest/api/3/group?groupId=${groupId}&expand=users[1:1]`,
  );
  expect(shown.body.users).toMatchObject({ size: 2, 'start-index': 1, 'end-index': 1 });
  expect(shown.body.users.items.map(({ accountId }) => accountId)).toEqual([idOf(otto)]);
  expect(
    (await world.ask(anna, 'GET', new URL(shown.body.self).pathname + new URL(shown.body.self).search))
      .status,
  ).toBe(200);

  expect(await agent.users.getUserGroups({ accountId: idOf(otto) })).toMatchObject([
    { name: 'Second line', groupId },
  ]);
  await groups.removeUserFromGroup({ groupId, accountId: idOf(otto) });
  expect(await agent.users.getUserGroups({ accountId: idOf(otto) })).toEqual([]);
  await expect(users.getUserGroups({ accountId: 'nobody' })).rejects.toMatchObject({ status: 404 });
  await expect(groups.addUserToGroup({ groupId, accountId: 'nobody' })).rejects.toMatchObject({
    status: 404,
  });

  await groups.removeGroup({ groupId });
  await expect(agent.groups.getUsersFromGroup({ groupId })).rejects.toMatchObject({ status: 404 });
  const acts = await world.platform.db
    .selectFrom('audit_event')
    .select('action')
    .where('object_id', '=', groupId)
    .orderBy('id')
    .execute();
  expect(acts.map(({ action }) => action)).toEqual([
    'group.created',
    'group.member-added',
    'group.member-added',
    'group.member-removed',
    'group.deleted',
  ]);
  await expect(customer.groups.addUserToGroup({ groupId, accountId: idOf(reporter) })).rejects.toMatchObject({
    status: 403,
  });
});

test('deactivated members are shown to those who ask for them', async () => {
  const { groupId = '' } = await administrator.groups.createGroup({ name: 'Night shift' });
  const gone = await world.person({ displayName: 'Gerda Gone' });
  await administrator.groups.addUserToGroup({ groupId: groupId ?? '', accountId: idOf(gone) });
  await world.platform.db
    .updateTable('account')
    .set({ is_active: false })
    .where('id', '=', gone.account.id)
    .execute();
  const asked = (includeInactiveUsers: boolean) =>
    agent.groups.getUsersFromGroup({ groupId: groupId ?? '', includeInactiveUsers });
  expect(await asked(false)).toMatchObject({ total: 0, values: [] });
  expect(await asked(true)).toMatchObject({ total: 1, values: [{ active: false }] });
});

test('a group is named in one way, by an id or a name', async () => {
  const ask = (query: string) =>
    world.ask<{ errorMessages: string[] }>(world.people.agent, 'GET', `/rest/api/3/group?${query}`);
  for (const query of ['', 'groupId=a&groupname=b']) {
    const { status, body } = await ask(query);
    expect(status).toBe(400);
    expect(body.errorMessages[0]).toContain('groupId');
  }
  expect((await ask('groupname=nobody%20knows')).status).toBe(404);
});

test('a group is not deleted with a wish that would not be kept', async () => {
  const { groupId = '' } = await administrator.groups.createGroup({ name: 'Old guard' });
  await expect(
    administrator.groups.removeGroup({ groupId: groupId ?? '', swapGroup: 'Second line' }),
  ).rejects.toMatchObject({ status: 400 });
  expect(await agent.groups.getUsersFromGroup({ groupId: groupId ?? '' })).toMatchObject({ total: 0 });
});

test('a picker finds groups by a part of the name, and says in it what was looked for', async () => {
  await administrator.groups.createGroup({ name: 'R&D <Berlin>' });
  await administrator.groups.createGroup({ name: 'R&D Munich' });
  const found = await agent.groups.findGroups({ query: 'r&d', maxResults: 1 });
  expect(found).toMatchObject({ header: 'Showing 1 of 2 matching groups', total: 2 });
  expect(found.groups).toMatchObject([{ name: 'R&D <Berlin>', html: '<b>R&amp;D</b> &lt;Berlin&gt;' }]);
  const other = await agent.groups.findGroups({ query: 'r&d', exclude: ['r&d munich'] });
  expect(other.groups?.map(({ name }) => name)).toEqual(['R&D <Berlin>']);
  const bulk = await world.ask<{ total: number; values: { name: string }[] }>(
    world.people.agent,
    'GET',
    '/rest/api/3/group/bulk?groupName=R%26D%20Munich&groupName=R%26D%20%3CBerlin%3E&maxResults=1',
  );
  expect(bulk.body).toMatchObject({ total: 2, isLast: false, values: [{ name: 'R&D <Berlin>' }] });
});

test('people are found by name, address or id', async () => {
  const { userSearch, users } = agent;
  const names = (found: readonly { displayName?: string | undefined }[]) =>
    found.map(({ displayName }) => displayName);
  expect(names(await userSearch.findUsers({ query: 'alice acme' }))).toEqual(['Alice Reporter']);
  expect(names(await userSearch.findUsers({ accountId: idOf(world.people.customerOfB) }))).toEqual([
    'Bob Globex',
  ]);
  await expect(userSearch.findUsers({})).rejects.toMatchObject({ status: 400 });
  const all = await users.getAllUsers({ startAt: 1, maxResults: 2 });
  expect(names(all)).toEqual(['Alice Reporter', 'Anna Agent']);
  expect(all.map(({ accountType }) => accountType)).toEqual(['customer', 'atlassian']);
  expect(names(await users.getAllUsersDefault({ startAt: 1, maxResults: 2 }))).toEqual(names(all));
});

test('customers find neither people nor groups, and learn of none', async () => {
  const accountId = idOf(world.people.reporter);
  expect(await customer.userSearch.findUsers({ query: 'a' })).toEqual([]);
  expect(await customer.userSearch.findUsers({ accountId: idOf(world.people.customerOfB) })).toEqual([]);
  expect(await customer.groups.findGroups({ query: 'R&D Munich' })).toMatchObject({ total: 0, groups: [] });
  for (const refused of [
    () => customer.users.getAllUsers(),
    () => customer.users.getUserGroups({ accountId }),
    () => customer.groups.getUsersFromGroup({ groupname: 'R&D Munich' }),
    () => customer.groups.getUsersFromGroup({ groupname: 'there is none' }),
    () => customer.groups.createGroup({ name: 'Mine' }),
  ]) {
    await expect(refused()).rejects.toMatchObject({ status: 403 });
  }
});

test('agents look, and change nothing', async () => {
  const group = { groupname: 'R&D Munich' };
  const accountId = idOf(world.people.agent);
  for (const refused of [
    () => agent.groups.createGroup({ name: 'Mine' }),
    () => agent.groups.removeGroup(group),
    () => agent.groups.addUserToGroup({ ...group, accountId }),
    () => agent.groups.removeUserFromGroup({ ...group, accountId }),
  ]) {
    await expect(refused()).rejects.toMatchObject({ status: 403 });
  }
  expect(await agent.groups.getUsersFromGroup(group)).toMatchObject({ total: 0 });
});

test('who a group lets in is changed by somebody who has lately shown that it is them', async () => {
  const who = await world.person({ isAdministrator: true });
  await world.platform.db
    .updateTable('session')
    .set({ verified_at: new Date(Date.now() - 3_600_000) })
    .where('account_id', '=', who.account.id)
    .execute();
  const answer = await world.ask<{ errors: Record<string, string> }>(
    who,
    'POST',
    '/rest/api/3/group/user?groupname=R%26D%20Munich',
    { accountId: idOf(who) },
  );
  expect(answer.status).toBe(403);
  expect(answer.body.errors).toHaveProperty('confirm');
});

test('the second version of the API says the same', async () => {
  const of = (version: string, path: string) =>
    world.ask(world.people.agent, 'GET', `/rest/api/${version}/${path}`);
  for (const path of ['users/search', 'groups/picker?query=r', 'group/bulk?maxResults=100']) {
    const { body, status } = await of('2', path);
    expect(status).toBe(200);
    expect(JSON.parse(JSON.stringify(body).replaceAll('/api/2/', '/api/3/'))).toEqual(
      (await of('3', path)).body,
    );
  }
});
