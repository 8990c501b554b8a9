import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../../identity/index.ts';
import { assignRequest } from '../issues/assign-request.ts';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';
import { searchRequests } from './search.ts';

let world: DeskWorld;
const api = '/rest/api/3/search';

interface Answer {
  readonly issues: readonly { readonly key: string; readonly fields: Readonly<Record<string, unknown>> }[];
  readonly total: number;
  readonly isLast?: boolean;
  readonly nextPageToken?: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly warningMessages?: readonly string[];
  readonly errorMessages?: readonly string[];
}

// Nine requests: every second is assigned to Anna, every third is resolved, and two share each summary.
beforeAll(async () => {
  world = await createDeskWorld();
  const { people, platform, raise } = world;
  const { db } = platform;
  for (let number = 0; number < 9; number++) {
    const at = new Date(Date.UTC(2026, 0, 1 + Math.floor(number / 2)));
    const { id } = await raise({ summary: `Printer ${number % 5}`, at });
    if (number % 2 === 0) {
      await db.transaction().execute((trx) =>
        assignRequest(trx, {
          requestId: id,
          actor: { accountId: people.agent.account.id, isAgent: true },
          assigneeId: people.agent.account.id,
        }),
      );
    }
    if (number % 3 === 0) {
      await sql`update request set resolution = 'Done', resolved_at = ${at} where id = ${id}`.execute(db);
    }
  }
});
afterAll(() => world.close());

async function ask(body: object, who: TestPerson = world.people.agent, at = `${api}/jql`): Promise<Answer> {
  const answer = await world.ask<Answer>(who, 'POST', at, body);
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
}

async function readAll(jql: string, maxResults: number): Promise<string[]> {
  const keys: string[] = [];
  let nextPageToken: string | undefined;
  do {
    const page = await ask({ jql, maxResults, fields: ['key'], ...(nextPageToken && { nextPageToken }) });
    expect(page.isLast).toBe(page.nextPageToken === undefined);
    keys.push(...page.issues.map(({ key }) => key));
    nextPageToken = page.nextPageToken;
  } while (nextPageToken && keys.length < 50);
  return keys;
}

describe('reading on from page to page goes through a query’s order, whatever is missing', () => {
  test.each([
    'order by created',
    'order by created desc',
    'order by key desc',
    'order by resolved',
    'order by resolved desc',
    'order by assignee, created desc',
    'order by assignee desc, resolved asc',
    'order by resolved asc, assignee desc, created',
    'order by priority desc, resolved desc',
    'resolution is empty',
    'assignee = currentUser() order by resolved',
  ])('%s', async (jql) => {
    const whole = await readAll(jql, 100);
    expect(new Set(whole).size).toBe(whole.length);
    expect(whole.length).toBeGreaterThan(4);
    for (const size of [2, 4]) expect(await readAll(jql, size), `by ${size}`).toEqual(whole);
    const { issues } = await ask({ jql }, world.people.agent, api);
    expect(issues.map(({ key }) => key)).toEqual(whole);
  });
});

test('whatever can be sorted by, a page follows the other', async () => {
  const { body } = await world.ask<{ visibleFieldNames: { value: string; orderable?: string }[] }>(
    world.people.agent,
    'GET',
    '/rest/api/3/jql/autocompletedata',
  );
  const sortable = body.visibleFieldNames.filter(({ orderable }) => orderable === 'true');
  expect(sortable.length).toBeGreaterThan(20);
  for (const { value } of sortable) {
    const found = await readAll(`order by ${value} desc`, 5);
    expect(new Set(found).size, value).toBe(9);
    expect(found.length, value).toBe(9);
  }
});

test('a token is good for its own query and person alone', async () => {
  const { people } = world;
  const { nextPageToken } = await ask({ jql: 'order by created', maxResults: 1 });
  for (const [who, body] of [
    [people.agent, { jql: 'order by updated', nextPageToken }],
    [people.administrator, { jql: 'order by created', nextPageToken }],
    [people.agent, { jql: 'order by created', nextPageToken: `${nextPageToken}x` }],
    [people.agent, { jql: 'order by created', nextPageToken: 'nonsense' }],
  ] as const) {
    const { status, body: refused } = await world.ask<Answer>(who, 'POST', `${api}/jql`, body);
    expect(status).toBe(400);
    expect(refused.errorMessages?.[0]).toContain('nextPageToken');
  }
  expect(nextPageToken).not.toContain('2026');
});

test('a place in a list of another sorting leads nowhere', async () => {
  const { people, platform } = world;
  const from = { values: ['1'], types: ['bigint'] };
  const viewer = people.agent.account as unknown as Viewer;
  const read = searchRequests(platform.db, viewer, { jql: 'order by created, key', from, limit: 5 });
  await expect(read).rejects.toThrow('nextPageToken');
});

