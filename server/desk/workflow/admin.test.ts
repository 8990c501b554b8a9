import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';
import type { DefinitionJson } from './definition-json.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
  await world.platform.jobs.start();
});
afterAll(() => world.close());

interface Shown {
  id: string;
  name: string;
  version: number;
  mayChange: boolean;
  uses: { requestTypeName: string; projectKey: string }[];
  published: DefinitionJson;
  draft: {
    definition: DefinitionJson;
    problems: Record<string, string>;
    leaving: { status: { id: string; name: string }; requestCount: number }[];
  } | null;
  moves: {
    from: { name: string };
    to: { name: string };
    total: number;
    moved: number;
    finishedAt: string | null;
  }[];
}
interface Problem {
  errorMessages: string[];
  errors: Record<string, string>;
}

const base = '/rest/portico/1/workflow';

async function shared(): Promise<Shown> {
  const { body } = await world.ask<{ values: Shown[] }>(
    world.people.administrator,
    'GET',
    `${base}?query=support`,
  );
  return get(body.values.find(({ name }) => name === 'Customer support')?.id ?? '');
}

async function get(id: string, who = world.people.administrator): Promise<Shown> {
  return (await world.ask<Shown>(who, 'GET', `${base}/${id}`)).body;
}

/** A workflow of its own for `desk`'s "Ask a question", which a test may do with what it likes. */
async function ownWorkflow(name: string): Promise<Shown> {
  const { id } = await shared();
  const { status, body } = await world.ask<Shown>(world.people.administrator, 'POST', base, {
    name,
    copyOf: id,
  });
  expect(status).toBe(201);
  await world.platform.db
    .updateTable('request_type')
    .set({ workflow_id: body.id })
    .where('id', '=', world.types.get('Ask a question') ?? '')
    .execute();
  return get(body.id);
}

function draft(
  workflow: Shown,
  change: (definition: DefinitionJson) => void,
  who = world.people.administrator,
) {
  const definition = structuredClone(workflow.draft?.definition ?? workflow.published);
  change(definition);
  return world.ask<Shown & Problem>(who, 'PUT', `${base}/${workflow.id}/draft`, {
    version: workflow.version,
    definition,
  });
}

function publish(workflow: Shown, mapping: Record<string, string> = {}, who = world.people.administrator) {
  return world.ask<Shown & Problem>(who, 'POST', `${base}/${workflow.id}/publish`, {
    version: workflow.version,
    mapping,
  });
}

async function change(workflow: Shown, how: (definition: DefinitionJson) => void): Promise<Shown> {
  const saved = await draft(workflow, how);
  expect(saved.body.draft?.problems).toEqual({});
  const published = await publish(saved.body);
  expect([published.status, published.body.errors]).toEqual([200, undefined]);
  return published.body;
}

async function ask(by: TestPerson = world.people.reporter) {
  const requestTypeId = world.types.get('Ask a question') ?? '';
  const { body } = await world.ask<{ issueKey: string; issueId: string }>(
    by,
    'POST',
    '/rest/servicedeskapi/request',
    {
      serviceDeskId: world.desk.id,
      requestTypeId,
      requestFieldValues: { summary: 'How do I?' },
    },
  );
  return { key: body.issueKey, id: body.issueId };
}

async function transitions(key: string, who = world.people.agent) {
  const url = `/rest/api/3/issue/${key}/transitions`;
  const { body } = await world.ask<{ transitions: { id: string; name: string; isGlobal: boolean }[] }>(
    who,
    'GET',
    url,
  );
  return new Map(body.transitions.map(({ id, name }) => [name, id]));
}

async function move(key: string, name: string, who = world.people.agent) {
  const id = (await transitions(key)).get(name) ?? 'none';
  return world.ask<Problem>(who, 'POST', `/rest/api/3/issue/${key}/transitions`, { transition: { id } });
}

interface Issue {
  fields: {
    status: { name: string };
    resolution: { name: string } | null;
    assignee: { displayName: string } | null;
    priority: { name: string };
  };
}
async function issue(key: string): Promise<Issue['fields']> {
  return (await world.ask<Issue>(world.people.agent, 'GET', `/rest/api/3/issue/${key}`)).body.fields;
}

function named(definition: DefinitionJson, name: string) {
  const found = definition.transitions.find((transition) => transition.name === name);
  if (!found) throw new Error(`No transition ${name}`);
  return found;
}

