import { createHash } from 'node:crypto';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** Statements that were run so often are prepared: PostgreSQL then plans them once per connection, not every time. */
const oftenFrom = 5;

/**
 * At most so many different statements are counted and prepared. Queries that people write (JQL) have no end of forms,
 * and what is prepared stays in the memory of every connection.
 */
const maxStatements = 500;

/** Shorter ones (begin, commit) have nothing to plan. */
const shortestPrepared = 30;

/**
 * A pool for Kysely whose connections prepare what is asked often. Planning is most of what PostgreSQL does for a small
 * read with many joins. Behind PgBouncer it needs version 1.21 or newer, which keeps track of prepared statements.
 */
export function prepareOften(pool: pg.Pool): PostgresPool {
  const nameOf = nameStatements();
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();

  function wrap(client: pg.PoolClient): PostgresPoolClient {
    const preparing = {
      query(text: string, values: unknown[]) {
        const name = nameOf(text);
        return client.query(name === undefined ? { text, values } : { name, text, values });
      },
      release: (destroy?: boolean) => client.release(destroy),
    };
    // Of a client's two ways to query, with and without a cursor, Kysely uses the first; cursors are not configured.
    return preparing as unknown as PostgresPoolClient;
  }

  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const known = wrapped.get(client);
      if (known) return known;
      const preparing = wrap(client);
      wrapped.set(client, preparing);
      return preparing;
    },
  };
}

/** Tells the name under which a statement is to be prepared, or undefined while it is not asked often. */
function nameStatements(): (text: string) => string | undefined {
  const known = new Map<string, { count: number; readonly name: string }>();
  return (text) => {
    const statement = known.get(text);
    if (statement) {
      statement.count += 1;
      return statement.count >= oftenFrom ? statement.name : undefined;
    }
    if (text.length >= shortestPrepared && makeRoom(known)) {
      const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
      known.set(text, { count: 1, name });
    }
    return undefined;
  };
}

/** The oldest that was not asked often makes room: queries that people write must not keep those of every day out. */
function makeRoom(known: Map<string, { readonly count: number }>): boolean {
  if (known.size < maxStatements) return true;
  for (const [text, { count }] of known) {
    if (count >= oftenFrom) continue;
    known.delete(text);
    return true;
  }
  return false;
}
