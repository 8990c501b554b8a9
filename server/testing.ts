import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { buildApp } from './app.ts';
import { type AccountSummary, createAccount, setPassword, startSession } from './identity/index.ts';
import type { Config } from './platform/config/config.ts';
import { createTestDatabase, type TestDatabase } from './platform/database/testing.ts';
import type { App } from './platform/http/app-types.ts';
import type { HttpOptions } from './platform/http/register-http.ts';
import { testConfig } from './platform/http/testing.ts';
import type { Platform } from './platform/platform.ts';

/** A whole Portico on a database of its own, asked through `app.inject`. */
export interface TestApp {
  readonly app: App;
  readonly platform: Platform;
  readonly database: TestDatabase;
  /** Makes an account; what is not given is made up, and unlike every other. */
  createAccount(account?: Partial<Parameters<typeof createAccount>[1]>): Promise<AccountSummary>;
  /** Starts a session and returns the headers with which `app.inject` acts as that account. */
  signIn(account: { readonly id: string }): Promise<{ cookie: string; origin: string }>;
  /** Begins to work on jobs; most tests need none. */
  start(): Promise<void>;
  /** Closes the app, and drops the database and the files. */
  close(): Promise<void>;
}

export interface TestAppOptions {
  readonly config?: Partial<Config>;
  readonly http?: HttpOptions;
  /** Use this database instead of a new one: a second process on the same data. It is left when the app closes. */
  readonly database?: TestDatabase;
}

/** Builds a Portico for one test file or one test. Close it when done. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = options.database ?? (await createTestDatabase());
  const dataFolder = await mkdtemp(join(tmpdir(), 'portico-test-'));
  const config = testConfig({ dataFolder, ...options.config });
  const { app, platform, start, close } = await buildApp(
    config,
    database,
    pino({ level: config.logLevel }),
    options.http,
  );

  let closing: Promise<void> | undefined;
  async function closeAll(): Promise<void> {
    await close();
    if (!options.database) await database.drop();
    await rm(dataFolder, { recursive: true, force: true });
  }

  return {
    app,
    platform,
    database,
    start,
    async createAccount({ password, ...account } = {}) {
      const unique = randomUUID().slice(0, 8);
      const named = { email: `person-${unique}@example.com`, displayName: `Person ${unique}`, ...account };
      const made = await createAccount(platform.db, named);
      // The rules for passwords take their time, and have tests of their own.
      if (password !== undefined) await setPassword(platform.db, made.id, password);
      return made;
    },
    async signIn(account) {
      const { cookie } = await startSession(platform.db, {
        accountId: account.id,
        address: '127.0.0.1',
        userAgent: 'vitest',
        config,
      });
      return { cookie: cookie.split(';', 1)[0] ?? '', origin: config.url.origin };
    },
    close() {
      closing ??= closeAll();
      return closing;
    },
  };
}