async function statusIds(): Promise<Map<string, string>> {
  const { body } = await world.ask<{ values: { id: string; name: string }[] }>(
    world.people.administrator,
    'GET',
    '/rest/portico/1/status',
  );
  return new Map(body.values.map(({ id, name }) => [name, id]));
}

test('a workflow shows what is published, who has it and that nothing is drafted', async () => {
  const workflow = await shared();
  expect(workflow).toMatchObject({ mayChange: true, draft: null, moves: [] });
  expect(workflow.uses.map(({ projectKey }) => projectKey)).toContain('OTHER');
  const start = named(workflow.published, 'Start work');
  expect(start).toMatchObject({
    resolution: { kind: 'clear' },
    conditions: [],
    effects: [],
    screen: [],
    isShownToCustomers: false,
  });
  expect(start.from).toHaveLength(2);
  expect(workflow.published.statuses.map(({ customerName }) => customerName)).toContain(
    'Waiting for your reply',
  );
});

test('a draft changes nothing until it is published, and transitions that stay keep their ids', async () => {
  const workflow = await ownWorkflow('Drafted');
  const { key } = await ask();
  const startId = named(workflow.published, 'Start work').id;
  const saved = await draft(workflow, (definition) => {
    named(definition, 'Start work').name = 'Begin';
    definition.transitions = definition.transitions.filter(({ name }) => name !== 'Resolve');
    const [first] = definition.statuses;
    if (first) Object.assign(first, { x: 10.5, y: -3 });
    definition.transitions.push({
      ...named(definition, 'Begin'),
      id: 'new-1',
      name: 'Escalate',
      from: null,
      to: definition.statuses[1]?.statusId ?? '',
    });
  });
  expect(saved.status).toBe(200);
  expect(saved.body.draft?.problems).toEqual({});
  expect([...(await transitions(key)).keys()]).toContain('Start work');

  const published = await publish(saved.body);
  expect(published.status).toBe(200);
  expect(published.body).toMatchObject({ draft: null, version: workflow.version + 2 });
  expect(named(published.body.published, 'Begin').id).toBe(startId);
  expect(named(published.body.published, 'Escalate')).toMatchObject({
    id: expect.stringMatching(/^\d+$/),
    from: null,
  });
  expect(published.body.published.statuses[0]).toMatchObject({ x: 10.5, y: -3 });
  const offered = await transitions(key);
  expect([...offered.keys()]).toEqual(['Begin', 'Ask the customer', 'Cancel request', 'Escalate']);
});

test('a stale save or publication is refused, and a draft can be given up', async () => {
  const workflow = await ownWorkflow('Stale');
  const saved = await draft(workflow, (definition) => {
    definition.description = 'First';
  });
  expect((await draft(workflow, () => {})).status).toBe(409);
  expect((await publish(workflow)).status).toBe(409);
  const url = `${base}/${workflow.id}/draft`;
  const { administrator } = world.people;
  expect((await world.ask(administrator, 'DELETE', `${url}?version=${workflow.version}`)).status).toBe(409);
  const discarded = await world.ask<Shown>(administrator, 'DELETE', `${url}?version=${saved.body.version}`);
  expect(discarded.body).toMatchObject({ draft: null });
  expect(discarded.body.published.description).toBe('');
  const nothing = await publish(discarded.body);
  expect(nothing).toMatchObject({
    status: 409,
    body: { errorMessages: [expect.stringContaining('no draft')] },
  });
});

