import type { Viewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { checkJql } from '../jql/check.ts';
import type { JqlProblem } from '../jql/problems.ts';
import type { Showing } from '../people.ts';
import { defaultColumns, readColumns } from './columns.ts';
import type { QueueCounts } from './counts.ts';
import { maxCount, type QueueIssueJson } from './json.ts';
import { compileQueue } from './query.ts';
import { listQueueIssues } from './queue-issues.ts';
import type { Queue } from './store.ts';

/** How many requests a preview shows. */
const shownFirst = 5;

/** What a queue would find. */
export interface QueuePreview {
  /** it cannot be saved with any of them */
  problems: JqlProblem[];
  /** at most `maxCount`; absent: not known */
  issueCount?: number;
  isCapped?: boolean;
  /** the first of them */
  values: QueueIssueJson[];
}

interface Around {
  readonly db: Database;
  readonly counts: QueueCounts;
  readonly site: Pick<Showing, 'url' | 'siteAddress'>;
}

/**
 * Says what a queue of a desk would find, before it is saved: what is wrong with its query, or how much there is and what comes
 * first.
 *
 * @throws Invalid naming `columns`, or when the query takes too long
 */
export async function previewQueue(
  { db, counts, site }: Around,
  viewer: Viewer,
  serviceDeskId: string,
  input: { readonly jql: string; readonly columns: readonly string[] | null },
): Promise<QueuePreview> {
  const jql = input.jql.trim();
  const { errors, warnings } = await checkJql(db, viewer, jql);
  const problems = [...errors, ...warnings];
  if (problems.length > 0) return { problems, values: [] };
  const columns = await readColumns(db, input.columns);
  const queue: Queue = {
    id: '0',
    serviceDeskId,
    name: '',
    jql,
    groupId: null,
    columns,
    isTeamPriority: false,
    version: 1,
  };
  const values = await listQueueIssues(db, site, viewer, {
    query: await compileQueue(db, viewer, queue),
    name: `${serviceDeskId} ${jql}`,
    columns: columns ?? defaultColumns,
    start: 0,
    limit: shownFirst - 1,
  });
  const counted = (await counts.of(serviceDeskId, viewer, [queue])).get(queue.id);
  return {
    problems: [],
    ...(counted &&
      'count' in counted && {
        issueCount: Math.min(counted.count, maxCount),
        isCapped: counted.count > maxCount,
      }),
    values,
  };
}
