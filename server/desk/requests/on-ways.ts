import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Person } from '../access-rules.ts';
import type { FilteredWay } from './filters.ts';
import { filledRowsSeenBy, type RequestContent, type RequestRow } from './store.ts';
import { loadSurroundings } from './surroundings.ts';

/** How lists of one's requests can be ordered; with `-` the other way round, newest or last first. */
export const requestOrders = ['created', '-created', 'updated', '-updated', 'status', '-status'] as const;
export type RequestOrder = (typeof requestOrders)[number];

/** Which part of the list of the requests on some ways. */
export interface WaysListing {
  readonly ways: readonly FilteredWay[];
  /** default newest first */
  readonly order?: RequestOrder | undefined;
  readonly start: number;
  readonly limit: number;
}

/** The requests on the ways of the person, with what was filled in; at most `limit + 1`. */
export async function listOnWays(
  db: Database,
  person: Person,
  listing: WaysListing,
): Promise<(RequestRow & RequestContent)[]> {
  if (listing.ways.length === 0) return [];
  return loadSurroundings(db, await onWaysQuery(db, person, listing).execute());
}

/**
 * The query behind `listOnWays`, for looking at its plan. Each way is gone along an index in the order that is asked for, and
 * left when it has given a page.
 */
export function onWaysQuery(
  db: Database,
  person: Person,
  { ways, order = '-created', start, limit }: WaysListing,
) {
  const enough = start + limit + 1;
  const { rank, sorting } = orderings[order];
  const direction = sql.raw(sorting.direction);
  const column = sql.ref(`request.${sorting.column}`);
  const branches = ways.map(({ way, where }) => {
    // Along the index of each status by itself: the one over all of them does not know their order.
    const [statuses, ofStatus, ranked] = rank
      ? [
          sql`cross join unnest(${rank}) with ordinality as each_status (id, rank)`,
          sql`and request.status_id = each_status.id`,
          sql`each_status.rank`,
        ]
      : [sql``, sql``, sql`0`];
    const newest = sorting.column === 'created_at' ? way.newest : undefined;
    return sql`
      select found.id, ${ranked} as rank, found.at from (${way.sources}) as source ${statuses} cross join lateral (
        select request.id, ${column} as at from ${way.through ?? sql`request`}
        where ${way.column} = source.id ${ofStatus} and ${where}
        order by ${newest?.createdAt ?? column} ${direction}, ${newest?.id ?? sql.ref('request.id')} ${direction}
        limit ${enough}) as found`;
  });
  const ids = sql`select id from (${sql.join(branches, sql` union `)}) as found
    order by rank, at ${direction}, id ${direction} offset ${start} limit ${limit + 1}`;
  return filledRowsSeenBy(db, person)
    .where(sql<boolean>`request.id in (${ids})`)
    .orderBy(rank ? sql`array_position(${rank}, request.status_id)` : sql`0::integer`)
    .orderBy(column, sorting.direction)
    .orderBy('request.id', sorting.direction);
}

interface Ordering {
  /** the ids of all statuses in the order that is asked for; null: whatever the status */
  readonly rank: RawBuilder<readonly string[]> | null;
  readonly sorting: { readonly column: 'created_at' | 'updated_at'; readonly direction: 'asc' | 'desc' };
}

const newestFirst = { column: 'created_at', direction: 'desc' } as const;

const orderings: Readonly<Record<RequestOrder, Ordering>> = {
  created: { rank: null, sorting: { column: 'created_at', direction: 'asc' } },
  '-created': { rank: null, sorting: newestFirst },
  updated: { rank: null, sorting: { column: 'updated_at', direction: 'asc' } },
  '-updated': { rank: null, sorting: { column: 'updated_at', direction: 'desc' } },
  status: { rank: statusesInOrder('asc'), sorting: newestFirst },
  '-status': { rank: statusesInOrder('desc'), sorting: newestFirst },
};

/** What is to do, in progress, done; within each by the name that customers read. */
function statusesInOrder(direction: 'asc' | 'desc'): RawBuilder<readonly string[]> {
  const way = sql.raw(direction);
  return sql`array(
    select status.id from status left join workflow_status on workflow_status.status_id = status.id
    group by status.id
    order by array_position(array['new', 'indeterminate', 'done'], status.category) ${way},
      lower(coalesce(min(workflow_status.customer_name), status.name)) ${way}, status.id)`;
}
