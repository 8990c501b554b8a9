import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** A Portico that was started as a person starts it. */
export interface PorticoProcess {
  readonly url: string;
  /** what it has printed so far */
  output(): string;
  /** Ctrl-C; returns the exit code. */
  interrupt(): Promise<number | null>;
}

/** How long the start may take: it is to be under a minute, on a machine that does nothing else. */
const patienceMs = 150_000;

/**
 * Runs `node server/main.ts start` or `demo` on the given folder and port, and waits until it says that it is ready.
 *
 * @throws with everything it printed when it ends or takes too long
 */
export async function startPortico(
  command: 'start' | 'demo',
  dataFolder: string,
  port: number,
): Promise<PorticoProcess> {
  const child = spawn(
    process.execPath,
    ['server/main.ts', command, '--port', String(port), '--data', dataFolder],
    {
      // Its own process group, so that a Ctrl-C for the test run reaches it through us and not twice.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production', PORTICO_RATE_LIMIT: '100000' },
    },
  );
  let output = '';
  const gather = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', gather);
  child.stderr.on('data', gather);
  try {
    await until(() => output.includes('Ctrl-C stops it.'), child);
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`${error instanceof Error ? error.message : error}\n${output}`);
  }
  return {
    url: `http://localhost:${port}`,
    output: () => output,
    async interrupt() {
      if (child.exitCode !== null) return child.exitCode;
      const exit = once(child, 'exit');
      child.kill('SIGINT');
      const [code] = await exit;
      return code;
    },
  };
}

/** What a demo keeps in its data folder: the password of each of its people. */
export async function readPasswords(dataFolder: string): Promise<(email: string) => string> {
  const file: { passwords: Record<string, string> } = JSON.parse(
    await readFile(join(dataFolder, 'demo.json'), 'utf8'),
  );
  return (email) => {
    const password = file.passwords[email];
    if (!password) throw new Error(`The demo has no ${email}`);
    return password;
  };
}

/** A port that is free, and the two after it. */
export async function findThreeFreePorts(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const first = 20_000 + Math.floor(Math.random() * 10_000);
    const free = await Promise.all([first, first + 1, first + 2].map(isFree));
    if (free.every(Boolean)) return first;
  }
  throw new Error('Found no three free ports in a row');
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const opened = new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
  const isOpen = await opened;
  if (isOpen) await new Promise((resolve) => server.close(resolve));
  return isOpen;
}

async function until(condition: () => boolean, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!condition()) {
    if (child.exitCode !== null) throw new Error(`Portico ended with exit code ${child.exitCode}.`);
    if (Date.now() > deadline) throw new Error(`Portico was not ready after ${patienceMs / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
