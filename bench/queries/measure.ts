import { sql } from 'kysely';
import { servedRequests } from '../../server/desk/access.ts';
import { compileJqls } from '../../server/desk/jql/compile.ts';
import type { JqlViewer } from '../../server/desk/jql/context.ts';
import type { Database } from '../../server/platform/database/database.ts';
import type { BenchQuery } from './queries.ts';

/** What one query took, in milliseconds, in as many runs of each kind, taken in turns. */
export interface Measured {
  readonly query: BenchQuery;
  /** the statement that comes of the JQL */
  readonly statementMs: readonly number[];
  /** from the text on: the JQL is read, what it names is looked up, it is compiled, the statement is run */
  readonly fromTextMs: readonly number[];
  readonly handWrittenMs: readonly number[];
}

/** As many as the first page of a list shows, and one more that tells whether there are more. */
const pageSize = 51;

/**
 * Asks for the first page of a query in both ways, in turns.
 *
 * @throws when the two do not find the same requests in the same order
 */
export async function measureQuery(
  db: Database,
  viewer: JqlViewer,
  query: BenchQuery,
  runs: number,
): Promise<Measured> {
  const measured = { statementMs: [] as number[], fromTextMs: [] as number[], handWrittenMs: [] as number[] };
  const ways = {
    async jql() {
      const began = performance.now();
      const statement = await compiled(db, viewer, query);
      const asked = performance.now();
      const { rows } = await db.executeQuery(statement);
      const ended = performance.now();
      measured.statementMs.push(ended - asked);
      measured.fromTextMs.push(ended - began);
      return rows;
    },
    async byHand() {
      const began = performance.now();
      const rows = await byHand(db, query);
      measured.handWrittenMs.push(performance.now() - began);
      return rows;
    },
  };
  const [found, expected] = [keysOf(await ways.jql()), keysOf(await ways.byHand())];
  if (found !== expected) throw new Error(`${query.jql} found ${found}; by hand: ${expected}`);
  for (const times of Object.values(measured)) times.length = 0;
  for (let run = 0; run < runs; run += 1) {
    const turns = run % 2 === 0 ? [ways.jql, ways.byHand] : [ways.byHand, ways.jql];
    for (const way of turns) await way();
  }
  return { query, ...measured };
}

function keysOf(rows: readonly { key: string }[]): string {
  return rows.map(({ key }) => key).join();
}

async function compiled(db: Database, viewer: JqlViewer, { jql, deskId }: BenchQuery) {
  const [query] = await compileJqls(db, viewer, [jql]);
  if (!query) throw new Error('Nothing was compiled');
  let statement = db
    .selectFrom('request')
    .select([
      'id',
      'key',
      'summary',
      'status_id',
      'priority_id',
      'reporter_id',
      'assignee_id',
      'created_at',
      'updated_at',
    ])
    .where(deskId ? sql<boolean>`request.service_desk_id = ${deskId}` : await servedRequests(db, viewer))
    .where(query.where);
  for (const { by, direction } of query.sorting) statement = statement.orderBy(by, direction);
  return statement.limit(pageSize).compile();
}

async function byHand(db: Database, { where, orderBy }: BenchQuery): Promise<{ key: string }[]> {
  const { rows } = await sql<{ key: string }>`
    select id, key, summary, status_id, priority_id, reporter_id, assignee_id, created_at, updated_at
      from request r where ${where} order by ${orderBy} limit ${pageSize}`.execute(db);
  return rows;
}