test('what is wrong with a draft is said by place, kept, and cannot be published', async () => {
  const workflow = await ownWorkflow('Faulty');
  const saved = await draft(workflow, (definition) => {
    const start = named(definition, 'Start work');
    Object.assign(start, { name: ' ', from: [], isShownToCustomers: true });
    start.screen = [
      { fieldId: 'customfield_999', isRequired: false },
      { fieldId: 'resolution', isRequired: true },
    ];
    start.conditions = [{ kind: 'role', anyOf: [] }];
    named(definition, 'Resolve').resolution = { kind: 'set', resolutionId: '9999' };
    named(definition, 'Reopen').name = 'Resolve';
    const [first] = definition.statuses;
    if (first) {
      first.customerName = '';
      first.approval = {
        approvers: { kind: 'people', accountIds: [] },
        needed: 'all',
        approveTransitionId: '',
        declineTransitionId: '',
        reporterMayApprove: false,
      };
    }
  });
  const index = (name: string) =>
    saved.body.draft?.definition.transitions.findIndex((transition) => transition.name === name) ?? -1;
  const problems = saved.body.draft?.problems ?? {};
  expect(Object.keys(problems).toSorted()).toEqual(
    [
      `transitions.${index('')}.name`,
      `transitions.${index('')}.from`,
      `transitions.${index('')}.screen.0`,
      `transitions.${index('')}.screen.1`,
      `transitions.${index('')}.conditions.0`,
      `transitions.${index('Resolve')}.resolution`,
      'statuses.0.customerName',
      'statuses.0.approval.approvers',
      'statuses.0.approval.approveTransitionId',
      'statuses.0.approval.declineTransitionId',
    ].toSorted(),
  );
  const refused = await publish(saved.body);
  expect(refused).toMatchObject({ status: 400, body: { errors: problems } });
});

test('requests in a status that a workflow loses are moved to where the one who publishes says, and their history tells', async () => {
  const workflow = await ownWorkflow('Losing');
  const ids = await statusIds();
  const { key } = await ask();
  await move(key, 'Ask the customer');
  const saved = await draft(workflow, (definition) => {
    const gone = ids.get('Waiting for customer') ?? '';
    definition.statuses = definition.statuses.filter(({ statusId }) => statusId !== gone);
    definition.transitions = definition.transitions.filter(({ to }) => to !== gone);
    for (const transition of definition.transitions) {
      transition.from = transition.from?.filter((id) => id !== gone) ?? null;
    }
    definition.transitions = definition.transitions.filter(({ from }) => from === null || from.length > 0);
  });
  expect(saved.body.draft?.problems).toEqual({});
  expect(saved.body.draft?.leaving).toEqual([
    { status: { id: ids.get('Waiting for customer'), name: 'Waiting for customer' }, requestCount: 1 },
  ]);
  const place = `mapping.${ids.get('Waiting for customer')}`;
  expect(await publish(saved.body)).toMatchObject({
    status: 400,
    body: { errors: { [place]: 'A request is in this status. Choose where they go.' } },
  });
  const wrong = { [ids.get('Waiting for customer') ?? '']: ids.get('Waiting for customer') ?? '' };
  expect((await publish(saved.body, wrong)).status).toBe(400);
  const mapping = { [ids.get('Waiting for customer') ?? '']: ids.get('In progress') ?? '' };
  const published = await publish(saved.body, mapping);
  expect(published.status).toBe(200);
  expect(published.body.moves).toMatchObject([
    { from: { name: 'Waiting for customer' }, to: { name: 'In progress' }, total: 1, moved: 1 },
  ]);
  expect((await issue(key)).status.name).toBe('In progress');
  const changes = await world.ask<{ values: { items: object[]; author: { displayName: string } }[] }>(
    world.people.agent,
    'GET',
    `/rest/api/3/issue/${key}/changelog`,
  );
  expect(changes.body.values.at(-1)).toMatchObject({
    author: { displayName: 'Ada Admin' },
    items: [{ field: 'status', fromString: 'Waiting for customer', toString: 'In progress' }],
  });
  // Customers read in the history what they read then.
  const history = await world.ask<{ values: { status: string }[] }>(
    world.people.reporter,
    'GET',
    `/rest/servicedeskapi/request/${key}/status`,
  );
  expect(history.body.values.map(({ status }) => status)).toEqual([
    'In progress',
    'Waiting for your reply',
    'Waiting for support',
  ]);
});

