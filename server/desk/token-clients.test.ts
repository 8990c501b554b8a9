import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from './testing.ts';
import { loadJiraClient } from './testing-jira-client.ts';

// Programs that were written for Jira, with nothing changed but the address: jira.js signs in with e-mail and token.

const agentScopes = [
  'read:servicedesk-request',
  'write:servicedesk-request',
  'read:jira-user',
  'read:jira-work',
  'write:jira-work',
];

let world: DeskWorld;
let host: string;
let jira: typeof import('jira.js');
let core: typeof import('jira.js/core');

beforeAll(async () => {
  world = await createDeskWorld();
  await world.app.listen({ port: 0, host: '127.0.0.1' });
  host = `http://127.0.0.1:${(world.app.server.address() as AddressInfo).port}`;
  ({ jira, core } = await loadJiraClient());
});
afterAll(() => world.close());

/** Makes a token as the person does, and a client that knows nothing else. */
async function clientOf(person: TestPerson, scopes: readonly string[], email = person.account.email ?? '') {
  const made = await world.ask<{ token: string }>(person, 'POST', '/rest/portico/1/my-token', {
    name: 'jira.js',
    scopes,
    days: 1,
  });
  expect(made.status).toBe(201);
  return clientWith(email, made.body.token);
}

function clientWith(email: string, apiToken: string) {
  const auth = { type: 'basic', email, apiToken } as const;
  const client = core.createClient({ host, auth, onSchemaMismatch: 'throw' });
  return { serviceDesk: jira.createServiceDeskClient(client), cloud: jira.createCloudClient(client) };
}

async function raisedBy({ serviceDesk }: Awaited<ReturnType<typeof clientOf>>): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob(['some text']), 'log.txt');
  const { temporaryAttachments = [] } = await serviceDesk.servicedesk.attachTemporaryFile({
    serviceDeskId: world.desk.id,
    body: form as unknown as Record<string, unknown>,
  });
  const { issueKey = '' } = await serviceDesk.request.createCustomerRequest({
    serviceDeskId: world.desk.id,
    requestTypeId: world.types.get('Order a change') ?? '',
    requestFieldValues: {
      summary: 'Ten more seats',
      description: 'For the new team.',
      [world.fields.get('Kind of change') ?? '']: { value: 'More' },
      [world.fields.get('Quantity') ?? '']: 10,
      [world.fields.get('Needed from') ?? '']: '2026-03-01',
      [world.fields.get('Business reason') ?? '']: 'Growth',
      attachment: [temporaryAttachments[0]?.temporaryAttachmentId ?? ''],
    },
  });
  return issueKey;
}

test('an agent’s jira.js works with e-mail and API token, whatever the case of the e-mail', async () => {
  const { serviceDesk, cloud } = await clientOf(world.people.agent, agentScopes, 'Anna@NorthWind.example');
  expect(await cloud.myself.getCurrentUser()).toMatchObject({ displayName: 'Anna Agent' });
  expect((await serviceDesk.servicedesk.getServiceDesks()).values).toMatchObject([{ projectKey: 'NORTH' }]);
  const issueIdOrKey = await raisedBy({ serviceDesk, cloud });
  await serviceDesk.request.createRequestComment({ issueIdOrKey, body: 'A note', public: false });
  const { transitions = [] } = await cloud.issues.getTransitions({ issueIdOrKey });
  await cloud.issues.assignIssue({ issueIdOrKey, accountId: world.people.agent.account.accountId });
  await cloud.issues.doTransition({ issueIdOrKey, transition: { id: transitions[0]?.id ?? '' } });
  const issue = await cloud.issues.getIssue({ issueIdOrKey });
  expect(issue.fields).toMatchObject({
    status: { name: 'In progress' },
    assignee: { displayName: 'Anna Agent' },
    attachment: [{ filename: 'log.txt' }],
  });
  const { values: queues = [] } = await serviceDesk.servicedesk.getQueues({ serviceDeskId: world.desk.id });
  const queueId = Number(queues[0]?.id);
  const { values: issues = [] } = await serviceDesk.servicedesk.getIssuesInQueue({
    serviceDeskId: world.desk.id,
    queueId,
  });
  expect(issues.map(({ key }) => key)).toContain(issueIdOrKey);
});

