import type { Viewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { listedFields, listedIssueJson } from '../issues/json.ts';
import { requestTypeFieldJson } from '../issues/request-type-field.ts';
import { issuesByIds } from '../issues/require-issue.ts';
import { showIssues } from '../issues/show-issue.ts';
import { wantedFields } from '../issues/wanted-fields.ts';
import type { CompiledQuery } from '../jql/compile.ts';
import { amongOthers, withinTimeLimit } from '../jql/time-limit.ts';
import { type Showing, showing } from '../people.ts';
import { type Listing, listRequests, type RequestRow } from '../requests/store.ts';
import type { QueueIssueJson } from './json.ts';

/** What a list has of a request anyway: columns of these cost nothing more. */
const atHand: ReadonlySet<string> = new Set([
  ...Object.keys(listedFields),
  'issuekey',
  'organization',
  'requesttype',
]);

/** Which page of which query, with which columns. */
export interface QueueListing {
  /** of the desk alone (ofDesk) */
  readonly query: CompiledQuery;
  /** tells queries apart */
  readonly name: string;
  readonly columns: readonly string[];
  readonly start: number;
  readonly limit: number;
}

/**
 * One page of what a query finds; at most `limit + 1`.
 * @throws Invalid when it takes too long
 */
export async function listQueueIssues(
  db: Database,
  site: Pick<Showing, 'url' | 'siteAddress'>,
  viewer: Viewer,
  { query, name, columns, start, limit }: QueueListing,
): Promise<QueueIssueJson[]> {
  const rows = await listInTime(db, viewer, name, { ...query, start, limit });
  if (columns.some((id) => !atHand.has(id))) {
    const ids = rows.map(({ id }) => id);
    const view = {
      version: '3',
      wanted: wantedFields([...Object.keys(listedFields), ...columns]),
      expand: new Set<string>(),
    } as const;
    const { issues } = await showIssues(db, site, viewer, await issuesByIds(db, viewer, ids), view);
    return issues;
  }
  const people = rows.flatMap(({ reporterId, assigneeId }) => [reporterId, assigneeId]);
  const shown = await showing(db, site, viewer, people);
  return rows.map((row) => {
    const issue: QueueIssueJson = listedIssueJson(row, shown);
    if (columns.includes('organization')) issue.fields.organization = issue._portico.organization;
    if (columns.includes('requesttype')) issue.fields.requesttype = requestTypeFieldJson(row, shown);
    return issue;
  });
}

// Holding a statement to a time takes three more, which is a good part of what the page of a queue takes. So it is done for queries
// that were not quick the last time, and for those that nobody has run yet.
const quick = new Set<string>();
const quickMs = 250;
const maxQuick = 2_000;
/** a page further down is another question */
const nearStart = 500;

async function listInTime(
  db: Database,
  viewer: Viewer,
  name: string,
  listing: Listing,
): Promise<RequestRow[]> {
  const began = Date.now();
  const isTrusted = listing.start <= nearStart && quick.delete(name);
  const rows = isTrusted
    ? await amongOthers(db, viewer.id, () => listRequests(db, viewer, listing))
    : await withinTimeLimit(db, viewer.id, (trx) => listRequests(trx, viewer, listing));
  if (listing.start <= nearStart && Date.now() - began < quickMs) {
    const [oldest] = quick.size >= maxQuick ? quick : [];
    if (oldest !== undefined) quick.delete(oldest);
    quick.add(name);
  }
  return rows;
}
