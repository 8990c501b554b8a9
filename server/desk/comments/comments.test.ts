import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

interface CommentPage {
  size: number;
  values: { id: string; body: string; public: boolean }[];
}

function comment(who: TestPerson, key: string, body: string, isPublic?: boolean) {
  return world.ask<{ id: string }>(who, 'POST', `/rest/servicedeskapi/request/${key}/comment`, {
    body,
    ...(isPublic !== undefined && { public: isPublic }),
  });
}

async function statusOf(key: string): Promise<string> {
  const { name } = await world.platform.db
    .selectFrom('request')
    .innerJoin('status', 'status.id', 'request.status_id')
    .select('status.name')
    .where('request.key', '=', key)
    .executeTakeFirstOrThrow();
  return name;
}

async function move(key: string, name: string): Promise<void> {
  const url = `/rest/api/3/issue/${key}/transitions`;
  const { body } = await world.ask<{ transitions: { id: string; name: string }[] }>(
    world.people.agent,
    'GET',
    url,
  );
  const id = body.transitions.find((transition) => transition.name === name)?.id;
  const { status } = await world.ask(world.people.agent, 'POST', url, { transition: { id } });
  expect(status).toBe(204);
}

test('a comment keeps its paragraphs, line breaks and addresses, as text', async () => {
  const { ask, people, raise, platform } = world;
  const { key } = await raise();
  const said = 'Hello,\n\nsee https://example.com/a?b=<c>\n<script>alert(1)</script>\n\n\nBye';
  const added = await comment(people.reporter, key, `  ${said.replaceAll('\n', '\r\n')}\u0000 `);
  expect(added.status).toBe(201);
  expect(added.body).toMatchObject({ body: said, public: true, author: { displayName: 'Alice Reporter' } });
  const { body } = await ask(
    people.manager,
    'GET',
    `/rest/servicedeskapi/request/${key}/comment?expand=renderedBody`,
  );
  expect(body).toMatchObject({
    values: [
      {
        body: said,
        renderedBody: {
          html: '<p>Hello,</p><p>see https://example.com/a?b=&lt;c&gt;<br/>&lt;script&gt;alert(1)&lt;/script&gt;</p><p><br/>Bye</p>',
        },
      },
    ],
  });
  const row = await platform.db
    .selectFrom('comment')
    .select('body')
    .where('id', '=', added.body.id)
    .executeTakeFirstOrThrow();
  expect(row.body).toMatchObject({ type: 'doc', version: 1 });
});

test('an empty comment, one that is too long, and an agent’s that does not say for whom are refused', async () => {
  const { people, raise } = world;
  const { key } = await raise();
  expect(await comment(people.reporter, key, ' \n ')).toMatchObject({
    status: 400,
    body: { errors: { body: 'Write something.' } },
  });
  expect(await comment(people.reporter, key, 'x'.repeat(32_768))).toMatchObject({
    status: 400,
    body: { errors: { body: expect.stringContaining('at most 32,767') } },
  });
  expect((await comment(people.reporter, key, 'x'.repeat(32_767))).status).toBe(201);
  expect(await comment(people.agent, key, 'To whom?')).toMatchObject({
    status: 400,
    body: { errors: { public: expect.stringContaining('true for an answer') } },
  });
});

test('internal notes reach agents, and customers by no route', async () => {
  const { ask, people, raise, upload } = world;
  const { key, id } = await raise();
  const note = await comment(people.agent, key, 'secret words', false);
  const temporaryId = await upload(people.agent, 'secret-file.txt', 'secret bytes');
  await ask(people.agent, 'POST', `/rest/servicedeskapi/request/${key}/attachment`, {
    temporaryAttachmentIds: [temporaryId],
    additionalComment: { body: 'secret too' },
    public: false,
  });
  const agents = await ask<CommentPage>(
    people.agent,
    'GET',
    `/rest/servicedeskapi/request/${key}/comment?expand=attachment`,
  );
  expect(agents.body.values.map(({ body }) => body)).toEqual(['secret words', 'secret too']);
  expect(agents.text).toContain('secret-file.txt');

  const expand = 'expand=comment,comment.attachment,comment.renderedBody,attachment,status,action';
  for (const who of [people.reporter, people.manager]) {
    for (const path of [
      `/rest/servicedeskapi/request/${key}?${expand}`,
      `/rest/servicedeskapi/request?${expand}`,
      `/rest/servicedeskapi/request?searchTerm=*ecret*&requestOwnership=ALL_REQUESTS`,
      `/rest/servicedeskapi/request/${key}/comment`,
      `/rest/servicedeskapi/request/${key}/comment?public=false&internal=true&expand=attachment`,
      `/rest/servicedeskapi/request/${key}/comment/${note.body.id}`,
      `/rest/servicedeskapi/request/${key}/attachment`,
      `/rest/servicedeskapi/request/${key}/status`,
      `/rest/servicedeskapi/request/${key}/transition`,
      `/rest/api/3/issue/${key}`,
      `/rest/api/3/issue/${key}/changelog`,
    ]) {
      const answer = await ask<Partial<CommentPage>>(who, 'GET', path);
      expect(answer.text, path).not.toMatch(/secret|Anna/);
      if (path.includes('/comment')) expect(answer.body.size ?? 0, path).toBe(0);
    }
    const listed = await ask(who, 'GET', `/rest/servicedeskapi/request/${id}?expand=comment,attachment`);
    expect(listed.body).toMatchObject({ comments: { size: 0 }, attachments: { size: 0 } });
  }
});

