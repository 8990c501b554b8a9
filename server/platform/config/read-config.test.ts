import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConfigError, readConfig } from './read-config.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portico-config-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

function read(env: NodeJS.ProcessEnv, argv: string[] = []) {
  return readConfig({ PORTICO_DATA: folder, ...env }, argv);
}

function problemsOf(env: NodeJS.ProcessEnv, argv: string[] = []): readonly string[] {
  try {
    read(env, argv);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test('everything has a default but where the data is', () => {
  const config = read({});
  expect(config).toMatchObject({
    port: 8080,
    host: '127.0.0.1',
    dataFolder: folder,
    databaseUrl: undefined,
    logLevel: 'info',
    maxUploadBytes: 50 * 1024 * 1024,
    trustedProxies: [],
    allowsPrivateProviders: false,
  });
  expect(config.url.href).toBe('http://localhost:8080/');
});

test('a flag goes before the environment, and that before the default', () => {
  expect(read({ PORT: '9000' }).port).toBe(9000);
  expect(read({ PORT: '9000' }, ['--port', '9001']).port).toBe(9001);
  expect(read({ PORT: '9000' }, ['--port=9002']).port).toBe(9002);
  expect(read({}, ['--port=9003']).url.href).toBe('http://localhost:9003/');
  expect(readConfig({ PORTICO_DATA: folder }, [], { logLevel: 'warn' }).logLevel).toBe('warn');
  expect(
    readConfig({ PORTICO_DATA: folder, PORTICO_LOG_LEVEL: 'debug' }, [], { logLevel: 'warn' }).logLevel,
  ).toBe('debug');
});

test('a variable set to nothing is not set', () => {
  expect(read({ PORT: '', DATABASE_URL: '', PORTICO_SECRET: '' })).toMatchObject({
    port: 8080,
    databaseUrl: undefined,
  });
});

test('everything that is wrong is told at once, with what was given and what is allowed', () => {
  const problems = problemsOf(
    {
      PORT: '99999',
      PORTICO_URL: 'help.example.com',
      PORTICO_LOG_LEVEL: 'loud',
      PORTICO_TRUSTED_PROXIES: '10.0.0.0/8, proxy',
      PORTICO_ALLOW_PRIVATE_PROVIDERS: 'maybe',
    },
    ['--max-upload-mb', '0'],
  );
  expect(problems).toHaveLength(6);
  expect(problems[0]).toBe('PORT must be a whole number from 1 to 65535, not “99999”.');
  expect(problems.join('\n')).toMatch(
    /PORTICO_URL must be .*https:\/\/help\.example\.com, not “help\.example\.com”/,
  );
  expect(problems.join('\n')).toContain('--max-upload-mb must be a whole number from 1 to 10240, not “0”.');
});

test('secrets are not repeated in messages, and not taken from the command line', () => {
  const problems = problemsOf(
    { PORTICO_SECRET: 'hunter2', DATABASE_URL: 'mysql://root:hunter2@db/portico' },
    ['--secret', 'hunter2'],
  );
  expect(problems).toHaveLength(3);
  expect(problems.join('\n')).not.toContain('hunter2');
  expect(problems[0]).toContain('set the environment variable PORTICO_SECRET instead');
});

test('an unknown flag is refused with a hint, and one without value too', () => {
  expect(problemsOf({}, ['--prot', '9000'])).toEqual(['There is no --prot; did you mean --port?']);
  expect(problemsOf({}, ['--colour=blue'])[0]).toContain('lists all settings');
  expect(problemsOf({}, ['--port'])).toEqual(['--port needs a value: a whole number from 1 to 65535.']);
  expect(problemsOf({}, ['9000'])[0]).toContain('--name value');
});

test('a switch needs no value', () => {
  expect(read({}, ['--allow-private-providers']).allowsPrivateProviders).toBe(true);
  expect(read({}, ['--allow-private-providers=no']).allowsPrivateProviders).toBe(false);
});

test('the generated sealing key stays the same and is readable by its owner only', async () => {
  const [key] = read({}).sealingKeys;
  expect(key).toHaveLength(32);
  expect(read({}).sealingKeys).toEqual([key]);
  expect((await stat(join(folder, 'secret.key'))).mode & 0o777).toBe(0o600);
});

test('a damaged key file is not replaced', async () => {
  await writeFile(join(folder, 'secret.key'), 'oops\n');
  expect(problemsOf({})[0]).toContain('Restore it from a backup');
  expect(await readFile(join(folder, 'secret.key'), 'utf8')).toBe('oops\n');
});

test('configured secrets are keys of 32 bytes, the newest first, and no key file is made', async () => {
  const bytes = randomBytes(32);
  const phrase = 'correct horse battery staple, and more';
  const { sealingKeys } = read({
    PORTICO_SECRET: `${bytes.toString('base64')}, ${phrase.replace(',', ';')}`,
  });
  expect(sealingKeys[0]).toEqual(bytes);
  expect(sealingKeys[1]).toHaveLength(32);
  await expect(stat(join(folder, 'secret.key'))).rejects.toThrow('ENOENT');
});

test('nothing is written when anything is wrong', async () => {
  const data = join(folder, 'new');
  expect(problemsOf({ PORTICO_DATA: data, PORT: 'x' })).toHaveLength(1);
  await expect(stat(data)).rejects.toThrow('ENOENT');
});