test('many requests are moved in the background, and can meanwhile do what they will be able to', async () => {
  const workflow = await ownWorkflow('Many');
  const ids = await statusIds();
  const { platform, desk, types, people } = world;
  const typeId = types.get('Ask a question') ?? '';
  await platform.db
    .insertInto('request')
    .values(
      Array.from({ length: 230 }, (_, number) => ({
        service_desk_id: desk.id,
        key: `MOVE-${number + 1}`,
        request_type_id: typeId,
        status_id: ids.get('Resolved') ?? '',
        reporter_id: people.reporter.account.id,
        summary: `Request ${number}`,
      })),
    )
    .execute();
  await platform.jobs.stop();
  const saved = await draft(workflow, (definition) => {
    const gone = ids.get('Resolved') ?? '';
    definition.statuses = definition.statuses.filter(({ statusId }) => statusId !== gone);
    definition.transitions = definition.transitions.filter(({ to }) => to !== gone);
    named(definition, 'Reopen').from = [ids.get('Canceled') ?? ''];
  });
  const mapping = { [ids.get('Resolved') ?? '']: ids.get('Canceled') ?? '' };
  const published = await publish(saved.body, mapping);
  expect(published.body.moves).toMatchObject([{ total: 230, moved: 0, finishedAt: null }]);
  expect([...(await transitions('MOVE-1')).keys()]).toEqual(['Reopen']);
  expect((await move('MOVE-1', 'Reopen')).status).toBe(204);
  const again = await draft(published.body, () => {});
  expect(await publish(again.body)).toMatchObject({
    status: 409,
    body: { errorMessages: [expect.stringContaining('still being moved to other statuses (0 of 230)')] },
  });

  await platform.jobs.start();
  let now = await get(workflow.id);
  for (let tries = 0; now.moves[0]?.finishedAt === null && tries < 200; tries += 1) {
    await sleep(50);
    now = await get(workflow.id);
  }
  expect(now.moves).toMatchObject([{ total: 230, moved: 229, finishedAt: expect.any(String) }]);
  const left = await platform.db
    .selectFrom('request')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('request_type_id', '=', typeId)
    .where('status_id', '=', ids.get('Canceled') ?? '')
    .where('key', 'like', 'MOVE-%')
    .executeTakeFirstOrThrow();
  expect(left.count).toBe('229');
});

test('a transition for one role is not there for others', async () => {
  const workflow = await ownWorkflow('Roles');
  await change(workflow, (definition) => {
    named(definition, 'Resolve').conditions = [{ kind: 'role', anyOf: ['assignee', 'administrators'] }];
    named(definition, 'Cancel request').conditions = [{ kind: 'role', anyOf: ['reporter'] }];
  });
  const { key } = await ask();
  const { agent, administrator, reporter, manager } = world.people;
  expect([...(await transitions(key)).keys()]).not.toContain('Resolve');
  const all = await transitions(key, administrator);
  expect([...all.keys()]).toContain('Resolve');
  const url = `/rest/api/3/issue/${key}/transitions`;
  const refused = await world.ask<Problem>(agent, 'POST', url, { transition: { id: all.get('Resolve') } });
  expect(refused).toMatchObject({
    status: 403,
    body: { errorMessages: ['"Resolve" is for the assignee and administrators of the service desk only.'] },
  });
  await world.ask(agent, 'PUT', `/rest/api/3/issue/${key}/assignee`, { accountId: agent.account.accountId });
  expect((await move(key, 'Resolve')).status).toBe(204);

  const second = await ask();
  const portal = `/rest/servicedeskapi/request/${second.key}/transition`;
  const offered = async (who: TestPerson) =>
    (await world.ask<{ values: { name: string }[] }>(who, 'GET', portal)).body.values.map(({ name }) => name);
  expect(await offered(reporter)).toEqual(['Cancel request']);
  expect(await offered(manager)).toEqual([]);
});

