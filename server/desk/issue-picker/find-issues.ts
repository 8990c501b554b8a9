import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { type Condition, type Person, requestsServedBy } from '../access-rules.ts';
import { listRequests, newestFirst, type RequestRow } from '../requests/store.ts';
import { textCondition } from '../text-search/text-condition.ts';
import { typedWords } from '../text-search/typed-words.ts';

/** What is looked for. */
interface IssueSearch {
  /** a key, or the beginnings of words of the summary; blank: anything */
  readonly query: string;
  /** the key of a request that is not to be found */
  readonly except: string | null;
  readonly projectId: string | null;
  /** of those that a query finds; null: of all */
  readonly among: Condition | null;
  readonly limit: number;
}

/** What was found, each request once. */
export interface FoundIssues {
  /** those that the person viewed lately, the last one first */
  readonly viewed: readonly RequestRow[];
  /** that with the key first, the others newest first */
  readonly others: readonly RequestRow[];
}

/**
 * The requests that the person serves and whose key is looked for or whose summary has words that begin with all of the words in it,
 * or are other forms of them.
 */
export async function findIssues(
  db: Database,
  person: Person,
  { query, except, projectId, among, limit }: IssueSearch,
): Promise<FoundIssues> {
  const words = query.trim().split(/\s+/).filter(Boolean).slice(0, 10);
  const page = { sorting: newestFirst, start: 0 };
  const within = [
    requestsServedBy(person),
    ...(except === null ? [] : [sql`request.key <> ${except.toUpperCase()}`]),
    ...(projectId === null
      ? []
      : [sql`request.service_desk_id = (select id from service_desk where project_id = ${projectId})`]),
  ];
  const [key = ''] = words;
  const isKey = words.length === 1 ? keyIs(key) : null;
  const inSummary = words.length === 0 ? sql`true` : textCondition('summary', typedWords(words), person);
  const viewedAt = sql`(select v.viewed_at from request_view v
    where v.request_id = request.id and v.account_id = ${person.id})`;
  const isViewed = sql`request.id = any(array(select v.request_id from request_view v where v.account_id = ${person.id}))`;
  const [viewed, byKey, bySummary] = await Promise.all([
    listRequests(db, person, {
      sorting: [{ by: viewedAt, direction: 'desc' }],
      start: 0,
      where: all([...within, isViewed, isKey ? sql`(${isKey} or ${inSummary})` : inSummary]),
      limit,
    }),
    isKey ? listRequests(db, person, { ...page, where: all([...within, isKey]), limit: 5 }) : [],
    listRequests(db, person, {
      ...page,
      where: all([...within, inSummary, ...(among ? [among] : [])]),
      limit: limit * 2,
    }),
  ]);
  const known = new Set(viewed.map(({ id }) => id));
  const others = new Map([...byKey, ...bySummary].map((row) => [row.id, row]));
  return { viewed, others: [...others.values()].filter(({ id }) => !known.has(id)).slice(0, limit) };
}

function all(conditions: readonly unknown[]): Condition {
  return sql`(${sql.join(conditions, sql` and `)})`;
}

/** 'SUP-12', however it is written, or the number alone, in each project. */
function keyIs(word: string): Condition | null {
  if (/^[a-z][a-z0-9_]*-\d{1,18}$/i.test(word)) return sql`request.key = ${word.toUpperCase()}`;
  if (!/^\d{1,18}$/.test(word)) return null;
  return sql`request.key = any(array(select p.key || '-' || ${word}::text from project p))`;
}
