import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Type } from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from './app-types.ts';
import { Invalid } from './errors.ts';
import { createHttpApp } from './testing.ts';

const maxUploadBytes = 100_000;
let folder: string;
let app: App;
let address: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portico-uploads-'));
  ({ app } = await createHttpApp({ config: { dataFolder: folder, maxUploadBytes } }, (made, { files }) => {
    made.post('/upload', async (request) => {
      const sizes: Record<string, number> = {};
      for await (const part of request.parts()) {
        if (part.type !== 'file') throw new Invalid(`"${part.fieldname}" is no file.`);
        const { sizeBytes } = await files.put(part.file, maxUploadBytes);
        sizes[part.filename] = sizeBytes;
      }
      return sizes;
    });
    made.post('/json', async (request) => ({ got: request.body }));
    made.post('/object', { schema: { body: Type.Object({}) } }, async (request) => ({ got: request.body }));
    const nullable = Type.Union([Type.String(), Type.Null()]);
    made.post('/nullable', { schema: { body: nullable } }, async (request) => ({
      got: request.body ?? 'nothing',
    }));
    made.put('/switch', async (request) => ({ got: request.body ?? 'nothing' }));
    made.delete('/thing', async (request) => ({ got: request.body ?? 'nothing' }));
  }));
  address = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

function upload(files: Record<string, number>, more: Record<string, string> = {}): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(more)) form.append(name, value);
  for (const [name, size] of Object.entries(files))
    form.append('file', new Blob([new Uint8Array(size)]), name);
  return fetch(`${address}/upload`, { method: 'POST', body: form });
}

async function keptFiles(): Promise<number> {
  const found = await readdir(join(folder, 'files'), { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).length;
}

test('what deletes may say that it sends JSON, and send nothing', async () => {
  const headers = { 'content-type': 'application/json' };
  const empty = await app.inject({ method: 'DELETE', url: '/thing', headers });
  expect(empty.json()).toEqual({ got: 'nothing' });
  const full = await app.inject({ method: 'DELETE', url: '/thing', headers, payload: '{"a":1}' });
  expect(full.json()).toEqual({ got: { a: 1 } });
  for (const [method, url, payload] of [
    ['DELETE', '/thing', '{"a":'],
    ['DELETE', '/thing', '{"__proto__":{}}'],
    ['POST', '/object', ''],
  ] as const) {
    expect((await app.inject({ method, url, headers, payload })).statusCode).toBe(400);
  }
});

test('so may what asks for no body, or says that it may be null', async () => {
  const headers = { 'content-type': 'application/json' };
  for (const [method, url] of [
    ['PUT', '/switch'],
    ['POST', '/nullable'],
  ] as const) {
    expect((await app.inject({ method, url, headers })).json()).toEqual({ got: 'nothing' });
  }
  const said = await app.inject({ method: 'POST', url: '/nullable', headers, payload: '"me"' });
  expect(said.json()).toEqual({ got: 'me' });
});

test('files are streamed in whole, up to the size allowed', async () => {
  const response = await upload({ 'a.txt': 10, 'b.bin': maxUploadBytes });
  expect(await response.json()).toEqual({ 'a.txt': 10, 'b.bin': maxUploadBytes });
});

test.each([1, 5_000_000])(
  'a file that is %i bytes too large is refused in words, and nothing of it is kept',
  async (more) => {
    const before = await keptFiles();
    const response = await upload({ 'large.bin': maxUploadBytes + more });
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({
      errorMessages: ['The file is larger than the 97 kB that are allowed.'],
      errors: {},
    });
    expect(await keptFiles()).toBe(before);
  },
);

test('an upload that is refused before its file is read is answered, and so is what follows it', async () => {
  const response = await upload({ 'large.bin': 3_000_000 }, { comment: 'hello' });
  expect(response.status).toBe(400);
  await response.json();
  expect((await upload({ 'a.txt': 10 })).status).toBe(200);
});

test('too many files at once are refused in words', async () => {
  const files = Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`${index}.txt`, 1]));
  const response = await upload(files);
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({
    errorMessages: ['Too many parts in one upload. Send fewer files at a time.'],
  });
});

test('a route for files says so to whoever sends something else', async () => {
  const response = await app.inject({ method: 'POST', url: '/upload', payload: { a: 1 } });
  expect(response.statusCode).toBe(415);
  expect(response.json().errorMessages).toEqual(['Send files as multipart/form-data.']);
});

test('a route for JSON does not read files', async () => {
  const form = new FormData();
  form.append('file', new Blob(['x']), 'x.txt');
  const response = await fetch(`${address}/json`, { method: 'POST', body: form });
  expect(await response.json()).toEqual({});
});
