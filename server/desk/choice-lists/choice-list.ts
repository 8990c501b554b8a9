import { type RawBuilder, sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { cleanLine, cleanText } from '../../platform/formats/rich-text.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/errors.ts';
import { isId } from '../addresses.ts';

/** Longest name of a choice. */
export const maxNameLength = 60;
const maxDescriptionLength = 500;
const maxChoices = 100;

/** A list from which every request has one: the priorities, the resolutions. Its order is the administrators'. */
export interface ChoiceList {
  readonly table: 'priority' | 'resolution';
  /** for what is said: "priority" */
  readonly noun: string;
  /** one is the default at any time, or none need be */
  readonly needsDefault: boolean;
  /** Writes the values of new and changed choices besides name and description. */
  readonly hasColor: boolean;
  /** What a request keeps of its choice: SQL over `choice`. */
  readonly kept: RawBuilder<unknown>;
  readonly requestColumn: 'priority_id' | 'resolution';
}

/** A choice as administrators send it. */
export interface ChoiceInput {
  readonly name: string;
  readonly description: string;
  readonly color?: string | undefined;
  readonly isDefault: boolean;
}

/** A choice of a list. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly color: string | null;
  readonly isDefault: boolean;
}

/** All choices of a list, in order. */
export async function listChoices(db: Database, { table, hasColor }: ChoiceList): Promise<Choice[]> {
  return db
    .selectFrom(table)
    .select(['id', 'name', 'description', 'is_default as isDefault'])
    .select(sql<string | null>`${hasColor ? sql.ref('color') : sql`null`}`.as('color'))
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/**
 * The choice with this id.
 * @throws NotFound
 */
export async function requireChoice(db: Database, list: ChoiceList, id: string): Promise<Choice> {
  const choice = isId(id) ? (await listChoices(db, list)).find((each) => each.id === id) : undefined;
  if (!choice) throw new NotFound(`There is no such ${list.noun}.`);
  return choice;
}

/**
 * Adds a choice, last in order.
 *
 * @returns its id
 * @throws Invalid with a message per field
 * @throws Conflict when there are too many
 */
export async function addChoice(
  trx: Database,
  list: ChoiceList,
  input: ChoiceInput,
  actor: AuditActor,
): Promise<string> {
  await lock(trx, list);
  const known = await listChoices(trx, list);
  if (known.length >= maxChoices) {
    throw new Conflict(`There are ${maxChoices} of these already. Delete one first.`);
  }
  const values = read(list, input, known, null);
  if (input.isDefault) await clearDefault(trx, list);
  const { rows } = await sql<{ id: string }>`
    insert into ${sql.table(list.table)} (name, description, position, is_default ${list.hasColor ? sql`, color` : sql``})
    select ${values.name}, ${values.description}, coalesce(max(position), -1) + 1, ${input.isDefault}
           ${list.hasColor ? sql`, ${values.color}` : sql``}
      from ${sql.table(list.table)} returning id`.execute(trx);
  const id = rows[0]?.id ?? '';
  await recordAudit(trx, {
    actor,
    action: `${list.table}.created`,
    objectType: list.table,
    objectId: id,
    objectName: values.name,
    after: { ...values, isDefault: input.isDefault },
  });
  return id;
}

/**
 * Changes a choice. Requests that have it show its new name; their history keeps the old one.
 *
 * @throws Invalid with a message per field
 * @throws NotFound
 */
export async function changeChoice(
  trx: Database,
  list: ChoiceList,
  id: string,
  input: ChoiceInput,
  actor: AuditActor,
): Promise<void> {
  await lock(trx, list);
  const { name, description, color, isDefault } = await requireChoice(trx, list, id);
  const values = read(list, input, await listChoices(trx, list), id);
  if (list.needsDefault && isDefault && !input.isDefault) {
    throw Invalid.fields({
      isDefault: `One ${list.noun} is the default: make another one the default instead.`,
    });
  }
  if (input.isDefault && !isDefault) await clearDefault(trx, list);
  await sql`
    update ${sql.table(list.table)}
       set name = ${values.name}, description = ${values.description}, is_default = ${input.isDefault}
           ${list.hasColor ? sql`, color = ${values.color}` : sql``}
     where id = ${id}`.execute(trx);
  await recordAudit(trx, {
    actor,
    action: `${list.table}.changed`,
    objectType: list.table,
    objectId: id,
    objectName: values.name,
    before: { name, description, ...(list.hasColor && { color }), isDefault },
    after: { ...values, isDefault: input.isDefault },
  });
}

/**
 * Puts the choices into this order.
 * @throws Invalid when it does not name each of them once
 */
export async function orderChoices(
  trx: Database,
  list: ChoiceList,
  ids: readonly string[],
  actor: AuditActor,
): Promise<void> {
  await lock(trx, list);
  const known = await listChoices(trx, list);
  const names = new Map(known.map(({ id, name }) => [id, name]));
  if (ids.length !== names.size || new Set(ids).size !== ids.length || ids.some((id) => !names.has(id))) {
    throw Invalid.fields({ ids: 'Name each one once. Load them again: one was added or deleted.' });
  }
  for (const [position, id] of ids.entries()) {
    await trx.updateTable(list.table).set({ position }).where('id', '=', id).execute();
  }
  await recordAudit(trx, {
    actor,
    action: `${list.table}.ordered`,
    objectType: list.table,
    objectId: null,
    objectName: null,
    before: { order: [...names.values()] },
    after: { order: ids.map((id) => names.get(id) ?? id) },
  });
}

/** Who deletes: for the audit log, and (account.id) for the history of the requests. */
export interface Remover {
  readonly auditActor: AuditActor;
  readonly accountId: string;
}

/**
 * Deletes a choice. Requests and workflows that have it get the replacement, which the history of the requests tells.
 *
 * @throws Invalid naming `replaceWith` when it is needed, or none of the list
 * @throws Conflict when it is the default, or the last one
 * @throws NotFound
 */
export async function removeChoice(
  trx: Database,
  list: ChoiceList,
  id: string,
  replaceWith: string | undefined,
  { auditActor, accountId }: Remover,
): Promise<void> {
  await lock(trx, list);
  const { name, description, isDefault } = await requireChoice(trx, list, id);
  const known = await listChoices(trx, list);
  if (known.length === 1) throw new Conflict(`The last ${list.noun} cannot be deleted.`);
  if (list.needsDefault && isDefault) {
    throw new Conflict(`"${name}" is the default: make another ${list.noun} the default first.`);
  }
  const replacement = known.find((each) => each.id === replaceWith && each.id !== id);
  if (replaceWith !== undefined && !replacement) {
    throw Invalid.fields({ replaceWith: `Choose another ${list.noun}.` });
  }
  if (!replacement && (await isChoiceUsed(trx, list, id))) {
    throw Invalid.fields({
      replaceWith: `Requests or workflows have the ${list.noun} "${name}". Choose what they get instead.`,
    });
  }
  if (replacement) await replace(trx, list, { id, name }, replacement, accountId);
  await trx.deleteFrom(list.table).where('id', '=', id).execute();
  await recordAudit(trx, {
    actor: auditActor,
    action: `${list.table}.deleted`,
    objectType: list.table,
    objectId: id,
    objectName: name,
    before: { name, description, ...(replacement && { replacedBy: replacement.name }) },
  });
}

async function isChoiceUsed(trx: Database, { table, requestColumn, kept }: ChoiceList, id: string) {
  const ofChoice = sql`(select ${kept} from ${sql.table(table)} as choice where choice.id = ${id})`;
  const { rows } = await sql<{ is: boolean }>`
    select exists(select from request where ${sql.ref(requestColumn)} = ${ofChoice}) ${
      table === 'resolution'
        ? sql`or exists(select from workflow_transition where sets_resolution = ${ofChoice})`
        : sql``
    } as is`.execute(trx);
  return rows[0]?.is ?? false;
}

/** All requests at once: row, history, and one event for each desk whose lists change. */
async function replace(
  trx: Database,
  { table, requestColumn, kept }: ChoiceList,
  from: { readonly id: string; readonly name: string },
  to: Choice,
  accountId: string,
): Promise<void> {
  const keptOf = (id: string) =>
    sql`(select ${kept} from ${sql.table(table)} as choice where choice.id = ${id})`;
  const item = {
    field: table,
    fieldId: table,
    fieldtype: 'jira',
    from: from.id,
    fromString: from.name,
    to: to.id,
    toString: to.name,
  };
  const { rows } = await sql<{ deskId: string }>`
    with changed as (
      update request set ${sql.ref(requestColumn)} = ${keptOf(to.id)}, version = version + 1, updated_at = now()
       where ${sql.ref(requestColumn)} = ${keptOf(from.id)}
      returning id, version, service_desk_id
    ), told as (
      insert into changelog (request_id, author_id, version, items)
      select id, ${accountId}, version, ${JSON.stringify([item])}::jsonb from changed
    )
    select distinct service_desk_id::text as "deskId" from changed`.execute(trx);
  if (table === 'resolution') {
    await trx
      .updateTable('workflow_transition')
      .set({ sets_resolution: to.name })
      .where('sets_resolution', '=', from.name)
      .execute();
  }
  if (rows.length === 0) return;
  await appendEvent(trx, {
    kind: 'request.changed',
    topics: rows.map(({ deskId }) => `service-desk:${deskId}`),
    audience: 'agents',
  });
}

// Order, default and number are of the whole list: one change at a time.
async function lock(trx: Database, { table }: ChoiceList): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`portico.${table}`}))`.execute(trx);
}

async function clearDefault(trx: Database, { table }: ChoiceList): Promise<void> {
  await trx.updateTable(table).set({ is_default: false }).where('is_default', '=', true).execute();
}

function read(list: ChoiceList, input: ChoiceInput, known: readonly Choice[], exceptId: string | null) {
  const errors: Record<string, string> = {};
  const name = cleanLine(input.name);
  const description = cleanText(input.description);
  if (name === '') errors['name'] = `Give the ${list.noun} a name.`;
  else if (name.length > maxNameLength) errors['name'] = `A name has at most ${maxNameLength} characters.`;
  else if (known.some((each) => each.id !== exceptId && each.name.toLowerCase() === name.toLowerCase())) {
    errors['name'] = `There is a ${list.noun} named ${name} already.`;
  }
  if (description.length > maxDescriptionLength) {
    errors['description'] = `A description has at most ${maxDescriptionLength} characters.`;
  }
  if (Object.keys(errors).length > 0) throw Invalid.fields(errors);
  return { name, description, ...(list.hasColor && { color: input.color ?? 'gray' }) };
}
