import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson, uploadTo } from '../testing.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
  await world.start();
});
afterAll(() => world.close());

interface File {
  readonly id: string;
  readonly filename: string;
  readonly _portico: { readonly public: boolean };
}

async function attach(who: TestPerson, key: string, version = '3'): Promise<File[]> {
  const response = await uploadTo(world.app, who, world.desk.id, 'log.txt', 'some text', 'text/plain', {
    url: `/rest/api/${version}/issue/${key}/attachments`,
    headers: { 'x-atlassian-token': 'no-check' },
  });
  expect(response.statusCode, response.payload).toBe(200);
  return response.json<File[]>();
}

async function filesOnDisk(): Promise<number> {
  const folder = join(world.platform.config.dataFolder, 'files');
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).length;
}

test('a file that a client of Jira attaches is for agents, and in the history', async () => {
  const { ask, people, raise } = world;
  const { key } = await raise();
  const [file] = await attach(people.agent, key, '2');
  expect(file).toMatchObject({ filename: 'log.txt', mimeType: 'text/plain', _portico: { public: false } });
  const listed = await ask(people.reporter, 'GET', `/rest/servicedeskapi/request/${key}/attachment`);
  expect(listed.body).toMatchObject({ size: 0 });
  expect((await ask(people.reporter, 'GET', `/rest/api/3/attachment/content/${file?.id}`)).status).toBe(404);
  const history = await ask<{ values: { items: object[] }[] }>(
    people.agent,
    'GET',
    `/rest/api/3/issue/${key}/changelog`,
  );
  expect(history.body.values.at(-1)?.items).toMatchObject([
    { field: 'Attachment', from: null, to: file?.id, toString: 'log.txt' },
  ]);
});

test('whoever attached a file takes it away, and so do administrators, but no other agent', async () => {
  const { ask, people, raise, person, platform } = world;
  const colleague = await person({ displayName: 'Carl Colleague' });
  await platform.db
    .insertInto('service_desk_agent')
    .values({ service_desk_id: world.desk.id, account_id: colleague.account.id })
    .execute();
  const { key } = await raise();
  const [first] = await attach(people.agent, key);
  const [second] = await attach(people.agent, key);
  const path = (file: File | undefined) => `/rest/api/3/attachment/${file?.id}`;
  expect(await ask(colleague, 'GET', path(first))).toMatchObject({
    status: 200,
    body: { id: Number(first?.id), filename: 'log.txt', author: { displayName: 'Anna Agent' } },
  });
  expect(await ask(colleague, 'DELETE', path(first))).toMatchObject({
    status: 403,
    body: { errorMessages: [expect.stringContaining('Somebody else has attached this file')] },
  });
  const before = await filesOnDisk();
  expect((await ask(people.agent, 'DELETE', path(first))).status).toBe(204);
  expect((await ask(people.administrator, 'DELETE', path(second))).status).toBe(204);
  expect((await ask(people.agent, 'GET', path(first))).status).toBe(404);
  await expect.poll(filesOnDisk).toBe(before - 2);

  const history = await ask<{ values: { author: { displayName: string }; items: object[] }[] }>(
    people.agent,
    'GET',
    `/rest/api/3/issue/${key}/changelog`,
  );
  expect(history.body.values.at(-1)).toMatchObject({
    author: { displayName: 'Ada Admin' },
    items: [{ field: 'Attachment', from: second?.id, fromString: 'log.txt', to: null }],
  });
});

test('what is attached beside a request lets who edits it go on', async () => {
  const { ask, people, raise } = world;
  const { key } = await raise();
  const [file] = await attach(people.agent, key);
  const before = await ask<{ _portico: { version: number } }>(
    people.agent,
    'GET',
    `/rest/api/3/issue/${key}`,
  );
  await ask(people.agent, 'DELETE', `/rest/api/3/attachment/${file?.id}`);
  const assigned = await ask(
    people.agent,
    'PUT',
    `/rest/api/3/issue/${key}/assignee`,
    { accountId: people.agent.account.accountId },
    { 'if-match': `"${before.body._portico.version}"` },
  );
  expect(assigned.status, assigned.text).toBe(204);
});

test('the header that clients of Jira send against forged forms is asked for', async () => {
  const { key } = await world.raise();
  const response = await uploadTo(
    world.app,
    world.people.agent,
    world.desk.id,
    'log.txt',
    'x',
    'text/plain',
    {
      url: `/rest/api/3/issue/${key}/attachments`,
    },
  );
  expect(response.statusCode).toBe(403);
  expect(response.json()).toMatchObject({
    errorMessages: ['XSRF check failed: send the header X-Atlassian-Token: no-check.'],
  });
  expect((await world.ask(world.people.reporter, 'GET', '/rest/api/3/attachment/meta')).body).toEqual({
    enabled: true,
    uploadLimit: world.platform.config.maxUploadBytes,
  });
});

test('files that came with a comment are listed there', async () => {
  const { ask, people, raise, upload } = world;
  const { key } = await raise();
  const { body } = await ask<{ comment: { id: string } }>(
    people.agent,
    'POST',
    `/rest/servicedeskapi/request/${key}/attachment`,
    {
      temporaryAttachmentIds: [
        await upload(people.agent, 'one.txt', '1'),
        await upload(people.agent, 'two.txt', '2'),
      ],
      additionalComment: { body: 'See these' },
      public: true,
    },
  );
  const path = `/rest/servicedeskapi/request/${key}/comment/${body.comment.id}/attachment`;
  expect((await ask(people.reporter, 'GET', path)).body).toMatchObject({
    size: 2,
    isLastPage: true,
    values: [{ filename: 'one.txt' }, { filename: 'two.txt' }],
  });
  expect((await ask(people.reporter, 'GET', `${path}?start=1&limit=1`)).body).toMatchObject({
    values: [{ filename: 'two.txt' }],
  });
});
