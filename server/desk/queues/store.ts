import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { type Condition, type Person, requestsSeenBy } from '../access-rules.ts';

/** A saved query of a desk, from which its agents work. */
export interface Queue {
  readonly id: string;
  readonly serviceDeskId: string;
  readonly name: string;
  readonly jql: string;
}

function queues(db: Database) {
  return db
    .selectFrom('queue')
    .select(['id', 'service_desk_id as serviceDeskId', 'name', 'jql'])
    .orderBy('service_desk_id')
    .orderBy('position')
    .orderBy('id');
}

/** The queues of a desk, in order; at most `limit + 1`. */
export async function listQueues(
  db: Database,
  serviceDeskId: string,
  { start, limit }: { start: number; limit: number },
): Promise<Queue[]> {
  return queues(db)
    .where('service_desk_id', '=', serviceDeskId)
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
    .where('service_desk_id', 'in', [...serviceDeskIds])
    .execute();
  return Map.groupBy(rows, (queue) => queue.serviceDeskId);
}

/** The queue of this desk, or null. */
export async function queueOf(db: Database, serviceDeskId: string, id: string): Promise<Queue | null> {
  const row = await queues(db)
    .where('service_desk_id', '=', serviceDeskId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * How many requests each condition finds among those the person may see, in one question and each counted no further
 * than `limit`.
 */
export async function countRequests(
  db: Database,
  person: Person,
  conditions: readonly Condition[],
  limit: number,
): Promise<number[]> {
  if (conditions.length === 0) return [];
  const counts = conditions.map(
    (where) => sql`(select count(*)::integer from (
      select from request where ${requestsSeenBy(person)} and ${where} limit ${limit}) as found)`,
  );
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(db);
  return rows[0]?.counts ?? [];
}
