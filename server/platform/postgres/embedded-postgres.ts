/**
 * The PostgreSQL that comes with Portico: a real server in the data folder, started and stopped by this process.
 *
 *   lock the folder → stop what a killed Portico left running → initialise, if there is nothing yet → start
 *   → running ⇄ restarting (when the server is killed) → stopped, or lost when it cannot be restarted
 */
import type { ChildProcess } from 'node:child_process';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { findBinaries } from './binaries.ts';
import {
  applicationUrl,
  initialiseCluster,
  prepareDatabase,
  readPassword,
  requireSameVersion,
  resetPassword,
  superuserUrl,
} from './cluster.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { stopLeftoverServer } from './leftover.ts';
import { type Placement, placeCluster } from './placement.ts';
import { openServerLog, type ServerLog } from './server-log.ts';
import {
  endServer,
  findFreePort,
  launchServer,
  type ServerSettings,
  ServerStartError,
} from './server-process.ts';

export interface EmbeddedPostgresOptions {
  /** the cluster, its password and its log are kept here */
  readonly dataFolder: string;
  /** connections that must be possible at once */
  readonly maxConnections: number;
  readonly log: Logger;
  /** Called when the server has ended and could not be restarted: nothing works from then on. */
  onLost(error: Error): void;
  /** Told what is being done when it may take a moment. */
  onProgress?(message: string): void;
  /** Gives up starting. */
  readonly signal?: AbortSignal;
  /** PostgreSQL settings other than usual */
  readonly settings?: ServerSettings;
}

export interface EmbeddedPostgres {
  /** Portico's own database, as its owner. */
  readonly url: string;
  /** The whole cluster, as its superuser. */
  readonly superuserUrl: string;
  /** Process id of the server at this moment. */
  readonly pid: number | undefined;
  /** Stops the server and gives the folder back. Close connections before. */
  stop(): Promise<void>;
  /** Ends the server at once; it recovers at the next start. For when there is no time. */
  kill(): void;
}

/** Tries to restart a server that ended, before giving up. */
const restartTries = 5;

/** A server that ran for so long since its last start is given all tries again, in milliseconds. */
const stableAfterMs = 60_000;

/** How long processes of a killed server may take to end, in milliseconds. */
const endingPatienceMs = 30_000;

/**
 * Starts the embedded PostgreSQL of a data folder, whatever happened to it before.
 *
 * @throws FolderInUseError when another Portico uses the folder, or an error that says what to do
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const locks: FolderLock[] = [lockFolder(options.dataFolder)];
  let log: ServerLog | undefined;
  try {
    const placement = await placeCluster(options.dataFolder, await findBinaries());
    // A copy of a data folder may point to the same cluster elsewhere.
    if (placement.isElsewhere) locks.push(lockFolder(placement.home));
    log = await openServerLog(join(options.dataFolder, 'postgres.log'));
    const password = await prepareCluster(placement, options);
    return await run(placement, password, log, options, () => {
      for (const lock of locks) lock.release();
    });
  } catch (error) {
    await log?.close();
    for (const lock of locks) lock.release();
    throw error;
  }
}

/** Leaves a cluster that nobody holds, of the right version, that opens with the password returned. */
async function prepareCluster(placement: Placement, options: EmbeddedPostgresOptions): Promise<string> {
  const { dataFolder, signal } = options;
  const version = await requireSameVersion(placement);
  const { password, isNew } = await readPassword(dataFolder);
  if (version === undefined) {
    options.onProgress?.('initialising the database');
    await initialiseCluster(placement, password, signal);
    return password;
  }
  const stopped = await stopLeftoverServer(placement.clusterFolder, password, signal);
  if (stopped !== undefined) {
    options.log.warn({ pid: stopped }, 'Stopped the PostgreSQL of a Portico that was killed');
  }
  if (isNew) {
    options.log.warn('The password of the database was lost; giving it a new one');
    await resetPassword(placement, password);
  }
  return password;
}

