import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import type { Database } from '../../server/platform/database/database.ts';
import type { DB } from '../../server/platform/database/schema.ts';

/**
 * The database through connections that prepare every statement: PostgreSQL plans each once instead of some thousand
 * times, which is most of its work when much is written by few statements. Connections are closed after use, since what
 * was prepared stays with them.
 */
export function withPreparedStatements(pool: pg.Pool): Database {
  const preparing = { options: pool.options, connect: () => connectPreparing(pool), end: async () => {} };
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparing }) });
}

async function connectPreparing(pool: pg.Pool): Promise<PostgresPoolClient> {
  const client = await pool.connect();
  const preparing = {
    query: (text: string, values: unknown[]) => client.query({ name: nameOf(text), text, values }),
    release: () => client.release(true),
  };
  // Of a client's two ways to query, with and without a cursor, Kysely uses the first.
  return preparing as unknown as PostgresPoolClient;
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
  names.set(text, name);
  return name;
}
