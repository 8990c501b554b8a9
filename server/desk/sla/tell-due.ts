import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { calendarsOf } from '../calendars/store.ts';
import { compileCalendar } from '../calendars/working-time.ts';
import { cyclesOf, type KeptCycle, noticesOf } from './cycle-store.ts';
import { metricsOfDesks } from './store.ts';
import { type Telling, tellingsOf } from './tellings.ts';

const batchSize = 100;

/**
 * Tells of goals that have been missed or soon will be: `sla.breached` and `sla.due-soon` in the outbox. Each is told once, whatever
 * the number of processes and whenever they were started: what became due while none ran is told by the first that does. Of what is
 * missed already it is not told that it is due soon. Requests to which something has happened since wait until they are computed: it
 * may have been in time.
 *
 * @returns whether there may be more
 */
export async function tellDue(db: Database, now = new Date()): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { rows: taken } = await sql<{ requestId: string; key: string; deskId: string }>`
      select distinct due.request_id::text as "requestId", request.key, request.service_desk_id::text as "deskId"
        from (select request_id from sla_cycle where tell_at <= ${now}
                 and not exists(select from sla_stale where sla_stale.request_id = sla_cycle.request_id)
               order by tell_at, request_id limit ${batchSize} for update skip locked) as due
        join request on request.id = due.request_id`.execute(trx);
    if (taken.length === 0) return false;
    const ids = taken.map(({ requestId }) => requestId);
    const metrics = new Map(
      [...(await metricsOfDesks(trx, [...new Set(taken.map(({ deskId }) => deskId))])).values()]
        .flat()
        .map((metric) => [metric.id, metric]),
    );
    const cycles = (await cyclesOf(trx, ids)).filter(
      ({ tellAt }) => tellAt !== null && tellAt <= now.getTime(),
    );
    const told = await noticesOf(trx, ids);
    const calendars = await calendarsOf(
      trx,
      cycles.flatMap(({ calendarId }) => calendarId ?? []),
    );
    for (const cycle of cycles) {
      const metric = metrics.get(cycle.metricId);
      const request = taken.find(({ requestId }) => requestId === cycle.requestId);
      if (!metric || !request) {
        // Its desk does not measure it any more: otherwise it would be the first that is due for ever.
        await setTellAt(trx, cycle, null);
        continue;
      }
      const calendar = cycle.calendarId === null ? null : (calendars.get(cycle.calendarId) ?? null);
      const tellings = tellingsOf(cycle, metric, compileCalendar(calendar), told);
      const due = tellings.filter(({ at }) => at <= now.getTime());
      const isMissed = due.some(({ kind }) => kind === 'breached');
      for (const telling of due) {
        const isNew = await noteTold(trx, cycle, telling);
        if (!isNew || (isMissed && telling.kind !== 'breached')) continue;
        await tell(trx, { ...request, slaId: metric.fieldId }, telling);
      }
      await setTellAt(trx, cycle, tellings.find(({ at }) => at > now.getTime())?.at ?? null);
    }
    return true;
  });
}

/** @returns false when it was told already */
async function noteTold(trx: Database, cycle: KeptCycle, { kind }: Telling): Promise<boolean> {
  const row = await trx
    .insertInto('sla_notice')
    .values({
      request_id: cycle.requestId,
      metric_id: cycle.metricId,
      number: cycle.number,
      kind,
      goal_ms: String(cycle.goalMs ?? 0),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('kind')
    .executeTakeFirst();
  return row !== undefined;
}

async function tell(
  trx: Database,
  { requestId, key, deskId, slaId }: { requestId: string; key: string; deskId: string; slaId: string },
  { kind }: Telling,
): Promise<void> {
  const [name, minutes] = kind.split(':');
  await appendEvent(trx, {
    kind: `sla.${name}`,
    topics: [`request:${requestId}`, `service-desk:${deskId}`],
    audience: 'agents',
    payload: { requestId, key, slaId, ...(minutes !== undefined && { minutes }) },
  });
}

async function setTellAt(trx: Database, cycle: KeptCycle, tellAt: number | null): Promise<void> {
  await trx
    .updateTable('sla_cycle')
    .set({ tell_at: tellAt === null ? null : new Date(tellAt) })
    .where('request_id', '=', cycle.requestId)
    .where('metric_id', '=', cycle.metricId)
    .where('number', '=', cycle.number)
    .execute();
}
