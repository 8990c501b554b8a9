import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addComment } from '../comments/add-comment.ts';
import { editRequest } from '../requests/edit-request.ts';
import { createDeskWorld, type DeskWorld } from '../testing.ts';
import { loadJiraClient } from '../testing-jira-client.ts';
import type { SlaJson } from './json.ts';
import { keepSlas } from './keeper.ts';
import { goOn, recomputeForCalendar } from './recompute-desk.ts';

interface Metric {
  id: string;
  fieldId: string;
  name: string;
  version: number;
  starts: { kind: string }[];
  goals: { jql: string; minutes: number | null; calendarId: string | null }[];
}
interface Refusal {
  errorMessages: string[];
  errors: Record<string, string>;
}

const definition = {
  starts: [{ kind: 'created' }],
  stops: [{ kind: 'resolution-set' }],
  pauses: [{ kind: 'assigned' }],
  goals: [
    { jql: 'priority = Highest', minutes: 30, calendarId: null },
    { jql: '', minutes: 120, calendarId: null },
  ],
  warnMinutes: [10, 30, 10],
};

let world: DeskWorld;
let base: string;
let number = 0;
beforeAll(async () => {
  world = await createDeskWorld();
  base = `/rest/portico/1/service-desk/${world.desk.id}`;
});
afterAll(() => world.close());

const db = () => world.platform.db;
async function finish(): Promise<void> {
  await keepSlas(db());
  while (await goOn(db()));
}
async function create(given: object = {}): Promise<Metric> {
  const body = { ...definition, name: `SLA ${++number}`, ...given };
  const made = await world.ask<Metric>(world.people.administrator, 'POST', `${base}/sla`, body);
  expect(made.status, made.text).toBe(201);
  return made.body;
}
async function slaOf(key: string, id: string): Promise<SlaJson> {
  const url = `/rest/servicedeskapi/request/${key}/sla/${id}`;
  return (await world.ask<SlaJson>(world.people.agent, 'GET', url)).body;
}
// Before the test began, so that two of them are a whole number of minutes apart.
const begin = Date.now();
const minutesAgo = (minutes: number) => new Date(begin - minutes * 60_000);
const agent = () => ({ accountId: world.people.agent.account.id, isAgent: true });

