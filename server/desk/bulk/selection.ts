import { type SqlBool, sql } from 'kysely';
import type { Viewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { type Condition, requestsSeenBy, requestsServedBy } from '../access-rules.ts';
import { isId, requestAddress } from '../addresses.ts';
import { compileJqls } from '../jql/compile.ts';
import { withinTimeLimit } from '../jql/time-limit.ts';
import type { MeantRequest } from './store.ts';

/** Most requests that one operation is about. */
export const maxRequests = 1000;

/** Requests that a query finds. */
export interface Found {
  readonly requests: readonly { readonly requestId: string; readonly key: string }[];
  /** there are more than are found */
  readonly isCapped: boolean;
}

/**
 * The requests that a query finds and the viewer works on, in its order, at most `maxRequests`.
 *
 * @param serviceDeskId only those of this desk; null: of any
 * @throws Invalid when it is no query
 */
export async function findRequests(
  db: Database,
  viewer: Viewer,
  jql: string,
  serviceDeskId: string | null,
): Promise<Found> {
  const [found] = await compileJqls(db, viewer, [jql]);
  if (!found) return { requests: [], isCapped: false };
  const { where, sorting } = found;
  const ofDesk: Condition =
    serviceDeskId === null ? sql<SqlBool>`true` : sql<SqlBool>`request.service_desk_id = ${serviceDeskId}`;
  const rows = await withinTimeLimit(db, viewer.id, (trx) => {
    let query = trx
      .selectFrom('request')
      .select(['request.id as requestId', 'request.key'])
      .where(requestsSeenBy(viewer))
      .where(requestsServedBy(viewer))
      .where(ofDesk)
      .where(where);
    for (const { by, direction } of sorting) query = query.orderBy(by, direction);
    return query.limit(maxRequests + 1).execute();
  });
  return { requests: rows.slice(0, maxRequests), isCapped: rows.length > maxRequests };
}

/**
 * The requests that are called by these ids or keys, each once, in this order. Those that do not exist, or that the viewer does
 * not work on, are among them without an id: nothing tells the ones from the others.
 */
export async function namedRequests(
  db: Database,
  viewer: Viewer,
  idsOrKeys: readonly string[],
): Promise<MeantRequest[]> {
  const addresses = idsOrKeys.map((text) => requestAddress(text));
  const ids = addresses.flatMap((address) => (address && 'id' in address ? [address.id] : []));
  const keys = addresses.flatMap((address) => (address && 'key' in address ? [address.key] : []));
  const rows = await db
    .selectFrom('request')
    .select(['request.id as requestId', 'request.key'])
    .where(requestsServedBy(viewer))
    .where(sql<boolean>`(request.id = any(${ids}::bigint[]) or request.key = any(${keys}::text[]))`)
    .execute();
  const byName = new Map(rows.flatMap((row) => [[row.key, row] as const, [row.requestId, row] as const]));
  const meant = idsOrKeys.map(
    (text): MeantRequest =>
      byName.get(isId(text) ? text : text.toUpperCase()) ?? { requestId: null, key: text },
  );
  return [...new Map(meant.map((each) => [each.requestId ?? `key ${each.key}`, each])).values()];
}

/**
 * The requests that an operation is to be about: those named, or all that a query finds.
 * @throws Invalid when it is not said which, or they are none or too many
 */
export async function meantRequests(
  db: Database,
  viewer: Viewer,
  { issueIdsOrKeys, jql }: { issueIdsOrKeys?: readonly string[]; jql?: string },
): Promise<readonly MeantRequest[]> {
  if ((issueIdsOrKeys === undefined) === (jql === undefined)) {
    throw new Invalid('Say which requests: by issueIdsOrKeys, or by jql.');
  }
  if (issueIdsOrKeys) return namedRequests(db, viewer, issueIdsOrKeys);
  const { requests, isCapped } = await findRequests(db, viewer, jql ?? '', null);
  if (isCapped) {
    throw Invalid.fields({
      jql: `This finds more than ${maxRequests.toLocaleString('en')} requests. Narrow it down.`,
    });
  }
  if (requests.length === 0) throw Invalid.fields({ jql: 'This finds no request that you work on.' });
  return requests;
}
