import type { AddressInfo } from 'node:net';
import type { CloudClient, ServiceDeskClient } from 'jira.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from './testing.ts';
import { loadJiraClient } from './testing-jira-client.ts';

// jira.js knows the shape of every answer of Jira Service Management. Here it throws when one of ours differs, and in its
// audit mode it also notes every key that Jira does not have.

interface Clients {
  readonly serviceDesk: ServiceDeskClient;
  readonly cloud: CloudClient;
}
interface Drift {
  readonly kind: string;
  readonly endpoint: string;
  readonly path: string;
  readonly keys?: string[];
}

let world: DeskWorld;
let clientsOf: (person: TestPerson) => Clients;
let agent: Clients;
let customer: Clients;

beforeAll(async () => {
  world = await createDeskWorld();
  await world.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = world.app.server.address() as AddressInfo;
  const {
    jira: { createCloudClient, createServiceDeskClient },
    core: { createClient },
  } = await loadJiraClient();
  clientsOf = ({ headers }) => {
    const client = createClient({ host: `http://127.0.0.1:${port}`, headers, onSchemaMismatch: 'throw' });
    return { serviceDesk: createServiceDeskClient(client), cloud: createCloudClient(client) };
  };
  agent = clientsOf(world.people.agent);
  customer = clientsOf(world.people.reporter);
});
afterAll(() => world.close());

function drift(): Drift[] {
  const store = globalThis as { [key: symbol]: Drift[] | undefined };
  return store[Symbol.for('apis-code-gen.schemaAudit')] ?? [];
}

async function uploadBy(clients: Clients, name: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob(['some text']), name);
  const { temporaryAttachments = [] } = await clients.serviceDesk.servicedesk.attachTemporaryFile({
    serviceDeskId: world.desk.id,
    body: form as unknown as Record<string, unknown>,
  });
  expect(temporaryAttachments[0]?.fileName).toBe(name);
  return temporaryAttachments[0]?.temporaryAttachmentId ?? '';
}

async function raised(clients: Clients): Promise<string> {
  const { issueKey } = await clients.serviceDesk.request.createCustomerRequest({
    serviceDeskId: world.desk.id,
    requestTypeId: world.types.get('Order a change') ?? '',
    requestFieldValues: {
      summary: 'Ten more seats',
      description: 'For the new team.\n\nThank you!',
      [world.fields.get('Kind of change') ?? '']: { value: 'More' },
      [world.fields.get('Quantity') ?? '']: 10,
      [world.fields.get('Needed from') ?? '']: '2026-03-01',
      [world.fields.get('Business reason') ?? '']: 'Growth',
      attachment: [await uploadBy(clients, 'offer.txt')],
    },
  });
  expect(issueKey).toMatch(/^NORTH-\d+$/);
  return issueKey ?? '';
}

test('service desks, request types, groups and forms have the shapes of JSM', async () => {
  const { servicedesk, info } = customer.serviceDesk;
  const serviceDeskId = world.desk.id;
  expect(await info.getInfo()).toMatchObject({ isLicensedForUse: true });
  expect((await servicedesk.getServiceDesks({ limit: 1 })).values).toMatchObject([{ projectKey: 'NORTH' }]);
  expect(await servicedesk.getServiceDeskById({ serviceDeskId })).toMatchObject({ id: serviceDeskId });
  expect(await servicedesk.getServiceDeskById({ serviceDeskId: 'north' })).toMatchObject({
    id: serviceDeskId,
  });
  const { values: groups = [] } = await servicedesk.getRequestTypeGroups({ serviceDeskId });
  expect(groups.map(({ name }) => name)).toEqual(['Common requests', 'Access and changes']);
  const { values: types = [] } = await servicedesk.getRequestTypes({
    serviceDeskId: Number(serviceDeskId) as unknown as string,
    groupId: Number(groups[1]?.id),
    expand: ['field'],
  });
  expect(types.map(({ name }) => name)).toEqual(['Request access', 'Order a change']);
  const requestTypeId = types[1]?.id ?? '';
  const type = { serviceDeskId, requestTypeId };
  expect(await servicedesk.getRequestTypeById(type)).toMatchObject({ groupIds: [groups[1]?.id] });
  const { requestTypeFields = [] } = await servicedesk.getRequestTypeFields({
    serviceDeskId,
    requestTypeId: Number(requestTypeId),
  });
  expect(requestTypeFields.map(({ jiraSchema }) => jiraSchema?.type)).toEqual([
    'string',
    'string',
    'option',
    'number',
    'date',
    'string',
    'array',
  ]);
  expect(requestTypeFields[2]?.validValues?.map(({ label }) => label)).toContain('More');
});

