import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld } from '../testing.ts';
import { createQueueCounts } from './counts.ts';
import { listQueues } from './store.ts';
import { whoItDependsOn } from './who-it-depends-on.ts';

let world: DeskWorld;
let base: string;
beforeAll(async () => {
  world = await createDeskWorld();
  base = `/rest/portico/1/service-desk/${world.desk.id}`;
});
afterAll(() => world.close());

interface DeskQueue {
  id: string;
  name: string;
  jql: string;
  columns: string[];
  hasOwnColumns: boolean;
  groupId: string | null;
  isStarred: boolean;
  isTeamPriority: boolean;
  version: number;
  issueCount?: number;
  problem?: string;
}
interface DeskQueues {
  groups: { id: string; name: string }[];
  queues: DeskQueue[];
}
interface Refused {
  errors: Record<string, string>;
  errorMessages: string[];
}

const agent = () => world.people.agent;
const administrator = () => world.people.administrator;
const input = { jql: 'order by created', columns: null, groupId: null, isTeamPriority: false };

async function add(name: string, more: object = {}) {
  const call = await world.ask<DeskQueue & Refused>(administrator(), 'POST', `${base}/queue`, {
    ...input,
    name,
    ...more,
  });
  return call;
}

async function list(query = '?includeCount=true'): Promise<DeskQueues> {
  return (await world.ask<DeskQueues>(agent(), 'GET', `${base}/queue${query}`)).body;
}

test('a queue is added, changed, and deleted, and the audit log tells of it', async () => {
  const made = await add('  Printers ', { jql: 'summary ~ printer', columns: ['issuekey', 'summary'] });
  expect(made.status, made.text).toBe(201);
  expect(made.body).toMatchObject({ name: 'Printers', columns: ['issuekey', 'summary'], version: 1 });
  const { id } = made.body;
  const change = (version: number) =>
    world.ask<DeskQueue & Refused>(administrator(), 'PUT', `${base}/queue/${id}`, {
      ...input,
      name: 'All of them',
      version,
    });
  expect((await change(1)).body).toMatchObject({ name: 'All of them', hasOwnColumns: false, version: 2 });
  expect((await change(1)).status).toBe(409);
  expect((await add('all OF them')).status).toBe(409);
  expect((await world.ask(administrator(), 'DELETE', `${base}/queue/${id}`)).status).toBe(204);
  expect((await world.ask(agent(), 'GET', `${base}/queue/${id}`)).status).toBe(404);
  const told = await world.platform.db
    .selectFrom('audit_event')
    .select('action')
    .where('object_id', '=', id)
    .where('object_type', '=', 'queue')
    .orderBy('id')
    .execute();
  expect(told.map(({ action }) => action)).toEqual(['queue.created', 'queue.changed', 'queue.deleted']);
});

test.each<[string, object, string, RegExp]>([
  ['a query that is none', { jql: 'status =' }, 'jql', /Error in the JQL Query/],
  ['a field that is none', { jql: 'staus = Open' }, 'jql', /staus/],
  ['a status that is none', { jql: 'status = Nowhere' }, 'jql', /Nowhere/],
  ['a column that is none', { columns: ['summary', 'customfield_999'] }, 'columns', /customfield_999/],
  ['no columns', { columns: [] }, 'columns', /at least one/],
  ['a section of elsewhere', { groupId: '999999' }, 'groupId', /no such section/],
  ['no name', { name: ' ' }, 'name', /Give it a name/],
])('%s is refused where it stands', async (_, more, field, words) => {
  const { status, body } = await add('Refused', more);
  expect(status).toBe(400);
  expect(body.errors[field]).toMatch(words);
});

