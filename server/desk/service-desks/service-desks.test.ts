import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld } from '../testing.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

interface DeskBody {
  id: string;
  projectKey: string;
  _portico: { portalName: string; version: number };
}

function create(body: object) {
  return world.ask<DeskBody>(world.people.administrator, 'POST', '/rest/portico/1/service-desk', body);
}

const valid = { projectKey: 'HELP', projectName: 'Help', portalName: 'Help center', access: 'open' };

async function audited(action: string) {
  return world.platform.db
    .selectFrom('audit_event')
    .select(['actor_name', 'object_id', 'object_name', 'before', 'after'])
    .where('action', '=', action)
    .orderBy('id')
    .execute();
}

test('a new service desk comes with forms, groups, queues and a workflow, and can be used at once', async () => {
  const { ask, people, person, platform } = world;
  const made = await create({ ...valid, description: 'Ask\nus', accentColor: 'teal' });
  expect(made.status, made.text).toBe(201);
  expect(made.body).toMatchObject({
    projectKey: 'HELP',
    projectName: 'Help',
    _portico: {
      portalName: 'Help center',
      description: 'Ask\nus',
      accentColor: 'teal',
      access: 'open',
      isListed: true,
    },
  });
  const anyone = await person();
  const { id } = made.body;
  const types = await ask<{ values: { id: string; name: string }[] }>(
    anyone,
    'GET',
    `/rest/servicedeskapi/servicedesk/${id}/requesttype?expand=field`,
  );
  expect(types.body.values.map(({ name }) => name)).toEqual([
    'Report a problem',
    'Ask a question',
    'Request access',
    'Order a change',
  ]);
  const raised = await ask(anyone, 'POST', '/rest/servicedeskapi/request', {
    serviceDeskId: id,
    requestTypeId: types.body.values[1]?.id,
    requestFieldValues: { summary: 'How?' },
  });
  expect(raised.body).toMatchObject({ issueKey: 'HELP-1' });
  expect((await audited('service-desk.created')).at(-1)).toMatchObject({
    actor_name: people.administrator.account.displayName,
    object_id: id,
    after: { projectKey: 'HELP', access: 'open', accentColor: 'teal' },
  });
  const { fields } = await platform.db
    .selectFrom('field')
    .select((eb) => eb.fn.countAll<string>().as('fields'))
    .executeTakeFirstOrThrow();
  expect(fields).toBe('7');
});

test('desks made at once share one workflow and one set of fields', async () => {
  const answers = await Promise.all(
    ['ONE', 'TWO', 'THREE'].map((projectKey) => create({ ...valid, projectKey })),
  );
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  const workflows = await world.platform.db.selectFrom('workflow').select('name').execute();
  expect(workflows).toHaveLength(1);
});

test.each([
  [{ projectKey: 'help' }, 400, { projectKey: expect.stringContaining('2 to 10 capital letters') }],
  [{ projectKey: 'H' }, 400, { projectKey: expect.any(String) }],
  [{ projectKey: '1HELP' }, 400, { projectKey: expect.any(String) }],
  [{ projectKey: 'HELP-1' }, 400, { projectKey: expect.any(String) }],
  [{ projectKey: 'NORTH' }, 409, { projectKey: expect.stringContaining('has the key NORTH') }],
  [{ projectKey: 'NEW', portalName: ' \u0000 ' }, 400, { portalName: 'Give a name.' }],
  [{ projectKey: 'NEW', projectName: 'x'.repeat(81) }, 400, { projectName: expect.stringContaining('80') }],
  [{ projectKey: 'NEW', access: 'closed' }, 400, { access: expect.stringContaining('open') }],
  [{ projectKey: 'NEW', accentColor: 'beige' }, 400, { accentColor: expect.stringContaining('teal') }],
  [{ projectKey: 'NEW', owner: 'me' }, 400, { owner: expect.stringContaining('no such field') }],
])('%j is refused with %i, naming the field', async (change, status, errors) => {
  const answer = await create({ ...valid, ...change });
  expect([answer.status, answer.body]).toEqual([status, { errorMessages: [], errors }]);
});