describe('what a desk measures', () => {
  test('is from the beginning the first response and the resolution, by priority', async () => {
    const { body } = await world.ask<{ values: Metric[] }>(world.people.agent, 'GET', `${base}/sla`);
    expect(body.values.map(({ name }) => name)).toEqual(['Time to first response', 'Time to resolution']);
    expect(body.values[1]?.goals).toEqual([
      { jql: 'priority = "Highest"', minutes: 480, calendarId: null },
      { jql: 'priority = "High"', minutes: 1440, calendarId: null },
      { jql: 'priority = "Medium"', minutes: 4320, calendarId: null },
      { jql: '', minutes: 7200, calendarId: null },
    ]);
    const other = await db().selectFrom('sla_metric').select('field_id').distinct().execute();
    expect(other).toHaveLength(2);
  });

  test('is created, changed, ordered and deleted, which the audit log tells', async () => {
    const { administrator } = world.people;
    const made = await create({ name: 'Time to act' });
    expect(made).toMatchObject({ fieldId: `customfield_${made.id}`, version: 1, warnMinutes: [30, 10] });
    const changed = await world.ask<Metric>(administrator, 'PUT', `${base}/sla/${made.id}`, {
      ...definition,
      name: 'Time to do something',
      version: 1,
    });
    expect(changed.body).toMatchObject({ id: made.id, name: 'Time to do something', version: 2 });
    const stale = await world.ask(administrator, 'PUT', `${base}/sla/${made.id}`, {
      ...definition,
      name: 'Time to do something',
      version: 1,
    });
    expect(stale.status).toBe(409);
    const { body: all } = await world.ask<{ values: Metric[] }>(administrator, 'GET', `${base}/sla`);
    const ids = all.values.map(({ id }) => id).reverse();
    expect((await world.ask(administrator, 'PUT', `${base}/sla-order`, { ids })).status).toBe(204);
    const few = await world.ask(administrator, 'PUT', `${base}/sla-order`, { ids: ids.slice(1) });
    expect(few.status).toBe(400);
    const { body: ordered } = await world.ask<{ values: Metric[] }>(administrator, 'GET', `${base}/sla`);
    expect(ordered.values.map(({ id }) => id)).toEqual(ids);
    expect((await world.ask(administrator, 'DELETE', `${base}/sla/${made.id}`)).status).toBe(204);
    expect((await world.ask(administrator, 'GET', `${base}/sla/${made.id}`)).status).toBe(404);
    const acts = await db()
      .selectFrom('audit_event')
      .select('action')
      .where('action', 'like', 'sla.%')
      .orderBy('id')
      .execute();
    expect(acts.map(({ action }) => action)).toEqual([
      'sla.created',
      'sla.changed',
      'sla.ordered',
      'sla.deleted',
    ]);
  });

  test('shares its field with what other desks call the same, and with nothing else', async () => {
    const { administrator } = world.people;
    const there = `/rest/portico/1/service-desk/${world.otherDesk.id}/sla`;
    const body = { ...definition, name: 'Shared' };
    const one = await create({ name: 'Shared' });
    const other = (await world.ask<Metric>(administrator, 'POST', there, { ...body, name: 'SHARED' })).body;
    expect(other.id).toBe(one.id);
    const renamed = { ...body, name: 'Its own', version: other.version };
    const apart = (await world.ask<Metric>(administrator, 'PUT', `${there}/${other.id}`, renamed)).body;
    expect(apart.id).not.toBe(one.id);
    const again = { ...renamed, name: 'Its very own', version: apart.version };
    expect((await world.ask<Metric>(administrator, 'PUT', `${there}/${apart.id}`, again)).body.id).toBe(
      apart.id,
    );
    const taken = await world.ask(administrator, 'POST', `${base}/sla`, body);
    expect(taken.status).toBe(409);
  });

  test.each<[string, object, Record<string, string>]>([
    ['no name', { name: ' ' }, { name: 'Give it a name.' }],
    [
      'the name of a field',
      { name: 'impact' },
      { name: 'There is a field named impact: queries could not tell the two apart.' },
    ],
    ['nothing that starts it', { starts: [] }, { starts: 'Say what starts the clock.' }],
    ['no status', { stops: [{ kind: 'status-entered', statusIds: [] }] }, { 'stops.0': 'Choose a status.' }],
    [
      'a status that is gone',
      { pauses: [{ kind: 'status', statusIds: ['999'] }] },
      { 'pauses.0': 'One of these statuses does not exist any more. Choose another.' },
    ],
    [
      'a last goal with a query',
      { goals: [{ jql: 'priority = High', minutes: 1, calendarId: null }] },
      { goals: 'The last goal is for all other requests: it has no query.' },
    ],
    [
      'a calendar of nobody',
      { goals: [{ jql: '', minutes: 1, calendarId: '999' }] },
      { 'goals.0.calendarId': 'This service desk has no such calendar.' },
    ],
  ])('is refused with %s', async (_name, given, errors) => {
    const body = { ...definition, name: 'Refused', ...given };
    const { status, body: refusal } = await world.ask<Refusal>(
      world.people.administrator,
      'POST',
      `${base}/sla`,
      body,
    );
    expect({ status, errors: refusal.errors }).toEqual({ status: 400, errors });
  });

  test.each([
    ['staus = Open', "Field 'staus' does not exist"],
    ['priority = ', 'Error in the JQL Query'],
    ['ORDER BY created', 'Say for which requests it is.'],
    ['priority = High ORDER BY created', 'Leave out ORDER BY'],
    ['assignee = currentUser()', 'currentUser() stands for something else'],
    ['created > startOfDay(-1)', 'startOfDay() stands for something else'],
    ['created > -3d', '"-3d" is another time tomorrow'],
    ['"Needed from" < 3d', '"3d" is another time tomorrow'],
    ['filter = 10001', 'Write out what is meant'],
    ['not (priority = High and status was Open)', '"was" asks for the past'],
    ['updated > "2026-01-01"', 'changes with everything that happens'],
    ['"Time to resolution" = breached()', 'one cannot depend on another'],
  ])('does not take the query %s', async (jql, message) => {
    const goals = [
      { jql, minutes: 5, calendarId: null },
      { jql: '', minutes: 60, calendarId: null },
    ];
    const body = { ...definition, name: 'Refused', goals };
    const answer = await world.ask<Refusal>(world.people.administrator, 'POST', `${base}/sla`, body);
    expect(answer.status, answer.text).toBe(400);
    expect(answer.body.errors['goals.0.jql']).toContain(message);
  });
});

