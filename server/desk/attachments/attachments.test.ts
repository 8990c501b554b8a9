import { readdir } from 'node:fs/promises';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld, type TestPerson, uploadTo } from '../testing.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld({ config: { maxUploadBytes: 2_000_000 } });
});
afterAll(() => world.close());

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface FilePage {
  values: { filename: string; mimeType: string; size: number; _links: { self: string; jiraRest: string } }[];
}

async function attached(fileName: string, content: string | Buffer): Promise<{ key: string; url: string }> {
  const { people, upload, raise, ask } = world;
  const { key } = await raise({ values: { attachment: [await upload(people.reporter, fileName, content)] } });
  const { body } = await ask<FilePage>(
    people.reporter,
    'GET',
    `/rest/servicedeskapi/request/${key}/attachment`,
  );
  const url = new URL(body.values[0]?._links.self ?? '').pathname;
  return { key, url };
}

function attach(who: TestPerson, key: string, temporaryAttachmentIds: string[]) {
  return world.ask(who, 'POST', `/rest/servicedeskapi/request/${key}/attachment`, {
    temporaryAttachmentIds,
    public: true,
  });
}

async function storedFiles(): Promise<number> {
  const folder = join(world.platform.config.dataFolder, 'files');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).length;
}

test('an image is shown in place, with its own bytes and type, whatever its sender said it was', async () => {
  const { ask, people, app } = world;
  const { url } = await attached('Bild „Ä“.png', png);
  const response = await app.inject({ method: 'GET', url, headers: people.reporter.headers });
  expect(response.rawPayload.equals(png)).toBe(true);
  expect(response.headers).toMatchObject({
    'content-type': 'image/png',
    'content-length': String(png.length),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'private, no-cache',
  });
  expect(response.headers['content-disposition']).toMatch(/^inline; filename=.*; filename\*=UTF-8''Bild/);
  const again = await ask(people.reporter, 'GET', url, undefined, {
    'if-none-match': String(response.headers['etag']),
  });
  expect(again.status).toBe(304);
  const stranger = await ask(people.member, 'GET', url, undefined, {
    'if-none-match': String(response.headers['etag']),
  });
  expect(stranger.status).toBe(404);
});

test('a PDF opens in a page of its own, in which nothing runs', async () => {
  const { app, people } = world;
  const { url } = await attached('contract.png', '%PDF-1.7\n%%EOF\n');
  const { headers } = await app.inject({ method: 'GET', url, headers: people.reporter.headers });
  expect(headers).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
  });
  expect(headers['content-disposition']).toMatch(/^inline; /);
});

