import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { generate, PostgresDialect } from 'kysely-codegen';
import openapiTypescript, { astToString } from 'openapi-typescript';
import pg from 'pg';
import { pino } from 'pino';
import { buildApp } from '../server/app.ts';
import type { Config } from '../server/platform/config/config.ts';
import { connectDatabase } from '../server/platform/database/database.ts';
import { openapiText } from '../server/platform/http/openapi.ts';
import { migrate } from '../server/platform/migrations/migrate.ts';
import { startEmbeddedPostgres } from '../server/platform/postgres/embedded-postgres.ts';

/** A file that is made from the source: its path in the repository, and what it must hold. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const log = pino({ level: 'silent' });

/** The description of the API, and the types that the web knows it by. Needs no database. */
export async function generateApiFiles(): Promise<GeneratedFile[]> {
  const database = connectDatabase('postgres://none@127.0.0.1:1/none');
  const portico = await buildApp(describedConfig(), database, log);
  try {
    const text = openapiText(portico.app);
    const types = astToString(await openapiTypescript(JSON.parse(text)));
    return [
      { path: 'openapi.json', text },
      {
        path: 'web/kit/api/schema.d.ts',
        text: `// Generated from openapi.json by \`npm run generate\`.\n\n${types}`,
      },
    ];
  } finally {
    await portico.close();
    await database.close();
  }
}

/** The types of all tables, read from a database that was just migrated, on a PostgreSQL that lives as long as this. */
export async function generateTableTypes(): Promise<GeneratedFile> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-generate-'));
  // For root, whose PostgreSQL runs as another user: else its cluster would be kept outside of the folder.
  await chmod(folder, 0o711);
  try {
    const postgres = await startEmbeddedPostgres({
      dataFolder: folder,
      maxConnections: 10,
      log,
      onLost(error) {
        throw error;
      },
    });
    try {
      await migrate(postgres.url);
      const types = await tableTypesOf(postgres.url);
      await untilNobodyIsConnected(postgres.url);
      return types;
    } finally {
      await postgres.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Pools end before the last of their connections has: stopping the server under one of those would be an error of nobody's. */
async function untilNobodyIsConnected(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  for (;;) {
    const { rows } = await client.query(
      `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    if (rows.length === 0) break;
    await setTimeout(50);
  }
  await client.end();
}

/** The types of the tables of a migrated database. */
export async function tableTypesOf(url: string): Promise<GeneratedFile> {
  const dialect = new PostgresDialect({ defaultSchemas: ['portico'] });
  const db = await dialect.introspector.connect({ connectionString: url, dialect });
  try {
    const text = await generate({
      db,
      dialect,
      defaultSchemas: ['portico'],
      includePattern: 'portico.*',
      excludePattern: '*.schema_migration',
      outFile: null,
    });
    return { path: 'server/platform/database/schema.ts', text };
  } finally {
    await db.destroy();
  }
}

/** The generated files that are not as they must be. */
export async function staleFiles(files: readonly GeneratedFile[]): Promise<string[]> {
  const stale: string[] = [];
  for (const { path, text } of files) {
    const found = await readFile(join(root, path), 'utf8').catch(() => undefined);
    if (found !== text) stale.push(path);
  }
  return stale;
}

/** Nothing of the configuration shows in the description; it only has to be complete. */
function describedConfig(): Config {
  return {
    url: new URL('http://localhost:8080'),
    host: '127.0.0.1',
    port: 8080,
    dataFolder: join(tmpdir(), 'portico-generate-none'),
    databaseUrl: undefined,
    databaseMaxConnections: 1,
    sealingKeys: [randomBytes(32)],
    siteName: 'Portico',
    logLevel: 'silent',
    maxUploadBytes: 1,
    sessionIdleMinutes: 1,
    sessionMaxHours: 1,
    traceDays: 1,
    rateLimitPerMinute: 1,
    trustedProxies: [],
    metricsToken: undefined,
    allowsPrivateProviders: false,
    dnsServers: [],
  };
}
