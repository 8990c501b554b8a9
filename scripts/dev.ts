/**
 * `npm run dev`: one PostgreSQL, the server restarted on every change, and Vite in front of it with hot reload.
 * `npm run dev -- demo` has the demo companies too. All settings of `npm start` may be given.
 *
 *   browser → Vite (PORT) → the server (PORT + 10; the demo's identity providers on the two ports after it)
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createServer } from 'vite';
import { apiOnly, explainError } from '../server/cli/commands.ts';
import { openDatabaseServer } from '../server/cli/database.ts';
import { createLog } from '../server/cli/log.ts';
import { requireFreePorts } from '../server/cli/ports.ts';
import { createProgress, type Progress } from '../server/cli/progress.ts';
import { listenForShutdown, type Shutdown } from '../server/cli/shutdown.ts';
import { readConfig } from '../server/platform/config/read-config.ts';

const root = join(import.meta.dirname, '..');

async function develop(progress: Progress, shutdown: Shutdown): Promise<number> {
  const [first, ...rest] = process.argv.slice(2);
  const isDemo = first === 'demo';
  const config = readConfig(process.env, isDemo ? rest : process.argv.slice(2), { logLevel: 'warn' });
  const serverPort = config.port + 10;
  await using cleanup = new AsyncDisposableStack();

  await requireFreePorts(config.host, [config.port]);
  await requireFreePorts('127.0.0.1', isDemo ? [serverPort, serverPort + 1, serverPort + 2] : [serverPort]);
  const log = await createLog(config.logLevel);
  const databaseUrl = await openDatabaseServer({ config, log, progress, shutdown, cleanup });

  const command = isDemo ? 'demo' : 'start';
  const server = spawn(
    process.execPath,
    ['--watch', '--watch-preserve-output', 'server/main.ts', command, apiOnly],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        PORT: String(serverPort),
        PORTICO_HOST: '127.0.0.1',
        PORTICO_DATA: config.dataFolder,
        PORTICO_URL: config.url.origin,
        PORTICO_LOG_LEVEL: config.logLevel,
        DATABASE_URL: databaseUrl,
      },
    },
  );
  cleanup.defer(async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  });
  server.once('exit', () => shutdown.request(1));

  process.env['PORTICO_BACKEND'] = `http://127.0.0.1:${serverPort}`;
  const vite = await createServer({
    configFile: join(root, 'web', 'vite.config.ts'),
    server: { host: config.host, port: config.port, strictPort: true },
  });
  cleanup.defer(() => vite.close());
  await vite.listen();
  shutdown.signal.throwIfAborted();
  progress.say(`\nThe web with hot reload is at ${config.url.href}\n`);
  // Awaited here: what was started is undone when this function ends.
  return await shutdown.requested;
}

const progress = createProgress();
const shutdown = listenForShutdown(progress.say);
try {
  process.exit(await develop(progress, shutdown));
} catch (error) {
  process.exit(explainError(error, progress, shutdown, process.env));
}
