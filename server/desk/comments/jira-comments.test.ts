import { afterAll, beforeAll, expect, test } from 'vitest';
import { adfFromText } from '../../platform/formats/rich-text.ts';
import { createDeskWorld, type DeskWorld, type TestPerson } from '../testing.ts';

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

interface CommentJson {
  readonly id: string;
  readonly body: unknown;
  readonly jsdPublic: boolean;
}

interface CommentsJson {
  readonly total: number;
  readonly comments: readonly CommentJson[];
}

function add(key: string, comment: object, version = '3') {
  return world.ask<CommentJson>(
    world.people.agent,
    'POST',
    `/rest/api/${version}/issue/${key}/comment`,
    comment,
  );
}

async function readByReporter(key: string): Promise<string[]> {
  const { body } = await world.ask<{ values: { body: string }[] }>(
    world.people.reporter,
    'GET',
    `/rest/servicedeskapi/request/${key}/comment`,
  );
  return body.values.map((comment) => comment.body);
}

async function history(key: string): Promise<{ items: object[] }[]> {
  const { body } = await world.ask<{ values: { items: object[] }[] }>(
    world.people.agent,
    'GET',
    `/rest/api/3/issue/${key}/changelog`,
  );
  return body.values;
}

test('a comment is an answer to the customer unless it says in either way that it is a note', async () => {
  const { key } = await world.raise();
  await add(key, { body: adfFromText('For all') });
  await add(key, { body: adfFromText('By member'), jsdPublic: false });
  await add(key, {
    body: adfFromText('By property'),
    properties: [{ key: 'sd.public.comment', value: { internal: true } }],
  });
  // Where they differ, nobody reads it who should not.
  await add(key, {
    body: adfFromText('By both'),
    jsdPublic: true,
    properties: [{ key: 'sd.public.comment', value: { internal: 'true' } }],
  });
  expect(await readByReporter(key)).toEqual(['For all']);
  const restricted = await add(key, {
    body: adfFromText('For a role'),
    visibility: { type: 'role', value: 'Administrators' },
  });
  expect(restricted).toMatchObject({
    status: 400,
    body: { errors: { visibility: expect.stringContaining('jsdPublic: false') } },
  });
});

test('version 3 speaks documents, version 2 plain text, of the same comment', async () => {
  const { ask, people, raise } = world;
  const { key } = await raise();
  const bold = { type: 'text', text: 'now', marks: [{ type: 'strong' }] };
  const document = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [bold] }] };
  const made = await add(key, { body: document });
  expect(made).toMatchObject({ status: 201, body: { body: document } });
  const path = (version: string) => `/rest/api/${version}/issue/${key}/comment/${made.body.id}`;
  expect((await ask<CommentJson>(people.agent, 'GET', path('2'))).body.body).toBe('now');
  const rendered = await ask(people.agent, 'GET', `${path('3')}?expand=renderedBody,properties`);
  expect(rendered.body).toMatchObject({
    renderedBody: '<p><strong>now</strong></p>',
    properties: [{ key: 'sd.public.comment', value: { internal: false } }],
  });
  expect((await add(key, { body: 'text' })).status).toBe(400);
  expect((await add(key, { body: document }, '2')).status).toBe(400);
  expect((await add(key, { body: 'text' }, '2')).status).toBe(201);
});

test('comments come in pages, oldest or newest first', async () => {
  const { ask, people, raise } = world;
  const { key } = await raise();
  for (const body of ['one', 'two', 'three']) await add(key, { body }, '2');
  const list = (query: string) =>
    ask<CommentsJson>(people.agent, 'GET', `/rest/api/2/issue/${key}/comment?${query}`);
  const first = await list('maxResults=2');
  expect(first.body).toMatchObject({ startAt: 0, maxResults: 2, total: 3 });
  expect(first.body.comments.map(({ body }) => body)).toEqual(['one', 'two']);
  const newest = await list('maxResults=2&orderBy=-created');
  expect(newest.body.comments.map(({ body }) => body)).toEqual(['three', 'two']);
});

test('whoever wrote a comment changes it, which the history tells', async () => {
  const { ask, people, raise } = world;
  const { key } = await raise();
  const { body: made } = await add(key, { body: adfFromText('The frist try') });
  const path = `/rest/api/3/issue/${key}/comment/${made.id}`;
  const change = { body: adfFromText('The first try') };
  expect((await ask(colleague, 'PUT', path, change)).status).toBe(403);
  expect((await ask(colleague, 'DELETE', path)).status).toBe(403);
  const changed = await ask(people.agent, 'PUT', path, change);
  expect(changed).toMatchObject({ status: 200, body: { updateAuthor: { displayName: 'Anna Agent' } } });
  expect(await readByReporter(key)).toEqual(['The first try']);
  expect((await history(key)).at(-1)?.items).toEqual([
    {
      field: 'Comment',
      fieldId: 'comment',
      fieldtype: 'jira',
      from: made.id,
      fromString: 'The frist try',
      to: made.id,
      toString: 'The first try',
    },
  ]);
  expect(await ask(people.agent, 'PUT', path, { body: adfFromText(' ') })).toMatchObject({
    status: 400,
    body: { errors: { body: 'Write something, or delete the comment.' } },
  });
  const byAdministrator = await ask(people.administrator, 'PUT', path, { body: adfFromText('No try') });
  expect(byAdministrator.body).toMatchObject({
    author: { displayName: 'Anna Agent' },
    updateAuthor: { displayName: 'Ada Admin' },
  });
});

