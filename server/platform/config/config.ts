/** Everything that can be set from outside, validated. Made by readConfig (read-config.ts) and never changed after. */
export interface Config {
  /** where browsers reach this Portico, without a trailing slash in its href's path */
  readonly url: URL;
  readonly host: string;
  readonly port: number;
  /** folder of everything that Portico keeps on disk: database, files, generated keys */
  readonly dataFolder: string;
  /** a PostgreSQL server of your own; undefined means the embedded one */
  readonly databaseUrl: string | undefined;
  readonly databaseMaxConnections: number;
  /** 32-byte keys that seal secrets at rest; the first seals, all open */
  readonly sealingKeys: readonly Buffer[];
  readonly siteName: string;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** largest upload, in bytes */
  readonly maxUploadBytes: number;
  readonly sessionIdleMinutes: number;
  readonly sessionMaxHours: number;
  /** how long the sign-in logs of identity providers keep an attempt */
  readonly traceDays: number;
  /** requests per minute and address before 429; sign-in has stricter limits of its own */
  readonly rateLimitPerMinute: number;
  /** proxies whose X-Forwarded-* headers are believed: addresses or CIDR; empty means none */
  readonly trustedProxies: readonly string[];
  /** what a scraper of /metrics must send as bearer token; undefined: only loopback may read it */
  readonly metricsToken: string | undefined;
  /** identity providers on private or loopback addresses may be fetched from (the demo, tests, intranets) */
  readonly allowsPrivateProviders: boolean;
  /** name servers for the proof of e-mail domains, as address or address:port; empty: the machine's own */
  readonly dnsServers: readonly string[];
}
