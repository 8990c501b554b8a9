import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { findFreePort } from '../platform/postgres/server-process.ts';

/** A `node server/main.ts …` that runs. */
export interface RunningCommand {
  readonly process: ChildProcess;
  /** What it told the person who started it, so far. */
  said(): string;
  /** Waits until it has said this. */
  hears(pattern: RegExp): Promise<RegExpExecArray>;
  /** Sends a signal, if it lives, and waits for the end. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Waits for its end. */
  exitCode(): Promise<number | null>;
}

/** Runs the command line in a process of its own, as a person does, with no settings but these. */
export function runPortico(args: readonly string[], env: NodeJS.ProcessEnv = {}): RunningCommand {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'main.ts'), ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const waiting = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    said += chunk.toString();
    for (const look of waiting) look();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const closed = once(child, 'close');
  closed.then(() => {
    for (const look of waiting) look();
  });

  return {
    process: child,
    said: () => said,
    hears: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(said);
          if (found) resolve(found);
          else if (child.exitCode !== null || child.signalCode !== null) {
            reject(new Error(`It ended without saying ${pattern}:\n${said}`));
          } else return;
          waiting.delete(look);
        };
        waiting.add(look);
        look();
      }),
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await closed;
      return child.exitCode;
    },
    async exitCode() {
      await closed;
      return child.exitCode;
    },
  };
}

/** A Portico that is ready, and how to talk to it. */
export interface RunningPortico extends RunningCommand {
  readonly origin: string;
  readonly port: number;
  fetch(path: string, options?: { method?: string; body?: object; cookie?: string }): Promise<Response>;
}

/** Starts Portico without its pages and waits until it is ready. */
export async function startPortico(dataFolder: string, env: NodeJS.ProcessEnv = {}): Promise<RunningPortico> {
  const port = await findFreePort();
  const args = ['start', '--api-only', '--data', dataFolder, '--port', String(port), '--log-level', 'warn'];
  const running = runPortico(args, env);
  await running.hears(/Ctrl-C stops it/);
  const origin = `http://localhost:${port}`;
  return {
    ...running,
    origin,
    port,
    fetch: (path, { method = 'GET', body, cookie } = {}) =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: {
          origin,
          ...(body && { 'content-type': 'application/json' }),
          ...(cookie && { cookie }),
        },
        ...(body && { body: JSON.stringify(body) }),
      }),
  };
}
