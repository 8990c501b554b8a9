import type { AddressInfo } from 'node:net';
import type { CloudClient } from 'jira.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';
import { loadJiraClient } from '../testing-jira-client.ts';

// Issues, projects and what issues can be, through a client that throws when an answer has not the shape that Jira gives it.

let world: DeskWorld;
let agent: CloudClient;
let clientOf: (person: TestPerson) => CloudClient;

beforeAll(async () => {
  world = await createDeskWorld();
  await world.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = world.app.server.address() as AddressInfo;
  const { jira, core } = await loadJiraClient();
  clientOf = ({ headers }) =>
    jira.createCloudClient(
      core.createClient({ host: `http://127.0.0.1:${port}`, headers, onSchemaMismatch: 'throw' }),
    );
  agent = clientOf(world.people.agent);
});
afterAll(() => world.close());

function field(name: string): string {
  return world.fields.get(name) ?? '';
}

test('an issue is shown whole, in part, and with what is asked for beside it', async () => {
  const { key: issueIdOrKey } = await world.raise();
  const { issues } = agent;
  const whole = await issues.getIssue({ issueIdOrKey });
  expect(whole.fields).toMatchObject({
    summary: 'The printer is on fire',
    priority: { name: 'Medium' },
    resolution: null,
    watches: { watchCount: 0, isWatching: false },
    worklog: { total: 0 },
    attachment: [],
    [field('Impact')]: { value: 'A team' },
  });
  const part = await issues.getIssue({ issueIdOrKey, fields: ['summary', field('Impact')] });
  expect(Object.keys(part.fields ?? {}).sort()).toEqual([field('Impact'), 'summary']);
  const without = await issues.getIssue({ issueIdOrKey, fields: ['-worklog,-summary'] });
  expect(without.fields).not.toHaveProperty('summary');
  expect(without.fields).toHaveProperty('watches');

  await issues.editIssue({
    issueIdOrKey,
    fields: { priority: { name: 'High' } },
    update: { comment: [{ add: { body: 'Once\n\nTwice' } }] },
  });
  const expanded = await issues.getIssue({
    issueIdOrKey,
    expand: 'names,schema,renderedFields,changelog,transitions,editmeta',
  });
  expect(expanded.names).toMatchObject({ summary: 'Summary', [field('Impact')]: 'Impact' });
  expect(expanded.schema).toMatchObject({ priority: { type: 'priority', system: 'priority' } });
  expect(expanded.renderedFields).toMatchObject({
    description: expect.stringContaining('It burns.'),
    created: expect.stringContaining('Today'),
    summary: null,
    comment: { comments: [{ body: '<p>Once</p><p>Twice</p>', created: expect.stringContaining('Today') }] },
  });
  expect(expanded.changelog?.histories?.[0]?.items?.[0]).toMatchObject({
    field: 'priority',
    toString: 'High',
  });
  expect(expanded.transitions?.map(({ name }) => name)).toContain('Resolve');
  expect(expanded.editmeta?.fields).toHaveProperty('summary');
});

test('an issue is edited field by field and by operations, and read back', async () => {
  const { key: issueIdOrKey } = await world.raise();
  const { issues } = agent;
  const { fields = {} } = await issues.getEditIssueMeta({ issueIdOrKey });
  expect(fields['summary']).toMatchObject({ required: true, operations: ['set'], key: 'summary' });
  expect(fields['priority'].allowedValues.map(({ name }: { name: string }) => name)).toContain('Highest');
  expect(fields[field('Impact')].allowedValues[0]).toMatchObject({ value: 'One person' });
  await issues.editIssue({
    issueIdOrKey,
    fields: {
      summary: 'Smoke',
      description: {
        type: 'doc',
        version: 1,
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'No fire yet' }] }],
      },
      assignee: { accountId: world.people.agent.account.accountId },
    },
    update: {
      [field('Impact')]: [{ set: { value: 'One person' } }],
      comment: [{ add: { body: 'Edited' } }],
    },
  });
  const returned: unknown = await issues.editIssue({
    issueIdOrKey,
    returnIssue: true,
    fields: { summary: 'Smoke again' },
  });
  expect(returned).toMatchObject({ fields: { summary: 'Smoke again' } });
  const { fields: read } = await issues.getIssue({ issueIdOrKey });
  expect(read).toMatchObject({
    summary: 'Smoke again',
    assignee: { displayName: 'Anna Agent' },
    [field('Impact')]: { value: 'One person' },
  });
  await expect(issues.editIssue({ issueIdOrKey, fields: { nothing: 1 } })).rejects.toMatchObject({
    status: 400,
  });
  await issues.assignIssue({ issueIdOrKey, accountId: '-1' });
  const { values = [] } = await issues.getChangeLogs({ issueIdOrKey, maxResults: 1, startAt: 1 });
  expect(values[0]?.items?.[0]).toMatchObject({ field: 'summary' });
  const { histories } = await issues.getChangeLogsByIds({
    issueIdOrKey,
    changelogIds: [Number(values[0]?.id)],
  });
  expect(histories?.map(({ id }) => id)).toEqual([values[0]?.id]);
});

