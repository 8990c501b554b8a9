import { sql } from 'kysely';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { Condition } from '../access-rules.ts';
import { compileJql } from '../jql/compile.ts';
import { loadJqlContext, siteItself } from '../jql/context.ts';
import type { Columns } from './timeline.ts';

/** A request as it was: which one, and its columns. */
export interface PastState {
  readonly requestId: string;
  readonly columns: Columns;
}

/** So many are in one statement: programs change a request tens of thousands of times. */
const statesAtOnce = 2_000;

/**
 * Asks queries of requests as they were, all with one statement for very many of them. What is not known of the past of a request (who watches it, what
 * was said) is as it is now. A query that cannot be run any more finds nothing.
 *
 * @returns for each query the columns (by identity) that it finds
 */
export async function findPast(
  db: Database,
  queries: readonly string[],
  states: readonly PastState[],
): Promise<Map<string, ReadonlySet<Columns>>> {
  const found = new Map(queries.map((jql) => [jql, new Set<Columns>()]));
  const conditions = [...(await conditionsOf(db, queries))];
  if (conditions.length === 0 || states.length === 0) return found;
  await inTransaction(db, async (trx) => {
    for (let at = 0; at < states.length; at += statesAtOnce) {
      const answers = await ask(trx, conditions, states.slice(at, at + statesAtOnce));
      for (const [jql, columns] of answers) found.get(jql)?.add(columns);
    }
  });
  return found;
}

/** Asks all at once; when that fails each by itself, so that one that cannot be asked of some request does not stop all clocks. */
async function ask(
  trx: Database,
  conditions: readonly (readonly [string, Condition])[],
  states: readonly PastState[],
): Promise<[string, Columns][]> {
  await sql`savepoint asked`.execute(trx);
  try {
    const found = await askAtOnce(trx, conditions, states);
    await sql`release savepoint asked`.execute(trx);
    return found;
  } catch (error) {
    if (!isOfData(error)) throw error;
    await sql`rollback to savepoint asked`.execute(trx);
    if (conditions.length === 1) return [];
    const found: [string, Columns][] = [];
    for (const condition of conditions) found.push(...(await ask(trx, [condition], states)));
    return found;
  }
}

/** Values that do not fit what is asked of them: PostgreSQL's class 22, and types that do not; and what is too much for one statement. */
function isOfData(error: unknown): boolean {
  const code: unknown = Object(error).code;
  return typeof code === 'string' && /^(22|42|54|08P01)/.test(code);
}

async function askAtOnce(
  trx: Database,
  conditions: readonly (readonly [string, Condition])[],
  states: readonly PastState[],
): Promise<[string, Columns][]> {
  const { rows } = await sql<{ n: number; found: boolean[] }>`
    select past.n::integer as n,
           array[${sql.join(conditions.map(([, condition]) => sql`coalesce(${condition}, false)`))}] as found
      from unnest(${states.map(({ requestId }) => requestId)}::bigint[],
                  ${states.map(({ columns }) => JSON.stringify(columns))}::text[]) with ordinality as past(id, columns, n)
      join request as present on present.id = past.id
     cross join lateral jsonb_populate_record(present, past.columns::jsonb) as request`.execute(trx);
  return rows.flatMap(({ n, found }) => {
    const columns = states[n - 1]?.columns;
    if (!columns) return [];
    return conditions.flatMap(([jql], index): [string, Columns][] => (found[index] ? [[jql, columns]] : []));
  });
}

/** The queries in SQL; without those that cannot be run. */
async function conditionsOf(db: Database, queries: readonly string[]): Promise<Map<string, Condition>> {
  if (queries.length === 0) return new Map();
  const compile = async (asked: readonly string[]) => {
    const context = await loadJqlContext(db, siteItself, asked);
    return asked.map((jql): [string, Condition] => [jql, compileJql(jql, context).where]);
  };
  try {
    return new Map(await compile(queries));
  } catch {
    // A field or a value that one of them names may be gone: the others are still asked.
    const conditions = new Map<string, Condition>();
    for (const jql of queries) {
      const compiled = await compile([jql]).catch(() => []);
      for (const [, condition] of compiled) conditions.set(jql, condition);
    }
    return conditions;
  }
}