test('a transition asks for fields, sets others and assigns, all as one change', async () => {
  const workflow = await ownWorkflow('Screens');
  const impact = world.fields.get('Impact') ?? '';
  const resolution = await resolutionId('Duplicate');
  await change(workflow, (definition) => {
    const resolve = named(definition, 'Resolve');
    resolve.resolution = { kind: 'keep' };
    resolve.screen = [
      { fieldId: 'resolution', isRequired: true },
      { fieldId: impact, isRequired: false },
    ];
    resolve.conditions = [{ kind: 'field', fieldId: impact }];
    resolve.effects = [
      { kind: 'assign', to: 'actor' },
      { kind: 'set-field', fieldId: 'priority', value: { name: 'Low' } },
      // has gone, and keeps nobody from resolving
      { kind: 'set-field', fieldId: 'customfield_10010', value: { value: 'Nowhere' } },
    ];
  });
  const { key } = await ask();
  const url = `/rest/api/3/issue/${key}/transitions`;
  const id = (await transitions(key)).get('Resolve');
  const offered = await world.ask<{ transitions: { id: string; fields: { resolution?: object } }[] }>(
    world.people.agent,
    'GET',
    `${url}?expand=transitions.fields`,
  );
  expect(offered.body.transitions.find((each) => each.id === id)?.fields.resolution).toMatchObject({
    required: true,
    hasDefaultValue: true,
    defaultValue: { id: await resolutionId('Done'), name: 'Done' },
  });
  const empty = await world.ask<Problem>(world.people.agent, 'POST', url, { transition: { id } });
  expect(empty).toMatchObject({
    status: 400,
    body: {
      errors: {
        resolution: 'This field is required for this transition.',
        [impact]: 'This field is required for this transition.',
      },
    },
  });
  const summary = { transition: { id }, fields: { summary: 'Not asked for' } };
  expect(await world.ask<Problem>(world.people.agent, 'POST', url, summary)).toMatchObject({
    status: 400,
    body: { errors: { summary: expect.stringContaining('not on the appropriate screen') } },
  });
  const before = (
    await world.ask<{ _portico: { version: number } }>(world.people.agent, 'GET', `/rest/api/3/issue/${key}`)
  ).body._portico.version;
  const done = await world.ask<Problem>(world.people.agent, 'POST', url, {
    transition: { id },
    fields: { resolution: { id: resolution }, [impact]: { value: 'A team' } },
  });
  expect([done.status, done.text]).toEqual([204, '']);
  expect(await issue(key)).toMatchObject({
    status: { name: 'Resolved' },
    resolution: { name: 'Duplicate' },
    assignee: { displayName: 'Anna Agent' },
    priority: { name: 'Low' },
    [impact]: { value: 'A team' },
  });
  const after = await world.ask<{ _portico: { version: number } }>(
    world.people.agent,
    'GET',
    `/rest/api/3/issue/${key}`,
  );
  expect(after.body._portico.version).toBe(before + 1);
});

async function resolutionId(name: string): Promise<string> {
  const { body } = await world.ask<{ values: { id: string; name: string }[] }>(
    world.people.administrator,
    'GET',
    '/rest/portico/1/resolution',
  );
  return body.values.find((each) => each.name === name)?.id ?? '';
}

test('a required field that was archived since keeps nobody from moving a request', async () => {
  const workflow = await ownWorkflow('Archived field');
  const { administrator } = world.people;
  const made = await world.ask<{ id: string }>(administrator, 'POST', '/rest/portico/1/field', {
    type: 'text',
    name: 'Invoice',
    description: '',
    settings: {},
    contexts: [{ name: 'All', isGlobal: true, serviceDeskIds: [], options: [] }],
  });
  const fieldId = `customfield_${made.body.id}`;
  await change(workflow, (definition) => {
    named(definition, 'Resolve').screen = [{ fieldId, isRequired: true }];
  });
  const { key } = await ask();
  expect(await move(key, 'Resolve')).toMatchObject({
    status: 400,
    body: { errors: { [fieldId]: expect.any(String) } },
  });
  expect(await world.ask(administrator, 'DELETE', `/rest/portico/1/field/${made.body.id}`)).toMatchObject({
    status: 409,
    body: { errorMessages: [expect.stringContaining('"Archived field" names this field')] },
  });
  await world.ask(administrator, 'POST', `/rest/portico/1/field/${made.body.id}/archive`);
  expect((await move(key, 'Resolve')).status).toBe(204);
});

