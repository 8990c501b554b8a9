import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDiskFileStore } from './disk-file-store.ts';
import type { FileStore } from './file-store.ts';

let folder: string;
let store: FileStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portico-files-'));
  store = createDiskFileStore(folder);
});
afterEach(() => rm(folder, { recursive: true }));

async function filesOnDisk(): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

test('what was put is read back, whole or from its beginning', async () => {
  const content = Readable.from([Buffer.from('hello '), Buffer.from('wörld')]);
  const { key, sizeBytes } = await store.put(content, 100);
  expect(sizeBytes).toBe(12);
  expect(await text(await store.read(key))).toBe('hello wörld');
  expect((await store.head(key, 5)).toString()).toBe('hello');
  expect(await store.head(key, 1_000)).toHaveLength(12);
});

test('files are spread over folders, and only their owner may read them', async () => {
  const { key } = await store.put(Readable.from(['x']), 100);
  const path = join(folder, key.slice(0, 2), key.slice(2, 4), key);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('a file as large as allowed is kept; one byte more is refused and leaves nothing behind', async () => {
  await store.put(Readable.from([Buffer.alloc(10)]), 10);
  const tooLarge = Readable.from([Buffer.alloc(6), Buffer.alloc(5), Buffer.alloc(1_000)]);
  await expect(store.put(tooLarge, 10)).rejects.toMatchObject({
    statusCode: 413,
    message: 'The file is larger than the 10 bytes that are allowed.',
  });
  expect(tooLarge.destroyed).toBe(true);
  expect(await filesOnDisk()).toHaveLength(1);
});

test('an upload that breaks off leaves nothing behind', async () => {
  const broken = new Readable({
    read() {
      this.push(Buffer.alloc(100));
      this.destroy(new Error('connection lost'));
    },
  });
  await expect(store.put(broken, 1_000)).rejects.toThrow('connection lost');
  expect(await filesOnDisk()).toEqual([]);
});

test('an empty file is a file', async () => {
  const { key, sizeBytes } = await store.put(Readable.from([]), 10);
  expect(sizeBytes).toBe(0);
  expect(await text(await store.read(key))).toBe('');
});

test('a removed file is gone, and removing it again does nothing', async () => {
  const { key } = await store.put(Readable.from(['x']), 10);
  await store.remove(key);
  await store.remove(key);
  await expect(store.read(key)).rejects.toMatchObject({ statusCode: 404 });
  await expect(store.head(key, 1)).rejects.toMatchObject({ statusCode: 404 });
});

test.each(['../../etc/passwd', '', '..', 'incoming/x', '00000000-0000-0000-0000-000000000000/../x'])(
  'a key that the store did not make (%j) names no file',
  async (key) => {
    await expect(store.read(key)).rejects.toMatchObject({ statusCode: 404 });
    await expect(store.head(key, 1)).rejects.toMatchObject({ statusCode: 404 });
    await store.remove(key);
  },
);
