import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Placement } from './placement.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { bareEnvironment } from './processes.ts';
import type { ServerLog } from './server-log.ts';

/** PostgreSQL's own settings, by name. */
export type ServerSettings = Readonly<Record<string, string | number>>;

/** Ended before it was ready; `output` is what it said. */
export class ServerStartError extends Error {
  readonly output: string;

  constructor(output: string) {
    super(`PostgreSQL did not start. Its last words:\n${output.trim() || '(none)'}`);
    this.name = 'ServerStartError';
    this.output = output;
  }

  /** Somebody else listens on the port. */
  get isPortTaken(): boolean {
    return /could not bind|could not create any TCP\/IP sockets|Address already in use/.test(this.output);
  }

  /** Processes of a server that was killed are still ending. */
  get isStillEnding(): boolean {
    return /pre-existing shared memory block/.test(this.output);
  }
}

/** Starts PostgreSQL on a port of 127.0.0.1 and waits until it takes connections. */
export async function launchServer(
  { binaries, clusterFolder, owner }: Placement,
  port: number,
  settings: ServerSettings,
  log: ServerLog,
  signal?: AbortSignal,
): Promise<ChildProcess> {
  signal?.throwIfAborted();
  const mark = await log.mark();
  const all: ServerSettings = {
    ...settings,
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
  };
  const child = spawn(
    binaries.postgres,
    ['-D', clusterFolder, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      cwd: '/',
      env: bareEnvironment,
      // A session of its own: Ctrl-C in a terminal signals our whole process group, and PostgreSQL has to outlive the
      // requests that we are still answering.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      ...(owner && { uid: owner.uid, gid: owner.gid }),
    },
  );
  let failure: Error | undefined;
  child.on('error', (error) => {
    failure = error;
  });
  // Rejects when it cannot be spawned, which the listener has noted.
  await once(child, 'spawn').catch(() => {});
  while (!failure && child.exitCode === null && child.signalCode === null) {
    if (signal?.aborted) {
      await endServer(child);
      signal.throwIfAborted();
    }
    // Recovery after a crash takes as long as it takes.
    const file = await readPostmasterFile(clusterFolder);
    if (file?.pid === child.pid && file?.isReady) return child;
    await sleep(10);
  }
  throw new ServerStartError(failure ? failure.message : await log.since(mark));
}

/**
 * Stops PostgreSQL: open transactions are rolled back, everything committed is on disk. If that takes more than a
 * minute, it is ended at once and recovers at the next start.
 */
export async function endServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  const quit = setTimeout(() => child.kill('SIGQUIT'), 60_000);
  const kill = setTimeout(() => child.kill('SIGKILL'), 70_000);
  await ended;
  clearTimeout(quit);
  clearTimeout(kill);
}

/** A port of 127.0.0.1 on which nobody listens at this moment. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (!address || typeof address === 'string') throw new Error('No free port on 127.0.0.1');
  return address.port;
}
