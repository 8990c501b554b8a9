import type { Viewer } from '../../identity/index.ts';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { cleanLine } from '../../platform/formats/rich-text.ts';
import { Conflict, Invalid } from '../../platform/http/errors.ts';
import { isId } from '../addresses.ts';
import { checkJql } from '../jql/check.ts';
import { readColumns } from './columns.ts';
import { requireQueue } from './query.ts';
import type { Queue } from './store.ts';

/** Most characters of a name of a queue or a section. */
export const maxNameLength = 100;
/** Most queues of one desk. */
export const maxQueues = 300;

/** A queue as administrators write it. */
export interface QueueInput {
  readonly name: string;
  readonly jql: string;
  /** null: the columns that every list begins with */
  readonly columns: readonly string[] | null;
  /** null: before all sections */
  readonly groupId: string | null;
  readonly isTeamPriority: boolean;
}

/** Who changes it: whose words its query is checked by, and whom the audit log names. */
export interface QueueChanger {
  readonly viewer: Viewer;
  readonly audit: AuditActor;
}

/**
 * Adds a queue to a desk, as the last of its section.
 *
 * @returns its id
 * @throws Invalid with a message per field
 * @throws Conflict when the desk has one of this name, or has too many
 */
export async function addQueue(
  trx: Database,
  serviceDeskId: string,
  input: QueueInput,
  { viewer, audit }: QueueChanger,
): Promise<string> {
  await lockDesk(trx, serviceDeskId);
  const values = await read(trx, serviceDeskId, input, viewer);
  const { count, last } = await trx
    .selectFrom('queue')
    .select((eb) => [eb.fn.countAll<string>().as('count'), eb.fn.max('position').as('last')])
    .where('service_desk_id', '=', serviceDeskId)
    .executeTakeFirstOrThrow();
  if (Number(count) >= maxQueues) {
    throw new Conflict(`A service desk has at most ${maxQueues} queues. Delete some that nobody uses.`);
  }
  await refuseTaken(trx, serviceDeskId, values.name, null);
  const { id } = await trx
    .insertInto('queue')
    .values({ ...values, service_desk_id: serviceDeskId, position: (last ?? -1) + 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tell(trx, { serviceDeskId, id, act: 'created', before: null, after: values }, audit);
  return id;
}

/**
 * Changes a queue.
 *
 * @param version which of its versions the person saw
 * @throws Invalid with a message per field
 * @throws Conflict when it has changed since, or the desk has another of this name
 * @throws NotFound
 */
export async function changeQueue(
  trx: Database,
  { serviceDeskId, id, version }: { serviceDeskId: string; id: string; version: number },
  input: QueueInput,
  { viewer, audit }: QueueChanger,
): Promise<void> {
  await lockDesk(trx, serviceDeskId);
  const before = await requireQueue(trx, serviceDeskId, id);
  if (before.version !== version) {
    throw new Conflict(
      'Somebody has changed this queue meanwhile. Load it again, and change what is there now.',
    );
  }
  const values = await read(trx, serviceDeskId, input, viewer);
  await refuseTaken(trx, serviceDeskId, values.name, id);
  await trx
    .updateTable('queue')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .execute();
  await tell(trx, { serviceDeskId, id, act: 'changed', before: valuesOf(before), after: values }, audit);
}

/**
 * Deletes a queue. The requests in it stay what they are.
 * @throws NotFound
 */
export async function deleteQueue(
  trx: Database,
  { serviceDeskId, id }: { serviceDeskId: string; id: string },
  audit: AuditActor,
): Promise<void> {
  await lockDesk(trx, serviceDeskId);
  const before = await requireQueue(trx, serviceDeskId, id);
  await trx.deleteFrom('queue').where('id', '=', id).execute();
  await tell(trx, { serviceDeskId, id, act: 'deleted', before: valuesOf(before), after: null }, audit);
}

/** Takes the desk for as long as its queues change, so that two changes come one after the other. */
export async function lockDesk(trx: Database, serviceDeskId: string): Promise<void> {
  await trx
    .selectFrom('service_desk')
    .select('id')
    .where('id', '=', serviceDeskId)
    .forNoKeyUpdate()
    .execute();
}

/** Tells the agents' pages that the desk's queues are others than before. */
export async function tellOfQueues(trx: Database, serviceDeskId: string): Promise<void> {
  await appendEvent(trx, {
    kind: 'queues.changed',
    topics: [`service-desk:${serviceDeskId}`],
    audience: 'agents',
  });
}

/**
 * Reads a name of a queue or a section.
 * @throws Invalid naming `name`
 */
export function readName(given: string): string {
  const name = cleanLine(given);
  if (name === '') throw Invalid.fields({ name: 'Give it a name.' });
  if (name.length > maxNameLength) {
    throw Invalid.fields({ name: `A name has at most ${maxNameLength} characters.` });
  }
  return name;
}

async function read(trx: Database, serviceDeskId: string, input: QueueInput, viewer: Viewer) {
  const errors: Record<string, string> = {};
  async function reading<Value>(read: () => Value | Promise<Value>): Promise<Value | null> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      Object.assign(errors, error.errors);
      return null;
    }
  }
  const name = await reading(() => readName(input.name));
  const columns = await reading(() => readColumns(trx, input.columns));
  const groupId = await reading(() => readGroup(trx, serviceDeskId, input.groupId));
  const jql = input.jql.trim();
  const { errors: wrong, warnings } = await checkJql(trx, viewer, jql);
  // a queue with a value that does not exist would be empty without a word
  const problems = [...wrong, ...warnings].map(({ message }) => message);
  if (problems.length > 0) errors['jql'] = problems.join(' ');
  if (name === null || Object.keys(errors).length > 0) throw Invalid.fields(errors);
  return {
    name,
    jql,
    columns: columns === null ? null : [...columns],
    group_id: groupId,
    is_team_priority: input.isTeamPriority,
  };
}