test('an issue is created with what its project offers', async () => {
  const { issues } = agent;
  const projectIdOrKey = 'NORTH';
  const { issueTypes = [] } = await issues.getCreateIssueMetaIssueTypes({ projectIdOrKey });
  const issueTypeId = issueTypes[0]?.id ?? '';
  const { fields: offered = [] } = await issues.getCreateIssueMetaIssueTypeId({
    projectIdOrKey,
    issueTypeId,
  });
  expect(offered.filter(({ required }) => required).map(({ key }) => key)).toEqual([
    'project',
    'issuetype',
    'summary',
  ]);
  expect(offered.map(({ key }) => key)).toContain(field('Quantity'));
  const created = await issues.createIssue({
    fields: {
      project: { key: 'NORTH' },
      issuetype: { id: issueTypeId },
      requesttype: { name: 'Order a change' },
      summary: 'Ten seats',
      description: {
        type: 'doc',
        version: 1,
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Please' }] }],
      },
      priority: { name: 'Low' },
      reporter: { accountId: world.people.reporter.account.accountId },
      assignee: { accountId: world.people.agent.account.accountId },
      [field('Quantity')]: 10,
    },
    update: { comment: [{ add: { body: 'By phone' } }] },
  } as Parameters<typeof issues.createIssue>[0]);
  expect(created.key).toMatch(/^NORTH-\d+$/);
  const { fields } = await issues.getIssue({ issueIdOrKey: created.key });
  expect(fields).toMatchObject({
    summary: 'Ten seats',
    priority: { name: 'Low' },
    reporter: { displayName: 'Alice Reporter' },
    creator: { displayName: 'Anna Agent' },
    assignee: { displayName: 'Anna Agent' },
    requesttype: { requestType: { name: 'Order a change' } },
    [field('Quantity')]: 10,
  });
  const many = await issues.createIssues({
    issueUpdates: [
      { fields: { project: { key: 'NORTH' }, issuetype: { name: 'Service request' }, summary: 'One' } },
      { fields: { project: { key: 'NORTH' }, issuetype: { name: 'Service request' } } },
    ],
  });
  expect(many.issues).toHaveLength(1);
  expect(many.errors).toMatchObject([
    { failedElementNumber: 1, elementErrors: { errors: { summary: expect.stringContaining('summary') } } },
  ]);
  const meta = await world.ask(
    world.people.agent,
    'GET',
    '/rest/api/2/issue/createmeta?projectKeys=NORTH&expand=projects.issuetypes.fields',
  );
  expect(meta.body).toMatchObject({
    projects: [{ key: 'NORTH', issuetypes: [{ fields: { summary: { required: true } } }] }],
  });
});