test('what only an approval leads to is not made by hand while one is asked for', async () => {
  const workflow = await ownWorkflow('Approved');
  const { agent, manager } = world.people;
  const published = await change(workflow, (definition) => {
    const first = definition.statuses[0];
    if (!first) throw new Error('No status');
    named(definition, 'Start work').conditions = [];
    first.approval = {
      approvers: { kind: 'people', accountIds: [manager.account.accountId] },
      needed: 1,
      approveTransitionId: named(definition, 'Start work').id,
      declineTransitionId: named(definition, 'Cancel request').id,
      reporterMayApprove: false,
    };
    definition.transitions.push({
      ...named(definition, 'Resolve'),
      id: 'new-x',
      name: 'Grant',
      from: [definition.statuses[1]?.statusId ?? ''],
      conditions: [{ kind: 'approved' }],
    });
  });
  expect(published.published.statuses[0]?.approval).toMatchObject({
    approveTransitionId: named(published.published, 'Start work').id,
  });
  const { key } = await ask();
  expect([...(await transitions(key)).keys()]).toEqual(['Ask the customer', 'Resolve']);
  const start = named(published.published, 'Start work').id;
  const url = `/rest/api/3/issue/${key}/transitions`;
  expect(await world.ask(agent, 'POST', url, { transition: { id: start } })).toMatchObject({
    status: 409,
    body: { errorMessages: [expect.stringContaining('nobody does it by hand')] },
  });
  const approvals = await world.ask<{ values: { id: string }[] }>(
    manager,
    'GET',
    `/rest/servicedeskapi/request/${key}/approval`,
  );
  const answered = await world.ask(
    manager,
    'POST',
    `/rest/servicedeskapi/request/${key}/approval/${approvals.body.values[0]?.id}`,
    { decision: 'approve' },
  );
  expect(answered.status).toBe(200);
  expect((await issue(key)).status.name).toBe('In progress');
  expect([...(await transitions(key)).keys()]).toContain('Grant');
});

test('administrators of a desk change the workflows that theirs alone has, and only read others', async () => {
  const workflow = await ownWorkflow('Of one desk');
  const desk = await world.person({ displayName: 'Dora Desk' });
  await world.platform.db
    .insertInto('service_desk_agent')
    .values({ service_desk_id: world.desk.id, account_id: desk.account.id, is_administrator: true })
    .execute();
  expect(await get(workflow.id, desk)).toMatchObject({ mayChange: true });
  expect(await draft(workflow, () => {}, desk)).toMatchObject({ status: 200 });
  const other = await shared();
  expect(await get(other.id, desk)).toMatchObject({ mayChange: false });
  expect((await draft(other, () => {}, desk)).status).toBe(403);
  expect((await publish(other, {}, desk)).status).toBe(403);
  expect((await world.ask(desk, 'POST', base, { name: 'Mine' })).status).toBe(403);
  expect((await world.ask(desk, 'DELETE', `${base}/${workflow.id}`)).status).toBe(403);
  expect((await world.ask(world.people.agent, 'GET', base)).status).toBe(403);
});

test('a workflow is made simple or as a copy, and deleted when no request type has it', async () => {
  const { administrator } = world.people;
  const made = await world.ask<Shown>(administrator, 'POST', base, { name: '  Very   simple ' });
  expect(made).toMatchObject({ status: 201, body: { name: 'Very simple', uses: [] } });
  expect(made.body.published.transitions.map(({ name }) => name)).toEqual([
    'Start work',
    'Stop work',
    'Resolve',
    'Reopen',
  ]);
  expect(await world.ask(administrator, 'POST', base, { name: 'very SIMPLE' })).toMatchObject({
    status: 400,
    body: { errors: { name: 'There is a workflow named very SIMPLE already.' } },
  });
  const copy = await world.ask<Shown>(administrator, 'POST', base, { copyOf: made.body.id });
  expect(copy.body.name).toBe('Copy of Very simple');
  expect((await world.ask(administrator, 'DELETE', `${base}/${copy.body.id}`)).status).toBe(204);
  expect((await world.ask(administrator, 'GET', `${base}/${copy.body.id}`)).status).toBe(404);
  expect(await world.ask(administrator, 'DELETE', `${base}/${(await shared()).id}`)).toMatchObject({
    status: 409,
    body: { errorMessages: [expect.stringContaining('Give them another one first.')] },
  });
});

