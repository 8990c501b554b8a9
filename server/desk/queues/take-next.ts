import { sql } from 'kysely';
import type { Viewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict } from '../../platform/http/errors.ts';
import { actorIn } from '../access.ts';
import { requestsServedBy } from '../access-rules.ts';
import { assignRequest } from '../issues/assign-request.ts';
import { withinTimeLimit } from '../jql/time-limit.ts';
import { compileQueue } from './query.ts';
import type { Queue } from './store.ts';

/**
 * Gives the first request of a queue that is open and assigned to nobody to the viewer, an agent of its desk. Two who ask at once
 * get two requests, one after the other in the order of the queue.
 *
 * @returns the request that is theirs now
 * @throws Conflict when every open request of the queue is somebody's already
 */
export async function takeNext(
  db: Database,
  viewer: Viewer,
  queue: Queue,
): Promise<{ id: string; key: string }> {
  const { where, sorting } = await compileQueue(db, viewer, queue);
  return withinTimeLimit(db, viewer.id, async (trx) => {
    let free = trx
      .selectFrom('request')
      .select(['request.id', 'request.key'])
      .where(where)
      .where(requestsServedBy(viewer))
      .where(sql<boolean>`request.assignee_id is null and request.resolution is null`);
    for (const { by, direction } of sorting) free = free.orderBy(by, direction);
    // who asks at the same time passes over what is being given away, and over what was given away while they looked
    const next = await free.limit(1).forNoKeyUpdate('request').skipLocked().executeTakeFirst();
    if (!next) {
      throw new Conflict(`Every open request in “${queue.name}” is assigned already. There is none to take.`);
    }
    const actor = actorIn(viewer, { isAgent: true });
    await assignRequest(trx, { requestId: next.id, actor, assigneeId: viewer.id });
    return next;
  });
}