describe('a request', () => {
  test('has the service levels of its desk, as Jira Service Management shows them', async () => {
    const { id } = await create({ name: 'Shown' });
    const { id: requestId, key } = await world.raise({ at: minutesAgo(90) });
    // Read at once, by whoever reads it alone, though no keeper has come by.
    expect(await slaOf(key, id)).toMatchObject({
      id,
      name: 'Shown',
      completedCycles: [],
      ongoingCycle: {
        paused: false,
        breached: false,
        withinCalendarHours: true,
        goalDuration: { millis: 7_200_000, friendly: '2h' },
        elapsedTime: { friendly: '1h 30m' },
        _portico: { calendar: null, pauseReason: null, warnMinutes: [30, 10] },
      },
    });
    const { accountId } = world.people.agent.account;
    await editRequest(db(), {
      requestId,
      actor: agent(),
      values: { assignee: { accountId } },
      at: minutesAgo(30),
    });
    expect((await slaOf(key, id)).ongoingCycle).toMatchObject({
      paused: true,
      elapsedTime: { friendly: '1h' },
      remainingTime: { friendly: '1h' },
      _portico: { pauseReason: 'Assigned' },
    });
    await editRequest(db(), {
      requestId,
      actor: agent(),
      values: { priority: { name: 'Highest' }, resolution: { name: 'Done' } },
      at: minutesAgo(10),
    });
    const done = await slaOf(key, id);
    expect(done.ongoingCycle).toBeUndefined();
    // The goal that applied when it stopped.
    expect(done.completedCycles).toMatchObject([{ breached: false, goalDuration: { friendly: '2h' } }]);
    const { status } = await world.ask(
      world.people.reporter,
      'GET',
      `/rest/servicedeskapi/request/${key}/sla`,
    );
    expect(status).toBe(404);
    expect(
      (await world.ask(world.people.agent, 'GET', `/rest/servicedeskapi/request/${key}/sla/1`)).status,
    ).toBe(404);
  });

  test('has them as fields, which Jira lists', async () => {
    const { id, fieldId } = await create({
      name: 'Field',
      stops: [{ kind: 'comment-by-agent' }],
      goals: [{ jql: '', minutes: 5, calendarId: null }],
    });
    const { key, id: requestId } = await world.raise({ at: minutesAgo(60) });
    await addComment(db(), { requestId, actor: agent(), body: 'Yes', isPublic: true, at: minutesAgo(50) });
    const { agent: person } = world.people;
    const url = `/rest/api/3/issue/${key}?fields=${fieldId}&expand=names,schema`;
    const { body } = await world.ask<{ fields: object; names: object; schema: object }>(person, 'GET', url);
    expect(body.fields).toMatchObject({
      [fieldId]: { id, completedCycles: [{ breached: true, remainingTime: { friendly: '-5m' } }] },
    });
    expect(body.names).toEqual({ [fieldId]: 'Field' });
    expect(body.schema).toEqual({
      [fieldId]: {
        type: 'sd-servicelevelagreement',
        custom: 'com.atlassian.servicedesk:sd-sla-field',
        customId: Number(id),
      },
    });
    const listed = await world.ask<{ id: string }[]>(person, 'GET', '/rest/api/3/field');
    expect(listed.body.map((field) => field.id)).toContain(fieldId);
    const others = await world.ask<{ id: string }[]>(world.people.otherAgent, 'GET', '/rest/api/3/field');
    expect(others.body.map((field) => field.id)).not.toContain(fieldId);
  });

  test('answers jira.js, which knows every key', async () => {
    await world.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = world.app.server.address() as AddressInfo;
    const { jira, core } = await loadJiraClient();
    const client = jira.createServiceDeskClient(
      core.createClient({
        host: `http://127.0.0.1:${port}`,
        headers: world.people.agent.headers,
        onSchemaMismatch: 'throw',
      }),
    );
    const { key: issueIdOrKey, id: requestId } = await world.raise({ at: minutesAgo(60) });
    await addComment(db(), { requestId, actor: agent(), body: 'Yes', isPublic: true, at: minutesAgo(50) });
    const { values = [] } = await client.request.getSlaInformation({ issueIdOrKey });
    const first = values.find(({ name }) => name === 'Time to first response');
    expect(first?.completedCycles).toMatchObject([{ breached: false, elapsedTime: { friendly: '10m' } }]);
    const slaMetricId = Number(first?.id);
    expect(await client.request.getSlaInformationById({ issueIdOrKey, slaMetricId })).toMatchObject({
      name: 'Time to first response',
    });
    const drift = (
      globalThis as { __SCHEMA_DRIFT_RECORDS__?: { kind: string; endpoint: string; keys?: string[] }[] }
    ).__SCHEMA_DRIFT_RECORDS__;
    const ours = (drift ?? []).filter(({ endpoint }) => endpoint.includes('/sla'));
    expect(ours.flatMap(({ keys = [] }) => keys).filter((each) => each !== '_portico')).toEqual([]);
  });
});

