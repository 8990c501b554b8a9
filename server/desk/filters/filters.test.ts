import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';

let world: DeskWorld;
/** works at the desk too */
let colleague: TestPerson;
let number = 0;
beforeAll(async () => {
  world = await createDeskWorld();
  colleague = await world.person({ displayName: 'Carl Colleague' });
  await world.platform.db
    .insertInto('service_desk_agent')
    .values({ service_desk_id: world.desk.id, account_id: colleague.account.id })
    .execute();
});
beforeEach(() => {
  number += 1;
});
afterAll(() => world.close());

interface Filter {
  readonly id: string;
  readonly name: string;
  readonly jql: string;
  readonly favourite: boolean;
  readonly favouritedCount: number;
  readonly isWritable: boolean;
  readonly owner?: { readonly displayName: string };
  readonly sharePermissions: readonly { readonly id: number; readonly type: string }[];
  readonly editPermissions: readonly { readonly id: number; readonly type: string }[];
  readonly errors?: Readonly<Record<string, string>>;
}
const api = '/rest/api/3/filter';

async function save(body: object = {}, who = world.people.agent): Promise<Filter> {
  const answer = await world.ask<Filter>(who, 'POST', api, {
    name: `Mine ${number}`,
    jql: 'status = Resolved order by created desc',
    ...body,
  });
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
}

async function statusFor(who: TestPerson | null, id: string, method: 'GET' | 'PUT' | 'DELETE' = 'GET') {
  return (await world.ask(who, method, `${api}/${id}`, method === 'PUT' ? {} : undefined)).status;
}

test('a filter is its owner’s alone until it is shared', async () => {
  const { people } = world;
  const filter = await save();
  expect(filter).toMatchObject({ isWritable: true, favourite: false, owner: { displayName: 'Anna Agent' } });
  expect(await statusFor(people.agent, filter.id)).toBe(200);
  for (const who of [colleague, people.otherAgent, people.administrator]) {
    expect(await statusFor(who, filter.id)).toBe(404);
  }
  expect(await statusFor(people.reporter, filter.id)).toBe(403);
  expect(await statusFor(null, filter.id)).toBe(401);
  const asked = `${api}/${filter.id}?overrideSharePermissions=true`;
  expect((await world.ask(people.administrator, 'GET', asked)).status).toBe(200);
  expect((await world.ask(colleague, 'GET', asked)).status).toBe(404);
});

test('a filter is shared with everyone who works here, somebody, a group, or the agents of a project', async () => {
  const { people, platform, desk, otherDesk } = world;
  const group = await platform.db
    .insertInto('account_group')
    .values({ name: 'Night shift' })
    .returning(['id', 'group_id'])
    .executeTakeFirstOrThrow();
  await platform.db
    .insertInto('account_group_member')
    .values({ group_id: group.id, account_id: people.otherAgent.account.id })
    .execute();
  for (const [share, whoMay, type] of [
    [{ type: 'authenticated' }, [colleague, people.otherAgent], 'loggedin'],
    [{ type: 'user', accountId: colleague.account.accountId }, [colleague], 'user'],
    [{ type: 'group', groupname: 'night SHIFT' }, [people.otherAgent], 'group'],
    [{ type: 'group', groupId: group.group_id }, [people.otherAgent], 'group'],
    [{ type: 'project', projectId: desk.projectId }, [colleague], 'project'],
  ] as const) {
    const { id } = await save({ name: `${type} ${JSON.stringify(share)}` });
    const shared = await world.ask<Filter['sharePermissions']>(
      people.agent,
      'POST',
      `${api}/${id}/permission`,
      share,
    );
    expect([shared.status, shared.body[0]?.type], shared.text).toEqual([201, type]);
    for (const who of [colleague, people.otherAgent]) {
      const may = (whoMay as readonly TestPerson[]).includes(who);
      expect(await statusFor(who, id), JSON.stringify(share)).toBe(may ? 200 : 404);
      expect(await statusFor(who, id, 'PUT')).toBe(may ? 403 : 404);
      expect(await statusFor(who, id, 'DELETE')).toBe(may ? 403 : 404);
    }
    const permission = `${api}/${id}/permission/${shared.body[0]?.id}`;
    expect((await world.ask(people.agent, 'GET', permission)).status).toBe(200);
    expect((await world.ask(people.agent, 'DELETE', permission)).status).toBe(204);
    expect((await world.ask(people.agent, 'DELETE', permission)).status).toBe(404);
    expect(await statusFor(whoMay[0], id)).toBe(404);
  }
  const { id } = await save();
  for (const share of [
    { type: 'user', accountId: people.reporter.account.accountId },
    { type: 'group', groupname: 'Nobody' },
    { type: 'project', projectId: otherDesk.projectId },
    { type: 'global' },
  ]) {
    const refused = await world.ask(people.agent, 'POST', `${api}/${id}/permission`, share);
    expect(refused.status, refused.text).toBe(400);
  }
});

