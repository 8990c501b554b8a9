import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld } from './testing.ts';

// What is of one desk, for administrators of another one: by the address of its own desk, and by that of theirs.
let world: DeskWorld;
let ids: Record<string, string>;
let requestKey: string;
beforeAll(async () => {
  world = await createDeskWorld();
  const { db } = world.platform;
  await db.updateTable('service_desk_agent').set({ is_administrator: true }).execute();
  requestKey = (await world.raise()).key;
  const base = `/rest/portico/1/service-desk/${world.desk.id}`;
  const admin = world.people.administrator;
  const made = async (path: string, body: object) =>
    (await world.ask<{ id: string }>(admin, 'POST', `${base}/${path}`, body)).body.id;
  const first = async (path: string) =>
    (await world.ask<{ values: { id: string }[] }>(admin, 'GET', `${base}/${path}`)).body.values[0]?.id ?? '';
  ids = {
    queueId: await made('queue', {
      name: 'Ours',
      jql: '',
      columns: null,
      groupId: null,
      isTeamPriority: false,
    }),
    groupId: await made('queue-group', { name: 'Our section' }),
    calendarId: await first('calendar'),
    slaId: await first('sla'),
    recomputeId: await made('sla-recompute', { scope: 'all' }),
  };
  expect(
    Object.values(ids).every((id) => /^\d+$/.test(id)),
    JSON.stringify(ids),
  ).toBe(true);
});
afterAll(() => world.close());

const sla = (more: object = {}) => ({
  name: 'Theirs',
  starts: [{ kind: 'created' }],
  stops: [{ kind: 'resolution-set' }],
  pauses: [],
  goals: [{ jql: '', minutes: 60, calendarId: null }],
  warnMinutes: [],
  ...more,
});
const calendar = {
  name: 'Theirs',
  timeZone: 'UTC',
  hours: { monday: [{ start: '9:00', end: '17:00' }] },
  holidays: [],
};
const { name: _, ...times } = calendar;
const queue = { name: 'Theirs', jql: '', columns: null, groupId: null, isTeamPriority: false };

type Call = readonly ['GET' | 'POST' | 'PUT' | 'DELETE', string, object?];

const ofOneThing: readonly Call[] = [
  ['GET', 'queue/{queueId}'],
  ['PUT', 'queue/{queueId}', { ...queue, version: 1 }],
  ['DELETE', 'queue/{queueId}'],
  ['PUT', 'queue/{queueId}/star'],
  ['DELETE', 'queue/{queueId}/star'],
  ['POST', 'queue/{queueId}/take-next'],
  ['PUT', 'queue-group/{groupId}', { name: 'Theirs' }],
  ['DELETE', 'queue-group/{groupId}'],
  ['GET', 'calendar/{calendarId}'],
  ['PUT', 'calendar/{calendarId}', { ...calendar, version: 1 }],
  ['DELETE', 'calendar/{calendarId}'],
  ['POST', 'calendar/{calendarId}/copy', {}],
  ['POST', 'sla-recompute/{recomputeId}/cancel'],
];
const ofTheDesk: readonly Call[] = [
  ['GET', 'queue'],
  ['POST', 'queue', queue],
  ['POST', 'queue-preview', { jql: '', columns: null }],
  ['PUT', 'queue-order', { groups: [] }],
  ['POST', 'queue-group', { name: 'Theirs' }],
  ['GET', 'calendar'],
  ['POST', 'calendar', calendar],
  ['POST', 'calendar-preview', { ...times, start: '2026-03-02T10:00:00Z' }],
  ['POST', 'calendar-holiday-preview', { format: 'lines', text: '2026-12-25 Christmas' }],
  ['GET', 'sla'],
  ['GET', 'sla/{slaId}'],
  ['POST', 'sla', sla()],
  ['PUT', 'sla/{slaId}', sla({ version: 1 })],
  ['DELETE', 'sla/{slaId}'],
  ['PUT', 'sla-order', { ids: [] }],
  ['POST', 'sla-preview', sla()],
  ['GET', 'sla-recompute'],
  ['POST', 'sla-recompute', { scope: 'open' }],
];

