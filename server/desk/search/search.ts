import { sql } from 'kysely';
import type { Viewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { type Condition, requestsServedBy } from '../access-rules.ts';
import { type CompiledQuery, compileJqls } from '../jql/compile.ts';
import { type Place, partsAfter } from './keyset.ts';

/** Requests are counted up to here; beyond it, one only knows that there are more. */
export const mostCounted = 10_000;

/** Which part of what a query finds. */
export interface SearchPart {
  readonly jql: string;
  /** after how many; or after which place */
  readonly from: number | Place;
  readonly limit: number;
}

/** What was found: request ids in the query's order, and where to go on. */
export interface Found {
  readonly ids: readonly string[];
  /** null: this is the end */
  readonly next: Place | null;
}

/**
 * Finds requests of desks that the viewer works at.
 * @throws Invalid for what is no query
 */
export async function searchRequests(db: Database, viewer: Viewer, part: SearchPart): Promise<Found> {
  return findPart(db, viewer, await compiled(db, viewer, part.jql), part);
}

/** How many requests a query finds, up to `mostCounted`; `isCapped`: there are more. */
export async function countFound(
  db: Database,
  viewer: Viewer,
  jql: string,
): Promise<{ count: number; isCapped: boolean }> {
  const count = await countUpTo(db, viewer, jql, mostCounted + 1);
  return { count: Math.min(count, mostCounted), isCapped: count > mostCounted };
}

/**
 * Whether a query finds more than so many requests.
 * @throws Invalid for what is no query
 */
export async function findsMoreThan(
  db: Database,
  viewer: Viewer,
  jql: string,
  most: number,
): Promise<boolean> {
  return (await countUpTo(db, viewer, jql, most + 1)) > most;
}

async function countUpTo(db: Database, viewer: Viewer, jql: string, limit: number): Promise<number> {
  const { where } = await compiled(db, viewer, jql);
  const found = db
    .selectFrom('request')
    .select(sql`1`.as('one'))
    .where(requestsServedBy(viewer))
    .where(where)
    .limit(limit);
  const { count } = await db
    .selectFrom(found.as('found'))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

async function compiled(db: Database, viewer: Viewer, jql: string): Promise<CompiledQuery> {
  const [query] = await compileJqls(db, viewer, [jql]);
  if (!query) throw new Error('A query was compiled to nothing');
  return query;
}

interface FoundRow {
  readonly id: string;
  readonly values: readonly (string | null)[];
  readonly types: readonly string[];
}

async function findPart(
  db: Database,
  viewer: Viewer,
  query: CompiledQuery,
  { from, limit }: Omit<SearchPart, 'jql'>,
): Promise<Found> {
  const parts = typeof from === 'number' ? [sql<boolean>`true`] : partsAfter(db, query.sorting, from);
  const rows: FoundRow[] = [];
  for (const part of parts) {
    if (rows.length > limit) break;
    const start = typeof from === 'number' ? from : 0;
    const wanted = { start, limit: limit + 1 - rows.length };
    rows.push(...(await readPart(db, viewer, query, part, wanted)));
  }
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    ids: page.map(({ id }) => id),
    next: rows.length > limit && last ? { values: last.values, types: last.types } : null,
  };
}

async function readPart(
  db: Database,
  viewer: Viewer,
  { where, sorting }: CompiledQuery,
  part: Condition,
  { start, limit }: { start: number; limit: number },
): Promise<FoundRow[]> {
  const columns = sorting.map((_, index) => sql.ref(`place_${index}`));
  let page = db
    .selectFrom('request')
    .select('request.id')
    .select(sorting.map(({ by }, index) => sql`${by}`.as(`place_${index}`)))
    .where(requestsServedBy(viewer))
    .where(where)
    .where(part);
  // By the columns that are read: what it is sorted by is worked out once, and an index on it is found all the same.
  for (const [index, { direction }] of sorting.entries()) {
    page = page.orderBy(sql.ref(`place_${index}`), direction);
  }
  const { rows } = await sql<FoundRow>`
    select id, array[${sql.join(columns.map((column) => sql`${column}::text`))}] as values,
           array[${sql.join(columns.map((column) => sql`pg_typeof(${column})::text`))}] as types
      from (${page.offset(start).limit(limit)}) as page`.execute(db);
  return rows;
}
