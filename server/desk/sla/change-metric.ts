import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/errors.ts';
import { isId } from '../addresses.ts';
import type { JqlViewer } from '../jql/context.ts';
import { columnsOf, fieldIdNamed, insertMetric, writeGoals } from './insert-metric.ts';
import { type MetricInput, readMetric } from './read-metric.ts';
import { type RecomputeScope, startRecompute } from './recompute-desk.ts';
import { metricsOfDesks, type SlaMetric } from './store.ts';

/** Most service levels of one desk. */
export const maxMetrics = 30;

/**
 * The metric of this desk with this number (of customfield_NNNNN).
 * @throws NotFound
 */
export async function requireMetric(
  db: Database,
  serviceDeskId: string,
  fieldId: string,
): Promise<SlaMetric> {
  const metrics = isId(fieldId) ? ((await metricsOfDesks(db, [serviceDeskId])).get(serviceDeskId) ?? []) : [];
  const metric = metrics.find((each) => each.fieldId === fieldId);
  if (!metric) throw new NotFound('This service desk has no such SLA.');
  return metric;
}

/**
 * Makes a service level, and has it computed for requests that there are: the open ones, or all.
 *
 * @param writer whose queries they are; absent: the site's
 * @returns its number
 * @throws Invalid with a message per part
 * @throws Conflict when the desk has one of this name, or too many
 */
export async function addMetric(
  trx: Database,
  serviceDeskId: string,
  given: MetricInput,
  scope: RecomputeScope,
  actor: AuditActor,
  writer?: JqlViewer,
): Promise<string> {
  await lockDesk(trx, serviceDeskId);
  const input = await readMetric(trx, serviceDeskId, given, { ...(writer && { writer }) });
  const known = (await metricsOfDesks(trx, [serviceDeskId])).get(serviceDeskId) ?? [];
  if (known.length >= maxMetrics) throw new Conflict(`A service desk has at most ${maxMetrics} SLAs.`);
  refuseTaken(known, input.name, null);
  const id = await insertMetric(trx, serviceDeskId, known.length, input);
  const made = await byId(trx, serviceDeskId, id);
  await tell(trx, 'created', made, { after: audited(made) }, actor);
  await startRecompute(trx, serviceDeskId, scope, `“${made.name}” is new`);
  return made.fieldId;
}

/**
 * Changes a service level, and has it computed anew if what it measures has changed.
 *
 * @param version which of its versions the person saw
 * @returns its number
 * @throws Invalid with a message per part
 * @throws Conflict when it has changed since, or the desk has another of this name
 * @throws NotFound
 */
export async function changeMetric(
  trx: Database,
  { serviceDeskId, fieldId, version }: { serviceDeskId: string; fieldId: string; version: number },
  given: MetricInput,
  scope: RecomputeScope,
  actor: AuditActor,
  writer?: JqlViewer,
): Promise<string> {
  await lockDesk(trx, serviceDeskId);
  const before = await requireMetric(trx, serviceDeskId, fieldId);
  if (before.version !== version) {
    throw new Conflict(
      'Somebody has changed this SLA meanwhile. Load it again, and change what is there now.',
    );
  }
  const input = await readMetric(trx, serviceDeskId, given, { ...(writer && { writer }), kept: [before] });
  const known = (await metricsOfDesks(trx, [serviceDeskId])).get(serviceDeskId) ?? [];
  refuseTaken(known, input.name, before.id);
  const isRenamed = input.name.toLowerCase() !== before.name.toLowerCase();
  const isOther = measured(before) !== measured(input);
  await trx
    .updateTable('sla_metric')
    .set({
      ...columnsOf(input),
      version: version + 1,
      ...(isOther && { tells_since: sql<Date>`now()` }),
      ...(isRenamed && { field_id: await fieldIdAfterRename(trx, before, input.name) }),
    })
    .where('id', '=', before.id)
    .execute();
  await trx.deleteFrom('sla_goal').where('metric_id', '=', before.id).execute();
  await writeGoals(trx, before.id, input);
  const after = await byId(trx, serviceDeskId, before.id);
  await tell(trx, 'changed', after, { before: audited(before), after: audited(after) }, actor);
  if (isOther) await startRecompute(trx, serviceDeskId, scope, `“${after.name}” has changed`);
  return after.fieldId;
}

/**
 * Deletes a service level with all that was measured.
 * @throws NotFound
 */