test('whom the owner lets may change a filter, and not delete it or give it away', async () => {
  const { people } = world;
  const editPermissions = [{ type: 'user', user: { accountId: colleague.account.accountId } }];
  const { id } = await save({ editPermissions });
  const changed = await world.ask<Filter>(colleague, 'PUT', `${api}/${id}`, { name: `Theirs ${number}` });
  expect(changed.body).toMatchObject({ name: `Theirs ${number}`, isWritable: true });
  expect(await statusFor(colleague, id, 'DELETE')).toBe(403);
  const owner = { accountId: colleague.account.accountId };
  expect((await world.ask(colleague, 'PUT', `${api}/${id}/owner`, owner)).status).toBe(403);
  const toCustomer = { accountId: people.reporter.account.accountId };
  expect((await world.ask(people.agent, 'PUT', `${api}/${id}/owner`, toCustomer)).status).toBe(400);
  expect((await world.ask(people.agent, 'PUT', `${api}/${id}/owner`, owner)).status).toBe(204);
  expect(await statusFor(people.agent, id)).toBe(404);
  expect(await statusFor(colleague, id, 'DELETE')).toBe(204);
});

test('a desk that one does not work at is not named among those whom a filter is shared with', async () => {
  const { people, desk } = world;
  const { id } = await save({
    sharePermissions: [{ type: 'loggedin' }, { type: 'project', project: { key: 'NORTH' } }],
    editPermissions: [{ type: 'user', accountId: people.otherAgent.account.accountId }],
  });
  const { body } = await world.ask<Filter>(people.otherAgent, 'GET', `${api}/${id}`);
  expect(body.sharePermissions).toEqual([
    expect.objectContaining({ type: 'loggedin' }),
    { id: expect.any(Number), type: 'project-unknown' },
  ]);
  const known = (await world.ask<Filter>(colleague, 'GET', `${api}/${id}`)).body.sharePermissions[1];
  expect(known).toMatchObject({ type: 'project', project: { id: desk.projectId, key: 'NORTH' } });
  // Sent back as it was shown, it stays.
  const { sharePermissions } = body;
  const kept = await world.ask<Filter>(people.otherAgent, 'PUT', `${api}/${id}`, { sharePermissions });
  expect(kept.body.sharePermissions.map(({ type }) => type).toSorted()).toEqual([
    'loggedin',
    'project-unknown',
  ]);
});

test('stars are each person’s own, and counted', async () => {
  const { id } = await save({ sharePermissions: [{ type: 'authenticated' }], favourite: true });
  const starred = await world.ask<Filter>(colleague, 'PUT', `${api}/${id}/favourite`);
  expect(starred.body).toMatchObject({ favourite: true, favouritedCount: 2 });
  const list = await world.ask<Filter[]>(colleague, 'GET', `${api}/favourite`);
  expect(list.body.map((filter) => filter.id)).toEqual([id]);
  const mine = await world.ask<Filter[]>(colleague, 'GET', `${api}/my?includeFavourites=true`);
  expect(mine.body.map((filter) => filter.id)).toContain(id);
  const taken = await world.ask<Filter>(colleague, 'DELETE', `${api}/${id}/favourite`);
  expect(taken.body).toMatchObject({ favourite: false, favouritedCount: 1 });
  // What is no longer shared is no longer among the stars.
  await world.ask(colleague, 'PUT', `${api}/${id}/favourite`);
  await world.ask(world.people.agent, 'PUT', `${api}/${id}`, { sharePermissions: [] });
  expect((await world.ask<Filter[]>(colleague, 'GET', `${api}/favourite`)).body).toEqual([]);
});

