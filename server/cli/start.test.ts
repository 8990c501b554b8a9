import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { type Setting, settings } from '../platform/config/settings.ts';
import { commandOf } from '../platform/postgres/processes.ts';
import { findFreePort } from '../platform/postgres/server-process.ts';
import { copyFolder, makeFolder, removeFolder } from '../platform/postgres/testing-folders.ts';
import { type RunningCommand, type RunningPortico, runPortico, startPortico } from './testing-process.ts';

/** A data folder that was set up and left in order; tests work on copies of it. */
let original: string;
let originalFolder: string;
/** the session of its administrator, Ada */
let cookie: string;
let exitCode: number | null;
let serverPid: number;

let folder: string;
let running: RunningCommand[] = [];

beforeAll(async () => {
  originalFolder = await makeFolder();
  original = join(originalFolder, 'data');
  const first = await startPortico(original);
  cookie = await setUp(first);
  serverPid = await serverPidOf(original);
  exitCode = await first.end('SIGINT');
}, 60_000);
afterAll(() => removeFolder(originalFolder));

beforeEach(async () => {
  folder = join(originalFolder, `copy-${Math.random().toString(36).slice(2)}`);
  await copyFolder(original, folder);
});
afterEach(async () => {
  for (const command of running) await command.end('SIGTERM');
  running = [];
  await removeFolder(folder);
});

async function start(env: NodeJS.ProcessEnv = {}): Promise<RunningPortico> {
  const portico = await startPortico(folder, env);
  running.push(portico);
  return portico;
}

function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): RunningCommand {
  const command = runPortico(args, env);
  running.push(command);
  return command;
}

