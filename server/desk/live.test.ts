import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from './testing.ts';

let world: DeskWorld;
let base: string;
beforeAll(async () => {
  world = await createDeskWorld();
  base = await world.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => world.close());

/** Listens as a person until closed, and collects the kinds of what is heard. */
async function listen(person: TestPerson, topics: readonly string[]) {
  const query = topics.map((topic) => `topic=${topic}`).join('&');
  const controller = new AbortController();
  const response = await fetch(`${base}/events?${query}`, {
    headers: person.headers,
    signal: controller.signal,
  });
  let text = '';
  const reading = (async () => {
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk).toString();
  })().catch(() => {});
  const kinds = () => [...text.matchAll(/"kind":"([^"]+)"/g)].map(([, kind]) => kind);
  return {
    status: response.status,
    kinds,
    heard: () => text,
    async close() {
      controller.abort();
      await reading;
    },
  };
}

test('agents hear of notes, files for agents and assignment; customers only of what they may read', async () => {
  const { people, raise, ask, upload, desk } = world;
  const { id, key } = await raise();
  const agent = await listen(people.agent, [`request:${id}`, `service-desk:${desk.id}`]);
  const reporter = await listen(people.reporter, [
    `request:${id}`,
    `account:${people.reporter.account.accountId}`,
  ]);
  const manager = await listen(people.manager, [`account:${people.manager.account.accountId}`]);
  await expect.poll(() => [agent, reporter, manager].every(({ heard }) => heard() !== '')).toBe(true);

  const url = `/rest/servicedeskapi/request/${key}`;
  await ask(people.agent, 'POST', `${url}/comment`, { body: 'for us', public: false });
  await ask(people.agent, 'POST', `${url}/attachment`, {
    temporaryAttachmentIds: [await upload(people.agent, 'for-us.txt', 'x')],
    public: false,
  });
  await ask(people.agent, 'PUT', `/rest/api/3/issue/${key}/assignee`, {
    accountId: people.agent.account.accountId,
  });
  await ask(people.agent, 'POST', `${url}/comment`, { body: 'for you', public: true });

  await expect
    .poll(agent.kinds, { timeout: 10_000 })
    .toEqual(['comment.added', 'attachment.added', 'request.assigned', 'comment.added']);
  await expect.poll(reporter.kinds, { timeout: 10_000 }).toEqual(['comment.added']);
  await expect.poll(manager.kinds, { timeout: 10_000 }).toEqual(['comment.added']);
  expect(reporter.heard()).not.toContain('for-us');
  await Promise.all([agent, reporter, manager].map((stream) => stream.close()));
});

test('nobody can listen to what they may not see', async () => {
  const { people, raise, desk } = world;
  const { id } = await raise();
  for (const [who, topic] of [
    [people.member, `request:${id}`],
    [people.otherAgent, `request:${id}`],
    [people.reporter, `service-desk:${desk.id}`],
    [people.otherAgent, `service-desk:${desk.id}`],
    [people.agent, `account:${people.reporter.account.accountId}`],
    [people.administrator, 'request:999999'],
  ] as const) {
    const stream = await listen(who, [topic]);
    expect(stream.status, topic).toBe(404);
    await stream.close();
  }
});