describe('before it is saved', () => {
  test('it says what it would say of the latest requests, and of those that are named', async () => {
    const { administrator } = world.people;
    const { key, id } = await world.raise({ at: minutesAgo(60) });
    const metric = await create({ name: 'Previewed' });
    await finish();
    const body = {
      ...definition,
      name: 'Previewed',
      id: metric.id,
      goals: [{ jql: '', minutes: 30, calendarId: null }],
      issueIdsOrKeys: [key],
    };
    const preview = await world.ask<{ values: unknown[]; openRequests: number; allRequests: number }>(
      administrator,
      'POST',
      `${base}/sla-preview`,
      body,
    );
    expect(preview.body.values).toMatchObject([
      {
        issue: { id, key },
        before: { ongoingCycle: { breached: false } },
        after: { ongoingCycle: { breached: true } },
      },
    ]);
    expect(preview.body.openRequests).toBeLessThanOrEqual(preview.body.allRequests);
    // Nothing has changed by it.
    expect((await slaOf(key, metric.id)).ongoingCycle?.breached).toBe(false);
    const latest = await world.ask<{ values: { before: unknown }[] }>(
      administrator,
      'POST',
      `${base}/sla-preview`,
      {
        ...definition,
        name: 'New',
      },
    );
    expect(latest.body.values.length).toBeGreaterThan(0);
    expect(latest.body.values.every(({ before }) => before === null)).toBe(true);
    const missing = { ...body, issueIdsOrKeys: ['NORTH-99999'] };
    expect((await world.ask(administrator, 'POST', `${base}/sla-preview`, missing)).status).toBe(400);
  });
});