test('what is wrong with a new issue is said by field', async () => {
  const create = async (fields: object) =>
    (await world.ask<{ errors: object }>(world.people.agent, 'POST', '/rest/api/2/issue', { fields })).body
      .errors;
  const issue = { project: { key: 'NORTH' }, issuetype: { name: 'Service request' }, summary: 'New' };
  expect(await create({ ...issue, project: { key: 'OTHER' } })).toEqual({
    project: 'Specify a valid project ID or key',
  });
  expect(await create({ ...issue, issuetype: { name: 'Epic' } })).toEqual({
    issuetype: 'Specify a valid issue type',
  });
  expect(await create({ ...issue, requesttype: { name: 'Nothing' } })).toEqual({
    requesttype: expect.stringContaining('Report a problem'),
  });
  expect(
    await create({ ...issue, summary: '', priority: { name: 'No' }, resolution: { name: 'Done' } }),
  ).toMatchObject({ summary: expect.any(String), priority: expect.any(String) });
});

test('an edit of what somebody else has changed is refused, with what changed', async () => {
  const { key } = await world.raise();
  const address = `/rest/api/3/issue/${key}`;
  const { ask, people } = world;
  await ask(people.agent, 'PUT', address, { fields: { priority: { name: 'Low' } } });
  const fields = { summary: 'Mine' };
  const stale = await ask(people.agent, 'PUT', address, { fields }, { 'if-match': '"1"' });
  expect(stale.status).toBe(409);
  expect(stale.text).toContain('priority changed from');
  const fresh = await ask(people.agent, 'PUT', address, { fields }, { 'if-match': '"2"' });
  expect(fresh.status, fresh.text).toBe(204);
  const { body } = await ask<{ changelog: { histories: { items: object[] }[] }; _portico: object }>(
    people.agent,
    'GET',
    `${address}?expand=changelog&fields=*all,-comment`,
  );
  expect(body.changelog.histories[0]?.items).toMatchObject([{ field: 'summary' }]);
  expect(body).toMatchObject({ _portico: { version: 3, fields: [{ label: expect.any(String) }] } });
});

test('work and links are added with an edit, and what is wrong with them is said', async () => {
  const { key: issueIdOrKey } = await world.raise();
  const other = await world.raise();
  const update = {
    worklog: [{ add: { timeSpent: '1h 30m' } }],
    issuelinks: [{ add: { type: { name: 'Blocks' }, outwardIssue: { key: other.key } } }],
  };
  await agent.issues.editIssue({ issueIdOrKey, fields: { summary: 'Blocks' }, update });
  const { fields } = await agent.issues.getIssue({ issueIdOrKey });
  expect(fields).toMatchObject({
    organization: { name: 'Acme' },
    worklog: { worklogs: [{ timeSpentSeconds: 5400 }] },
    issuelinks: [{ type: { name: 'Blocks' }, outwardIssue: { key: other.key } }],
  });
  const refused = async (wrong: object) => {
    const address = `/rest/api/3/issue/${issueIdOrKey}`;
    const answer = await world.ask<{ errors: object }>(world.people.agent, 'PUT', address, { update: wrong });
    expect(answer.status).toBe(400);
    return answer.body.errors;
  };
  expect(await refused({ worklog: [{ add: { timeSpent: 5 } }] })).toHaveProperty('worklog');
  expect(await refused({ worklog: [{ remove: {} }] })).toHaveProperty('worklog');
  expect(await refused({ comment: [{ add: {} }] })).toHaveProperty('comment');
  // Words that look like an answer are none: the note must not be told of to the customer.
  expect(await refused({ comment: [{ add: { body: 'Note', jsdPublic: 'false' } }] })).toHaveProperty(
    'comment',
  );
  const noText = { toString: 1 };
  expect(
    await refused({ issuelinks: [{ add: { type: { name: noText }, outwardIssue: { key: other.key } } }] }),
  ).toHaveProperty('issuelinks');
  expect(
    await refused({ issuelinks: [{ add: { type: { name: 'Blocks' }, outwardIssue: { key: noText } } }] }),
  ).toHaveProperty('issuelinks');
  expect(
    await refused({ issuelinks: [{ add: { type: { name: 'Blocks' }, outwardIssue: { key: 'OTHER-1' } } }] }),
  ).toHaveProperty('issuelinks');
});

