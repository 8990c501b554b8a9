import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { isId } from '../addresses.ts';
import { isPassing, limitStatements } from './keeper.ts';
import { recomputeRequests } from './recompute.ts';

/** Which requests of a desk are computed anew: those that are not resolved, or all. */
export type RecomputeScope = 'open' | 'all';

/** Requests of a desk that are computed anew, and how far it is. */
export interface Recompute {
  readonly id: string;
  readonly serviceDeskId: string;
  readonly scope: RecomputeScope;
  readonly reason: string;
  readonly total: number;
  readonly done: number;
  readonly createdAt: Date;
  readonly cancelledAt: Date | null;
  readonly finishedAt: Date | null;
}

const batchSize = 200;

/**
 * Has the service levels of a desk's requests computed anew, in the background (`goOn`). One that was not finished is taken up
 * by it: the new one does all that it would have done.
 *
 * @returns its id
 */
export async function startRecompute(
  trx: Database,
  serviceDeskId: string,
  wanted: RecomputeScope,
  reason: string,
): Promise<string> {
  const { rows } = await sql<{ scope: RecomputeScope }>`
    update sla_recompute set finished_at = now(), cancelled_at = coalesce(cancelled_at, now())
     where service_desk_id = ${serviceDeskId} and finished_at is null
    returning scope`.execute(trx);
  const scope = rows.some((row) => row.scope === 'all') ? 'all' : wanted;
  const { id } = await trx
    .insertInto('sla_recompute')
    .values({
      service_desk_id: serviceDeskId,
      scope,
      reason,
      total: sql<number>`(select count(*) from request where service_desk_id = ${serviceDeskId}
        ${scope === 'open' ? sql`and resolved_at is null` : sql``})`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tellProgress(trx, serviceDeskId, id);
  return id;
}

/** Has computed anew what counts by a calendar that has changed. Call it in the transaction of the change. */
export async function recomputeForCalendar(trx: Database, calendarId: string): Promise<void> {
  const desks = await trx
    .selectFrom('sla_goal as goal')
    .innerJoin('sla_metric as metric', 'metric.id', 'goal.metric_id')
    .innerJoin('calendar', 'calendar.id', 'goal.calendar_id')
    .select(['metric.service_desk_id as id', 'calendar.name'])
    .distinct()
    .where('goal.calendar_id', '=', calendarId)
    .execute();
  for (const { id, name } of desks) {
    await trx
      .updateTable('sla_metric')
      .set({ tells_since: sql<Date>`now()` })
      .where('service_desk_id', '=', id)
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('sla_goal')
            .select('sla_goal.metric_id')
            .whereRef('sla_goal.metric_id', '=', 'sla_metric.id')
            .where('sla_goal.calendar_id', '=', calendarId),
        ),
      )
      .execute();
    await startRecompute(trx, id, 'open', `The calendar “${name}” has changed`);
  }
}

/**
 * Computes the next requests of what is to be computed anew, of each desk some. Each batch is a transaction that also notes how far it
 * came, so that it goes on there whatever becomes of the process; two processes never work on the same.
 *
 * @param onFailure one that cannot be gone on with is ended, so that it does not hold up others
 * @returns whether there is more to do
 */
export async function goOn(
  db: Database,
  onFailure: (error: unknown, recomputeId: string) => void = () => {},
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await limitStatements(trx);
    const { rows } = await sql<{ id: string; deskId: string; scope: RecomputeScope; last: string }>`
      select id::text as id, service_desk_id::text as "deskId", scope, last_request_id::text as last
        from sla_recompute where finished_at is null order by done, id limit 1 for update skip locked`.execute(
      trx,
    );
    const [task] = rows;
    if (!task) return false;
    const requests = await trx
      .selectFrom('request')
      .select('id')
      .where('service_desk_id', '=', task.deskId)
      .where('id', '>', task.last)
      .$if(task.scope === 'open', (query) => query.where('resolved_at', 'is', null))
      .orderBy('id')
      .limit(batchSize)
      .execute();
    const ids = requests.map(({ id }) => id);
    await sql`savepoint batch`.execute(trx);
    try {
      await recomputeRequests(trx, ids);
    } catch (error) {
      if (isPassing(error)) throw error;
      await sql`rollback to savepoint batch`.execute(trx);
      onFailure(error, task.id);
      return cancelRecompute(trx, task.deskId, task.id);
    }
    const isDone = ids.length < batchSize;
    await trx
      .updateTable('sla_recompute')
      .set({
        done: sql<number>`done + ${ids.length}`,
        last_request_id: ids.at(-1) ?? task.last,
        ...(isDone && { finished_at: sql<Date>`now()` }),
      })
      .where('id', '=', task.id)
      .execute();
    await tellProgress(trx, task.deskId, task.id);
    return true;
  });
}

/** Goes no further with it: what was computed stays. @returns false when there is none that goes on */
export async function cancelRecompute(trx: Database, serviceDeskId: string, id: string): Promise<boolean> {
  if (!isId(id)) return false;
  const row = await trx
    .updateTable('sla_recompute')
    .set({ cancelled_at: sql<Date>`now()`, finished_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('service_desk_id', '=', serviceDeskId)
    .where('finished_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (row) await tellProgress(trx, serviceDeskId, id);
  return row !== undefined;
}

/** The latest of a desk, newest first; at most `limit`. */
export async function listRecomputes(
  db: Database,
  serviceDeskId: string,
  limit: number,
): Promise<Recompute[]> {
  return db
    .selectFrom('sla_recompute')
    .select([
      'id',
      'service_desk_id as serviceDeskId',
      sql<RecomputeScope>`scope`.as('scope'),
      'reason',
      'total',
      'done',
      'created_at as createdAt',
      'cancelled_at as cancelledAt',
      'finished_at as finishedAt',
    ])
    .where('service_desk_id', '=', serviceDeskId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

async function tellProgress(trx: Database, serviceDeskId: string, recomputeId: string): Promise<void> {
  await appendEvent(trx, {
    kind: 'sla.recomputed',
    topics: [`service-desk:${serviceDeskId}`],
    audience: 'agents',
    payload: { recomputeId },
  });
}
