import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify from 'fastify';
import { type Logger, pino } from 'pino';
import type { Config } from '../config/config.ts';
import { connectDatabase, type DatabaseConnection } from '../database/database.ts';
import { createPlatform, type Platform } from '../platform.ts';
import type { App } from './app-types.ts';
import { fastifyOptions, type HttpOptions, registerHttp } from './register-http.ts';

/** A configuration for tests; what needs another value says so. */
export function testConfig(overrides: Partial<Config> = {}): Config {
  return {
    url: new URL('http://localhost:8080'),
    host: '127.0.0.1',
    port: 0,
    dataFolder: join(tmpdir(), 'portico-test-data'),
    databaseUrl: undefined,
    databaseMaxConnections: 5,
    sealingKeys: [randomBytes(32)],
    siteName: 'Portico',
    logLevel: 'silent',
    maxUploadBytes: 1024 * 1024,
    sessionIdleMinutes: 60,
    sessionMaxHours: 24,
    traceDays: 30,
    rateLimitPerMinute: 100_000,
    trustedProxies: [],
    metricsToken: undefined,
    allowsPrivateProviders: true,
    dnsServers: [],
    ...overrides,
  };
}

export interface HttpTestOptions {
  readonly config?: Partial<Config>;
  readonly http?: HttpOptions;
  /** absent: one that refuses connections */
  readonly database?: DatabaseConnection;
  readonly log?: Logger;
}

/** The platform's part of Portico alone, without rooms: for tests of what all routes share. Close it when done. */
export async function createHttpApp(
  options: HttpTestOptions = {},
  addRoutes: (app: App, platform: Platform) => void = () => {},
): Promise<{ app: App; platform: Platform }> {
  const config = testConfig(options.config);
  const database = options.database ?? connectDatabase('postgres://nobody@127.0.0.1:1/none');
  const platform = createPlatform(config, database, options.log ?? pino({ level: config.logLevel }));
  const app: App = Fastify(fastifyOptions(config, platform.log)).withTypeProvider<TypeBoxTypeProvider>();
  await registerHttp(app, platform, options.http);
  addRoutes(app, platform);
  await app.ready();
  return { app, platform };
}
