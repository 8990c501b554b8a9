import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { Conflict, NotFound } from '../../platform/http/errors.ts';
import { isId } from '../addresses.ts';
import { lockDesk, readName, tellOfQueues } from './administer-queues.ts';
import { listGroups, listQueues, type QueueGroup } from './store.ts';

/** Most sections of one desk. */
export const maxGroups = 50;

/**
 * Adds a section to the queues of a desk, as the last one.
 *
 * @throws Invalid naming `name`
 * @throws Conflict when the desk has one of this name, or has too many
 */
export async function addGroup(
  trx: Database,
  serviceDeskId: string,
  givenName: string,
  actor: AuditActor,
): Promise<QueueGroup> {
  const name = readName(givenName);
  await lockDesk(trx, serviceDeskId);
  const groups = await listGroups(trx, serviceDeskId);
  if (groups.length >= maxGroups) {
    throw new Conflict(`A service desk has at most ${maxGroups} sections of queues. Delete some.`);
  }
  refuseTaken(groups, name, null);
  const { id } = await trx
    .insertInto('queue_group')
    .values({ service_desk_id: serviceDeskId, name, position: groups.length })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tell(trx, { serviceDeskId, id, act: 'created', before: null, after: name }, actor);
  return { id, name };
}

/**
 * Gives a section another name.
 *
 * @throws Invalid naming `name`
 * @throws Conflict when the desk has another of this name
 * @throws NotFound
 */
export async function renameGroup(
  trx: Database,
  { serviceDeskId, id }: { serviceDeskId: string; id: string },
  givenName: string,
  actor: AuditActor,
): Promise<QueueGroup> {
  const name = readName(givenName);
  await lockDesk(trx, serviceDeskId);
  const groups = await listGroups(trx, serviceDeskId);
  const before = requireGroup(groups, id);
  refuseTaken(groups, name, id);
  await trx.updateTable('queue_group').set({ name }).where('id', '=', id).execute();
  await tell(trx, { serviceDeskId, id, act: 'changed', before: before.name, after: name }, actor);
  return { id, name };
}

/**
 * Deletes a section. Its queues stay, before all sections.
 * @throws NotFound
 */
export async function deleteGroup(
  trx: Database,
  { serviceDeskId, id }: { serviceDeskId: string; id: string },
  actor: AuditActor,
): Promise<void> {
  await lockDesk(trx, serviceDeskId);
  const before = requireGroup(await listGroups(trx, serviceDeskId), id);
  await trx.deleteFrom('queue_group').where('id', '=', id).execute();
  await tell(trx, { serviceDeskId, id, act: 'deleted', before: before.name, after: null }, actor);
}

/** The queues of one section, in order; `groupId` null: those before all sections. */
export interface ArrangedGroup {
  readonly groupId: string | null;
  readonly queueIds: readonly string[];
}

/**
 * Puts all queues of a desk into an order: section by section, and those of no section before them, wherever they are named.
 *
 * @throws Conflict when these are not just the queues and sections that the desk has, as after somebody else's change
 */
export async function arrangeQueues(
  trx: Database,
  serviceDeskId: string,
  arranged: readonly ArrangedGroup[],
  actor: AuditActor,
): Promise<void> {
  await lockDesk(trx, serviceDeskId);
  const [groups, queues] = await Promise.all([
    listGroups(trx, serviceDeskId),
    listQueues(trx, serviceDeskId, { start: 0, limit: 100_000 }),
  ]);
  const groupIds = arranged.flatMap(({ groupId }) => groupId ?? []);
  const queueIds = arranged.flatMap((group) => group.queueIds);
  const hasNoneTwice = new Set(arranged.map(({ groupId }) => groupId)).size === arranged.length;
  if (!hasNoneTwice || !isSame(groupIds, groups) || !isSame(queueIds, queues)) {
    throw new Conflict(
      'The queues of this service desk have changed meanwhile. Load them again, and put them in order then.',
    );
  }
  for (const [position, id] of groupIds.entries()) {
    await trx.updateTable('queue_group').set({ position }).where('id', '=', id).execute();
  }
  let position = 0;
  for (const { groupId, queueIds: ids } of arranged) {
    for (const id of ids) {
      await trx
        .updateTable('queue')
        .set({ position: position++, group_id: groupId })
        .where('id', '=', id)
        .execute();
    }
  }
  await recordAudit(trx, {
    actor,
    action: 'queue.ordered',
    objectType: 'service-desk',
    objectId: serviceDeskId,
    objectName: null,
    before: orderOf(
      queues.map(({ groupId, name }) => ({ groupId, name })),
      groups,
    ),
    after: orderOf(
      arranged.flatMap(({ groupId, queueIds: ids }) =>
        ids.map((id) => ({ groupId, name: queues.find((queue) => queue.id === id)?.name ?? '' })),
      ),
      groups,
    ),
  });
  await tellOfQueues(trx, serviceDeskId);
}

function isSame(ids: readonly string[], known: readonly { readonly id: string }[]): boolean {
  const given = new Set(ids);
  return given.size === ids.length && ids.length === known.length && known.every(({ id }) => given.has(id));
}

/** The order in words, for the audit log. */
function orderOf(
  queues: readonly { readonly groupId: string | null; readonly name: string }[],
  groups: readonly QueueGroup[],
): Record<string, unknown> {
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  return {
    queues: queues.map(({ groupId, name }) =>
      groupId === null ? name : `${names.get(groupId) ?? ''}: ${name}`,
    ),
  };
}

function requireGroup(groups: readonly QueueGroup[], id: string): QueueGroup {
  const group = isId(id) ? groups.find((candidate) => candidate.id === id) : undefined;
  if (!group) throw new NotFound('This service desk has no such section of queues.');
  return group;
}

function refuseTaken(groups: readonly QueueGroup[], name: string, except: string | null): void {
  const lower = name.toLowerCase();
  if (groups.some((group) => group.id !== except && group.name.toLowerCase() === lower)) {
    throw new Conflict(`There is a section “${name}” already. Give this one another name.`);
  }
}

interface Told {
  readonly serviceDeskId: string;
  readonly id: string;
  readonly act: 'created' | 'changed' | 'deleted';
  readonly before: string | null;
  readonly after: string | null;
}

async function tell(
  trx: Database,
  { serviceDeskId, id, act, before, after }: Told,
  actor: AuditActor,
): Promise<void> {
  await recordAudit(trx, {
    actor,
    action: `queue-group.${act}`,
    objectType: 'queue-group',
    objectId: id,
    objectName: after ?? before ?? '',
    before: before === null ? null : { name: before },
    after: after === null ? null : { name: after },
  });
  await tellOfQueues(trx, serviceDeskId);
}