/** Creates the first administrator with the link that the start has printed. */
async function setUp(portico: RunningPortico): Promise<string> {
  const [, token] = await portico.hears(/\/setup\/(\S+)/);
  const answer = await portico.fetch('/rest/portico/1/setup', {
    method: 'POST',
    body: { token, displayName: 'Ada', email: 'ada@example.com', password: 'a long enough password' },
  });
  expect(answer.status).toBe(201);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

async function serverPidOf(dataFolder: string): Promise<number> {
  return Number((await readFile(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

test('from an empty folder to an administrator; Ctrl-C ends it all without an error, and the next start finds her', async () => {
  expect(exitCode).toBe(0);
  expect(await commandOf(serverPid)).toBeUndefined();

  const second = await start();
  expect(second.said()).not.toContain('/setup/');
  const answer = await second.fetch('/rest/portico/1/session', { cookie });
  expect(await answer.json()).toMatchObject({ account: { displayName: 'Ada', isAdministrator: true } });
}, 60_000);

test('when Portico is killed while it writes, every write that it answered is there after the next start', async () => {
  const killed = await start();
  const answered: string[] = [];
  const writing = (async () => {
    for (let number = 0; ; number += 1) {
      const email = `person-${number}@example.com`;
      const answer = await killed.fetch('/rest/portico/1/account', {
        method: 'POST',
        cookie,
        body: { displayName: `Person ${number}`, email, password: 'a long enough password' },
      });
      if (answer.status === 201) answered.push(email);
      if (answered.length === 10) killed.process.kill('SIGKILL');
    }
  })();
  await expect(writing).rejects.toThrow();
  expect(answered.length).toBeGreaterThanOrEqual(10);
  const leftPid = await serverPidOf(folder);
  expect(await commandOf(leftPid)).toContain('postgres');

  const next = await start();
  expect(await commandOf(leftPid)).toBeUndefined();
  const page = await next.fetch('/rest/portico/1/account?limit=100', { cookie });
  const { values } = (await page.json()) as { values: { emailAddress: string }[] };
  const found = new Set(values.map((account) => account.emailAddress));
  expect(answered.filter((email) => !found.has(email))).toEqual([]);
}, 60_000);

test('when PostgreSQL is killed, Portico starts it again and answers as before; if it cannot, it says so and ends', async () => {
  const portico = await start();
  process.kill(await serverPidOf(folder), 'SIGKILL');
  const deadline = Date.now() + 20_000;
  let status = 0;
  while (status !== 200 && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    status = (await portico.fetch('/rest/portico/1/session', { cookie })).status;
  }
  const answer = await portico.fetch('/rest/portico/1/session', { cookie });
  expect(await answer.json()).toMatchObject({ account: { displayName: 'Ada' } });

  await writeFile(join(folder, 'postgres', 'postgresql.conf'), 'no_such_setting = 1\n');
  process.kill(await serverPidOf(folder), 'SIGKILL');
  expect(await portico.exitCode()).toBe(1);
  expect(portico.said()).toMatch(/could not be started again: .*no_such_setting.*Portico ends/s);
}, 60_000);

test('two Porticos may share a database of your own', async () => {
  const name = `test_start_${process.pid}`;
  const admin = new pg.Client(inject('postgresUrl'));
  await admin.connect();
  await admin.query(`create database ${name}`);
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  try {
    const one = await start({ DATABASE_URL: url.href });
    // Each start prints a link of its own; the latest works.
    const other = await start({ DATABASE_URL: url.href });
    const session = await setUp(other);
    const answer = await one.fetch('/rest/portico/1/session', { cookie: session });
    expect(await answer.json()).toMatchObject({ account: { displayName: 'Ada' } });
    await Promise.all([one.end('SIGTERM'), other.end('SIGTERM')]);
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
}, 60_000);

test('a taken port is said so before anything is started', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const command = run(['start', '--data', folder, '--port', String(port)]);
  expect(await command.exitCode()).toBe(1);
  expect(command.said()).toBe(
    `Port ${port} on 127.0.0.1 is taken by another program. Choose another port with --port (or PORT).\n`,
  );
  taken.close();
});

test('a second start on the same data folder names the first', async () => {
  const first = await start();
  const port = await findFreePort();
  const second = run(['start', '--api-only', '--data', folder, '--port', String(port)]);
  expect(await second.exitCode()).toBe(1);
  expect(second.said()).toContain(
    `Another Portico (process ${first.process.pid}) is running on the data folder`,
  );
  expect(second.said()).not.toMatch(/^\s+at /m);
}, 60_000);

test('Ctrl-C while it starts ends it without an error and leaves nothing running', async () => {
  await removeFolder(folder);
  const command = run(['start', '--api-only', '--data', folder, '--port', String(await findFreePort())]);
  await command.hears(/initialising/);
  expect(await command.end('SIGINT')).toBe(0);
  const next = await start();
  expect((await next.fetch('/healthz')).status).toBe(200);
}, 60_000);

test('it goes on when nobody reads what it says any more, and still ends in order', async () => {
  const port = await findFreePort();
  const command = run([
    'start',
    '--api-only',
    '--data',
    folder,
    '--port',
    String(port),
    '--log-level',
    'info',
  ]);
  await command.hears(/Ctrl-C stops it/);
  command.process.stdout?.destroy();
  command.process.stderr?.destroy();
  for (let i = 0; i < 3; i++) expect((await fetch(`http://localhost:${port}/healthz`)).status).toBe(200);
  expect(await command.end('SIGINT')).toBe(0);
}, 60_000);

test('settings that are wrong are listed without a stack trace', async () => {
  const command = run(['start', '--prot', '80'], { PORT: 'http', PORTICO_DATA: folder });
  expect(await command.exitCode()).toBe(1);
  expect(command.said()).toContain(
    '  - There is no --prot; did you mean --port?\n  - PORT must be a whole number',
  );
  expect(command.said()).not.toMatch(/^\s+at /m);
});

test('a database that cannot be used is explained', async () => {
  const url = new URL(inject('postgresUrl'));
  url.pathname = '/no_such_database';
  const command = run(['migrate', '--data', folder], { DATABASE_URL: url.href });
  expect(await command.exitCode()).toBe(1);
  expect(command.said()).toContain(
    'has no database no_such_database; make it with “createdb no_such_database”',
  );
  expect(command.said()).not.toContain(url.password);
});

test('help lists every setting with its default', async () => {
  for (const args of [
    ['start', 'help'],
    ['start', '--help'],
  ]) {
    const command = run(args);
    expect(await command.exitCode()).toBe(0);
    const all: Setting[] = Object.values(settings);
    for (const { name, flag, default: usual, defaultText } of all) {
      expect(command.said()).toContain(flag ? `${name}, --${flag}` : name);
      expect(command.said()).toContain(`Default: ${defaultText ?? usual}`);
    }
  }
});

test('an unknown command is refused with the known ones', async () => {
  const command = run(['strat']);
  expect(await command.exitCode()).toBe(1);
  expect(command.said()).toContain('There is no command “strat”. There are: start, demo, migrate, help.');
});
