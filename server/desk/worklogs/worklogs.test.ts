import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adfFromText } from '../../platform/formats/rich-text.ts';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';
import { secondsFromText, textFromSeconds } from './time-spent.ts';

let world: DeskWorld;
let colleague: TestPerson;
beforeAll(async () => {
  world = await createDeskWorld();
  colleague = await world.person({ displayName: 'Carl Colleague' });
  await world.platform.db
    .insertInto('service_desk_agent')
    .values({ service_desk_id: world.desk.id, account_id: colleague.account.id })
    .execute();
});
afterAll(() => world.close());

const path = (key: string, version = '3') => `/rest/api/${version}/issue/${key}/worklog`;

interface WorklogJson {
  readonly id: string;
  readonly timeSpent: string;
  readonly started: string;
}

function log(key: string, work: object, who = world.people.agent) {
  return world.ask<WorklogJson>(who, 'POST', path(key), work);
}

async function lastItems(key: string): Promise<object[]> {
  const { body } = await world.ask<{ values: { items: object[] }[] }>(
    world.people.agent,
    'GET',
    `/rest/api/3/issue/${key}/changelog`,
  );
  return body.values.at(-1)?.items ?? [];
}

describe('time in words', () => {
  test.each([
    ['3h 20m', 12_000, '3h 20m'],
    ['1w 2d 3h', 212_400, '1w 2d 3h'],
    ['1.5h', 5_400, '1h 30m'],
    ['90', 5_400, '1h 30m'],
    [' 2D4H ', 72_000, '2d 4h'],
    ['8h', 28_800, '1d'],
  ])('%s', (text, seconds, shown) => {
    expect(secondsFromText(text)).toBe(seconds);
    expect(textFromSeconds(seconds)).toBe(shown);
  });

  test.each(['', 'soon', '3x', '-1h', '1h and a bit', '1e3h'])('%j is none', (text) => {
    expect(secondsFromText(text)).toBeNull();
  });

  test('what is no time is told at once, however long it is', () => {
    const before = performance.now();
    expect(secondsFromText(`${'1'.repeat(100_000)}x`)).toBeNull();
    expect(secondsFromText(`${'1 '.repeat(50_000)}x`)).toBeNull();
    expect(secondsFromText(`1${' '.repeat(100_000)}x`)).toBeNull();
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});

test('work is logged with what was done, and shown in both versions', async () => {
  const { ask, people, raise } = world;
  const { key, id } = await raise();
  const made = await log(key, {
    timeSpent: '3h 20m',
    started: '2026-01-31T09:30:00.000+0100',
    comment: adfFromText('Looked at the printer.'),
  });
  expect(made).toMatchObject({
    status: 201,
    body: {
      issueId: id,
      timeSpent: '3h 20m',
      timeSpentSeconds: 12_000,
      started: '2026-01-31T08:30:00.000+0000',
      author: { displayName: 'Anna Agent' },
      comment: adfFromText('Looked at the printer.'),
    },
  });
  const second = await ask(people.agent, 'POST', path(key, '2'), { timeSpentSeconds: 60, comment: 'Again.' });
  expect(second).toMatchObject({ status: 201, body: { timeSpent: '1m', comment: 'Again.' } });
  expect(await lastItems(key)).toMatchObject([{ field: 'timespent', from: '12000', to: '12060' }]);

  const issue = await ask(people.agent, 'GET', `/rest/api/3/issue/${key}?fields=worklog`);
  expect(issue.body).toMatchObject({ fields: { worklog: { total: 2, worklogs: [{}, {}] } } });
  const page = await ask(people.agent, 'GET', `${path(key)}?startAt=1&maxResults=1`);
  expect(page.body).toMatchObject({ startAt: 1, maxResults: 1, total: 2, worklogs: [{ timeSpent: '1m' }] });
  const before = Date.parse('2026-02-01T00:00:00Z');
  const early = await ask(people.agent, 'GET', `${path(key)}?startedBefore=${before}`);
  expect(early.body).toMatchObject({ total: 1, worklogs: [{ id: made.body.id }] });
});

test.each([
  [{}, 'timeSpent'],
  [{ timeSpent: 'long' }, 'timeSpent'],
  [{ timeSpent: '0m' }, 'timeSpent'],
  [{ timeSpentSeconds: 59 }, 'timeSpentSeconds'],
  [{ timeSpent: '1h', timeSpentSeconds: 3600 }, 'timeSpent'],
  [{ timeSpent: '999999h' }, 'timeSpent'],
  [{ timeSpent: '1h', started: 'yesterday' }, 'started'],
  [{ timeSpent: '1h', visibility: { type: 'role', value: 'Administrators' } }, 'visibility'],
  [{ timeSpent: '1h', started: '2026-02-31T25:00:00.000+0000' }, 'started'],
])('work like %j is refused by name', async (work, field) => {
  const { key } = await world.raise();
  const answer = await world.ask<{ errors: object }>(world.people.agent, 'POST', path(key), work);
  expect(answer.status).toBe(400);
  expect(Object.keys(answer.body.errors)).toEqual([field]);
});

test('whoever logged work changes and deletes it, and so do administrators, but no other agent', async () => {
  const { ask, people, raise } = world;
  const { key } = await raise();
  const { body: mine } = await log(key, { timeSpent: '1h', comment: adfFromText('Sat there.') });
  const { body: theirs } = await log(key, { timeSpent: '2h' }, colleague);
  const entry = (id: string) => `${path(key)}/${id}`;
  expect((await ask(colleague, 'PUT', entry(mine.id), { timeSpent: '9h' })).status).toBe(403);
  expect((await ask(colleague, 'DELETE', entry(mine.id))).status).toBe(403);

  const changed = await ask(people.agent, 'PUT', entry(mine.id), { timeSpent: '30m' });
  expect(changed.body).toMatchObject({ timeSpent: '30m', comment: adfFromText('Sat there.') });
  expect(await lastItems(key)).toMatchObject([
    { field: 'timespent', from: '10800', to: '9000' },
    { field: 'WorklogId', from: mine.id, to: mine.id },
  ]);
  const said = await ask(people.administrator, 'PUT', entry(mine.id), {
    comment: adfFromText('Stood there.'),
  });
  expect(said.body).toMatchObject({
    timeSpent: '30m',
    comment: adfFromText('Stood there.'),
    author: { displayName: 'Anna Agent' },
    updateAuthor: { displayName: 'Ada Admin' },
  });

  expect((await ask(people.administrator, 'DELETE', entry(theirs.id))).status).toBe(204);
  expect(await lastItems(key)).toMatchObject([
    { field: 'timespent', from: '9000', to: '1800' },
    { field: 'WorklogId', from: theirs.id, to: null },
    { field: 'WorklogTimeSpent', fromString: '2h', to: null },
  ]);
  expect((await ask(colleague, 'GET', entry(theirs.id))).status).toBe(404);
});

test('an entry of one request is not found under another', async () => {
  const { ask, people, raise } = world;
  const [one, other] = [await raise(), await raise()];
  const { body } = await log(one.key, { timeSpent: '1h' });
  for (const method of ['GET', 'DELETE'] as const) {
    expect((await ask(people.administrator, method, `${path(other.key)}/${body.id}`)).status).toBe(404);
  }
});