test('a service account that is an agent works the same', async () => {
  const { administrator } = world.people;
  const account = await world.ask<{ accountId: string; userName: string }>(
    administrator,
    'POST',
    '/rest/portico/1/service-account',
    { displayName: 'Monitoring' },
  );
  const { accountId, userName } = account.body;
  const added = await world.ask(
    administrator,
    'POST',
    `/rest/portico/1/service-desk/${world.desk.id}/agent`,
    { accountId },
  );
  expect(added.status).toBe(204);
  const made = await world.ask<{ token: string }>(
    administrator,
    'POST',
    `/rest/portico/1/service-account/${accountId}/token`,
    { name: 'jira.js', scopes: agentScopes, days: 1 },
  );
  const client = clientWith(userName, made.body.token);
  const issueIdOrKey = await raisedBy(client);
  expect((await client.cloud.issues.getIssue({ issueIdOrKey })).fields).toMatchObject({
    reporter: { displayName: 'Monitoring' },
  });
});

test('a customer’s jira.js sees what the customer sees, where customers may have tokens', async () => {
  const policy = { customersMay: true, longestDays: 365, version: 0 };
  await world.ask(world.people.administrator, 'PUT', '/rest/portico/1/api-token-policy', policy);
  const scopes = ['read:servicedesk-request', 'write:servicedesk-request', 'read:jira-work'];
  const client = await clientOf(world.people.reporter, scopes);
  const { request } = client.serviceDesk;
  const issueIdOrKey = await raisedBy(client);
  await request.createRequestComment({ issueIdOrKey, body: 'Any news?', public: true });
  const { values: transitions = [] } = await request.getCustomerTransitions({ issueIdOrKey });
  await request.performCustomerTransition({ issueIdOrKey, id: transitions[0]?.id });
  const list = await request.getCustomerRequests({ requestStatus: 'ALL_REQUESTS' });
  expect(list.values?.map(({ issueKey }) => issueKey)).toContain(issueIdOrKey);
  await expect(client.cloud.issues.getIssue({ issueIdOrKey })).rejects.toThrow();

  const stranger = await clientOf(world.people.customerOfB, scopes);
  await expect(stranger.serviceDesk.request.getCustomerRequestByIdOrKey({ issueIdOrKey })).rejects.toSatisfy(
    core.isNotFoundError,
  );
});

test('jira.js understands a wrong token and a missing scope', async () => {
  const wrong = clientWith('anna@northwind.example', 'ptco_made-up');
  await expect(wrong.cloud.myself.getCurrentUser()).rejects.toSatisfy(core.isAuthError);
  const narrow = await clientOf(world.people.agent, ['read:jira-user']);
  await expect(narrow.serviceDesk.request.getCustomerRequests({})).rejects.toThrow();
});

test('a portal that wants a company’s login takes no customer’s token, and an agent’s', async () => {
  await world.throughCompany(world.people.reporter);
  const scopes = ['read:servicedesk-request'];
  const customer = await clientOf(world.people.reporter, scopes);
  const agent = await clientOf(world.people.agent, scopes);
  await world.database.pool.query(
    'insert into portal_sign_in (portal_id, requires_provider) values ($1, true) on conflict (portal_id) do update set requires_provider = true',
    [world.desk.id],
  );
  const serviceDeskId = world.desk.id;
  expect((await customer.serviceDesk.servicedesk.getServiceDesks()).values).toEqual([]);
  await expect(customer.serviceDesk.servicedesk.getServiceDeskById({ serviceDeskId })).rejects.toThrow();
  expect(await agent.serviceDesk.servicedesk.getServiceDeskById({ serviceDeskId })).toMatchObject({
    id: serviceDeskId,
  });
});