test('HTML and SVG are saved as files and never run', async () => {
  const { app, people } = world;
  for (const [name, content] of [
    ['page.html', '<!doctype html><script>alert(document.cookie)</script>'],
    ['logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['fake.png', '<html><script>alert(1)</script></html>'],
  ] as const) {
    const { url } = await attached(name, content);
    const { headers } = await app.inject({ method: 'GET', url, headers: people.reporter.headers });
    expect(headers['content-type']).not.toMatch(/html|svg|image/);
    expect(headers['content-disposition']).toBe(`attachment; filename=${name}`);
    expect(headers['content-security-policy']).toContain('sandbox');
  }
});

test('a file that is too large is refused, and nothing of it is kept', async () => {
  const { app, people, desk } = world;
  const before = await storedFiles();
  const response = await uploadTo(app, people.reporter, desk.id, 'big.bin', Buffer.alloc(2_000_001));
  expect(response.statusCode).toBe(413);
  expect(response.json()).toMatchObject({ errorMessages: [expect.stringContaining('larger than')] });
  expect(await storedFiles()).toBe(before);
  const fits = await uploadTo(app, people.reporter, desk.id, 'fits.bin', Buffer.alloc(2_000_000));
  expect(fits.statusCode).toBe(201);
});

test('an upload that breaks off leaves nothing behind', async () => {
  const { app, people, desk, platform } = world;
  const before = await storedFiles();
  const rows = () => platform.db.selectFrom('temporary_attachment').select('id').execute();
  const rowsBefore = await rows();
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.write(
    `POST /rest/servicedeskapi/servicedesk/${desk.id}/attachTemporaryFile HTTP/1.1\r\nHost: localhost:8080\r\n` +
      `Cookie: ${people.reporter.headers.cookie}\r\nOrigin: ${people.reporter.headers.origin}\r\n` +
      'Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\n\r\n' +
      '--x\r\nContent-Disposition: form-data; name="file"; filename="half.bin"\r\n\r\n',
  );
  socket.write(Buffer.alloc(400_000));
  await expect.poll(storedFiles, { timeout: 10_000 }).toBe(before + 1);
  socket.destroy();
  await expect.poll(storedFiles, { timeout: 10_000 }).toBe(before);
  expect(await rows()).toEqual(rowsBefore);
});

test('a file whose bytes are gone is not found, in words', async () => {
  const { ask, people, platform } = world;
  const { url } = await attached('gone.txt', 'x');
  const { storage_key } = await platform.db
    .selectFrom('attachment')
    .select('storage_key')
    .where('file_name', '=', 'gone.txt')
    .executeTakeFirstOrThrow();
  await platform.files.remove(storage_key);
  expect(await ask(people.reporter, 'GET', url)).toMatchObject({
    status: 404,
    body: { errorMessages: ['There is no such file.'] },
  });
});

test('an upload that is no file is refused in words', async () => {
  const { ask, people, desk } = world;
  const url = `/rest/servicedeskapi/servicedesk/${desk.id}/attachTemporaryFile`;
  expect((await ask(people.reporter, 'POST', url, {})).status).toBe(415);
  const empty = await world.app.inject({
    method: 'POST',
    url,
    headers: { ...people.reporter.headers, 'content-type': 'multipart/form-data; boundary=x' },
    payload: '--x--\r\n',
  });
  expect([empty.statusCode, empty.json()]).toEqual([
    400,
    { errorMessages: [], errors: { file: expect.stringContaining('multipart/form-data') } },
  ]);
});

test('an upload is used once, by who made it, on the desk it was made for, within a day', async () => {
  const { people, upload, raise, platform, otherDesk, app } = world;
  const { key } = await raise();
  const ofOther = await upload(people.member, 'a.txt', 'a');
  expect(await attach(people.reporter, key, [ofOther])).toMatchObject({
    status: 400,
    body: { errors: { temporaryAttachmentIds: expect.stringContaining('not there') } },
  });

  const mine = await upload(people.reporter, 'b.txt', 'b');
  expect((await attach(people.reporter, key, [mine])).status).toBe(201);
  expect((await attach(people.reporter, key, [mine])).status).toBe(400);

  const elsewhere = await uploadTo(app, people.otherAgent, otherDesk.id, 'c.txt', 'c');
  const { temporaryAttachments } = elsewhere.json<{
    temporaryAttachments: { temporaryAttachmentId: string }[];
  }>();
  await platform.db
    .insertInto('service_desk_agent')
    .values({ service_desk_id: world.desk.id, account_id: people.otherAgent.account.id })
    .execute();
  const id = temporaryAttachments[0]?.temporaryAttachmentId ?? '';
  expect((await attach(people.otherAgent, key, [id])).status).toBe(400);

  const old = await upload(people.reporter, 'd.txt', 'd');
  await platform.db
    .updateTable('temporary_attachment')
    .set({ created_at: sql`now() - interval '25 hours'` })
    .where('id', '=', old)
    .execute();
  expect((await attach(people.reporter, key, [old])).status).toBe(400);
  expect((await attach(people.reporter, key, ['temp-\u0000'])).status).toBe(400);
});

test('a refused request leaves its uploads to be used again', async () => {
  const { ask, people, upload, types, desk } = world;
  const attachment = [await upload(people.reporter, 'e.txt', 'e')];
  const body = (summary: string) => ({
    serviceDeskId: desk.id,
    requestTypeId: types.get('Ask a question'),
    requestFieldValues: { summary, attachment: [...attachment, ...(summary === 'two' ? ['temp-x'] : [])] },
  });
  expect((await ask(people.reporter, 'POST', '/rest/servicedeskapi/request', body('two'))).status).toBe(400);
  expect((await ask(people.reporter, 'POST', '/rest/servicedeskapi/request', body('one'))).status).toBe(201);
});

test('uploads that became part of no request are swept after a day, rows and files', async () => {
  const { people, upload, platform } = world;
  const young = await upload(people.reporter, 'young.txt', 'x');
  const old = await upload(people.reporter, 'old.txt', 'x');
  const keyOf = async (id: string) =>
    (
      await platform.db
        .selectFrom('temporary_attachment')
        .select('storage_key')
        .where('id', '=', id)
        .executeTakeFirst()
    )?.storage_key ?? '';
  const keys = { young: await keyOf(young), old: await keyOf(old) };
  await platform.db
    .updateTable('temporary_attachment')
    .set({ created_at: sql`now() - interval '24 hours 1 minute'` })
    .where('id', '=', old)
    .execute();
  await platform.jobs.start();
  await platform.db
    .transaction()
    .execute((trx) => platform.jobs.add(trx, 'desk.sweep-temporary-attachments', {}));
  const isThere = (key: string) =>
    platform.files.head(key, 1).then(
      () => true,
      () => false,
    );
  await expect.poll(() => isThere(keys.old), { timeout: 20_000 }).toBe(false);
  expect(await keyOf(old)).toBe('');
  expect(await isThere(keys.young)).toBe(true);
  expect(await keyOf(young)).toBe(keys.young);
});

test('an account can have a hundred waiting uploads and no more', async () => {
  const { person, platform, desk, app } = world;
  const hoarder = await person();
  await platform.db
    .insertInto('service_desk_customer')
    .values({ service_desk_id: desk.id, account_id: hoarder.account.id })
    .execute();
  await platform.db
    .insertInto('temporary_attachment')
    .values(
      Array.from({ length: 99 }, (_, index) => ({
        id: `temp-${index}`,
        service_desk_id: desk.id,
        author_id: hoarder.account.id,
        file_name: 'x',
        media_type: 'text/plain',
        size_bytes: '1',
        storage_key: 'x',
      })),
    )
    .execute();
  expect((await uploadTo(app, hoarder, desk.id, 'hundred.txt', 'x')).statusCode).toBe(201);
  const files = await storedFiles();
  expect((await uploadTo(app, hoarder, desk.id, 'one-more.txt', 'x')).statusCode).toBe(429);
  expect(await storedFiles()).toBe(files);
});