test('filters are looked for by name, owner and whom they are shared with', async () => {
  const { people, desk } = world;
  await save({ name: 'Night printers', sharePermissions: [{ type: 'project', projectId: desk.projectId }] });
  await save({ name: 'Day printers' });
  const found = async (query: string, who = people.agent) => {
    const { body, text, status } = await world.ask<{ values: Filter[]; total: number }>(
      who,
      'GET',
      `${api}/search?${query}`,
    );
    expect(status, text).toBe(200);
    return body.values.map(({ name }) => name);
  };
  expect(await found('filterName=printers&orderBy=-name')).toEqual(['Night printers', 'Day printers']);
  expect(await found('filterName=printers%20night')).toEqual(['Night printers']);
  expect(await found('filterName=ght%20prin&isSubstringMatch=true')).toEqual(['Night printers']);
  expect(await found('filterName=printers', colleague)).toEqual(['Night printers']);
  expect(await found(`filterName=printers&projectId=${desk.projectId}`)).toEqual(['Night printers']);
  expect(await found(`filterName=printers&accountId=${colleague.account.accountId}`)).toEqual([]);
  expect(await found('filterName=printers&maxResults=1&startAt=1')).toEqual(['Night printers']);
  // Administrators work at every desk.
  expect(await found('filterName=printers', people.administrator)).toEqual(['Night printers']);
  expect(await found('filterName=printers&overrideSharePermissions=true', people.administrator)).toHaveLength(
    2,
  );
});

test('what is wrong with a filter is said of the field that it is wrong with', async () => {
  await save({ name: 'Twice' });
  for (const [body, errors] of [
    [{ name: ' ' }, { name: 'Give the filter a name.' }],
    [{ name: 'twice' }, { name: 'Filter with same name already exists.' }],
    [{ jql: 'staus = Resolved' }, { jql: expect.stringContaining("Did you mean 'status'?") }],
  ] as const) {
    const refused = await world.ask<Filter>(world.people.agent, 'POST', api, {
      name: `Other ${number}`,
      jql: '',
      ...body,
    });
    expect([refused.status, refused.body.errors]).toEqual([400, errors]);
  }
  // Of others it may have the same name.
  await save({ name: 'Twice' }, colleague);
});

test('new filters are shared as their owner says', async () => {
  const scope = `${api}/defaultShareScope`;
  expect((await world.ask(colleague, 'GET', scope)).body).toEqual({ scope: 'PRIVATE' });
  expect((await world.ask(colleague, 'PUT', scope, { scope: 'GLOBAL' })).body).toEqual({
    scope: 'AUTHENTICATED',
  });
  expect((await save({}, colleague)).sharePermissions).toMatchObject([{ type: 'loggedin' }]);
  expect(
    (await save({ name: `Secret ${number}`, sharePermissions: [] }, colleague)).sharePermissions,
  ).toEqual([]);
});

test('columns are chosen for a filter, and by each person for everything else', async () => {
  const { people, fields } = world;
  const { id } = await save();
  const impact = fields.get('Impact') ?? '';
  const columns = `${api}/${id}/columns`;
  expect((await world.ask<object[]>(people.agent, 'GET', columns)).body[0]).toEqual({
    label: 'Key',
    value: 'issuekey',
  });
  expect((await world.ask(people.agent, 'PUT', columns, { columns: ['summary', impact] })).status).toBe(200);
  expect((await world.ask(people.agent, 'GET', columns)).body).toEqual([
    { label: 'Summary', value: 'summary' },
    { label: 'Impact', value: impact },
  ]);
  expect((await world.ask(people.agent, 'PUT', columns, { columns: ['nonsense'] })).status).toBe(400);
  expect((await world.ask(people.agent, 'DELETE', columns)).status).toBe(204);
  expect((await world.ask<object[]>(people.agent, 'GET', columns)).body.length).toBeGreaterThan(4);

  const own = '/rest/api/3/user/columns';
  expect((await world.ask(people.agent, 'PUT', own, { columns: ['status'] })).status).toBe(200);
  expect((await world.ask(people.agent, 'GET', own)).body).toEqual([{ label: 'Status', value: 'status' }]);
  const theirs = `${own}?accountId=${people.agent.account.accountId}`;
  expect((await world.ask(colleague, 'GET', theirs)).status).toBe(403);
  expect((await world.ask(people.administrator, 'GET', theirs)).body).toEqual([
    { label: 'Status', value: 'status' },
  ]);
  expect((await world.ask(people.agent, 'DELETE', own)).status).toBe(204);
});

test('a filter outlives the account of its owner, for those whom it is shared with', async () => {
  const gone = await world.person({ displayName: 'Gone', isAdministrator: true });
  const { id } = await save({ sharePermissions: [{ type: 'authenticated' }] }, gone);
  await world.platform.db.deleteFrom('account').where('id', '=', gone.account.id).execute();
  const { body } = await world.ask<Filter>(colleague, 'GET', `${api}/${id}`);
  expect(body).not.toHaveProperty('owner');
  expect(body).toMatchObject({ id, isWritable: false });
});