test('an agent sees public comments, internal ones, or both, as asked', async () => {
  const { ask, people, raise } = world;
  const { key } = await raise();
  await comment(people.agent, key, 'for all', true);
  await comment(people.agent, key, 'for us', false);
  async function bodies(query: string) {
    const { body } = await ask<CommentPage>(
      people.agent,
      'GET',
      `/rest/servicedeskapi/request/${key}/comment?${query}`,
    );
    return body.values.map((value) => value.body);
  }
  expect(await bodies('')).toEqual(['for all', 'for us']);
  expect(await bodies('internal=false')).toEqual(['for all']);
  expect(await bodies('public=false')).toEqual(['for us']);
  expect(await bodies('start=1&limit=1')).toEqual(['for us']);
});

test('an event of an internal note is for agents and names no customer', async () => {
  const { people, raise, platform } = world;
  const { key, id } = await raise();
  await comment(people.agent, key, 'for us', false);
  await comment(people.agent, key, 'for all', true);
  const events = await platform.db
    .selectFrom('event')
    .select(['kind', 'audience', 'topics', 'payload'])
    .where((eb) => eb(eb.val(`request:${id}`), '=', eb.fn.any('topics')))
    .orderBy('id')
    .execute();
  const customers = [people.reporter, people.manager].map(({ account }) => `account:${account.accountId}`);
  const agentTopics = [`request:${id}`, `service-desk:${world.desk.id}`];
  expect(events.map((event) => [event.kind, event.audience, event.payload])).toEqual([
    ['request.created', 'customers', { key, requestId: id }],
    ['comment.added', 'agents', { key, requestId: id }],
    ['comment.added', 'customers', { key, requestId: id }],
  ]);
  expect(events[1]?.topics).toEqual(agentTopics);
  expect(events[2]?.topics.toSorted()).toEqual([...agentTopics, ...customers].toSorted());
});

test('a customer’s answer gives a request that waits for it back to the agents, and says so in the history', async () => {
  const { ask, people, raise } = world;
  const { key } = await raise();
  await move(key, 'Ask the customer');
  await comment(people.agent, key, 'Which printer?', true);
  await comment(people.agent, key, 'Never heard of it', false);
  expect(await statusOf(key)).toBe('Waiting for customer');
  const shown = await ask(people.reporter, 'GET', `/rest/servicedeskapi/request/${key}`);
  expect(shown.body).toMatchObject({ currentStatus: { status: 'Waiting for your reply' } });
  const toAgent = await ask(people.agent, 'GET', `/rest/servicedeskapi/request/${key}`);
  expect(toAgent.body).toMatchObject({ currentStatus: { status: 'Waiting for your reply' } });

  await comment(people.manager, key, 'The one in the hall');
  expect(await statusOf(key)).toBe('Waiting for support');
  const history = await ask<{ values: { author: { displayName: string }; items: object[] }[] }>(
    people.agent,
    'GET',
    `/rest/api/3/issue/${key}/changelog`,
  );
  expect(history.body.values.at(-1)).toMatchObject({
    author: { displayName: 'Mona Manager' },
    items: [{ field: 'status', fromString: 'Waiting for customer', toString: 'Waiting for support' }],
  });
  await move(key, 'Start work');
  await comment(people.reporter, key, 'Hurry!');
  expect(await statusOf(key)).toBe('In progress');
});

test('files that a customer sends are an answer too', async () => {
  const { ask, people, raise, upload } = world;
  const { key } = await raise();
  await move(key, 'Ask the customer');
  const added = await ask(people.reporter, 'POST', `/rest/servicedeskapi/request/${key}/attachment`, {
    temporaryAttachmentIds: [await upload(people.reporter, 'photo.txt', 'x')],
  });
  expect(added.status, added.text).toBe(201);
  expect(added.body).toEqual({ attachments: expect.objectContaining({ size: 1 }) });
  expect(await statusOf(key)).toBe('Waiting for support');
});
