import type { AddressInfo } from 'node:net';
import type { CloudClient, ServiceDeskClient } from 'jira.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from './testing.ts';
import { loadJiraClient } from './testing-jira-client.ts';

// What stands beside issues and requests, through a client that throws when an answer has not the shape that Jira gives it.

interface Clients {
  readonly cloud: CloudClient;
  readonly serviceDesk: ServiceDeskClient;
}

interface Drift {
  readonly kind: string;
  readonly endpoint: string;
  readonly keys?: string[];
}

let world: DeskWorld;
let agent: Clients;
let customer: Clients;

beforeAll(async () => {
  world = await createDeskWorld();
  await world.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = world.app.server.address() as AddressInfo;
  const { jira, core } = await loadJiraClient();
  const clientsOf = ({ headers }: TestPerson): Clients => {
    const client = core.createClient({
      host: `http://127.0.0.1:${port}`,
      headers,
      onSchemaMismatch: 'throw',
    });
    return { cloud: jira.createCloudClient(client), serviceDesk: jira.createServiceDeskClient(client) };
  };
  agent = clientsOf(world.people.agent);
  customer = clientsOf(world.people.reporter);
});
afterAll(() => world.close());

const document = (text: string) => ({
  type: 'doc' as const,
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('comments', async () => {
  const { key: issueIdOrKey } = await world.raise();
  const { issueComments, issueCommentProperties } = agent.cloud;
  const made = await issueComments.addComment({
    issueIdOrKey,
    body: document('Hello'),
    properties: [{ key: 'mood', value: { good: true } }],
    expand: 'renderedBody',
  });
  expect(made).toMatchObject({ jsdPublic: true, renderedBody: '<p>Hello</p>' });
  const id = made.id ?? '';
  const asText = await issueComments.addComment({ issueIdOrKey, body: 'Plain' });
  expect(asText.body).toMatchObject(document('Plain'));
  const page = await issueComments.getComments({ issueIdOrKey, orderBy: '-created', expand: 'properties' });
  expect(page.comments?.map((comment) => comment.id)).toEqual([asText.id, id]);
  const changed = await issueComments.updateComment({ issueIdOrKey, id, body: { body: document('Bye') } });
  expect(changed.body).toMatchObject(document('Bye'));
  expect(await issueComments.getComment({ issueIdOrKey, id })).toMatchObject({ id });
  const byIds = await issueComments.getCommentsByIds({ ids: [Number(id)] });
  expect(byIds).toMatchObject({ total: 1, isLast: true, values: [{ id }] });

  const property = { commentId: id, propertyKey: 'mood' };
  await issueCommentProperties.setCommentProperty({ ...property, body: { good: false } });
  expect(await issueCommentProperties.getCommentProperty(property)).toEqual({
    key: 'mood',
    value: { good: false },
  });
  const { keys = [] } = await issueCommentProperties.getCommentPropertyKeys({ commentId: id });
  expect(keys.map(({ key }) => key)).toEqual(['mood']);
  await issueCommentProperties.deleteCommentProperty(property);
  await issueComments.deleteComment({ issueIdOrKey, id });
  const issue = await agent.cloud.issues.getIssue({ issueIdOrKey, fields: ['comment'] });
  expect(issue.fields).toMatchObject({ comment: { total: 1, comments: [{ id: asText.id }] } });
});

test('the work log', async () => {
  const { key: issueIdOrKey } = await world.raise();
  const { issueWorklogs } = agent.cloud;
  const made = await issueWorklogs.addWorklog({
    issueIdOrKey,
    comment: document('Looked at it'),
    started: new Date('2026-01-31T09:30:00Z'),
    timeSpent: '3h 20m',
    adjustEstimate: 'leave',
  });
  expect(made).toMatchObject({ timeSpentSeconds: 12_000, started: new Date('2026-01-31T09:30:00Z') });
  const id = made.id ?? '';
  await issueWorklogs.addWorklog({ issueIdOrKey, comment: 'Again', timeSpentSeconds: 60 });
  await issueWorklogs.updateWorklog({ issueIdOrKey, id, body: { timeSpent: '1d' } });
  expect(await issueWorklogs.getWorklog({ issueIdOrKey, id })).toMatchObject({ timeSpent: '1d' });
  const page = await issueWorklogs.getIssueWorklog({ issueIdOrKey, maxResults: 5000 });
  expect(page).toMatchObject({ total: 2, worklogs: [{ id }, { timeSpent: '1m' }] });
  await issueWorklogs.deleteWorklog({ issueIdOrKey, id });
});

test('watchers', async () => {
  const { key: issueIdOrKey, id } = await world.raise();
  const { issueWatchers } = agent.cloud;
  const { accountId } = world.people.administrator.account;
  await issueWatchers.addWatcher({ issueIdOrKey, body: accountId as unknown as Record<string, unknown> });
  await issueWatchers.addWatcher({ issueIdOrKey } as Parameters<typeof issueWatchers.addWatcher>[0]);
  expect(await issueWatchers.getIssueWatchers({ issueIdOrKey })).toMatchObject({
    watchCount: 2,
    isWatching: true,
    watchers: [{ displayName: 'Ada Admin' }, { displayName: 'Anna Agent' }],
  });
  await issueWatchers.removeWatcher({ issueIdOrKey, accountId });
  expect(await issueWatchers.getIsWatchingIssueBulk({ issueIds: [id] })).toEqual({
    issuesIsWatching: { [id]: true },
  });
});

test('links between issues', async () => {
  const [one, two] = [await world.raise(), await world.raise()];
  const { issueLinks, issueLinkTypes, issues } = agent.cloud;
  const { issueLinkTypes: types = [] } = await issueLinkTypes.getIssueLinkTypes();
  expect(types.map(({ name }) => name)).toEqual(['Blocks', 'Cloners', 'Duplicate', 'Relates']);
  const issueLinkTypeId = types[0]?.id ?? '';
  expect(await issueLinkTypes.getIssueLinkType({ issueLinkTypeId })).toMatchObject({ outward: 'blocks' });
  await issueLinks.linkIssues({
    type: { name: 'Blocks' },
    inwardIssue: { key: one.key },
    outwardIssue: { id: two.id },
    comment: { body: document('Linked') },
  });
  const issue = await issues.getIssue({ issueIdOrKey: one.key, fields: ['issuelinks'] });
  const [link] = (issue.fields as { issuelinks: { id: string; outwardIssue: { key: string } }[] }).issuelinks;
  expect(link?.outwardIssue.key).toBe(two.key);
  const linkId = link?.id ?? '';
  expect(await issueLinks.getIssueLink({ linkId })).toMatchObject({ inwardIssue: { key: one.key } });
  await issueLinks.deleteIssueLink({ linkId });
});

test('attachments', async () => {
  const { key: issueIdOrKey } = await world.raise();
  const { issueAttachments } = agent.cloud;
  expect(await issueAttachments.getAttachmentMeta()).toMatchObject({ enabled: true });
  const [file] = await issueAttachments.addAttachment({
    issueIdOrKey,
    attachments: [{ filename: 'dot.png', content: onePixel }],
  });
  expect(file).toMatchObject({ filename: 'dot.png', mimeType: 'image/png', size: onePixel.length });
  const id = file?.id ?? '';
  expect(await issueAttachments.getAttachment({ id })).toMatchObject({ id: Number(id) });
  const small = await issueAttachments.getAttachmentThumbnail({ id });
  expect(Buffer.from(small as Uint8Array).toString('latin1', 1, 4)).toBe('PNG');
  await issueAttachments.removeAttachment({ id });
});

test('what the service desk API has beside requests', async () => {
  const { key: issueIdOrKey } = await world.raise({
    values: { attachment: [await world.upload(world.people.reporter, 'dot.png', onePixel)] },
  });
  const { request, assets, knowledgebase } = customer.serviceDesk;
  expect(await request.getSubscriptionStatus({ issueIdOrKey })).toEqual({ subscribed: true });
  await request.unsubscribe({ issueIdOrKey });
  expect(await request.getSubscriptionStatus({ issueIdOrKey })).toEqual({ subscribed: false });
  await request.subscribe({ issueIdOrKey });

  const files = await request.getAttachmentsForRequest({ issueIdOrKey, start: 0, limit: 10 });
  const thumbnail = files.values?.[0]?._links?.thumbnail ?? '';
  const attachmentId = Number(thumbnail.split('/').at(-2));
  const small = await request.getAttachmentThumbnail({ issueIdOrKey, attachmentId });
  expect(Buffer.from(small as Uint8Array).toString('latin1', 1, 4)).toBe('PNG');

  const slas = await agent.serviceDesk.request.getSlaInformation({ issueIdOrKey });
  expect(slas.values).toMatchObject([
    { name: 'Time to first response', ongoingCycle: { breached: false, paused: false } },
    { name: 'Time to resolution' },
  ]);
  const slaMetricId = Number(slas.values?.[0]?.id);
  expect(await agent.serviceDesk.request.getSlaInformationById({ issueIdOrKey, slaMetricId })).toMatchObject({
    completedCycles: [],
  });
  expect(await assets.getInsightWorkspaces()).toMatchObject({ size: 0, isLastPage: true });
  expect(await assets.getAssetsWorkspaces()).toMatchObject({ size: 0, isLastPage: true });
  await expect(knowledgebase.viewArticle({ pageId: 1 })).rejects.toMatchObject({ status: 404 });
  expect(await knowledgebase.getArticles({ query: 'vpn', highlight: false })).toMatchObject({ size: 0 });
  expect(
    await customer.serviceDesk.servicedesk.getServiceDeskArticles({
      serviceDeskId: world.desk.id,
      query: 'vpn',
      highlight: false,
    }),
  ).toMatchObject({ values: [] });
  const made = await agent.serviceDesk.customer.createCustomer({
    email: 'nora@new.example',
    displayName: 'Nora New',
  });
  expect(made).toMatchObject({ displayName: 'Nora New', active: true });
});

test('what Jira has no word for is under _portico, and nowhere else', () => {
  const store = globalThis as { [key: symbol]: Drift[] | undefined };
  const drift = store[Symbol.for('apis-code-gen.schemaAudit')] ?? [];
  const ours = drift.filter(
    ({ endpoint, kind, keys = [] }) =>
      /omment|worklog|watch|issueLink|ttachment|notification|sla|insight|knowledgebase|customer/.test(
        endpoint,
      ) &&
      (kind !== 'keys' || keys.some((key) => key !== '_portico')),
  );
  expect(ours).toEqual([]);
});
