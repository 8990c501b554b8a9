/**
 * A PostgreSQL that outlived its Portico. After `kill -9` of Portico its PostgreSQL runs on and holds the cluster:
 *
 *   no postmaster.pid                → nothing to do
 *   its process is dead              → nothing to do: PostgreSQL recovers by itself when started
 *   its process is another program   → the id was reused: remove postmaster.pid, or PostgreSQL would refuse to start
 *   it is a PostgreSQL, answers to our password and serves this very cluster → stop it cleanly
 *   it is a PostgreSQL of this cluster and does not answer → give up and say so
 *
 * Only called while holding the folder's lock (folder-lock.ts), so no living Portico uses what is found.
 */
import { open, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectAsSuperuser } from './cluster.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { commandOf, workingFolderOf } from './processes.ts';

/** How long to wait for a server that is starting, recovering or stopping, in milliseconds. */
const patienceMs = 60_000;

/**
 * Ends the server that holds the cluster, if there is one.
 *
 * @returns the process id of the server that was stopped
 * @throws when a server holds the cluster and cannot be stopped, with what to do
 */
export async function stopLeftoverServer(
  clusterFolder: string,
  password: string,
  signal?: AbortSignal,
): Promise<number | undefined> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    signal?.throwIfAborted();
    const found = await readPostmasterFile(clusterFolder);
    if (!found) return undefined;
    const command = await commandOf(found.pid);
    if (command === undefined || !(await servesCluster(found.pid, command, clusterFolder))) {
      await rm(join(clusterFolder, 'postmaster.pid'), { force: true });
      return undefined;
    }
    const answer = await identify(found.port, password, clusterFolder);
    if (answer === 'ours') {
      await stopServer(clusterFolder, found.pid, signal);
      return found.pid;
    }
    if (answer === 'foreign' || Date.now() > deadline) {
      throw new Error(
        `PostgreSQL (process ${found.pid}) holds the database in ${clusterFolder} but ` +
          (answer === 'foreign' ? 'does not know our password' : 'does not answer') +
          `. Stop it with “kill -INT ${found.pid}” and start Portico again.`,
      );
    }
    await sleep(200);
  }
}

/** Whether this is the command line of a server that we started on this cluster: `postgres -D <folder> …`. */
async function servesCluster(pid: number, command: string, clusterFolder: string): Promise<boolean> {
  if (!/(^|\/)postgres\s/.test(command)) return false;
  // Servers work inside their cluster, also when it was moved since they were started.
  return command.includes(` -D ${clusterFolder} `) || (await workingFolderOf(pid)) === clusterFolder;
}

async function identify(
  port: number,
  password: string,
  clusterFolder: string,
): Promise<'ours' | 'foreign' | 'no answer'> {
  if (!port) return 'no answer';
  try {
    const client = await connectAsSuperuser(port, password);
    try {
      const { rows } = await client.query<{ folder: string; id: string }>(
        `select current_setting('data_directory') as folder,
                (select system_identifier::text from pg_control_system()) as id`,
      );
      const isOurs =
        rows[0]?.id === (await systemIdentifier(clusterFolder)) &&
        (await realpath(rows[0].folder)) === (await realpath(clusterFolder));
      return isOurs ? 'ours' : 'foreign';
    } finally {
      await client.end();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // Wrong password; everything else (starting up, shutting down, refused) may pass.
    return code === '28P01' || code === '28000' ? 'foreign' : 'no answer';
  }
}

/** The cluster's own name: the first eight bytes of its control file. */
async function systemIdentifier(clusterFolder: string): Promise<string> {
  const file = await open(join(clusterFolder, 'global', 'pg_control'), 'r');
  try {
    const { buffer } = await file.read(Buffer.alloc(8), 0, 8, 0);
    return new BigUint64Array(buffer.buffer, buffer.byteOffset, 1)[0]?.toString() ?? '';
  } finally {
    await file.close();
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk when it ends. */
async function stopServer(
  clusterFolder: string,
  pid: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + patienceMs;
  while ((await readPostmasterFile(clusterFolder)) && (await commandOf(pid)) !== undefined) {
    signal?.throwIfAborted();
    if (Date.now() > deadline) {
      throw new Error(
        `PostgreSQL (process ${pid}), left over from a Portico that was killed, did not stop within ` +
          `${patienceMs / 1000} seconds. End it with “kill -QUIT ${pid}” and start Portico again; no data is lost.`,
      );
    }
    await sleep(20);
  }
}
