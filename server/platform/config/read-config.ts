import type { Config } from './config.ts';
import { generatedSealingKey, sealingKey } from './sealing-keys.ts';
import { type Setting, type SettingKey, settings } from './settings.ts';

/** What was given cannot be used; `problems` has a line for each thing that is wrong. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** Other defaults than usual, as one would write them in the environment; what is given goes before them. */
export type Defaults = Partial<Record<SettingKey, string>>;

/**
 * Reads what is set by flags (`--port 8080` or `--port=8080`), else by environment variables, else by default.
 * Makes the sealing key in the data folder when none is configured.
 *
 * @param argv flags as given on the command line, without the command
 * @throws ConfigError naming everything that is wrong at once
 */
export function readConfig(
  env: NodeJS.ProcessEnv,
  argv: readonly string[] = [],
  defaults: Defaults = {},
): Config {
  const problems: string[] = [];
  const flags = readFlags(argv, problems);

  function read<T>(key: SettingKey, { name, flag, kind, default: usual }: Setting<T>): T | undefined {
    const fromFlag = flag === undefined ? undefined : flags.get(flag);
    // A variable that is set to nothing is not set: that is how compose files and shells leave things out.
    const fromEnv = env[name] === '' ? undefined : env[name];
    const given = fromFlag ?? fromEnv ?? defaults[key] ?? usual;
    if (given === undefined) return undefined;
    const value = kind.parse(given.trim());
    if (value === undefined) {
      const source = fromFlag === undefined ? name : `--${flag}`;
      problems.push(`${source} must be ${kind.allowed}${isSecret(flag) ? '' : `, not “${given}”`}.`);
    }
    return value;
  }

  const port = read('port', settings.port) ?? 0;
  const secrets = read('secret', settings.secret);
  const dataFolder = read('dataFolder', settings.dataFolder) ?? '';
  const config = {
    port,
    dataFolder,
    host: read('host', settings.host) ?? '',
    databaseUrl: read('databaseUrl', settings.databaseUrl),
    url: read('url', settings.url) ?? new URL(`http://localhost:${port}`),
    siteName: read('siteName', settings.siteName) ?? '',
    logLevel: read('logLevel', settings.logLevel) ?? 'info',
    maxUploadBytes: (read('maxUploadMegabytes', settings.maxUploadMegabytes) ?? 0) * 1024 * 1024,
    sessionIdleMinutes: read('sessionIdleMinutes', settings.sessionIdleMinutes) ?? 0,
    sessionMaxHours: read('sessionMaxHours', settings.sessionMaxHours) ?? 0,
    traceDays: read('traceDays', settings.traceDays) ?? 0,
    rateLimitPerMinute: read('rateLimitPerMinute', settings.rateLimitPerMinute) ?? 0,
    trustedProxies: read('trustedProxies', settings.trustedProxies) ?? [],
    allowsPrivateProviders: read('allowsPrivateProviders', settings.allowsPrivateProviders) ?? false,
    databaseMaxConnections: read('databaseMaxConnections', settings.databaseMaxConnections) ?? 0,
    metricsToken: read('metricsToken', settings.metricsToken),
    dnsServers: read('dnsServers', settings.dnsServers) ?? [],
  };
  // Only now: nothing is written when anything is wrong.
  if (problems.length > 0) throw new ConfigError(problems);
  return { ...config, sealingKeys: secrets?.map(sealingKey) ?? [generatedKey(dataFolder)] };
}

function generatedKey(dataFolder: string): Buffer {
  try {
    return generatedSealingKey(dataFolder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError([
      `The data folder ${dataFolder} cannot be used: ${reason}. Choose another with --data or PORTICO_DATA.`,
    ]);
  }
}

function readFlags(argv: readonly string[], problems: string[]): Map<string, string> {
  const flags = new Map<string, string>();
  const rest = [...argv];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const match = /^--([^=]+)(?:=(.*))?$/s.exec(word);
    const name = match?.[1];
    if (name === undefined) {
      problems.push(`“${word}” is not understood: settings are given as --name value.`);
      continue;
    }
    const setting: Setting | undefined = Object.values(settings).find(({ flag }: Setting) => flag === name);
    if (!setting) {
      problems.push(`There is no --${name}${hint(name)}`);
      if (match?.[2] === undefined && rest[0] !== undefined && !rest[0].startsWith('--')) rest.shift();
      continue;
    }
    const isSwitch = setting === settings.allowsPrivateProviders;
    const follows = rest[0] !== undefined && !rest[0].startsWith('--');
    const value = match?.[2] ?? (follows ? rest.shift() : isSwitch ? 'true' : undefined);
    if (value === undefined) problems.push(`--${name} needs a value: ${setting.kind.allowed}.`);
    else flags.set(name, value);
  }
  return flags;
}

function hint(name: string): string {
  const all: Setting[] = Object.values(settings);
  const secret = all.find((setting) => isSecret(setting.flag) && asFlag(setting.name) === asFlag(name));
  if (secret) return `; set the environment variable ${secret.name} instead, which other users cannot see.`;
  const near = all
    .map(({ flag }) => flag)
    .filter((flag) => flag !== undefined)
    .map((flag) => ({ flag, distance: editDistance(flag, asFlag(name)) }))
    .sort((one, other) => one.distance - other.distance)[0];
  return near && near.distance <= Math.max(2, near.flag.length / 3)
    ? `; did you mean --${near.flag}?`
    : '; “npm start -- help” lists all settings.';
}

/** A setting without flag is a secret: it is neither taken from command lines nor shown in messages. */
function isSecret(flag: string | undefined): boolean {
  return flag === undefined;
}

function asFlag(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/^portico-/, '');
}

/** Levenshtein's distance: how many letters to change, add or leave out. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
