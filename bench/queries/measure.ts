import { sql } from 'kysely';
import { requestsServedBy } from '../../server/desk/access-rules.ts';
import { compileJqls } from '../../server/desk/jql/compile.ts';
import type { JqlViewer } from '../../server/desk/jql/context.ts';
import type { Database } from '../../server/platform/database/database.ts';
import type { BenchQuery } from './queries.ts';

/** What one query took, in milliseconds, in as many runs of each kind, taken in turns. */
export interface Measured {
  readonly query: BenchQuery;
  readonly porticoMs: readonly number[];
  readonly handWrittenMs: readonly number[];
  /** how many requests the first page shows */
  readonly found: number;
}

/** As many as the first page of a list shows, and one more that tells whether there are more. */
const pageSize = 51;

/**
 * Asks for the first page of a query in both ways, in turns. From JQL: what a route does, from the text on: read, look up what it names,
 * compile, ask. By hand: the statement alone.
 *
 * @throws when the two do not find the same requests in the same order
 */
export async function measureQuery(
  db: Database,
  viewer: JqlViewer,
  query: BenchQuery,
  runs: number,
): Promise<Measured> {
  const ways = { portico: () => fromJql(db, viewer, query), handWritten: () => byHand(db, query) };
  const [keys, expected] = [await ways.portico(), await ways.handWritten()];
  if (keys.join() !== expected.join()) {
    throw new Error(`${query.jql} found ${keys.join()}; by hand: ${expected.join()}`);
  }
  const took = { portico: [] as number[], handWritten: [] as number[] };
  for (let run = 0; run < runs; run += 1) {
    const turns = (
      run % 2 === 0 ? ['portico', 'handWritten'] : ['handWritten', 'portico']
    ) as (keyof typeof ways)[];
    for (const way of turns) {
      const began = performance.now();
      await ways[way]();
      took[way].push(performance.now() - began);
    }
  }
  return { query, porticoMs: took.portico, handWrittenMs: took.handWritten, found: keys.length };
}

async function fromJql(db: Database, viewer: JqlViewer, { jql, deskId }: BenchQuery): Promise<string[]> {
  const [compiled] = await compileJqls(db, viewer, [jql]);
  if (!compiled) throw new Error('Nothing was compiled');
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
    .where(deskId ? sql<boolean>`request.service_desk_id = ${deskId}` : requestsServedBy(viewer))
    .where(compiled.where);
  for (const { by, direction } of compiled.sorting) statement = statement.orderBy(by, direction);
  const rows = await statement.limit(pageSize).execute();
  return rows.map(({ key }) => key);
}

async function byHand(db: Database, { where, orderBy }: BenchQuery): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select id, key, summary, status_id, priority_id, reporter_id, assignee_id, created_at, updated_at
      from request r where ${where} order by ${orderBy} limit ${pageSize}`.execute(db);
  return rows.map(({ key }) => key);
}
