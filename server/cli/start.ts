import type { PorticoApp } from '../app.ts';
import type { Config } from '../platform/config/config.ts';
import { connectDatabase } from '../platform/database/database.ts';
import { openDatabaseServer } from './database.ts';
import { codeOf, Failure } from './failure.ts';
import { createLog } from './log.ts';
import { explainListenError, requireFreePorts } from './ports.ts';
import { alignRows, type Progress, type Row } from './progress.ts';
import type { Shutdown } from './shutdown.ts';
import { buildWebAside, isWebStale, webFolder } from './web-build.ts';

export interface StartOptions {
  /** with the demo companies */
  readonly isDemo: boolean;
  /** the API alone, for when something else serves the pages (npm run dev) */
  readonly isApiOnly: boolean;
}

/**
 * Starts Portico and keeps it running until its end is asked for; then ends in order: requests are answered, jobs
 * finished, connections closed, PostgreSQL stopped.
 *
 * @returns the exit code
 * @throws Failure when it cannot be started; everything that was started is stopped again
 */
export async function start(
  config: Config,
  { isDemo, isApiOnly }: StartOptions,
  progress: Progress,
  shutdown: Shutdown,
): Promise<number> {
  const log = await createLog(config.logLevel);
  // Not “fatal”: pino flushes after that, and tries for ever when nobody reads its output any more.
  endOnUnforeseen(shutdown, (error) => log.error({ err: error }, 'Portico ends because of an error in it'));
  await using cleanup = new AsyncDisposableStack();

  await requireFreePorts(
    config.host,
    isDemo ? [config.port, config.port + 1, config.port + 2] : [config.port],
  );
  const url = await openDatabaseServer({ config, log, progress, shutdown, cleanup });
  shutdown.signal.throwIfAborted();
  if (!isApiOnly && (await isWebStale())) {
    await progress.step('Building the web', () => buildWebAside(shutdown.signal));
  }

  const database = connectDatabase(url, { maxConnections: config.databaseMaxConnections });
  cleanup.defer(() => database.close());
  // Loading all of the rooms takes a moment: only once everything that is quick to fail has not.
  const { buildApp } = await import('../app.ts');
  const portico = await buildApp(config, database, log, isApiOnly ? {} : { webFolder });
  cleanup.defer(() => portico.close());
  shutdown.signal.throwIfAborted();
  await listen(portico, config);
  await portico.start();

  const rows: Row[] = [
    { label: 'Help center', value: new URL('/servicedesk/customer/portals', config.url).href },
    { label: 'Agent desk', value: new URL('/projects', config.url).href },
    { label: 'Administration', value: new URL('/admin', config.url).href },
  ];
  if (isDemo) {
    const { startDemo } = await importDemo();
    const demo = await startDemo(portico, config, progress);
    cleanup.defer(() => demo.close());
    rows.push(...demo.rows);
  }
  shutdown.signal.throwIfAborted();
  progress.say(`\nPortico is ready.\n\n${alignRows(rows)}\n`);
  const { createSetupLink } = await import('../identity/index.ts');
  const setupLink = await createSetupLink(database.db, config);
  if (setupLink) {
    progress.say(
      `There is no administrator yet. Create the first one here; the link works once, for 24 hours:\n\n  ${setupLink}\n`,
    );
  }
  progress.say('Ctrl-C stops it.');
  // Awaited here: what was started is undone when this function ends.
  return await shutdown.requested;
}

/** The demo's identity providers are made of packages that production leaves out. */
async function importDemo() {
  try {
    return await import('../../demo/main.ts');
  } catch (error) {
    if (codeOf(error) !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Failure(
      'The demo is not part of this installation. Get it with “npm ci” in a clone of the repository.',
      { cause: error },
    );
  }
}

async function listen({ app }: PorticoApp, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw explainListenError(error, host, port);
  }
}

/** An error that nobody handles leaves the process in a state that nobody knows: end in order, and say so. */
function endOnUnforeseen(shutdown: Shutdown, report: (error: unknown) => void): void {
  const end = (error: unknown) => {
    report(error);
    shutdown.request(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