test('requests, comments, files, status and transitions have the shapes of JSM', async () => {
  const issueIdOrKey = await raised(customer);
  const { request } = customer.serviceDesk;
  const expand = [
    'serviceDesk',
    'requestType',
    'status',
    'attachment',
    'comment',
    'action',
    'comment.attachment',
  ];

  await agent.serviceDesk.request.createRequestComment({ issueIdOrKey, body: 'A note', public: false });
  const comment = await request.createRequestComment({ issueIdOrKey, body: 'Any news?', public: true });
  const withFile = await request.createCommentWithAttachment({
    issueIdOrKey,
    temporaryAttachmentIds: [await uploadBy(customer, 'more.txt')],
    additionalComment: { body: 'See this' },
    public: true,
  });
  expect(withFile.comment?.body).toBe('See this');
  const commentId = Number(comment.id);
  expect(await request.getRequestCommentById({ issueIdOrKey, commentId })).toMatchObject({
    body: 'Any news?',
  });
  const comments = await agent.serviceDesk.request.getRequestComments({
    issueIdOrKey,
    public: true,
    internal: true,
    expand: ['attachment', 'renderedBody'],
  });
  expect(comments.values?.map(({ body }) => body)).toEqual(['A note', 'Any news?', 'See this']);

  const files = await request.getAttachmentsForRequest({ issueIdOrKey, start: 0, limit: 10 });
  expect(files.values?.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
    ['offer.txt', 'text/plain'],
    ['more.txt', 'text/plain'],
  ]);
  const attachmentId = Number(files.values?.[0]?._links?.self?.split('/').at(-1));
  const content = await request.getAttachmentContent({ issueIdOrKey, attachmentId });
  expect(Buffer.from(content as Uint8Array).toString()).toBe('some text');

  const { values: transitions = [] } = await request.getCustomerTransitions({ issueIdOrKey });
  expect(transitions.map(({ name }) => name)).toEqual(['Cancel request']);
  await request.performCustomerTransition({
    issueIdOrKey,
    id: transitions[0]?.id,
    additionalComment: { body: 'Bye' },
  });
  const history = await request.getCustomerRequestStatus({ issueIdOrKey });
  expect(history.values?.map(({ status }) => status)).toEqual(['Canceled', 'Waiting for support']);

  const read = await request.getCustomerRequestByIdOrKey({ issueIdOrKey, expand });
  expect(read).toMatchObject({
    currentStatus: { status: 'Canceled', statusCategory: 'DONE' },
    comments: { size: 3 },
  });
  const list = await request.getCustomerRequests({
    requestOwnership: ['OWNED_REQUESTS', 'ALL_ORGANIZATIONS'],
    requestStatus: 'CLOSED_REQUESTS',
    serviceDeskId: Number(world.desk.id),
    searchTerm: 'seats',
    expand,
  });
  expect(list.values?.map(({ issueKey }) => issueKey)).toEqual([issueIdOrKey]);
});

test('queues, and the people of a desk, have the shapes of JSM', async () => {
  const issueKey = await raised(customer);
  const { servicedesk } = agent.serviceDesk;
  const serviceDeskId = world.desk.id;
  const { values: queues = [] } = await servicedesk.getQueues({ serviceDeskId, includeCount: true });
  expect(queues.map(({ name }) => name)).toEqual([
    'All open',
    'Unassigned',
    'Assigned to me',
    'Waiting for customer',
    'Recently resolved',
  ]);
  const queueId = Number(queues[0]?.id);
  expect(await servicedesk.getQueue({ serviceDeskId, queueId, includeCount: true })).toMatchObject({
    issueCount: queues[0]?.issueCount,
  });
  const issues = await servicedesk.getIssuesInQueue({ serviceDeskId, queueId });
  expect(issues.values?.map(({ key }) => key)).toContain(issueKey);

  const administrator = clientsOf(world.people.administrator).serviceDesk;
  const organizationId = Number(world.globex.id);
  await administrator.organization.addOrganization({ serviceDeskId, body: { organizationId } });
  const { values: organizations = [] } = await agent.serviceDesk.organization.getServiceDeskOrganizations({
    serviceDeskId,
  });
  expect(organizations.map(({ name }) => name)).toEqual(['Acme', 'Globex']);
  await administrator.organization.removeOrganization({ serviceDeskId, body: { organizationId } });
  await administrator.servicedesk.addCustomers({
    serviceDeskId,
    accountIds: [world.people.customerOfB.account.accountId],
  });
});