async function run(
  placement: Placement,
  password: string,
  log: ServerLog,
  options: EmbeddedPostgresOptions,
  release: () => void,
): Promise<EmbeddedPostgres> {
  const settings = { ...(await usualSettings(options.maxConnections)), ...options.settings };
  const first = await launchOnFreePort(placement, settings, log, options.signal);
  const { port } = first;
  let child = first.child;
  let isStopping = false;
  let restarting: Promise<void> | undefined;

  function watch(): void {
    const startedAt = Date.now();
    child.once('exit', (code, killedBy) => {
      if (isStopping) return;
      options.log.error({ code, signal: killedBy }, 'PostgreSQL ended; starting it again');
      restarting = restart(Date.now() - startedAt > stableAfterMs);
    });
  }

  let triesLeft = restartTries;
  async function restart(wasStable: boolean): Promise<void> {
    if (wasStable) triesLeft = restartTries;
    let lastError: unknown = new Error('it ended again and again');
    while (!isStopping && triesLeft > 0) {
      triesLeft -= 1;
      try {
        // The same port, because connections are made to it.
        child = await launchPatiently(placement, port, settings, log);
        if (isStopping) return await endServer(child);
        watch();
        options.log.warn('PostgreSQL runs again');
        return;
      } catch (error) {
        lastError = error;
        await sleep(500 * (restartTries - triesLeft));
      }
    }
    if (isStopping) return;
    const reason = lastError instanceof Error ? lastError.message : String(lastError);
    options.onLost(new Error(`PostgreSQL ended and could not be started again: ${reason}`));
  }

  watch();
  try {
    await prepareDatabase(port, password);
  } catch (error) {
    isStopping = true;
    await endServer(child);
    throw error;
  }
  return {
    url: applicationUrl(port, password),
    superuserUrl: superuserUrl(port, password),
    get pid() {
      return child.pid;
    },
    async stop() {
      isStopping = true;
      await restarting;
      await endServer(child);
      await log.close();
      release();
    },
    kill() {
      isStopping = true;
      child.kill('SIGQUIT');
    },
  };
}

async function launchOnFreePort(
  placement: Placement,
  settings: ServerSettings,
  log: ServerLog,
  signal: AbortSignal | undefined,
): Promise<{ child: ChildProcess; port: number }> {
  for (let tries = 5; ; tries -= 1) {
    const port = await findFreePort();
    try {
      return { port, child: await launchPatiently(placement, port, settings, log, signal) };
    } catch (error) {
      if (tries === 1 || !(error instanceof ServerStartError && error.isPortTaken)) throw error;
    }
  }
}

/** Launches, waiting for the last processes of a killed server to end. */
async function launchPatiently(
  placement: Placement,
  port: number,
  settings: ServerSettings,
  log: ServerLog,
  signal?: AbortSignal,
): Promise<ChildProcess> {
  const deadline = Date.now() + endingPatienceMs;
  for (;;) {
    try {
      return await launchServer(placement, port, settings, log, signal);
    } catch (error) {
      const mayPass = error instanceof ServerStartError && error.isStillEnding;
      if (!mayPass || Date.now() > deadline) throw error;
      await sleep(200);
    }
  }
}

async function usualSettings(maxConnections: number): Promise<ServerSettings> {
  return {
    max_connections: Math.max(50, maxConnections + 10),
    shared_buffers: '128MB',
    random_page_cost: '1.1',
    jit: 'off',
    wal_compression: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_line_prefix: '%m [%p] ',
    log_checkpoints: 'off',
    ...((await hasLittleSharedMemory()) && { dynamic_shared_memory_type: 'mmap' }),
  };
}

/** Containers often have 64 MB in /dev/shm, which parallel queries exhaust. */
async function hasLittleSharedMemory(): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const space = await statfs('/dev/shm').catch(() => undefined);
  return !space || space.bsize * space.bavail < 256 * 1024 * 1024;
}
