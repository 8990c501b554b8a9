import { isIP } from 'node:net';
import { resolve } from 'node:path';
import type { Config } from './config.ts';

/** What a value must look like: `allowed` completes "must be …", `parse` returns undefined for what is not allowed. */
interface Kind<T> {
  readonly allowed: string;
  parse(text: string): T | undefined;
}

/** One thing that can be set from outside. */
export interface Setting<T = unknown> {
  /** environment variable */
  readonly name: string;
  /** what follows `--`; absent for secrets, because command lines are visible to every user of a machine */
  readonly flag?: string;
  /** what is used when nothing is given, as one would write it; undefined when there is nothing to write */
  readonly default?: string;
  /** what the default is, in words, where it has to be worked out */
  readonly defaultText?: string;
  readonly description: string;
  readonly kind: Kind<T>;
}

const text = (allowed: string, isAllowed: (value: string) => boolean): Kind<string> => ({
  allowed,
  parse: (value) => (isAllowed(value) ? value : undefined),
});

const wholeNumber = (smallest: number, largest: number): Kind<number> => ({
  allowed: `a whole number from ${smallest} to ${largest}`,
  parse(value) {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    return number >= smallest && number <= largest ? number : undefined;
  },
});

const yesOrNo: Kind<boolean> = {
  allowed: 'true or false',
  parse(value) {
    if (/^(true|1|yes|on)$/i.test(value)) return true;
    return /^(false|0|no|off)$/i.test(value) ? false : undefined;
  },
};

const nameServers: Kind<readonly string[]> = {
  allowed: 'IP addresses separated by commas, such as 10.0.0.53 or [2001:db8::53]:5353',
  parse(value) {
    const servers = value
      .split(',')
      .map((server) => server.trim())
      .filter(Boolean);
    const isServer = (server: string) =>
      isIP(server) !== 0 || isIP(/^\[?([0-9a-fA-F.:]+?)\]?:\d{1,5}$/.exec(server)?.[1] ?? '') !== 0;
    return servers.every(isServer) ? servers : undefined;
  },
};

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const logLevel: Kind<Config['logLevel']> = {
  allowed: `one of ${logLevels.join(', ')}`,
  parse: (value) => logLevels.find((level) => level === value.toLowerCase()),
};

const siteUrl: Kind<URL> = {
  allowed: 'an http:// or https:// address without path, such as https://help.example.com',
  parse(value) {
    const url = URL.parse(value);
    if (!url || !/^https?:$/.test(url.protocol)) return undefined;
    return url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
      ? url
      : undefined;
  },
};

const databaseUrl = text(
  'a PostgreSQL address, such as postgres://user:password@db.example.com:5432/portico',
  (value) => /^postgres(ql)?:$/.test(URL.parse(value)?.protocol ?? ''),
);

/** Addresses and networks such as 10.0.0.0/8, comma separated. */
const addresses: Kind<readonly string[]> = {
  allowed: 'addresses or networks such as 10.0.0.1 or 10.0.0.0/8, comma separated',
  parse(value) {
    const list = splitList(value);
    return list.every(isAddressOrNetwork) ? list : undefined;
  },
};