test('sections hold queues, in an order that is kept as a whole', async () => {
  const section = async (name: string) =>
    (await world.ask<{ id: string }>(administrator(), 'POST', `${base}/queue-group`, { name })).body.id;
  const [first, second] = [await section('First'), await section('Second')];
  const { queues } = await list('');
  const ids = queues.map(({ id }) => id);
  const [one = '', two = '', ...rest] = ids;
  const arrange = (groups: object[]) =>
    world.ask<Refused>(administrator(), 'PUT', `${base}/queue-order`, { groups });
  const wanted = [
    { groupId: null, queueIds: rest },
    { groupId: second, queueIds: [two] },
    { groupId: first, queueIds: [one] },
  ];
  expect((await arrange(wanted)).status).toBe(204);
  const after = await list('');
  expect(after.groups.map(({ name }) => name)).toEqual(['Second', 'First']);
  expect(after.queues.map(({ id }) => id)).toEqual([...rest, two, one]);
  // somebody has added one meanwhile
  expect((await arrange([{ groupId: null, queueIds: rest }])).status).toBe(409);

  expect((await world.ask(administrator(), 'DELETE', `${base}/queue-group/${first}`)).status).toBe(204);
  expect((await list('')).queues.find(({ id }) => id === one)?.groupId).toBeNull();
  expect(
    (await world.ask(administrator(), 'PUT', `${base}/queue-group/${second}`, { name: 'Renamed' })).body,
  ).toEqual({ id: second, name: 'Renamed' });
});

test('a star is each person’s own', async () => {
  const [queue] = (await list('')).queues;
  const star = `${base}/queue/${queue?.id}/star`;
  expect((await world.ask(agent(), 'PUT', star)).status).toBe(204);
  expect((await world.ask(agent(), 'PUT', star)).status).toBe(204);
  expect((await list('')).queues.filter(({ isStarred }) => isStarred)).toHaveLength(1);
  const others = await world.ask<DeskQueues>(administrator(), 'GET', `${base}/queue`);
  expect(others.body.queues.some(({ isStarred }) => isStarred)).toBe(false);
  expect((await world.ask(agent(), 'DELETE', star)).status).toBe(204);
  expect((await list('')).queues.some(({ isStarred }) => isStarred)).toBe(false);
});

test('a preview says what is wrong, or what comes first', async () => {
  const { key } = await world.raise();
  const preview = (jql: string, columns: string[] | null = null) =>
    world.ask<{
      problems: { message: string; start: number }[];
      issueCount?: number;
      values: { key: string; fields: Record<string, unknown> }[];
    }>(administrator(), 'POST', `${base}/queue-preview`, { jql, columns });
  const wrong = (await preview('project = NORTH and staus = Open')).body;
  expect(wrong).toMatchObject({ values: [], problems: [{ start: 20 }] });
  const right = (await preview(`key = ${key}`, ['description', 'requesttype', 'watches'])).body;
  expect(right).toMatchObject({ problems: [], issueCount: 1, values: [{ key }] });
  expect(Object.keys(right.values[0]?.fields ?? {})).toEqual(
    expect.arrayContaining(['summary', 'description', 'requesttype', 'watches']),
  );
});

test('a queue shows its columns', async () => {
  const { key } = await world.raise();
  const { body: queue } = await add('Columns', {
    jql: `key = ${key}`,
    columns: ['issuekey', 'summary', 'organization', 'requesttype'],
  });
  const url = `/rest/servicedeskapi/servicedesk/${world.desk.id}/queue/${queue.id}`;
  const { body } = await world.ask<{ values: { fields: Record<string, unknown> }[] }>(
    agent(),
    'GET',
    `${url}/issue`,
  );
  expect(body.values[0]?.fields).toMatchObject({
    requesttype: { requestType: { name: expect.any(String) } },
  });
  expect(body.values[0]?.fields).toHaveProperty('organization');
  expect((await world.ask<{ fields: string[] }>(agent(), 'GET', url)).body.fields).toEqual(queue.columns);
});

test('a service level is a column', async () => {
  const { key } = await world.raise();
  const { body: fields } = await world.ask<{ id: string; schema?: { custom?: string } }[]>(
    agent(),
    'GET',
    '/rest/api/3/field',
  );
  const sla = fields.find(({ schema }) => schema?.custom?.endsWith('sd-sla-field'))?.id ?? '';
  const { body: queue } = await add('Service levels', { jql: `key = ${key}`, columns: ['summary', sla] });
  const url = `/rest/servicedeskapi/servicedesk/${world.desk.id}/queue/${queue.id}/issue`;
  const { body } = await world.ask<{ values: { fields: Record<string, unknown> }[] }>(agent(), 'GET', url);
  expect(body.values[0]?.fields).toHaveProperty(sla);
});

