import { type ChildProcess, execFile, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A temporary folder that root's unprivileged PostgreSQL can reach. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-postgres-test-'));
  await chmod(folder, 0o711);
  return folder;
}

/** A copy with owners, permissions and times. */
export async function copyFolder(from: string, to: string): Promise<void> {
  await promisify(execFile)('cp', ['-a', from, to]);
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** A line that the keeper (testing-keeper.ts) printed. */
type KeeperLine = Readonly<
  Record<'message' | 'lost' | 'url' | 'written' | 'error', string> & {
    serverPid: number;
    ready: true;
    stopped: true;
  }
>;

/** A keeper at work. */
export interface Keeper {
  readonly process: ChildProcess;
  /** Everything printed so far. */
  readonly lines: Partial<KeeperLine>[];
  /** Waits for a line that has this. */
  next<K extends keyof KeeperLine>(key: K): Promise<KeeperLine[K]>;
  /** What was acknowledged so far. */
  written(): string[];
  /** Kills it without warning, if it lives, and waits until it is gone. */
  kill(): Promise<void>;
  /** Ends it in order. */
  stop(): Promise<void>;
}

/** Starts a keeper of a data folder in a process of its own. */
export function startKeeper(dataFolder: string, options: SpawnOptions = {}): Keeper {
  const script = fileURLToPath(new URL('./testing-keeper.ts', import.meta.url));
  const child = spawn(process.execPath, [script, dataFolder], {
    ...options,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: Partial<KeeperLine>[] = [];
  const waiting = new Set<() => void>();
  let hasEnded = false;
  const tell = () => {
    for (const look of waiting) look();
  };
  const output = createInterface({ input: child.stdout ?? process.stdin });
  output.on('line', (line) => {
    lines.push(JSON.parse(line) as Partial<KeeperLine>);
    tell();
  });
  output.on('close', () => {
    hasEnded = true;
    tell();
  });

  return {
    process: child,
    lines,
    next<K extends keyof KeeperLine>(key: K) {
      return new Promise<KeeperLine[K]>((resolve, reject) => {
        const look = () => {
          const value = lines.find((line) => line[key] !== undefined)?.[key];
          if (value !== undefined) resolve(value);
          else if (hasEnded)
            reject(new Error(`The keeper ended without “${key}”: ${JSON.stringify(lines.at(-1))}`));
          else return;
          waiting.delete(look);
        };
        waiting.add(look);
        look();
      });
    },
    written: () => lines.flatMap(({ written }) => written ?? []),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'close');
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      const ended = once(child, 'close');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