function isAddressOrNetwork(value: string): boolean {
  const [address = '', bits, ...rest] = value.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

const secrets: Kind<readonly string[]> = {
  allowed: 'at least 32 characters, or 32 bytes in base64; several comma separated, the newest first',
  parse(value) {
    const list = splitList(value);
    return list.length > 0 && list.every((secret) => secret.length >= 32) ? list : undefined;
  },
};

function splitList(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const setting = <T>(value: Setting<T>): Setting<T> => value;

/** Everything that can be set, in the order in which `npm start -- help` shows it. */
export const settings = {
  port: setting({
    name: 'PORT',
    flag: 'port',
    default: '8080',
    description: 'Port to listen on. The demo’s identity providers take the two ports after it.',
    kind: wholeNumber(1, 65535),
  }),
  host: setting({
    name: 'PORTICO_HOST',
    flag: 'host',
    default: '127.0.0.1',
    description: 'Address to listen on. 0.0.0.0 or :: lets other machines in.',
    kind: text('an IP address or a host name', (value) => isIP(value) > 0 || /^[a-z\d.-]+$/i.test(value)),
  }),
  dataFolder: setting({
    name: 'PORTICO_DATA',
    flag: 'data',
    default: './data',
    description: 'Folder of everything that Portico keeps on disk: database, attachments, generated keys.',
    kind: { allowed: 'a folder', parse: (value: string) => resolve(value) },
  }),
  databaseUrl: setting({
    name: 'DATABASE_URL',
    defaultText: 'an embedded PostgreSQL 18 in the data folder',
    description: 'A PostgreSQL server (15 or newer) of your own.',
    kind: databaseUrl,
  }),
  url: setting({
    name: 'PORTICO_URL',
    flag: 'url',
    defaultText: 'http://localhost:<port>',
    description: 'Where browsers reach this Portico. Use https:// in production.',
    kind: siteUrl,
  }),
  secret: setting({
    name: 'PORTICO_SECRET',
    defaultText: 'generated, kept in <data>/secret.key',
    description:
      'Seals secrets at rest. At least 32 characters, or 32 bytes in base64. To rotate: new,old. ' +
      'Required when several Porticos share a database without sharing the data folder.',
    kind: secrets,
  }),
  siteName: setting({
    name: 'PORTICO_SITE_NAME',
    flag: 'site-name',
    default: 'Help Center',
    description: 'Name of the help center, as customers read it.',
    kind: text('1 to 80 characters', (value) => value.trim() !== '' && value.length <= 80),
  }),
  logLevel: setting({
    name: 'PORTICO_LOG_LEVEL',
    flag: 'log-level',
    default: 'info',
    description: `How much is logged: ${logLevels.join(', ')}. The demo starts with warn.`,
    kind: logLevel,
  }),
  maxUploadMegabytes: setting({
    name: 'PORTICO_MAX_UPLOAD_MB',
    flag: 'max-upload-mb',
    default: '50',
    description: 'Largest attachment, in megabytes.',
    kind: wholeNumber(1, 10_240),
  }),
  sessionIdleMinutes: setting({
    name: 'PORTICO_SESSION_IDLE_MINUTES',
    flag: 'session-idle-minutes',
    default: '480',
    description: 'A session that is not used for so long ends.',
    kind: wholeNumber(1, 43_200),
  }),
  sessionMaxHours: setting({
    name: 'PORTICO_SESSION_MAX_HOURS',
    flag: 'session-max-hours',
    default: '168',
    description: 'A session ends after so long, used or not.',
    kind: wholeNumber(1, 8_760),
  }),
  traceDays: setting({
    name: 'PORTICO_TRACE_DAYS',
    flag: 'trace-days',
    default: '30',
    description: 'Days that the sign-in log of an identity provider keeps an attempt.',
    kind: wholeNumber(1, 365),
  }),
  rateLimitPerMinute: setting({
    name: 'PORTICO_RATE_LIMIT',
    flag: 'rate-limit',
    default: '1200',
    description: 'Requests per minute and address. Sign-in has stricter limits of its own.',
    kind: wholeNumber(1, 1_000_000),
  }),
  trustedProxies: setting({
    name: 'PORTICO_TRUSTED_PROXIES',
    flag: 'trusted-proxies',
    default: '',
    defaultText: 'none',
    description: 'Reverse proxies whose X-Forwarded-* headers are believed: addresses or networks.',
    kind: addresses,
  }),
  allowsPrivateProviders: setting({
    name: 'PORTICO_ALLOW_PRIVATE_PROVIDERS',
    flag: 'allow-private-providers',
    default: 'false',
    description:
      'Identity providers on private or loopback addresses, or without https, are allowed. The demo starts with true.',
    kind: yesOrNo,
  }),
  dnsServers: setting({
    name: 'PORTICO_DNS_SERVERS',
    flag: 'dns-servers',
    default: '',
    defaultText: "the machine's own",
    description:
      'Name servers that are asked for the proof of e-mail domains: addresses, with a port if need be.',
    kind: nameServers,
  }),
  databaseMaxConnections: setting({
    name: 'PORTICO_DATABASE_CONNECTIONS',
    flag: 'database-connections',
    default: '10',
    description: 'Most connections to the database for requests. Background work takes up to 6 more.',
    kind: wholeNumber(2, 1_000),
  }),
  metricsToken: setting({
    name: 'PORTICO_METRICS_TOKEN',
    defaultText: 'none: /metrics answers this machine only',
    description: 'Bearer token with which /metrics may be read from elsewhere.',
    kind: text('at least 16 characters', (value) => value.length >= 16),
  }),
};

export type SettingKey = keyof typeof settings;