test('settings change one by one, and a stale save is told what has changed', async () => {
  const { ask, people } = world;
  const { body: made } = await create({ ...valid, projectKey: 'SET' });
  const url = `/rest/portico/1/service-desk/${made.id}`;
  const put = (body: object) => ask<DeskBody>(people.administrator, 'PUT', url, body);
  const first = await put({ portalName: 'Renamed', access: 'restricted', version: 1 });
  expect(first.body).toMatchObject({
    _portico: { portalName: 'Renamed', access: 'restricted', isListed: true, version: 2 },
  });
  const stale = await put({ isListed: false, version: 1 });
  expect(stale.status).toBe(409);
  expect(stale.text).toMatch(/changed since you opened them: access, portal name \(Ada Admin, 20/);
  expect((await put({ isListed: false, version: 2 })).status).toBe(200);
  expect((await audited('service-desk.changed')).map(({ before, after }) => [before, after])).toEqual([
    [
      { portalName: 'Help center', access: 'open' },
      { portalName: 'Renamed', access: 'restricted', version: 2 },
    ],
    [{ isListed: true }, { isListed: false, version: 3 }],
  ]);
  expect(
    (await ask(people.administrator, 'PUT', '/rest/portico/1/service-desk/999', { version: 1 })).status,
  ).toBe(404);
});

test('agents, customers and organizations come and go, each change audited once', async () => {
  const { ask, people, globex, person } = world;
  const { body: made } = await create({ ...valid, projectKey: 'PEOPLE', access: 'restricted' });
  const newcomer = await person({ displayName: 'Nora Newcomer' });
  const { accountId } = newcomer.account;
  const admin = people.administrator;
  const desk = `/rest/servicedeskapi/servicedesk/${made.id}`;
  const agents = `/rest/portico/1/service-desk/${made.id}/agent`;
  const sees = async () => (await ask(newcomer, 'GET', desk)).status;

  expect(await sees()).toBe(404);
  for (let twice = 0; twice < 2; twice++) {
    expect((await ask(admin, 'POST', `${desk}/customer`, { accountIds: [accountId] })).status).toBe(204);
  }
  expect(await sees()).toBe(200);
  const customers = await ask(admin, 'GET', `${desk}/customer?query=nora`);
  expect(customers.body).toMatchObject({ size: 1, values: [{ accountId }] });
  for (let twice = 0; twice < 2; twice++) {
    expect((await ask(admin, 'DELETE', `${desk}/customer`, { accountIds: [accountId] })).status).toBe(204);
  }
  expect(await sees()).toBe(404);

  expect((await ask(admin, 'POST', agents, { accountId })).status).toBe(204);
  expect((await ask(newcomer, 'GET', `${desk}/queue`)).status).toBe(200);
  expect((await ask(admin, 'GET', agents)).body).toMatchObject({
    values: [{ displayName: 'Nora Newcomer' }],
  });
  expect((await ask(newcomer, 'GET', '/rest/portico/1/session')).body).toMatchObject({
    account: { isAgent: true },
  });
  expect((await ask(newcomer, 'GET', '/rest/portico/1/my-desks')).body).toMatchObject({
    values: [{ projectKey: 'PEOPLE', queues: [{ name: 'All open' }, {}, {}, {}, {}] }],
  });
  expect((await ask(admin, 'DELETE', agents, { accountId })).status).toBe(204);
  expect((await ask(newcomer, 'GET', '/rest/portico/1/session')).body).toMatchObject({
    account: { isAgent: false },
  });

  const organization = { organizationId: globex.id };
  const asBob = async () => (await ask(people.customerOfB, 'GET', desk)).status;
  expect(await asBob()).toBe(404);
  expect((await ask(admin, 'POST', `${desk}/organization`, organization)).status).toBe(204);
  expect(await asBob()).toBe(200);
  const listed = await ask(admin, 'GET', `${desk}/organization?accountId=${accountId}`);
  expect(listed.body).toMatchObject({ size: 0 });
  expect((await ask(admin, 'DELETE', `${desk}/organization`, organization)).status).toBe(204);
  expect(await asBob()).toBe(404);

  for (const role of ['customer', 'agent', 'organization']) {
    for (const change of ['added', 'removed']) {
      const events = await audited(`service-desk.${role}-${change}`);
      expect(events.filter(({ object_id }) => object_id === made.id)).toHaveLength(1);
    }
  }
  expect((await audited('service-desk.agent-removed')).at(-1)).toMatchObject({
    actor_name: 'Ada Admin',
    object_name: 'PEOPLE',
    before: { accountId, displayName: 'Nora Newcomer' },
    after: null,
  });

  const unknown = await ask(admin, 'POST', agents, { accountId: 'nobody' });
  expect([unknown.status, unknown.body]).toEqual([
    400,
    { errorMessages: [], errors: { accountId: 'There is no account nobody.' } },
  ]);
  const nowhere = await ask(admin, 'POST', `${desk}/organization`, { organizationId: 'x' });
  expect(nowhere.body).toMatchObject({ errors: { organizationId: 'There is no such organization.' } });
});

test('request types and desks are found by part of their name, and only where one may use them', async () => {
  const { ask, people } = world;
  const url = '/rest/servicedeskapi/requesttype?searchQuery=PROBLEM&limit=100';
  const { body } = await ask<{ values: { name: string; serviceDeskId: string }[] }>(
    people.reporter,
    'GET',
    url,
  );
  expect(new Set(body.values.map(({ name }) => name))).toEqual(new Set(['Report a problem']));
  const deskIds = body.values.map(({ serviceDeskId }) => serviceDeskId);
  expect(deskIds).toContain(world.desk.id);
  expect(deskIds).not.toContain(world.otherDesk.id);
  const none = await ask(people.reporter, 'GET', '/rest/servicedeskapi/requesttype?searchQuery=100%25');
  expect(none.body).toMatchObject({ size: 0 });
});

test.each(['x', '0', '99999999999999999999', '%00', '1%20or%201=1', 'NORTH-1', '-1'])(
  'what is at no address is not found: %s',
  async (strange) => {
    const { ask, people } = world;
    for (const path of [
      `/rest/servicedeskapi/servicedesk/${strange}`,
      `/rest/servicedeskapi/servicedesk/${strange}/queue`,
      `/rest/servicedeskapi/servicedesk/${world.desk.id}/queue/${strange}`,
      `/rest/servicedeskapi/servicedesk/${world.desk.id}/requesttype/${strange}`,
      `/rest/servicedeskapi/request/${strange}9`,
      `/rest/api/3/issue/${strange}9`,
      `/rest/api/3/attachment/content/${strange}`,
    ]) {
      expect((await ask(people.administrator, 'GET', path)).status, path).toBe(404);
    }
  },
);