test('organizations and their people have the shapes of JSM', async () => {
  const { organization } = clientsOf(world.people.administrator).serviceDesk;
  const made = await organization.createOrganization({ name: 'Initech' });
  expect(made).toMatchObject({ name: 'Initech' });
  const organizationId = Number(made.id);
  expect(await organization.getOrganization({ organizationId })).toMatchObject({ name: 'Initech' });
  const { values: all = [] } = await organization.getOrganizations({ limit: 50 });
  expect(all.map(({ name }) => name)).toContain('Initech');
  const accountIds = [world.people.customerOfB.account.accountId];
  await organization.addUsersToOrganization({ organizationId, body: { accountIds } });
  const { values: people = [] } = await organization.getUsersInOrganization({ organizationId });
  expect(people.map(({ displayName }) => displayName)).toEqual(['Bob Globex']);
  await organization.removeUsersFromOrganization({ organizationId, body: { accountIds } });
  expect((await organization.getUsersInOrganization({ organizationId })).values).toEqual([]);
  await organization.deleteOrganization({ organizationId });
});

test('issues have the shapes of Jira', async () => {
  const issueIdOrKey = await raised(customer);
  const { issues, userSearch, serverInfo, issueAttachments } = agent.cloud;
  expect(await serverInfo.getServerInfo()).toMatchObject({ deploymentType: 'Cloud' });
  const [assignable] = await userSearch.findAssignableUsers({ issueKey: issueIdOrKey, query: 'anna' });
  expect(assignable?.displayName).toBe('Anna Agent');
  await issues.assignIssue({ issueIdOrKey, accountId: assignable?.accountId });
  const { transitions = [] } = await issues.getTransitions({ issueIdOrKey });
  expect(transitions.map(({ name }) => name)).toEqual([
    'Start work',
    'Ask the customer',
    'Resolve',
    'Cancel request',
  ]);
  await issues.doTransition({ issueIdOrKey, transition: { id: transitions[0]?.id ?? '' } });
  const issue = await issues.getIssue({ issueIdOrKey });
  expect(issue.fields).toMatchObject({
    summary: 'Ten more seats',
    status: { name: 'In progress', statusCategory: { key: 'indeterminate' } },
    assignee: { displayName: 'Anna Agent', accountType: 'atlassian' },
    reporter: { displayName: 'Alice Reporter', accountType: 'customer' },
    description: {
      type: 'doc',
      version: 1,
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'For the new team.' }] },
        { type: 'paragraph', content: [{ type: 'text', text: 'Thank you!' }] },
      ],
    },
    [world.fields.get('Quantity') ?? '']: 10,
    [world.fields.get('Kind of change') ?? '']: { value: 'More' },
    attachment: [{ filename: 'offer.txt' }],
  });
  const { values: changes } = await issues.getChangeLogs({ issueIdOrKey });
  expect(changes.flatMap(({ items = [] }) => items.map(({ field }) => field))).toEqual([
    'assignee',
    'status',
  ]);
  const [file] = (issue.fields as { attachment: { id: string }[] }).attachment;
  const content = await issueAttachments.getAttachmentContent({ id: file?.id ?? '' });
  expect(Buffer.from(content as Uint8Array).toString()).toBe('some text');
});

test('what Jira has no word for is under _portico, and nowhere else', () => {
  const ours = drift().filter(
    ({ kind, keys = [] }) => kind !== 'keys' || keys.some((key) => key !== '_portico'),
  );
  expect(ours).toEqual([]);
  expect(drift().length).toBeGreaterThan(0);
});
