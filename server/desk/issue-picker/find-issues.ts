import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { textPattern } from '../../platform/formats/text-search.ts';
import { type Condition, type Person, requestsServedBy } from '../access-rules.ts';
import { listRequests, newestFirst, type RequestRow } from '../requests/store.ts';

/** What is looked for. */
interface IssueSearch {
  /** a key, or words of the summary; blank: anything */
  readonly query: string;
  /** the key of a request that is not to be found */
  readonly except: string | null;
  readonly projectId: string | null;
  readonly limit: number;
}

/**
 * The requests that the person serves and whose key is looked for or whose summary has all the words in it: that with the key
 * first, the others newest first.
 */
export async function findIssues(
  db: Database,
  person: Person,
  { query, except, projectId, limit }: IssueSearch,
): Promise<RequestRow[]> {
  const words = query.trim().split(/\s+/).filter(Boolean).slice(0, 10);
  const page = { sorting: newestFirst, start: 0 };
  const within = [
    requestsServedBy(person),
    ...(except === null ? [] : [sql`request.key <> ${except.toUpperCase()}`]),
    ...(projectId === null
      ? []
      : [sql`request.service_desk_id = (select id from service_desk where project_id = ${projectId})`]),
  ];
  const inSummary = words.map((word) => sql`request.summary ilike ${textPattern(word)}`);
  const [byKey, bySummary] = await Promise.all([
    words.length === 1
      ? listRequests(db, person, { ...page, where: all([...within, keyIs(words[0] ?? '')]), limit: 5 })
      : [],
    listRequests(db, person, { ...page, where: all([...within, ...inSummary]), limit }),
  ]);
  const found = new Map([...byKey, ...bySummary].map((row) => [row.id, row]));
  return [...found.values()].slice(0, limit);
}

function all(conditions: readonly unknown[]): Condition {
  return sql`(${sql.join(conditions, sql` and `)})`;
}

/** 'SUP-12', however it is written, or the number alone. */
function keyIs(word: string): Condition {
  if (/^[a-z][a-z0-9_]*-\d{1,18}$/i.test(word)) return sql`request.key = ${word.toUpperCase()}`;
  return /^\d{1,18}$/.test(word) ? sql`request.key like ${`%-${word}`}` : sql`false`;
}
