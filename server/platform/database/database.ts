import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { prepareOften } from './prepare-often.ts';
import type { DB } from './schema.ts';

/** The pool or a transaction: every store function takes one and does not care which. */
export type Database = Kysely<DB>;

/** A connected database: `db` for queries, `pool` for what needs raw connections (LISTEN, migrations, jobs). */
export interface DatabaseConnection {
  readonly db: Database;
  readonly pool: pg.Pool;
  readonly url: string;
  /** Waits for running queries, then closes all connections. */
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** Largest number of connections; default 10. */
  readonly maxConnections?: number;
  /** Longest a single statement may run, in milliseconds; default 30,000. */
  readonly statementTimeoutMs?: number;
}

const usualConnections = 10;
const connections = new WeakMap<Database, number>();

/** Largest number of connections of a database, as it was opened in this process. */
export function connectionsOf(db: Database): number {
  return connections.get(db) ?? usualConnections;
}

/** Opens a pool on the given PostgreSQL URL. Does not connect before the first query. */
export function connectDatabase(url: string, options: ConnectOptions = {}): DatabaseConnection {
  const max = options.maxConnections ?? usualConnections;
  const pool = new pg.Pool({
    connectionString: url,
    max,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    options: '-c search_path=portico',
    application_name: 'portico',
  });
  // An idle connection that breaks (server restarted) is replaced by the pool; without a listener Node would exit.
  pool.on('error', () => {});
  // One that breaks between two statements of a transaction says so itself; the next statement fails, which is told.
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: prepareOften(pool) }) });
  connections.set(db, max);
  return { db, pool, url, close: () => db.destroy() };
}

/**
 * Runs `work` in one transaction: all of it happens or nothing. Inside an outer transaction it joins that one.
 */
export function inTransaction<T>(db: Database, work: (trx: Database) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}