export async function deleteMetric(
  trx: Database,
  serviceDeskId: string,
  fieldId: string,
  actor: AuditActor,
): Promise<void> {
  await lockDesk(trx, serviceDeskId);
  const before = await requireMetric(trx, serviceDeskId, fieldId);
  await trx.deleteFrom('sla_metric').where('id', '=', before.id).execute();
  await tell(trx, 'deleted', before, { before: audited(before) }, actor);
}

/**
 * Puts the service levels of a desk into an order.
 * @throws Invalid when these are not all of them
 */
export async function orderMetrics(
  trx: Database,
  serviceDeskId: string,
  fieldIds: readonly string[],
  actor: AuditActor,
): Promise<void> {
  await lockDesk(trx, serviceDeskId);
  const known = (await metricsOfDesks(trx, [serviceDeskId])).get(serviceDeskId) ?? [];
  const ordered = fieldIds.flatMap((fieldId) => known.find((metric) => metric.fieldId === fieldId) ?? []);
  if (ordered.length !== known.length || new Set(fieldIds).size !== known.length) {
    throw Invalid.fields({
      ids: 'Name each SLA of the service desk once. Load them again: there may be new ones.',
    });
  }
  for (const [position, { id }] of ordered.entries()) {
    await trx.updateTable('sla_metric').set({ position }).where('id', '=', id).execute();
  }
  await recordAudit(trx, {
    actor,
    action: 'sla.ordered',
    objectType: 'service-desk',
    objectId: serviceDeskId,
    before: { order: known.map(({ name }) => name) },
    after: { order: ordered.map(({ name }) => name) },
  });
  await tellDesk(trx, serviceDeskId);
}

// Names, positions and what is computed are of the whole desk: one change at a time.
async function lockDesk(trx: Database, serviceDeskId: string): Promise<void> {
  await trx
    .selectFrom('service_desk')
    .select('id')
    .where('id', '=', serviceDeskId)
    .forNoKeyUpdate()
    .execute();
}

async function byId(trx: Database, serviceDeskId: string, id: string): Promise<SlaMetric> {
  const metrics = (await metricsOfDesks(trx, [serviceDeskId])).get(serviceDeskId) ?? [];
  const metric = metrics.find((each) => each.id === id);
  if (!metric) throw new Error(`SLA ${id} is not there`);
  return metric;
}

function refuseTaken(known: readonly SlaMetric[], name: string, except: string | null): void {
  const isTaken = known.some((each) => each.id !== except && each.name.toLowerCase() === name.toLowerCase());
  if (isTaken) throw new Conflict(`There is an SLA “${name}” already. Give this one another name.`);
}

/** Its own number stays, unless other desks have it, or the name has another one already. */
async function fieldIdAfterRename(trx: Database, { id, fieldId }: SlaMetric, name: string) {
  const named = await fieldIdNamed(trx, name);
  if (named !== null) return named;
  const shared = await trx
    .selectFrom('sla_metric')
    .select('id')
    .where('field_id', '=', fieldId)
    .where('id', '<>', id)
    .executeTakeFirst();
  return shared ? sql<string>`nextval('field_id_seq')` : fieldId;
}

/** What decides on cycles, as text: the same text, the same cycles. */
function measured({ starts, stops, pauses, goals, warnMinutes }: MetricInput): string {
  const goalTexts = goals.map(({ jql, minutes, calendarId }) => [jql, minutes, calendarId]);
  const conditions = [starts, stops, pauses].map((list) =>
    list.map((each) => [
      each.kind,
      'jql' in each ? each.jql : null,
      'statusIds' in each ? each.statusIds : null,
    ]),
  );
  return JSON.stringify([conditions, goalTexts, warnMinutes]);
}

function audited({ name, starts, stops, pauses, goals, warnMinutes }: SlaMetric): Record<string, unknown> {
  return { name, starts, stops, pauses, goals, warnMinutes };
}

async function tell(
  trx: Database,
  act: 'created' | 'changed' | 'deleted',
  { fieldId, name, serviceDeskId }: SlaMetric,
  change: { before?: Record<string, unknown>; after?: Record<string, unknown> },
  actor: AuditActor,
): Promise<void> {
  await recordAudit(trx, {
    actor,
    action: `sla.${act}`,
    objectType: 'sla',
    objectId: fieldId,
    objectName: name,
    before: change.before ?? null,
    after: change.after ?? null,
  });
  await tellDesk(trx, serviceDeskId);
}

/** Pages that show what the desk measures hear of it. */
async function tellDesk(trx: Database, serviceDeskId: string): Promise<void> {
  await appendEvent(trx, {
    kind: 'sla.configured',
    topics: [`service-desk:${serviceDeskId}`],
    audience: 'agents',
  });
}
