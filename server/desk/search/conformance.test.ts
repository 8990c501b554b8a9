import type { AddressInfo } from 'node:net';
import type { CloudClient } from 'jira.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld } from '../testing.ts';
import { loadJiraClient } from '../testing-jira-client.ts';

// Search, queries and filters through a client that throws when an answer has not the shape that Jira gives it.

interface Drift {
  readonly kind: string;
  readonly endpoint: string;
  readonly keys?: string[];
}

let world: DeskWorld;
let agent: CloudClient;
beforeAll(async () => {
  world = await createDeskWorld();
  await world.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = world.app.server.address() as AddressInfo;
  const { jira, core } = await loadJiraClient();
  agent = jira.createCloudClient(
    core.createClient({
      host: `http://127.0.0.1:${port}`,
      headers: world.people.agent.headers,
      onSchemaMismatch: 'throw',
    }),
  );
});
afterAll(() => world.close());

test('issues are searched for page by page, counted and matched', async () => {
  const [one, two] = [await world.raise(), await world.raise()];
  const { issueSearch } = agent;
  const jql = 'project = NORTH order by key';
  const first = await issueSearch.searchAndReconsileIssuesUsingJql({
    jql,
    maxResults: 1,
    fields: ['summary', 'status'],
    expand: 'names,schema,changelog,transitions,renderedFields',
    reconcileIssues: [Number(one.id)],
  });
  expect(first).toMatchObject({
    isLast: false,
    issues: [{ key: one.key, fields: { summary: expect.any(String) } }],
  });
  const second = await issueSearch.searchAndReconsileIssuesUsingJqlPost({
    jql,
    maxResults: 1,
    fields: ['*all'],
    nextPageToken: first.nextPageToken ?? '',
  });
  expect(second).toMatchObject({ isLast: true, issues: [{ key: two.key }] });
  expect(await issueSearch.countIssues({ jql })).toMatchObject({ count: 2 });
  const matched = await issueSearch.matchIssues({
    issueIds: [Number(one.id), Number(two.id)],
    jqls: [`key = ${two.key}`, 'nonsense ='],
  });
  expect(matched.matches.map(({ matchedIssues }) => matchedIssues)).toEqual([[Number(two.id)], []]);
});

test('queries are read, and written with help', async () => {
  const { jql } = agent;
  const parsed = await jql.parseJqlQueries({
    validation: 'warn',
    queries: [
      'project = NORTH and (status in (Resolved, empty) or not assignee = currentUser()) order by created desc',
      'status was Resolved by currentUser() and status changed from Resolved',
      'issue.property[kind].of = 3',
      'staus = x',
      'status = =',
    ],
  });
  expect(parsed.queries.map(({ structure }) => structure !== undefined)).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
  expect((await jql.getAutoComplete()).visibleFieldNames?.length).toBeGreaterThan(20);
  expect((await jql.getAutoCompletePost({ projectIds: [1] })).visibleFunctionNames?.length).toBeGreaterThan(
    10,
  );
  const { queryStrings } = await jql.migrateQueries({ queryStrings: ['assignee = "Anna Agent"'] });
  expect(queryStrings?.[0]).toContain(world.people.agent.account.accountId);
  const { results = [] } = await jql.getFieldAutoCompleteForQueryString({
    fieldName: 'status',
    fieldValue: 'res',
  });
  expect(results[0]).toMatchObject({ value: 'Resolved' });
});

test('filters are saved, found, changed, starred and given away', async () => {
  const { filters, users } = agent;
  const made = await filters.createFilter({
    name: 'Open',
    jql: 'resolution is empty',
    description: 'All that is to be done',
    favourite: true,
    sharePermissions: [{ type: 'authenticated' }, { type: 'project', project: { key: 'NORTH' } }],
    editPermissions: [{ type: 'user', user: { accountId: world.people.administrator.account.accountId } }],
  });
  const id = Number(made.id);
  expect(made).toMatchObject({
    favourite: true,
    sharePermissions: [{ type: 'loggedin' }, { type: 'project' }],
  });
  // What was shown may be sent back.
  const changed = await filters.updateFilter({ id, body: { ...made, name: 'Still open' } });
  expect(changed).toMatchObject({
    name: 'Still open',
    sharePermissions: made.sharePermissions?.map(({ type }) => ({ type })),
  });
  expect(await filters.getFilter({ id })).toMatchObject({ jql: 'resolution is empty' });
  expect(await filters.getMyFilters({ includeFavourites: true })).toHaveLength(1);
  expect(await filters.getFavouriteFilters()).toHaveLength(1);
  expect(
    await filters.getFiltersPaginated({
      filterName: 'open',
      id: [id],
      orderBy: '-name',
      expand:
        'description,owner,jql,viewUrl,searchUrl,favourite,favouritedCount,sharePermissions,editPermissions,subscriptions',
    }),
  ).toMatchObject({ total: 1, values: [{ jql: 'resolution is empty', subscriptions: [] }] });
  expect(await filters.deleteFavouriteForFilter({ id })).toMatchObject({ favourite: false });
  expect(await filters.setFavouriteForFilter({ id })).toMatchObject({ favourite: true });
  await filters.setColumns({ id, columns: ['issuekey', 'summary'] });
  expect(await filters.getColumns({ id })).toEqual([
    { label: 'Key', value: 'issuekey' },
    { label: 'Summary', value: 'summary' },
  ]);
  await filters.resetColumns({ id });
  await users.setUserColumns({ columns: ['status'] });
  expect(await users.getUserDefaultColumns()).toEqual([{ label: 'Status', value: 'status' }]);
  await users.resetUserColumns({});
  await filters.deleteFilter({ id });
});

test('how filters are shared is asked and changed by itself', async () => {
  const { filters, filterSharing } = agent;
  const id = Number((await filters.createFilter({ name: 'Shared', jql: '' })).id);
  expect(await filterSharing.setDefaultShareScope({ scope: 'GLOBAL' })).toEqual({ scope: 'AUTHENTICATED' });
  expect(await filterSharing.getDefaultShareScope()).toEqual({ scope: 'AUTHENTICATED' });
  await world.platform.db.insertInto('account_group').values({ name: 'Night shift' }).execute();
  await filterSharing.addSharePermission({ id, type: 'group', groupname: 'Night shift' });
  const { accountId } = world.people.administrator.account;
  const shares = await filterSharing.addSharePermission({ id, type: 'user', accountId, rights: 1 });
  expect(shares.map(({ type }) => type)).toEqual(['group', 'user']);
  expect(await filterSharing.getSharePermissions({ id })).toEqual(shares);
  const permissionId = shares[0]?.id ?? 0;
  expect(await filterSharing.getSharePermission({ id, permissionId })).toMatchObject({
    group: { name: 'Night shift' },
  });
  await filterSharing.deleteSharePermission({ id, permissionId });
});

test('what Jira has no word for is under _portico, and nowhere else', () => {
  const store = globalThis as { [key: symbol]: Drift[] | undefined };
  const drift = store[Symbol.for('apis-code-gen.schemaAudit')] ?? [];
  const ours = drift.filter(
    ({ endpoint, kind, keys = [] }) =>
      /search|jql|filter|columns/.test(endpoint) &&
      (kind !== 'keys' || keys.some((key) => key !== '_portico')),
  );
  expect(ours).toEqual([]);
});