test('an issue is deleted with all that belongs to it', async () => {
  const { key: issueIdOrKey, id } = await world.raise();
  const file = await world.upload(world.people.agent, 'file.txt', 'text');
  await world.ask(world.people.agent, 'POST', `/rest/servicedeskapi/request/${issueIdOrKey}/attachment`, {
    temporaryAttachmentIds: [file],
    public: true,
    additionalComment: { body: 'See this' },
  });
  await agent.issues.editIssue({ issueIdOrKey, fields: { summary: 'Going' } });
  await expect(agent.issues.deleteIssue({ issueIdOrKey })).rejects.toMatchObject({ status: 403 });
  const administrator = clientOf(world.people.administrator);
  await administrator.issues.deleteIssue({ issueIdOrKey });
  await expect(administrator.issues.getIssue({ issueIdOrKey })).rejects.toMatchObject({ status: 404 });
  const audited = await world.platform.db
    .selectFrom('audit_event')
    .select(['action', 'object_name'])
    .where('action', '=', 'request.deleted')
    .where('object_id', '=', id)
    .execute();
  expect(audited).toMatchObject([{ object_name: issueIdOrKey }]);
});

test('an issue goes along its workflow with a comment', async () => {
  const { key: issueIdOrKey } = await world.raise();
  const { issues } = agent;
  const { transitions = [] } = await issues.getTransitions({ issueIdOrKey, expand: 'transitions.fields' });
  expect(transitions[0]).toMatchObject({ name: 'Start work', fields: {} });
  await issues.doTransition({
    issueIdOrKey,
    transition: { id: transitions[0]?.id ?? '' },
    update: {
      comment: [
        {
          add: {
            body: 'On it',
            properties: [{ key: 'sd.public.comment', value: { internal: true } }],
          },
        },
      ],
    },
  } as Parameters<typeof issues.doTransition>[0]);
  const { fields } = await issues.getIssue({ issueIdOrKey });
  expect(fields).toMatchObject({ status: { name: 'In progress' } });
  const notes = await world.ask<{ values: { body: string; public: boolean }[] }>(
    world.people.agent,
    'GET',
    `/rest/servicedeskapi/request/${issueIdOrKey}/comment`,
  );
  expect(notes.body.values).toMatchObject([{ body: 'On it', public: false }]);
});

test('projects, and what issues can be', async () => {
  const {
    projects,
    issueTypes,
    workflowStatuses,
    workflowStatusCategories,
    issuePriorities,
    issueResolutions,
  } = agent;
  const found = await projects.searchProjects({ query: 'nor', expand: 'description,issueTypes' });
  expect(found.values?.map(({ key }) => key)).toEqual(['NORTH']);
  expect((await projects.searchProjects({ keys: ['OTHER'] })).values).toEqual([]);
  const project = await projects.getProject({ projectIdOrKey: 'north' });
  expect(project).toMatchObject({ key: 'NORTH', projectTypeKey: 'service_desk' });
  const [type] = await issueTypes.getIssueAllTypes();
  expect(project.issueTypes).toMatchObject([{ id: type?.id }]);
  expect(await issueTypes.getIssueType({ id: type?.id ?? '' })).toMatchObject({ name: 'Service request' });
  const [statuses] = await projects.getAllStatuses({ projectIdOrKey: 'NORTH' });
  expect(statuses?.statuses.map(({ name }) => name)).toContain('In progress');

  const all = await workflowStatuses.getStatuses();
  expect(await workflowStatuses.getStatus({ idOrName: all[0]?.name ?? '' })).toEqual(all[0]);
  const categories = await workflowStatusCategories.getStatusCategories();
  expect(categories.map(({ key }) => key)).toEqual(['new', 'indeterminate', 'done']);
  expect(await workflowStatusCategories.getStatusCategory({ idOrKey: 'done' })).toEqual(categories[2]);
  const { values: priorities = [] } = await issuePriorities.searchPriorities({ onlyDefault: true });
  expect(priorities).toMatchObject([{ name: 'Medium', isDefault: true }]);
  expect(await issuePriorities.getPriority({ id: priorities[0]?.id ?? '' })).toMatchObject({
    name: 'Medium',
  });
  expect(await issueResolutions.getResolution({ id: '1' })).toMatchObject({ name: 'Done' });
});

