import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';

/** A saved query of a desk, from which its agents work. */
export interface Queue {
  readonly id: string;
  readonly serviceDeskId: string;
  readonly name: string;
  readonly jql: string;
  /** the section in which it stands; null: before all sections */
  readonly groupId: string | null;
  /** ids of fields; null: the columns that every list begins with */
  readonly columns: readonly string[] | null;
  /** at hand for all agents of the desk */
  readonly isTeamPriority: boolean;
  readonly version: number;
}

/** A section of a desk's queues. */
export interface QueueGroup {
  readonly id: string;
  readonly name: string;
}

/** Queues in the order of their desk: those of no section first, then section by section. */
function queues(db: Database) {
  return db
    .selectFrom('queue')
    .leftJoin('queue_group', 'queue_group.id', 'queue.group_id')
    .select([
      'queue.id',
      'queue.service_desk_id as serviceDeskId',
      'queue.name',
      'queue.jql',
      'queue.group_id as groupId',
      'queue.columns',
      'queue.is_team_priority as isTeamPriority',
      'queue.version',
    ])
    .orderBy('queue.service_desk_id')
    .orderBy(sql`queue_group.position nulls first`)
    .orderBy(sql`queue_group.id nulls first`)
    .orderBy('queue.position')
    .orderBy('queue.id');
}

/** The queues of a desk, in order; at most `limit + 1`. */
export async function listQueues(
  db: Database,
  serviceDeskId: string,
  { start, limit }: { start: number; limit: number },
): Promise<Queue[]> {
  return queues(db)
    .where('queue.service_desk_id', '=', serviceDeskId)
    .offset(start)
    .limit(limit + 1)
    .execute();
}

/** The queues of several desks, in order, keyed by desk. */
export async function queuesOfDesks(
  db: Database,
  serviceDeskIds: readonly string[],
): Promise<Map<string, Queue[]>> {
  if (serviceDeskIds.length === 0) return new Map();
  const rows = await queues(db)
    .where('queue.service_desk_id', 'in', [...serviceDeskIds])
    .execute();
  return Map.groupBy(rows, (queue) => queue.serviceDeskId);
}

/** The queue of this desk, or null. */
export async function queueOf(db: Database, serviceDeskId: string, id: string): Promise<Queue | null> {
  const row = await queues(db)
    .where('queue.service_desk_id', '=', serviceDeskId)
    .where('queue.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** The sections of a desk, in order. */
export async function listGroups(db: Database, serviceDeskId: string): Promise<QueueGroup[]> {
  return db
    .selectFrom('queue_group')
    .select(['id', 'name'])
    .where('service_desk_id', '=', serviceDeskId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Those queues of a desk that an account (account.id) has starred. */
export async function starredBy(
  db: Database,
  accountId: string,
  serviceDeskId: string,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('queue_star')
    .innerJoin('queue', 'queue.id', 'queue_star.queue_id')
    .select('queue.id')
    .where('queue_star.account_id', '=', accountId)
    .where('queue.service_desk_id', '=', serviceDeskId)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Stars a queue for an account (account.id), or takes the star back. */
export async function setStar(
  db: Database,
  { accountId, queueId, isStarred }: { accountId: string; queueId: string; isStarred: boolean },
): Promise<void> {
  if (isStarred) {
    await db
      .insertInto('queue_star')
      .values({ account_id: accountId, queue_id: queueId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  } else {
    await db
      .deleteFrom('queue_star')
      .where('account_id', '=', accountId)
      .where('queue_id', '=', queueId)
      .execute();
  }
}
