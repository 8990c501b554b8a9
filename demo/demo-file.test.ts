import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDemoFile } from './demo-file.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-file-'));
  path = join(folder, 'data', 'demo.json');
});
afterEach(() => rm(folder, { recursive: true }));

test('passwords are random, differ, and are kept for their owner only', async () => {
  const file = await openDemoFile(path, ['alice@acme.example', 'bob@globex.example']);
  expect(file.passwordOf('alice@acme.example')).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
  expect(file.passwordOf('alice@acme.example')).not.toBe(file.passwordOf('bob@globex.example'));
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('a later start finds the same passwords, and deals them to people who have come since', async () => {
  const before = await openDemoFile(path, ['alice@acme.example']);
  const after = await openDemoFile(path, ['alice@acme.example', 'carol@acme.example']);
  expect(after.passwordOf('alice@acme.example')).toBe(before.passwordOf('alice@acme.example'));
  expect([before.isNew, after.isNew]).toEqual([true, false]);
  expect(after.globexClientSecret).toBe(before.globexClientSecret);
  expect(after.passwordOf('carol@acme.example')).toBeTruthy();
  expect(() => before.passwordOf('carol@acme.example')).toThrow('no password for carol@acme.example');
});

test('a damaged file is not overwritten, and the message says what to do', async () => {
  await openDemoFile(path, []);
  await writeFile(path, '{"accounts":');
  await expect(openDemoFile(path, ['alice@acme.example'])).rejects.toThrow(
    /demo\.json is damaged.*delete it/,
  );
  expect(await readFile(path, 'utf8')).toBe('{"accounts":');
});