test('a queue whose query no longer runs says so, and the others are counted', async () => {
  const { body: queue } = await add('Broken');
  await world.platform.db.updateTable('queue').set({ jql: 'gone = 1' }).where('id', '=', queue.id).execute();
  const { queues } = await list();
  const broken = queues.find(({ id }) => id === queue.id);
  expect(broken?.problem).toMatch(/gone/);
  expect(broken).not.toHaveProperty('issueCount');
  expect(queues.filter(({ issueCount }) => issueCount !== undefined)).toHaveLength(queues.length - 1);
  const url = `/rest/servicedeskapi/servicedesk/${world.desk.id}/queue/${queue.id}/issue`;
  expect((await world.ask(agent(), 'GET', url)).status).toBe(400);
  await world.ask(administrator(), 'DELETE', `${base}/queue/${queue.id}`);
});

test('two who take the next at once get two requests, until there is none', async () => {
  const { key: first } = await world.raise();
  const { key: second } = await world.raise();
  const { body: queue } = await add('To take', {
    jql: `key in (${first}, ${second}) order by created asc`,
  });
  const take = (who = agent()) =>
    world.ask<{ key: string } & Refused>(who, 'POST', `${base}/queue/${queue.id}/take-next`);
  const [mine, theirs] = await Promise.all([take(), take(administrator())]);
  expect([mine.body.key, theirs.body.key].sort()).toEqual([first, second].sort());
  const issue = await world.ask<{ fields: { assignee: { displayName: string } } }>(
    agent(),
    'GET',
    `/rest/api/3/issue/${mine.body.key}`,
  );
  expect(issue.body.fields.assignee.displayName).toBe('Anna Agent');
  const none = await take();
  expect(none.status).toBe(409);
  expect(none.body.errorMessages[0]).toMatch(/“To take” is assigned already/);
});

test('counts are kept until something changes on the desk, and are then counted once for all', async () => {
  const { platform, desk, people, raise } = world;
  const counts = createQueueCounts(platform.db, { pauseMs: 50 });
  // of another process
  const elsewhere = createQueueCounts(platform.db, { pauseMs: 50 });
  const queues = (await listQueues(platform.db, desk.id, { start: 0, limit: 100 })).filter(
    ({ name }) => name === 'All open',
  );
  const viewer = { ...people.agent.account, timeZone: null };
  const other = { ...people.administrator.account, timeZone: null };
  const countFor = async (who = viewer, by = counts) => {
    const [count] = (await by.of(desk.id, who, queues)).values();
    return count && 'count' in count ? count.count : count?.problem;
  };
  const before = await countFor();
  expect(await countFor(viewer, elsewhere)).toBe(before);
  // a row that comes without an event is not noticed: nothing was counted anew
  await platform.db
    .updateTable('request')
    .set({ resolution: 'Done', resolved_at: new Date() })
    .where('service_desk_id', '=', desk.id)
    .execute();
  expect(await Promise.all([countFor(), countFor(other)])).toEqual([before, before]);
  await raise();
  expect(await Promise.all([countFor(), countFor(other), countFor(viewer, elsewhere)])).toEqual([1, 1, 1]);
});

test.each([
  ['resolution = Unresolved ORDER BY created', true],
  ['status in ("a (b)", c) AND created >= startOfDay(-1d)', true],
  ['"Time to resolution" = breached()', true],
  ['assignee = currentUser()', false],
  ['assignee IN membersOf("x")', false],
  ['filter = 10000', false],
  ['lastViewed > -1d', false],
])('%s is the same for all in one zone: %s', (jql, isShared) => {
  const who = (id: string) => whoItDependsOn(jql, { id, isAdministrator: false, timeZone: null });
  expect(who('1') === who('2')).toBe(isShared);
});