test('an answer that becomes a note, and its files, are no longer the customer’s to read', async () => {
  const { ask, people, raise, upload } = world;
  const { key } = await raise();
  const { body } = await ask<{ comment: { id: string } }>(
    people.agent,
    'POST',
    `/rest/servicedeskapi/request/${key}/attachment`,
    {
      temporaryAttachmentIds: [await upload(people.agent, 'secret.txt', 'x')],
      additionalComment: { body: 'Too much said' },
      public: true,
    },
  );
  const path = `/rest/api/3/issue/${key}/comment/${body.comment.id}`;
  const files = async () =>
    (await ask<{ size: number }>(people.reporter, 'GET', `/rest/servicedeskapi/request/${key}/attachment`))
      .body.size;
  expect(await files()).toBe(1);
  const hidden = await ask(people.agent, 'PUT', path, { jsdPublic: false });
  expect(hidden).toMatchObject({ status: 200, body: { jsdPublic: false } });
  expect(await readByReporter(key)).toEqual([]);
  expect(await files()).toBe(0);
  await ask(people.agent, 'PUT', path, { body: adfFromText('More among us') });
  const [last] = (await history(key)).slice(-1);
  expect(JSON.stringify(last)).not.toContain('among us');
});

test('a comment is deleted, and its files stay', async () => {
  const { ask, people, raise, upload, platform } = world;
  const { key, id } = await raise();
  const { body } = await ask<{ comment: { id: string } }>(
    people.agent,
    'POST',
    `/rest/servicedeskapi/request/${key}/attachment`,
    {
      temporaryAttachmentIds: [await upload(people.agent, 'plan.txt', 'x')],
      additionalComment: { body: 'The plan' },
      public: true,
    },
  );
  const path = `/rest/api/2/issue/${key}/comment/${body.comment.id}`;
  expect((await ask(people.agent, 'DELETE', path)).status).toBe(204);
  expect((await ask(people.agent, 'GET', path)).status).toBe(404);
  expect(await readByReporter(key)).toEqual([]);
  const files = await ask(people.reporter, 'GET', `/rest/servicedeskapi/request/${key}/attachment`);
  expect(files.body).toMatchObject({ values: [{ filename: 'plan.txt', _portico: { commentId: null } }] });
  expect((await history(key)).at(-1)?.items).toMatchObject([
    { field: 'Comment', from: body.comment.id, fromString: 'The plan', to: null, toString: null },
  ]);
  const event = await platform.db
    .selectFrom('event')
    .select(['kind', 'audience'])
    .where((eb) => eb(eb.val(`request:${id}`), '=', eb.fn.any('topics')))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  expect(event).toEqual({ kind: 'request.changed', audience: 'customers' });
});

test('programs keep properties with comments, and read comments by their ids', async () => {
  const { ask, people, raise } = world;
  const { key } = await raise();
  const made = await add(key, {
    body: adfFromText('Hello'),
    properties: [{ key: 'mood', value: { good: true } }],
  });
  const properties = `/rest/api/3/comment/${made.body.id}/properties`;
  expect((await ask(people.agent, 'GET', properties)).body).toMatchObject({ keys: [{ key: 'mood' }] });
  expect((await ask(people.agent, 'PUT', `${properties}/mood`, { good: false })).status).toBe(200);
  expect((await ask(colleague, 'PUT', `${properties}/mood`, { good: true })).status).toBe(404);
  expect((await ask(people.agent, 'PUT', `${properties}/sd.public.comment`, {})).status).toBe(400);
  const ids = { ids: [Number(made.body.id), 999_999] };
  const list = '/rest/api/3/comment/list?expand=properties';
  expect((await ask(colleague, 'POST', list, ids)).body).toMatchObject({
    total: 1,
    values: [{ id: made.body.id, properties: [{}, { key: 'mood', value: { good: false } }] }],
  });
  expect((await ask(people.otherAgent, 'POST', list, ids)).body).toMatchObject({ total: 0, values: [] });
});

test('a customer who is mentioned in an answer may stay when it becomes a note, but not come into one', async () => {
  const { ask, people, raise } = world;
  const { key } = await raise();
  const mention = { type: 'mention', attrs: { id: people.reporter.account.accountId } };
  const body = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [mention] }] };
  expect((await add(key, { body, jsdPublic: false })).status).toBe(400);
  const { body: made } = await add(key, { body });
  const path = `/rest/api/3/issue/${key}/comment/${made.id}`;
  expect((await ask(people.agent, 'PUT', path, { jsdPublic: false })).status).toBe(200);
  expect((await ask(people.agent, 'PUT', path, { jsdPublic: true })).status).toBe(200);
});