const filled = (path: string) => path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => ids[name] ?? '');

const named = ([method, path, body]: Call) => ({ method, path, body });

test.each([...ofOneThing, ...ofTheDesk].map(named))('$method $path', async ({ method, path, body }) => {
  const stranger = world.people.otherAgent;
  const at = `/rest/portico/1/service-desk/${world.desk.id}/${filled(path)}`;
  for (const [who, statuses] of [
    [stranger, [403, 404]],
    [world.people.reporter, [403, 404]],
    [world.people.customerOfB, [403, 404]],
    [null, [401]],
  ] as const) {
    const { status, text } = await world.ask(who, method, at, body);
    expect(statuses, `${status} ${text}`).toContain(status);
  }
});

test.each(ofOneThing.map(named))('$method $path at their own desk', async ({ method, path, body }) => {
  const at = `/rest/portico/1/service-desk/${world.otherDesk.id}/${filled(path)}`;
  const { status, text } = await world.ask(world.people.otherAgent, method, at, body);
  expect(status, text).toBe(404);
});

test('nothing of another desk is taken into theirs', async () => {
  const stranger = world.people.otherAgent;
  const own = `/rest/portico/1/service-desk/${world.otherDesk.id}`;
  const ask = async (method: 'POST' | 'PUT', path: string, body: object) =>
    (await world.ask(stranger, method, `${own}/${path}`, body)).status;
  expect(await ask('POST', 'queue', { ...queue, groupId: ids['groupId'] })).toBe(400);
  expect(
    await ask('POST', 'sla', sla({ goals: [{ jql: '', minutes: 60, calendarId: ids['calendarId'] }] })),
  ).toBe(400);
  expect(await ask('POST', 'sla-preview', sla({ issueIdsOrKeys: [requestKey] }))).toBe(400);
  expect(await ask('PUT', 'queue-order', { groups: [{ groupId: null, queueIds: [ids['queueId']] }] })).toBe(
    409,
  );
  const theirs = (await world.ask<{ values: { id: string }[] }>(stranger, 'GET', `${own}/calendar`)).body
    .values[0];
  expect(await ask('POST', `calendar/${theirs?.id}/copy`, { serviceDeskId: world.desk.id })).toBeGreaterThan(
    402,
  );
});

test.each([
  ['GET', 'votes'],
  ['POST', 'votes'],
  ['DELETE', 'votes'],
  ['GET', 'properties'],
  ['GET', 'properties/a'],
  ['PUT', 'properties/a'],
  ['DELETE', 'properties/a'],
] as const)('%s %s of a request', async (method, part) => {
  const { people } = world;
  for (const who of [people.otherAgent, people.reporter, people.customerOfB, people.manager]) {
    const { status, text } = await world.ask(
      who,
      method,
      `/rest/api/3/issue/${requestKey}/${part}`,
      method === 'PUT' ? { x: 1 } : undefined,
    );
    expect([403, 404], `${status} ${text}`).toContain(status);
  }
});

test('customers see no service level of their own request', async () => {
  const { reporter, agent } = world.people;
  for (const at of [
    `/rest/servicedeskapi/request/${requestKey}/sla`,
    `/rest/servicedeskapi/request/${requestKey}/sla/${ids['slaId']}`,
  ]) {
    expect((await world.ask(agent, 'GET', at)).status).toBe(200);
    expect([403, 404]).toContain((await world.ask(reporter, 'GET', at)).status);
  }
  for (const at of [
    `/rest/servicedeskapi/request/${requestKey}?expand=sla`,
    `/rest/api/3/issue/${requestKey}`,
  ]) {
    const { text } = await world.ask(reporter, 'GET', at);
    expect(text).not.toContain('Cycle');
    expect(text).not.toContain('Time to');
  }
  const { text } = await world.ask(reporter, 'GET', '/rest/api/3/field');
  expect(text).not.toContain('Time to');
});
