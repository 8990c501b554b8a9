import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

interface Transitions {
  transitions: { id: string; name: string; to: { name: string } }[];
}
interface Issue {
  fields: { status: { name: string }; resolution: { name: string } | null; resolutiondate: string | null };
  _portico: { version: number };
}

async function transitionsOf(key: string): Promise<Map<string, string>> {
  const { body } = await world.ask<Transitions>(
    world.people.agent,
    'GET',
    `/rest/api/3/issue/${key}/transitions`,
  );
  return new Map(body.transitions.map(({ id, name }) => [name, id]));
}

async function issue(key: string): Promise<Issue> {
  return (await world.ask<Issue>(world.people.agent, 'GET', `/rest/api/3/issue/${key}`)).body;
}

function move(key: string, id: string | undefined, version?: number, who: TestPerson = world.people.agent) {
  const headers = version === undefined ? {} : { 'if-match': `"${version}"` };
  const url = `/rest/api/3/issue/${key}/transitions`;
  return world.ask(who, 'POST', url, { transition: { id } }, headers);
}

function assign(key: string, who: TestPerson | null, ifMatch?: string, by = world.people.agent) {
  const headers = ifMatch === undefined ? {} : { 'if-match': ifMatch };
  const accountId = who?.account.accountId ?? null;
  return world.ask(by, 'PUT', `/rest/api/3/issue/${key}/assignee`, { accountId }, headers);
}

test('resolving sets resolution and time, reopening clears them, and both are in the history', async () => {
  const { ask, people, raise } = world;
  const { key } = await raise();
  expect([...(await transitionsOf(key)).keys()]).toEqual([
    'Start work',
    'Ask the customer',
    'Resolve',
    'Cancel request',
  ]);
  expect((await move(key, (await transitionsOf(key)).get('Resolve'))).status).toBe(204);
  expect((await issue(key)).fields).toMatchObject({
    status: { name: 'Resolved' },
    resolution: { name: 'Done' },
    resolutiondate: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+\+0000$/),
  });
  const url = `/rest/servicedeskapi/request/${key}/transition`;
  const offered = await ask<{ values: { id: string; name: string }[] }>(people.reporter, 'GET', url);
  expect(offered.body.values.map(({ name }) => name)).toEqual(['Reopen']);
  const reopened = await ask(people.reporter, 'POST', url, {
    id: offered.body.values[0]?.id,
    additionalComment: { body: 'It burns again' },
  });
  expect(reopened.status).toBe(204);
  expect((await issue(key)).fields).toMatchObject({
    status: { name: 'Waiting for support' },
    resolution: null,
    resolutiondate: null,
  });
  const { body } = await ask<{ total: number; values: { items: object[]; author: object }[] }>(
    people.agent,
    'GET',
    `/rest/api/3/issue/${key}/changelog`,
  );
  expect(body.values.map(({ items }) => items)).toEqual([
    [
      expect.objectContaining({ field: 'status', fromString: 'Waiting for support', toString: 'Resolved' }),
      expect.objectContaining({ field: 'resolution', from: null, toString: 'Done' }),
    ],
    [
      expect.objectContaining({ field: 'status', toString: 'Waiting for support' }),
      expect.objectContaining({ field: 'resolution', fromString: 'Done', to: null }),
    ],
  ]);
  const page = await ask(people.agent, 'GET', `/rest/api/3/issue/${key}/changelog?startAt=1&maxResults=1`);
  expect(page.body).toMatchObject({ startAt: 1, total: 2, isLast: true, values: [{}] });
});

test('a transition that does not start at the current status is refused with the status it is in', async () => {
  const { people, raise, ask } = world;
  const { key } = await raise();
  const start = (await transitionsOf(key)).get('Start work');
  expect((await move(key, start)).status).toBe(204);
  const again = await move(key, start);
  expect(again).toMatchObject({
    status: 409,
    body: {
      errorMessages: [
        `"Start work" is not possible: the status of ${key} is now "In progress". Possible from there: Ask the customer, Stop work, Resolve, Cancel request.`,
      ],
    },
  });
  expect((await move(key, '999999')).status).toBe(404);
  expect((await move(key, 'x')).status).toBe(404);

  // Customers are told in their own words, and of their own transitions only.
  const cancel = (await transitionsOf(key)).get('Cancel request');
  await move(key, (await transitionsOf(key)).get('Resolve'));
  const refused = await ask(people.reporter, 'POST', `/rest/servicedeskapi/request/${key}/transition`, {
    id: cancel,
  });
  expect(refused).toMatchObject({
    status: 409,
    body: {
      errorMessages: [
        `"Cancel request" is not possible: the status of ${key} is now "Resolved". Possible from there: Reopen.`,
      ],
    },
  });
});