async function readGroup(
  trx: Database,
  serviceDeskId: string,
  groupId: string | null,
): Promise<string | null> {
  if (groupId === null) return null;
  const group = isId(groupId)
    ? await trx
        .selectFrom('queue_group')
        .select('id')
        .where('service_desk_id', '=', serviceDeskId)
        .where('id', '=', groupId)
        .executeTakeFirst()
    : undefined;
  if (!group) throw Invalid.fields({ groupId: 'This service desk has no such section. Choose another.' });
  return group.id;
}

async function refuseTaken(
  trx: Database,
  serviceDeskId: string,
  name: string,
  except: string | null,
): Promise<void> {
  const taken = await trx
    .selectFrom('queue')
    .select('id')
    .where('service_desk_id', '=', serviceDeskId)
    .where((eb) => eb(eb.fn('lower', ['name']), '=', eb.fn('lower', [eb.val(name)])))
    .$if(except !== null, (query) => query.where('id', '<>', except))
    .executeTakeFirst();
  if (taken) throw new Conflict(`There is a queue “${name}” already. Give this one another name.`);
}

type Values = Awaited<ReturnType<typeof read>>;

function valuesOf({ name, jql, columns, groupId, isTeamPriority }: Queue): Values {
  return {
    name,
    jql,
    columns: columns && [...columns],
    group_id: groupId,
    is_team_priority: isTeamPriority,
  };
}

function audited({ name, jql, columns, group_id: groupId, is_team_priority: isTeamPriority }: Values) {
  return { name, jql, columns, groupId, isTeamPriority };
}

interface Told {
  readonly serviceDeskId: string;
  readonly id: string;
  readonly act: 'created' | 'changed' | 'deleted';
  readonly before: Values | null;
  readonly after: Values | null;
}

async function tell(
  trx: Database,
  { serviceDeskId, id, act, before, after }: Told,
  actor: AuditActor,
): Promise<void> {
  await recordAudit(trx, {
    actor,
    action: `queue.${act}`,
    objectType: 'queue',
    objectId: id,
    objectName: (after ?? before)?.name ?? '',
    before: before && audited(before),
    after: after && audited(after),
  });
  await tellOfQueues(trx, serviceDeskId);
}
