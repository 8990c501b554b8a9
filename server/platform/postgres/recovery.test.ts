import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { commandOf } from './processes.ts';
import { copyFolder, type Keeper, makeFolder, removeFolder, startKeeper } from './testing-folders.ts';

let folder: string;
/** A data folder that was used and stopped in order; tests work on copies of it. */
let original: string;
let data: string;
let keepers: Keeper[];

beforeAll(async () => {
  folder = await makeFolder();
  original = join(folder, 'original');
  const keeper = startKeeper(original);
  await keeper.next('ready');
  await keeper.stop();
});
beforeEach(async () => {
  data = join(folder, `data-${Math.random().toString(36).slice(2)}`);
  await copyFolder(original, data);
  keepers = [];
});
afterEach(async () => {
  for (const keeper of keepers) await keeper.kill();
  // What the killed ones left running.
  const pid = Number(
    (await readFile(join(data, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0],
  );
  if (pid && (await commandOf(pid))?.includes(data)) process.kill(pid, 'SIGKILL');
  await removeFolder(data);
});
afterAll(() => removeFolder(folder));

function keep(): Keeper {
  const keeper = startKeeper(data);
  keepers.push(keeper);
  return keeper;
}

async function notesAt(url: string): Promise<Set<string>> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return new Set(
      (await client.query<{ text: string }>('select text from note')).rows.map((row) => row.text),
    );
  } finally {
    await client.end();
  }
}

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isTrue()); tries += 1) {
    if (tries > 800) throw new Error('It did not come true within 20 seconds');
    await sleep(25);
  }
}

test('after Portico was killed, its PostgreSQL is found and stopped, and all that was acknowledged is there', async () => {
  const killed = keep();
  const serverPid = await killed.next('serverPid');
  await until(() => killed.written().length > 50);
  await killed.kill();
  expect(await commandOf(serverPid)).toContain('postgres');

  const next = keep();
  const notes = await notesAt(await next.next('url'));
  expect(await commandOf(serverPid)).toBeUndefined();
  expect(killed.written().filter((text) => !notes.has(text))).toEqual([]);
});

test('after PostgreSQL was killed, it is started again, and writing goes on with nothing lost', async () => {
  const keeper = keep();
  const serverPid = await keeper.next('serverPid');
  await until(() => keeper.written().length > 50);
  process.kill(serverPid, 'SIGKILL');
  const before = keeper.written().length;
  await until(() => keeper.written().length > before + 50);
  const written = keeper.written();
  const notes = await notesAt(await keeper.next('url'));
  expect(written.filter((text) => !notes.has(text))).toEqual([]);
});

test('after both were killed, the next start recovers all that was acknowledged', async () => {
  const killed = keep();
  const serverPid = await killed.next('serverPid');
  await until(() => killed.written().length > 50);
  await killed.kill();
  process.kill(serverPid, 'SIGKILL');

  const next = keep();
  const notes = await notesAt(await next.next('url'));
  expect(killed.written().filter((text) => !notes.has(text))).toEqual([]);
});

test('a second start on the same folder is refused and names the process; the first goes on', async () => {
  const first = keep();
  await first.next('ready');
  const error = await keep().next('error');
  expect(error).toContain(`(process ${first.process.pid})`);
  expect(error).toContain(data);
  expect(error).toContain('--data');
  const before = first.written().length;
  await until(() => first.written().length > before);
});

test('of several starts at the same moment, one wins', async () => {
  const all = [keep(), keep(), keep()];
  const outcomes = await Promise.all(
    all.map((keeper) => Promise.any([keeper.next('ready'), keeper.next('error')])),
  );
  expect(outcomes.filter((outcome) => outcome === true)).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome !== true).join()).toContain('Another Portico');
});

test('a process id that was left behind and belongs to another program now is no obstacle', async () => {
  // This process lives, and is neither a Portico nor a PostgreSQL of this folder.
  await writeFile(join(data, 'portico.pid'), `${process.pid}\n`);
  const lines = [process.pid, join(data, 'postgres'), 1_700_000_000, 5432, '', '127.0.0.1', '', 'ready   '];
  await writeFile(join(data, 'postgres', 'postmaster.pid'), `${lines.join('\n')}\n`);
  expect(await keep().next('ready')).toBe(true);
});

test('another PostgreSQL that a left-behind process id points to is not touched', async () => {
  const otherData = join(folder, 'other');
  await copyFolder(original, otherData);
  const other = startKeeper(otherData);
  try {
    await other.next('ready');
    const file = await readFile(join(otherData, 'postgres', 'postmaster.pid'), 'utf8');
    await writeFile(join(data, 'postgres', 'postmaster.pid'), file);
    await keep().next('ready');
    const before = other.written().length;
    await until(() => other.written().length > before);
  } finally {
    await other.stop();
  }
});

test('a first start that was killed half-way is begun anew', async () => {
  await removeFolder(data);
  const killed = keep();
  await until(async () => {
    const names = await readdir(data).catch(() => []);
    const draft = names.find((name) => name.startsWith('postgres.new-'));
    return draft !== undefined && (await readdir(join(data, draft, 'cluster')).catch(() => [])).length > 0;
  });
  await killed.kill();
  expect(await readdir(data)).not.toContain('postgres');

  const next = keep();
  await next.next('ready');
  await next.stop();
  expect((await readdir(data)).filter((name) => name.startsWith('postgres.'))).toEqual([
    'postgres.log',
    'postgres.password',
  ]);
});

test('when PostgreSQL cannot be started again, it says so and ends', async () => {
  const keeper = keep();
  const serverPid = await keeper.next('serverPid');
  await writeFile(join(data, 'postgres', 'postgresql.conf'), 'no_such_setting = 1\n');
  process.kill(serverPid, 'SIGKILL');
  const lost = await keeper.next('lost');
  expect(lost).toContain('could not be started again');
  expect(lost).toContain('no_such_setting');
}, 60_000);
