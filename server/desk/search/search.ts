import { sql } from 'kysely';
import type { Viewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { servedRequests } from '../access.ts';
import type { Condition } from '../access-rules.ts';
import { type CompiledQuery, compileJqls } from '../jql/compile.ts';
import type { Sorting } from '../requests/store.ts';
import { type Place, partsAfter } from './keyset.ts';
import { staleToken } from './page-token.ts';

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
  return findPart(db, await compiled(db, viewer, part.jql), part);
}

/** How many requests a query finds, up to `mostCounted`; `isCapped`: there are more. */
export interface Counted {
  readonly count: number;
  readonly isCapped: boolean;
}

/**
 * Finds requests of desks that the viewer works at, and counts all that the query finds. A limit of 0: counts alone.
 * @throws Invalid for what is no query
 */
export async function searchAndCount(
  db: Database,
  viewer: Viewer,
  part: SearchPart,
): Promise<{ found: Found | null; total: Counted }> {
  const query = await compiled(db, viewer, part.jql);
  return {
    found: part.limit === 0 ? null : await findPart(db, query, part),
    total: await countAll(db, query),
  };
}

/** How many requests of desks that the viewer works at a query finds. */
export async function countFound(db: Database, viewer: Viewer, jql: string): Promise<Counted> {
  return countAll(db, await compiled(db, viewer, jql));
}

async function countAll(db: Database, query: CompiledQuery): Promise<Counted> {
  const count = await countUpTo(db, query, mostCounted + 1);
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
  return (await countUpTo(db, await compiled(db, viewer, jql), most + 1)) > most;
}

async function countUpTo(db: Database, { where }: CompiledQuery, limit: number): Promise<number> {
  const found = db.selectFrom('request').select(sql`1`.as('one')).where(where).limit(limit);
  const { count } = await db
    .selectFrom(found.as('found'))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** What is found of the query, and of requests that the viewer works on. */
async function compiled(db: Database, viewer: Viewer, jql: string): Promise<CompiledQuery> {
  const [query] = await compileJqls(db, viewer, [jql]);
  if (!query) throw new Error('A query was compiled to nothing');
  const served = await servedRequests(db, viewer);
  return { where: sql`(${served} and ${query.where})`, sorting: query.sorting };
}

interface FoundRow {
  readonly id: string;
  readonly values: readonly (string | null)[];
  readonly types: readonly string[];
}

async function findPart(
  db: Database,
  query: CompiledQuery,
  { from, limit }: Omit<SearchPart, 'jql'>,
): Promise<Found> {
  const isStart = typeof from === 'number';
  const rows: FoundRow[] = [];
  if (!isStart && from.values.length !== query.sorting.length) throw staleToken();
  if (isStart) rows.push(...(await readPart(db, query, sql`true`, { start: from, limit: limit + 1 })));
  else if (isWorkedOut(db, query)) {
    rows.push(...(await readWorkedOut(db, query, from, limit + 1)));
  } else {
    for (const part of partsAfter(db, query.sorting, from)) {
      if (rows.length > limit) break;
      rows.push(...(await readPart(db, query, part, { start: 0, limit: limit + 1 - rows.length })));
    }
  }
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    ids: page.map(({ id }) => id),
    next: rows.length > limit && last ? { values: last.values, types: last.types } : null,
  };
}

/** Whether what is sorted by first is looked up elsewhere for each request, so that no index leads along it. */
function isWorkedOut(db: Database, { sorting }: CompiledQuery): boolean {
  const [first] = sorting;
  return first !== undefined && /\bselect\b/i.test(first.by.compile(db).sql);
}

/** What follows a place, with what is sorted by worked out once for each request and not for each comparison. */
async function readWorkedOut(
  db: Database,
  { where, sorting }: CompiledQuery,
  place: Place,
  limit: number,
): Promise<FoundRow[]> {
  const columns = columnsOf(sorting);
  const placed = sorting.map(({ direction }, index) => ({ by: columns[index] ?? sql.ref('id'), direction }));
  const [first, ...others] = partsAfter(db, placed, place);
  if (!first) return [];
  const following = sql.join([first, ...others], sql` or `);
  // `offset 0` keeps PostgreSQL from putting what is worked out into each comparison.
  const { rows } = await sql<FoundRow>`
    select id, ${placeIn(columns)}
      from (select request.id, ${sql.join(sorting.map(({ by }, index) => sql`${by} as ${sql.ref(`place_${index}`)}`))}
              from request where ${where} offset 0) as found
     where ${following}
     order by ${sql.join(placed.map(({ by, direction }) => sql`${by} ${sql.raw(direction)}`))}
     limit ${limit}`.execute(db);
  return rows;
}

async function readPart(
  db: Database,
  { where, sorting }: CompiledQuery,
  part: Condition,
  { start, limit }: { start: number; limit: number },
): Promise<FoundRow[]> {
  let page = db
    .selectFrom('request')
    .select('request.id')
    .select(sorting.map(({ by }, index) => sql`${by}`.as(`place_${index}`)))
    .where(where)
    .where(part);
  // By the columns that are read: what it is sorted by is worked out once, and an index on it is found all the same.
  for (const [index, { direction }] of sorting.entries()) {
    page = page.orderBy(sql.ref(`place_${index}`), direction);
  }
  const { rows } = await sql<FoundRow>`
    select id, ${placeIn(columnsOf(sorting))} from (${page.offset(start).limit(limit)}) as page`.execute(db);
  return rows;
}

function columnsOf(sorting: readonly Sorting[]) {
  return sorting.map((_, index) => sql.ref(`place_${index}`));
}

/** Selects where a request stands, in words of PostgreSQL. */
function placeIn(columns: ReturnType<typeof columnsOf>) {
  return sql`array[${sql.join(columns.map((column) => sql`${column}::text`))}] as values,
    array[${sql.join(columns.map((column) => sql`pg_typeof(${column})::text`))}] as types`;
}