test('who can work on issues is found by issue and by project', async () => {
  const { key: issueKey } = await world.raise();
  const { userSearch } = agent;
  const names = (people: readonly { displayName?: string | undefined }[]) =>
    people.map(({ displayName }) => displayName);
  expect(names(await userSearch.findAssignableUsers({ issueKey, query: 'ANNA' }))).toEqual(['Anna Agent']);
  expect(names(await userSearch.findAssignableUsers({ project: 'NORTH', query: 'nobody' }))).toEqual([]);
  expect(
    names(
      await userSearch.findBulkAssignableUsers({
        projectKeys: 'NORTH',
        accountId: world.people.agent.account.accountId,
      }),
    ),
  ).toEqual(['Anna Agent']);
});

test('what people may do has the words of Jira', async () => {
  const { key: issueKey, id } = await world.raise();
  const mine = async (permissions: string, client = agent) =>
    Object.entries((await client.permissions.getMyPermissions({ issueKey, permissions })).permissions ?? {})
      .filter(([, { havePermission }]) => havePermission)
      .map(([key]) => key);
  const asked = 'EDIT_ISSUES,DELETE_ISSUES,ADMINISTER,SERVICEDESK_AGENT,MOVE_ISSUES';
  expect(await mine(asked)).toEqual(['EDIT_ISSUES', 'SERVICEDESK_AGENT']);
  expect(await mine(asked, clientOf(world.people.administrator))).toEqual([
    'EDIT_ISSUES',
    'DELETE_ISSUES',
    'ADMINISTER',
    'SERVICEDESK_AGENT',
  ]);
  await expect(mine('NONSENSE')).rejects.toMatchObject({ status: 400 });
  const { permissions } = agent;
  expect((await permissions.getAllPermissions()).permissions).toHaveProperty('BROWSE_PROJECTS');
  const customer = clientOf(world.people.reporter).permissions;
  const nothing = await customer.getMyPermissions({});
  expect(Object.values(nothing.permissions ?? {}).some(({ havePermission }) => havePermission)).toBe(false);
  expect(await permissions.getPermittedProjects({ permissions: ['EDIT_ISSUES'] })).toMatchObject({
    projects: [{ key: 'NORTH' }],
  });
  expect(await permissions.getPermittedProjects({ permissions: ['DELETE_ISSUES'] })).toEqual({
    projects: [],
  });
  const { projects } = await permissions.getPermittedProjects({ permissions: ['BROWSE_PROJECTS'] });
  expect(
    await permissions.getBulkPermissions({
      globalPermissions: ['ADMINISTER', 'BULK_CHANGE'],
      projectPermissions: [
        { permissions: ['EDIT_ISSUES'], issues: [Number(id)], projects: [projects?.[0]?.id ?? 0] },
      ],
    }),
  ).toEqual({
    globalPermissions: ['BULK_CHANGE'],
    projectPermissions: [{ permission: 'EDIT_ISSUES', issues: [Number(id)], projects: [projects?.[0]?.id] }],
  });
});

test('version 2 says in text what version 3 says in documents', async () => {
  const { key } = await world.raise();
  const { ask, people } = world;
  const address = `/rest/api/2/issue/${key}`;
  const edited = await ask(people.agent, 'PUT', address, { fields: { description: 'One\n\nTwo' } });
  expect(edited.status, edited.text).toBe(204);
  const { body } = await ask<{ self: string; fields: Record<string, unknown> }>(people.agent, 'GET', address);
  expect(body.fields['description']).toBe('One\n\nTwo');
  expect(body.self).toContain('/rest/api/2/');
});

interface Drift {
  readonly kind: string;
  readonly endpoint: string;
  readonly keys?: string[];
}

test('what Jira has no word for is under _portico, and nowhere else', () => {
  const store = globalThis as { [key: symbol]: Drift[] | undefined };
  const drift = store[Symbol.for('apis-code-gen.schemaAudit')] ?? [];
  const ours = drift.filter(
    ({ kind, keys = [] }) => kind !== 'keys' || keys.some((key) => key !== '_portico'),
  );
  expect(ours).toEqual([]);
  expect(drift.length).toBeGreaterThan(0);
});