test('of two agents who move a request at once, one is told where the other led it', async () => {
  const { raise } = world;
  const { key } = await raise();
  const transitions = await transitionsOf(key);
  const answers = await Promise.all([
    move(key, transitions.get('Start work')),
    move(key, transitions.get('Resolve')),
    move(key, transitions.get('Cancel request')),
  ]);
  const statuses = answers.map(({ status }) => status).sort();
  // Resolving and cancelling are possible from "In progress" too, so that one or two of three can succeed.
  expect(statuses.filter((status) => status === 204).length).toBeGreaterThan(0);
  for (const { status, text } of answers) {
    if (status !== 204) expect([status, text]).toEqual([409, expect.stringContaining('is now')]);
  }
  expect(statuses).toContain(409);
});

test('a stale save is refused with what changed, by whom and when', async () => {
  const { raise, people } = world;
  const { key } = await raise();
  const { version } = (await issue(key))._portico;
  expect((await assign(key, people.agent, `"${version}"`)).status).toBe(204);
  await move(key, (await transitionsOf(key)).get('Start work'), undefined, people.administrator);
  const stale = await assign(key, null, `"${version}"`);
  expect(stale.status).toBe(409);
  expect(stale.text).toContain(`${key} has changed since you opened it: `);
  expect(stale.text).toMatch(/assignee set to \\"Anna Agent\\" \(Anna Agent, \d+ \w+ \d{4}, \d\d:\d\d\); /);
  expect(stale.text).toMatch(/status changed from .*Waiting for support.* to .*In progress.*\(Ada Admin, /);
  expect((await move(key, (await transitionsOf(key)).get('Resolve'), version)).status).toBe(409);

  const now = (await issue(key))._portico.version;
  expect(now).toBe(version + 2);
  expect((await assign(key, null, `"${now + 1}"`)).status).toBe(400);
  expect((await assign(key, null, 'seven')).status).toBe(400);
  expect((await assign(key, null, '*')).status).toBe(204);
  expect((await assign(key, people.agent, `W/"${now + 1}"`)).status).toBe(204);
});

test('a comment does not make a save stale, since it changes nothing that is saved', async () => {
  const { raise, people, ask } = world;
  const { key } = await raise();
  const before = await issue(key);
  await ask(people.agent, 'POST', `/rest/servicedeskapi/request/${key}/comment`, {
    body: 'Hm',
    public: false,
  });
  expect((await assign(key, people.agent, `"${before._portico.version}"`)).status).toBe(204);
});

test('only active agents of the desk can be given a request', async () => {
  const { raise, people, ask, person, platform, desk } = world;
  const { key } = await raise();
  for (const who of [people.reporter, people.otherAgent]) {
    expect(await assign(key, who)).toMatchObject({
      status: 400,
      body: { errors: { accountId: 'This person is no active agent of the service desk.' } },
    });
  }
  const left = await person({ displayName: 'Left Long Ago' });
  await platform.db
    .insertInto('service_desk_agent')
    .values({ service_desk_id: desk.id, account_id: left.account.id })
    .execute();
  expect((await assign(key, left)).status).toBe(204);
  await assign(key, null);
  await platform.db
    .updateTable('account')
    .set({ is_active: false })
    .where('id', '=', left.account.id)
    .execute();
  expect((await assign(key, left)).status).toBe(400);
  const found = await ask<{ displayName: string }[]>(
    people.agent,
    'GET',
    `/rest/api/3/user/assignable/search?issueKey=${key}&query=`,
  );
  expect(found.body.map(({ displayName }) => displayName)).toEqual(['Ada Admin', 'Anna Agent']);
});

test('who works on a request is told to agents alone, and assigning the same one again is no change', async () => {
  const { raise, people, platform } = world;
  const { key, id } = await raise();
  await assign(key, people.agent);
  await assign(key, people.agent);
  const events = await platform.db
    .selectFrom('event')
    .select(['kind', 'audience'])
    .where((eb) => eb(eb.val(`request:${id}`), '=', eb.fn.any('topics')))
    .where('kind', '<>', 'request.created')
    .execute();
  expect(events).toEqual([{ kind: 'request.assigned', audience: 'agents' }]);
});

test('customers do not see steps between statuses that have one name for them', async () => {
  const { raise, people, ask, platform } = world;
  const { key } = await raise();
  await platform.db
    .updateTable('workflow_status')
    .set({ customer_name: 'Waiting for support' })
    .where('status_id', 'in', (eb) => eb.selectFrom('status').select('id').where('name', '=', 'In progress'))
    .execute();
  await move(key, (await transitionsOf(key)).get('Start work'));
  await move(key, (await transitionsOf(key)).get('Resolve'));
  const url = `/rest/servicedeskapi/request/${key}/status`;
  const { body } = await ask<{ values: { status: string }[] }>(people.reporter, 'GET', url);
  expect(body.values.map(({ status }) => status)).toEqual(['Resolved', 'Waiting for support']);
  const second = await ask(people.reporter, 'GET', `${url}?start=1&limit=1`);
  expect(second.body).toMatchObject({ isLastPage: true, values: [{ status: 'Waiting for support' }] });
});
