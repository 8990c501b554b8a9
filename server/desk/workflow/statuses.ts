import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { cleanLine, cleanText } from '../../platform/formats/rich-text.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/errors.ts';
import { isId } from '../addresses.ts';
import type { StatusCategory } from '../requests/surroundings.ts';
import { maxNameLength } from './check-definition.ts';
import { listStatuses, type Status } from './workflow-store.ts';

const maxStatuses = 500;
const maxDescriptionLength = 1000;

/** What of a status can be changed: all of it. */
export interface StatusInput {
  readonly name: string;
  readonly description: string;
  readonly category: StatusCategory;
  /** what customers read where no workflow says otherwise; null: its name */
  readonly customerName: string | null;
}

/**
 * The status with this id.
 * @throws NotFound
 */
export async function requireStatus(db: Database, id: string): Promise<Status> {
  const status = isId(id) ? (await listStatuses(db)).find((each) => each.id === id) : undefined;
  if (!status) throw new NotFound('There is no such status.');
  return status;
}

/**
 * Makes a status. Workflows have it once it is put into them.
 *
 * @returns its id
 * @throws Invalid with a message per field
 */
export async function createStatus(trx: Database, input: StatusInput, actor: AuditActor): Promise<string> {
  const values = await read(trx, input, null);
  const { count } = await trx
    .selectFrom('status')
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirstOrThrow();
  if (count >= maxStatuses)
    throw new Conflict(`There are ${maxStatuses} statuses already. Delete one first.`);
  const { id } = await trx.insertInto('status').values(values).returning('id').executeTakeFirstOrThrow();
  await recordAudit(trx, {
    actor,
    action: 'status.created',
    objectType: 'status',
    objectId: id,
    objectName: values.name,
    after: values,
  });
  return id;
}

/**
 * Changes a status in all workflows that have it. The history of requests keeps the name that it had.
 *
 * @throws Invalid with a message per field
 * @throws NotFound
 */
export async function changeStatus(
  trx: Database,
  id: string,
  input: StatusInput,
  actor: AuditActor,
): Promise<void> {
  const { name, description, category, customerName } = await requireStatus(trx, id);
  const values = await read(trx, input, id);
  await trx.updateTable('status').set(values).where('id', '=', id).execute();
  await recordAudit(trx, {
    actor,
    action: 'status.changed',
    objectType: 'status',
    objectId: id,
    objectName: values.name,
    before: { name, description, category, customer_name: customerName },
    after: values,
  });
}

/**
 * Deletes a status that no workflow has and no request was ever in.
 * @throws Conflict when one has, or was
 * @throws NotFound
 */
export async function removeStatus(trx: Database, id: string, actor: AuditActor): Promise<void> {
  const { name, description, category, workflows } = await requireStatus(trx, id);
  if (workflows.length > 0) {
    const names = workflows.map((workflow) => `"${workflow.name}"`).slice(0, 3);
    throw new Conflict(
      `${names.join(', ')} ${workflows.length > 1 ? 'and their drafts have' : 'or its draft has'} this status. Take it out of there first.`,
    );
  }
  if (await wasEverUsed(trx, id)) {
    throw new Conflict(
      'Requests were in this status, and their history says so. It stays; rename it if you like.',
    );
  }
  await trx.deleteFrom('workflow_status').where('status_id', '=', id).execute();
  await trx.deleteFrom('status').where('id', '=', id).execute();
  await recordAudit(trx, {
    actor,
    action: 'status.deleted',
    objectType: 'status',
    objectId: id,
    objectName: name,
    before: { name, description, category },
  });
}

async function wasEverUsed(trx: Database, id: string): Promise<boolean> {
  const { rows } = await sql<{ was: boolean }>`
    select exists(select from request where status_id = ${id})
        or exists(select from status_move where from_status_id = ${id} or to_status_id = ${id})
        or exists(select from approval where status_id = ${id})
        or exists(select from changelog
             where items @> jsonb_build_array(jsonb_build_object('fieldId', 'status', 'to', ${id}::text))
                or items @> jsonb_build_array(jsonb_build_object('fieldId', 'status', 'from', ${id}::text)))
           as was`.execute(trx);
  return rows[0]?.was ?? false;
}

async function read(trx: Database, input: StatusInput, exceptId: string | null) {
  const errors: Record<string, string> = {};
  const name = cleanLine(input.name);
  if (name === '') errors['name'] = 'Give the status a name.';
  else if (name.length > maxNameLength) errors['name'] = `A name has at most ${maxNameLength} characters.`;
  const description = cleanText(input.description);
  if (description.length > maxDescriptionLength) {
    errors['description'] = `A description has at most ${maxDescriptionLength} characters.`;
  }
  const customerName = cleanLine(input.customerName ?? '');
  if (customerName.length > maxNameLength) {
    errors['customerName'] = `A name has at most ${maxNameLength} characters.`;
  }
  if (errors['name'] === undefined) {
    const taken = await trx
      .selectFrom('status')
      .select('id')
      .where(sql`lower(name)`, '=', name.toLowerCase())
      .$if(exceptId !== null, (query) => query.where('id', '<>', exceptId ?? ''))
      .executeTakeFirst();
    if (taken) errors['name'] = `There is a status named ${name} already.`;
  }
  if (Object.keys(errors).length > 0) throw Invalid.fields(errors);
  return {
    name,
    description,
    category: input.category,
    customer_name: customerName === '' ? null : customerName,
  };
}