describe('when what is measured changes', () => {
  async function progress() {
    const { body } = await world.ask<{
      values: { id: string; state: string; scope: string; done: number; total: number; reason: string }[];
    }>(world.people.administrator, 'GET', `${base}/sla-recompute`);
    return body.values;
  }

  test('open requests are computed anew in the background, with progress', async () => {
    await finish();
    const resolved = await world.raise({ at: minutesAgo(60) });
    await editRequest(db(), {
      requestId: resolved.id,
      actor: agent(),
      values: { resolution: { name: 'Done' } },
    });
    const open = await world.raise({ at: minutesAgo(60) });
    const { id } = await create({ name: 'Anew' });
    const [begun] = await progress();
    expect(begun).toMatchObject({ state: 'running', scope: 'open', done: 0, reason: '“Anew” is new' });
    // Several processes at once do each batch once.
    await Promise.all([goOn(db()), goOn(db()), goOn(db())]);
    const [done] = await progress();
    expect(done).toMatchObject({ id: begun?.id, state: 'done', done: begun?.total });
    const counted = async (requestId: string) =>
      (
        await sql`select from sla_cycle c join sla_metric m on m.id = c.metric_id
          where m.field_id = ${id} and c.request_id = ${requestId}`.execute(db())
      ).rows.length;
    // The one that is resolved was not in it.
    await db().deleteFrom('sla_stale').execute();
    expect([await counted(open.id), await counted(resolved.id)]).toEqual([1, 0]);
    const all = await world.ask(world.people.administrator, 'POST', `${base}/sla-recompute`, {
      scope: 'all',
    });
    expect(all.status).toBe(202);
    await finish();
    expect(await counted(resolved.id)).toBe(1);
  });

  test('it goes on where it was left, and no further once it is cancelled', async () => {
    await db()
      .transaction()
      .execute(async (trx) => {
        for (let count = 0; count < 3; count += 1) await world.raise({ at: minutesAgo(5) });
        return trx;
      });
    const started = await world.ask<{ id: string }>(
      world.people.administrator,
      'POST',
      `${base}/sla-recompute`,
      { scope: 'all' },
    );
    const last = await db()
      .selectFrom('request')
      .select('id')
      .where('service_desk_id', '=', world.desk.id)
      .orderBy('id', 'desc')
      .offset(1)
      .limit(1)
      .executeTakeFirstOrThrow();
    await db()
      .updateTable('sla_recompute')
      .set({ last_request_id: last.id, done: 0 })
      .where('id', '=', started.body.id)
      .execute();
    await goOn(db());
    expect((await progress())[0]).toMatchObject({ state: 'done', done: 1 });
    const next = await world.ask<{ id: string }>(
      world.people.administrator,
      'POST',
      `${base}/sla-recompute`,
      { scope: 'open' },
    );
    const cancel = `${base}/sla-recompute/${next.body.id}/cancel`;
    expect((await world.ask(world.people.administrator, 'POST', cancel)).status).toBe(204);
    expect((await world.ask(world.people.administrator, 'POST', cancel)).status).toBe(404);
    expect(await goOn(db())).toBe(false);
    expect((await progress())[0]).toMatchObject({ state: 'cancelled', done: 0 });
  });

  test('another calendar computes the desks anew that count by it', async () => {
    const { id } = await db()
      .insertInto('calendar')
      .values({
        service_desk_id: world.desk.id,
        name: 'Never',
        time_zone: 'UTC',
        hours: JSON.stringify([[], [], [], [], [], [], []]),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const metric = await create({
      name: 'By calendar',
      pauses: [],
      goals: [{ jql: '', minutes: 60, calendarId: id }],
    });
    await finish();
    const { key } = await world.raise({ at: minutesAgo(90) });
    expect((await slaOf(key, metric.id)).ongoingCycle).toMatchObject({
      elapsedTime: { millis: 0 },
      withinCalendarHours: false,
      breached: false,
      _portico: { calendar: { id, name: 'Never', timeZone: 'UTC' } },
    });
    const hours = JSON.stringify(Array(7).fill([[0, 1440]]));
    await db()
      .transaction()
      .execute(async (trx) => {
        await trx.updateTable('calendar').set({ hours, version: 2 }).where('id', '=', id).execute();
        await recomputeForCalendar(trx, id);
      });
    expect((await progress())[0]).toMatchObject({
      scope: 'open',
      reason: 'The calendar “Never” has changed',
    });
    await finish();
    expect((await slaOf(key, metric.id)).ongoingCycle).toMatchObject({
      breached: true,
      withinCalendarHours: true,
    });
  });
});
