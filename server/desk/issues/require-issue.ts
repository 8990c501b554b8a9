import { sql } from 'kysely';
import type { Viewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { noSuchRequest } from '../access.ts';
import { isStaff, requestsServedBy } from '../access-rules.ts';
import { requestAddress } from '../addresses.ts';
import { filledRowsSeenBy, type RequestContent, type RequestRow } from '../requests/store.ts';
import { loadSurroundings } from '../requests/surroundings.ts';

/** A request, and of what belongs to it whether there is any: most requests have little, and what is not there is not asked for. */
export interface IssueRow extends RequestRow, RequestContent {
  /** account.id of who raised it; null where that was not kept */
  readonly creatorId: string | null;
  readonly isCreatorStaff: boolean;
  readonly hasComments: boolean;
  readonly hasFiles: boolean;
  readonly hasWorklogs: boolean;
  readonly hasWatchers: boolean;
  readonly hasVotes: boolean;
  readonly hasLinks: boolean;
}

/**
 * The request at this address, for agents of its desk.
 * @throws NotFound for everyone else: to customers there are requests, not issues
 */
export async function requireIssue(db: Database, viewer: Viewer, idOrKey: string): Promise<IssueRow> {
  const address = requestAddress(idOrKey);
  if (!address) throw noSuchRequest();
  const row = await issueRows(db, viewer)
    .where((eb) =>
      'id' in address ? eb('request.id', '=', address.id) : eb('request.key', '=', address.key),
    )
    .executeTakeFirst();
  if (!row?.isAgent) throw noSuchRequest();
  const [issue] = await loadSurroundings(db, [row]);
  if (!issue) throw noSuchRequest();
  return issue;
}

/** Those of the requests whose desk the viewer is an agent of, in the order of their ids in the list. */
export async function issuesByIds(db: Database, viewer: Viewer, ids: readonly string[]): Promise<IssueRow[]> {
  if (ids.length === 0) return [];
  const rows = await issueRows(db, viewer)
    .where('request.id', '=', sql<string>`any(${ids}::bigint[])`)
    .where(requestsServedBy(viewer))
    .execute();
  const issues = new Map((await loadSurroundings(db, rows)).map((issue) => [issue.id, issue]));
  return ids.flatMap((id) => issues.get(id) ?? []);
}

function issueRows(db: Database, viewer: Viewer) {
  return filledRowsSeenBy(db, viewer).select([
    'request.creator_id as creatorId',
    isStaff('request.creator_id').as('isCreatorStaff'),
    sql<boolean>`exists(select from comment where comment.request_id = request.id)`.as('hasComments'),
    sql<boolean>`exists(select from attachment where attachment.request_id = request.id)`.as('hasFiles'),
    sql<boolean>`exists(select from worklog where worklog.request_id = request.id)`.as('hasWorklogs'),
    sql<boolean>`exists(select from request_watcher w where w.request_id = request.id)`.as('hasWatchers'),
    sql<boolean>`exists(select from request_vote v where v.request_id = request.id)`.as('hasVotes'),
    sql<boolean>`(exists(select from request_link l where l.source_id = request.id)
      or exists(select from request_link l where l.destination_id = request.id))`.as('hasLinks'),
  ]);
}