test('a request type is given another workflow once it is said where its requests go', async () => {
  const { administrator, agent, customerOfB } = world.people;
  const { key } = await ask();
  const made = await world.ask<Shown>(administrator, 'POST', base, { name: 'Without cancelling' });
  await move(key, 'Cancel request');
  const typeId = world.types.get('Ask a question') ?? '';
  const url = `/rest/portico/1/service-desk/${world.desk.id}/request-type/${typeId}`;
  const { body: type } = await world.ask<{ version: number }>(administrator, 'GET', url);
  const workflowId = made.body.id;
  const preview = await world.ask<{
    leaving: { status: { id: string; name: string }; requestCount: number }[];
    statuses: { id: string; name: string }[];
  }>(administrator, 'GET', `${url}/workflow?workflowId=${workflowId}`);
  expect(preview.body.leaving.map(({ status }) => status.name)).toContain('Canceled');
  expect(preview.body.statuses.map(({ name }) => name)).toEqual([
    'Waiting for support',
    'In progress',
    'Resolved',
  ]);
  const give = (mapping: object, who = administrator) =>
    world.ask<Problem>(who, 'PUT', `${url}/workflow`, { version: type.version, workflowId, mapping });
  expect((await give({})).body.errors).toHaveProperty(`mapping.${preview.body.leaving[0]?.status.id}`);
  expect((await give({}, agent)).status).toBe(403);
  expect((await give({}, customerOfB)).status).toBe(403);
  const resolved = preview.body.statuses.at(-1)?.id;
  const mapping = Object.fromEntries(preview.body.leaving.map(({ status }) => [status.id, resolved]));
  expect(await give(mapping)).toMatchObject({ status: 200, body: { workflowId, version: type.version + 1 } });
  let moves = (await get(workflowId)).moves;
  for (let tries = 0; moves.some(({ finishedAt }) => finishedAt === null) && tries < 200; tries += 1) {
    await sleep(50);
    moves = (await get(workflowId)).moves;
  }
  expect((await issue(key)).status.name).toBe('Resolved');
  expect([...(await transitions(key)).keys()]).toEqual(['Reopen']);
});

test('with another workflow come the approvals that it wants of the requests that are there', async () => {
  const { administrator, manager } = world.people;
  const typeId = world.types.get('Ask a question') ?? '';
  const make = async (name: string) => (await world.ask<Shown>(administrator, 'POST', base, { name })).body;
  const approved = await change(await make('Approved first'), (definition) => {
    const first = definition.statuses[0];
    if (!first) throw new Error('No status');
    first.approval = {
      approvers: { kind: 'people', accountIds: [manager.account.accountId] },
      needed: 1,
      approveTransitionId: named(definition, 'Start work').id,
      declineTransitionId: named(definition, 'Resolve').id,
      reporterMayApprove: false,
    };
  });
  const before = await make('Approved never');
  await world.platform.db
    .updateTable('request_type')
    .set({ workflow_id: before.id })
    .where('id', '=', typeId)
    .execute();
  const { key } = await ask();
  const url = `/rest/portico/1/service-desk/${world.desk.id}/request-type/${typeId}`;
  const { body: type } = await world.ask<{ version: number }>(administrator, 'GET', url);
  const given = await world.ask(administrator, 'PUT', `${url}/workflow`, {
    version: type.version,
    workflowId: approved.id,
    mapping: {},
  });
  expect(given.status, given.text).toBe(200);
  const asked = async () =>
    (
      await world.ask<{ values: object[] }>(
        administrator,
        'GET',
        `/rest/servicedeskapi/request/${key}/approval`,
      )
    ).body.values;
  for (let tries = 0; (await asked()).length === 0 && tries < 100; tries += 1) await sleep(50);
  expect(await asked()).toMatchObject([{ finalDecision: 'pending' }]);
});

test('statuses are made, renamed everywhere, and deleted while nothing ever was in them', async () => {
  const { administrator } = world.people;
  const url = '/rest/portico/1/status';
  const input = {
    name: 'On hold',
    description: '',
    category: 'indeterminate',
    customerName: 'We are waiting',
  };
  const made = await world.ask<{ id: string }>(administrator, 'POST', url, input);
  expect(made).toMatchObject({ status: 201, body: { customerName: 'We are waiting', workflows: [] } });
  expect(await world.ask(administrator, 'POST', url, { ...input, name: 'ON HOLD' })).toMatchObject({
    status: 400,
    body: { errors: { name: 'There is a status named ON HOLD already.' } },
  });
  const changed = await world.ask(administrator, 'PUT', `${url}/${made.body.id}`, {
    ...input,
    name: 'Paused',
    customerName: null,
  });
  expect(changed).toMatchObject({ status: 200, body: { name: 'Paused', customerName: null } });
  const waiting = (await statusIds()).get('Waiting for support');
  expect(await world.ask(administrator, 'DELETE', `${url}/${waiting}`)).toMatchObject({ status: 409 });
  expect((await world.ask(administrator, 'DELETE', `${url}/${made.body.id}`)).status).toBe(204);
  expect((await world.ask(administrator, 'DELETE', `${url}/${made.body.id}`)).status).toBe(404);
});