test('an agent finds requests of desks that they serve; customers do not search', async () => {
  const { people } = world;
  expect((await ask({ jql: '' }, people.agent, api)).total).toBe(9);
  expect((await ask({ jql: '' }, people.administrator, api)).total).toBe(9);
  expect((await ask({ jql: '' }, people.otherAgent, api)).total).toBe(0);
  for (const path of [api, `${api}/jql`, `${api}/approximate-count`]) {
    expect((await world.ask(people.reporter, 'POST', path, { jql: '' })).status).toBe(403);
    expect((await world.ask(null, 'POST', path, { jql: '' })).status).toBe(401);
  }
});

test('pages by number say how many there are, and lead no further than is counted', async () => {
  const jql = encodeURIComponent('order by created');
  const { body } = await world.ask<Answer>(
    world.people.agent,
    'GET',
    `${api}?jql=${jql}&startAt=7&maxResults=5&fields=summary`,
  );
  expect(body).toMatchObject({ startAt: 7, maxResults: 5, total: 9, _portico: { isCapped: false } });
  expect(body.issues.map(({ fields }) => fields)).toEqual([
    { summary: 'Printer 2' },
    { summary: 'Printer 3' },
  ]);
  const none = await world.ask<Answer>(world.people.agent, 'GET', `${api}?jql=${jql}&maxResults=0`);
  expect(none.body).toMatchObject({ total: 9, issues: [] });
  const far = await world.ask<Answer>(world.people.agent, 'GET', `${api}?startAt=20000`);
  expect([far.status, far.body.errorMessages?.[0]]).toEqual([400, expect.stringContaining('/search/jql')]);
  const counted = await ask({ jql: 'resolution is empty' }, world.people.agent, `${api}/approximate-count`);
  expect(counted).toEqual({ count: 6, _portico: { isCapped: false } });
});

test('fields are shown that were asked for, and what is asked for beside them', async () => {
  const bare = (await ask({ jql: 'key = NORTH-1' })).issues[0];
  expect(bare?.fields).toEqual({});
  const { issues, names, ...page } = await ask({
    jql: 'key in (NORTH-1, NORTH-2) order by key',
    fields: ['summary', 'comment', world.fields.get('Impact') ?? ''],
    expand: 'names,schema,changelog,transitions,renderedFields',
  });
  const [first] = issues;
  expect(Object.keys(first?.fields ?? {}).toSorted()).toEqual(
    ['comment', 'summary', world.fields.get('Impact') ?? ''].toSorted(),
  );
  expect(names).toMatchObject({ summary: 'Summary', [world.fields.get('Impact') ?? '']: 'Impact' });
  expect(page).toMatchObject({ isLast: true, schema: { summary: { type: 'string' } } });
  expect(first).toMatchObject({
    changelog: { total: 1, histories: [{ items: [{ fieldId: 'assignee' }] }] },
    transitions: expect.arrayContaining([expect.objectContaining({ name: 'Resolve' })]),
    renderedFields: { comment: { total: 0 } },
  });
  const property = '/rest/api/3/issue/NORTH-1/properties/tier';
  expect((await world.ask(world.people.agent, 'PUT', property, { level: 3 })).status).toBeLessThan(300);
  const kept = await ask({ jql: 'key in (NORTH-1, NORTH-2) order by key', properties: ['tier', 'nothing'] });
  expect(kept.issues).toMatchObject([{ properties: { tier: { level: 3 } } }, { properties: {} }]);
  const old = await world.ask<Answer>(world.people.agent, 'POST', '/rest/api/2/search', {
    jql: 'key = NORTH-1',
    fields: ['description'],
  });
  expect(old.body.issues[0]?.fields).toEqual({ description: 'It burns.\nSince noon.' });
});

test('what is wrong with a query is said, and names that do not exist are refused, told of or left alone', async () => {
  const refused = await world.ask<Answer>(world.people.agent, 'POST', api, { jql: 'staus = x' });
  expect([refused.status, refused.body.errorMessages?.[0]]).toEqual([
    400,
    expect.stringContaining("'staus' does not exist"),
  ]);
  const jql = 'status = "There is none"';
  const strict = await world.ask<Answer>(world.people.agent, 'POST', api, { jql });
  expect([strict.status, strict.body.errorMessages?.[0]]).toEqual([
    400,
    expect.stringContaining("'There is none' does not exist for the field 'status'"),
  ]);
  const told = await ask({ jql, validateQuery: 'warn' }, world.people.agent, api);
  expect(told).toMatchObject({ total: 0, warningMessages: [expect.stringContaining('There is none')] });
  expect(await ask({ jql, validateQuery: 'none' }, world.people.agent, api)).not.toHaveProperty(
    'warningMessages',
  );
});
