import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

const path = (key: string, version = '3') => `/rest/api/${version}/issue/${key}/watchers`;

interface WatchersJson {
  readonly watchCount: number;
  readonly isWatching: boolean;
  readonly watchers: readonly { readonly displayName: string }[];
}

async function watchers(who: TestPerson, key: string): Promise<WatchersJson> {
  return (await world.ask<WatchersJson>(who, 'GET', path(key))).body;
}

/** One JSON string is the whole body, as clients of Jira send it. */
function addByJson(who: TestPerson, key: string, accountId: string) {
  return world.app.inject({
    method: 'POST',
    url: path(key),
    headers: { ...who.headers, 'content-type': 'application/json' },
    payload: JSON.stringify(accountId),
  });
}

test('an agent watches an issue, lets another watch it, and takes both off it', async () => {
  const { ask, people, raise, platform } = world;
  const { key, id } = await raise();
  const json = { 'content-type': 'application/json' };
  expect((await ask(people.agent, 'POST', path(key), undefined, json)).status).toBe(204);
  expect((await ask(people.agent, 'POST', path(key, '2'))).status).toBe(204);
  const { administrator } = people;
  expect((await addByJson(people.agent, key, administrator.account.accountId)).statusCode).toBe(204);
  const both = await watchers(people.agent, key);
  expect(both).toMatchObject({ watchCount: 2, isWatching: true });
  expect(both.watchers.map(({ displayName }) => displayName)).toEqual(['Ada Admin', 'Anna Agent']);
  const issue = await ask(people.administrator, 'GET', `/rest/api/3/issue/${key}?fields=watches`);
  expect(issue.body).toMatchObject({ fields: { watches: { watchCount: 2, isWatching: true } } });

  await ask(people.agent, 'DELETE', path(key));
  await ask(people.agent, 'DELETE', `${path(key)}?accountId=${administrator.account.accountId}`);
  await ask(people.agent, 'DELETE', path(key));
  expect(await watchers(people.agent, key)).toMatchObject({ watchCount: 0, isWatching: false, watchers: [] });

  const events = await platform.db
    .selectFrom('event')
    .select(['kind', 'audience'])
    .where((eb) => eb(eb.val(`request:${id}`), '=', eb.fn.any('topics')))
    .where('kind', '=', 'request.changed')
    .execute();
  // one for each who came or went, and nothing for customers
  expect(events).toEqual(Array.from({ length: 4 }, () => ({ kind: 'request.changed', audience: 'agents' })));
});

test('customers, agents of other desks and people who are not there cannot watch', async () => {
  const { people, raise } = world;
  const { key } = await raise();
  for (const accountId of [
    people.reporter.account.accountId,
    people.otherAgent.account.accountId,
    'nobody-at-all',
  ]) {
    const answer = await addByJson(people.agent, key, accountId);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({
      errors: { accountId: 'This person is no active agent of the service desk.' },
    });
  }
});

test('of many issues it is told which one watches; of those that one may not see, that one does not', async () => {
  const { ask, people, raise } = world;
  const [watched, other] = [await raise(), await raise()];
  await ask(people.agent, 'POST', path(watched.key));
  const body = { issueIds: [watched.id, other.id, 'none'] };
  expect((await ask(people.agent, 'POST', '/rest/api/3/issue/watching', body)).body).toEqual({
    issuesIsWatching: { [watched.id]: true, [other.id]: false, none: false },
  });
  expect((await ask(people.otherAgent, 'POST', '/rest/api/2/issue/watching', body)).body).toEqual({
    issuesIsWatching: { [watched.id]: false, [other.id]: false, none: false },
  });
});

test('an agent who is mentioned watches the issue from then on; a customer does not', async () => {
  const { ask, people, raise } = world;
  const { key } = await raise();
  const mention = (who: TestPerson) => ({ type: 'mention', attrs: { id: who.account.accountId } });
  const document = (who: TestPerson) => ({
    type: 'doc',
    version: 1,
    content: [{ type: 'paragraph', content: [mention(who)] }],
  });
  for (const who of [people.reporter, people.agent]) {
    const made = await ask(people.administrator, 'POST', `/rest/api/3/issue/${key}/comment`, {
      body: document(who),
    });
    expect(made.status, made.text).toBe(201);
  }
  expect((await watchers(people.agent, key)).watchers.map(({ displayName }) => displayName)).toEqual([
    'Anna Agent',
  ]);
});
