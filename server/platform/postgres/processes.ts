import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Whom PostgreSQL runs as, when not as ourselves. */
export interface ProcessOwner {
  readonly uid: number;
  readonly gid: number;
}

/**
 * What PostgreSQL's programs get as environment: nothing of ours, which holds secrets and may hold PG* variables for
 * other servers.
 */
export const bareEnvironment: NodeJS.ProcessEnv = {
  PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/** Runs a program to its end. Rejects with its output in `stderr` when it fails. */
export async function runAs(
  owner: ProcessOwner | undefined,
  file: string,
  args: readonly string[],
  options: { input?: string; signal?: AbortSignal | undefined } = {},
): Promise<string> {
  const running = execute(file, args, {
    cwd: '/',
    env: bareEnvironment,
    ...(owner && { uid: owner.uid, gid: owner.gid }),
    ...(options.signal && { signal: options.signal }),
  });
  // A program that ends without reading says why itself.
  running.child.stdin?.on('error', () => {});
  running.child.stdin?.end(options.input);
  return (await running).stdout;
}

/** The command line of a process, or undefined when there is none with that id, or only what is left of a dead one. */
export async function commandOf(pid: number): Promise<string | undefined> {
  if (!isAlive(pid)) return undefined;
  if (process.platform === 'linux') {
    // Slim containers have no ps. The command line of a process that ended but was not waited for is empty.
    const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return text === '' ? undefined : text.replaceAll('\0', ' ').trim();
  }
  const text = await runAs(undefined, 'ps', ['-p', String(pid), '-o', 'stat=,command=']).catch(() => '');
  const [, state = 'Z', command] = /^\s*(\S+)\s+(.*)$/s.exec(text) ?? [];
  return state.startsWith('Z') ? undefined : command?.trim();
}

/** The working folder of a process; undefined where the system does not tell. */
export async function workingFolderOf(pid: number): Promise<string | undefined> {
  return readlink(`/proc/${pid}/cwd`).catch(() => undefined);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
