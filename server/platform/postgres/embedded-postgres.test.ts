import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { findBinaries } from './binaries.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { placeCluster } from './placement.ts';
import { openServerLog } from './server-log.ts';
import { launchServer, ServerStartError } from './server-process.ts';
import { copyFolder, makeFolder, removeFolder, startKeeper } from './testing-folders.ts';

const isRoot = process.getuid?.() === 0;
/** A data folder of which tests that do not change it share the server, and others take copies. */
let sharedFolder: string;
let original: string;
let shared: EmbeddedPostgres;
let folder: string;
let data: string;
let running: EmbeddedPostgres[] = [];

beforeAll(async () => {
  sharedFolder = await makeFolder();
  original = join(sharedFolder, 'data');
  const first = await startServer(original);
  await ask(first.url, "create table note as select 'kept' as text");
  await stopServer(first);
  await copyFolder(original, join(sharedFolder, 'copy'));
  shared = await startServer(join(sharedFolder, 'copy'));
  running = [];
});
afterAll(async () => {
  await shared.stop();
  await removeFolder(sharedFolder);
});
beforeEach(async () => {
  folder = await makeFolder();
  data = join(folder, 'data');
});
afterEach(async () => {
  for (const server of running) await server.stop();
  running = [];
  await removeFolder(folder);
});

async function startServer(dataFolder = data, signal?: AbortSignal): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({
    dataFolder,
    maxConnections: 10,
    log: pino({ level: 'silent' }),
    onLost() {},
    ...(signal && { signal }),
  });
  running.push(server);
  return server;
}

async function stopServer(server: EmbeddedPostgres): Promise<void> {
  running = running.filter((one) => one !== server);
  await server.stop();
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows[0] ?? {};
  } finally {
    await client.end();
  }
}

test('the next start finds what was written', async () => {
  expect(await ask(shared.url, 'select text from note')).toEqual({ text: 'kept' });
});

test('the database is UTF-8, has checksums, sorts the same everywhere, and knows letters beyond ASCII', async () => {
  const { url } = shared;
  expect(
    await ask(
      url,
      `select current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums,
              current_setting('fsync') as fsync, lower('ÄÉЖ') as lower,
              (select datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()) as locale`,
    ),
  ).toEqual({ encoding: 'UTF8', checksums: 'on', fsync: 'on', lower: 'äéж', locale: 'b C.UTF-8' });
});

test('only this machine reaches it, and only with the password, which only its owner can read', async () => {
  const { url, superuserUrl } = shared;
  expect(
    await ask(
      superuserUrl,
      "select current_setting('listen_addresses') as a, current_setting('unix_socket_directories') as b",
    ),
  ).toEqual({ a: '127.0.0.1', b: '' });
  const wrong = new URL(url);
  wrong.password = 'guessed';
  await expect(ask(wrong.href, 'select')).rejects.toThrow('password authentication failed');
  expect((await stat(join(original, 'postgres.password'))).mode & 0o777).toBe(0o600);
  expect((await stat(join(original, 'postgres'))).mode & 0o077).toBe(0);
});

test('Portico’s role owns its database and has no rights beyond it', async () => {
  const { url } = shared;
  expect(
    await ask(url, 'select rolsuper, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user'),
  ).toEqual({ rolsuper: false, rolcreatedb: false, rolcreaterole: false });
  await ask(url, 'create schema portico');
});

test.skipIf(process.platform !== 'linux')('a Ctrl-C in the terminal does not reach PostgreSQL', async () => {
  // A terminal signals a process group: the fifth field, the third after the name in parentheses.
  const groupOf = async (pid: number) =>
    (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /s, '').split(' ')[2];
  expect(await groupOf(shared.pid ?? 0)).not.toBe(await groupOf(process.pid));
});

test('a port that somebody else took is told from other reasons not to start', async () => {
  await copyFolder(original, data);
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const log = await openServerLog(join(folder, 'log'));
  try {
    const placement = await placeCluster(data, await findBinaries());
    const error = await launchServer(placement, port, {}, log).catch((reason) => reason);
    expect(error).toBeInstanceOf(ServerStartError);
    expect(error.isPortTaken).toBe(true);
    const other = await launchServer(placement, port, { no_such: 1 }, log).catch((reason) => reason);
    expect(other.isPortTaken).toBe(false);
    expect(other.message).toContain('no_such');
  } finally {
    await log.close();
    taken.close();
  }
});

test('a data folder of another major version is refused with what to do', async () => {
  await copyFolder(original, data);
  await writeFile(join(data, 'postgres', 'PG_VERSION'), '17\n');
  await expect(startServer()).rejects.toThrow(/PostgreSQL 17, .* PostgreSQL 18\..*pg_dump/);
});

test('a lost password is replaced', async () => {
  await copyFolder(original, data);
  await rm(join(data, 'postgres.password'));
  const { url } = await startServer();
  expect(new URL(url).password).not.toBe(new URL(shared.url).password);
  expect(await ask(url, 'select text from note')).toEqual({ text: 'kept' });
});

test('a start that is given up leaves nothing running and the folder free', async () => {
  const controller = new AbortController();
  const starting = startServer(data, controller.signal);
  setTimeout(() => controller.abort(), 300);
  await expect(starting).rejects.toThrow(/abort/i);
  const server = await startServer();
  expect(await ask(server.url, 'select 1 as one')).toEqual({ one: 1 });
});

test.skipIf(!isRoot)(
  'started by root, PostgreSQL runs as somebody else, who owns the cluster alone',
  async () => {
    const { pid = 0 } = shared;
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const uid = Number(/^Uid:\s+(\d+)/m.exec(status)?.[1]);
    expect(uid).toBeGreaterThan(0);
    expect((await stat(join(original, 'postgres'))).uid).toBe(uid);
    expect((await stat(original)).uid).toBe(0);
  },
);

const nobody = { uid: 65534, gid: 65534, cwd: '/' };
/** Not where the checkout is in a folder that only root may enter, such as /root. */
const nobodyCanRunUs = isRoot && spawnSync(process.execPath, ['--version'], nobody).status === 0;

test.skipIf(!nobodyCanRunUs)('an ordinary user runs it as that user', async () => {
  await mkdir(data);
  await chown(data, nobody.uid, nobody.gid);
  const keeper = startKeeper(data, nobody);
  await keeper.next('ready');
  expect((await stat(join(data, 'postgres'))).uid).toBe(65534);
  await keeper.stop();
  expect(await keeper.next('stopped')).toBe(true);
});

test.skipIf(!isRoot)(
  'in a folder that nobody else may enter, root’s cluster is kept elsewhere and found again',
  async () => {
    await chmod(folder, 0o700);
    const first = await startServer();
    const home = (await readFile(join(data, 'postgres.location'), 'utf8')).trim();
    try {
      expect(home).toMatch(/^\/var\/lib\/portico\/[\da-f]{12}/);
      expect((await readFile(join(home, 'data-folder'), 'utf8')).trim()).toBe(data);
      await ask(first.url, "create table note as select 'kept' as text");
      await stopServer(first);
      expect((await stat(folder)).mode & 0o777).toBe(0o700);

      const second = await startServer();
      expect(await ask(second.url, 'select text from note')).toEqual({ text: 'kept' });
      await stopServer(second);

      await rm(home, { recursive: true });
      await expect(startServer()).rejects.toThrow('that folder is gone');
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  },
);
