import { ConfigError, type Defaults, readConfig } from '../platform/config/read-config.ts';
import { NewerSchemaError } from '../platform/migrations/migrate.ts';
import { Failure } from './failure.ts';
import { commands, helpText } from './help.ts';
import { createProgress, type Progress } from './progress.ts';
import { listenForShutdown, type Shutdown } from './shutdown.ts';

/** What the demo needs otherwise: quiet, so that its table stays in sight, and identity providers on this machine. */
const demoDefaults: Defaults = {
  logLevel: 'warn',
  siteName: 'Northwind',
  allowsPrivateProviders: 'true',
};

/**
 * Does what the command line asks for.
 *
 * @param argv the command and its flags
 * @returns the exit code
 */
export async function runCommand(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const [command = 'help', ...flags] = argv;
  // `npm start -- help` arrives as `start help`.
  if ([command, ...flags].some((word) => ['help', '--help', '-h'].includes(word))) {
    process.stdout.write(helpText());
    return 0;
  }
  const progress = createProgress();
  if (!(command in commands)) {
    progress.say(`There is no command “${command}”. There are: ${Object.keys(commands).join(', ')}.`);
    return 1;
  }
  const shutdown = listenForShutdown(progress.say);
  try {
    return await run(command, flags, env, progress, shutdown);
  } catch (error) {
    return explainError(error, progress, shutdown, env);
  }
}

async function run(
  command: string,
  flags: readonly string[],
  env: NodeJS.ProcessEnv,
  progress: Progress,
  shutdown: Shutdown,
): Promise<number> {
  const isApiOnly = flags.includes(apiOnly);
  const config = readConfig(
    env,
    flags.filter((flag) => flag !== apiOnly),
    command === 'demo' ? demoDefaults : {},
  );
  if (command === 'migrate') {
    const { migrateOnly } = await import('./migrate.ts');
    return migrateOnly(config, progress, shutdown);
  }
  const { start } = await import('./start.ts');
  return start(config, { isDemo: command === 'demo', isApiOnly }, progress, shutdown);
}

/** Serves no pages: for scripts/dev.ts, which puts Vite in front. */
export const apiOnly = '--api-only';

/**
 * Says what went wrong, in words for whoever started it.
 *
 * @returns the exit code
 */
export function explainError(
  error: unknown,
  progress: Progress,
  shutdown: Shutdown,
  env: NodeJS.ProcessEnv,
): number {
  // Giving up half-way is what was asked for.
  if (shutdown.signal.aborted && error instanceof Error && error.name === 'AbortError') return shutdown.code;
  progress.say(explain(error, env));
  return shutdown.code || 1;
}

function explain(error: unknown, env: NodeJS.ProcessEnv): string {
  if (error instanceof ConfigError) {
    const lines = error.problems.map((problem) => `  - ${problem}`);
    return `Portico cannot start with these settings:\n${lines.join('\n')}\n“npm start -- help” explains all settings.`;
  }
  if (!(error instanceof Error)) return `Portico could not start: ${error}`;
  if (error instanceof Failure || error instanceof NewerSchemaError) return error.message;
  const isDebugging = /^(debug|trace)$/.test(env['PORTICO_LOG_LEVEL'] ?? '');
  return isDebugging ? (error.stack ?? error.message) : error.message;
}
