import { sql } from 'kysely';
import { type FieldOption, type FieldTypeName, fieldTypeOf } from '../../fields/index.ts';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import type { JsonValue } from '../../platform/database/schema.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/errors.ts';
import {
  type ContextOption,
  type CustomField,
  contextsOf,
  type FieldContext,
  fieldById,
  isFieldFilled,
  optionsInUse,
  workflowNaming,
} from './store.ts';
import {
  type ContextInput,
  cleanFieldInput,
  type FieldErrors,
  type FieldInput,
  type OptionInput,
} from './validate.ts';

const noSuchField = 'There is no such field.';

/**
 * The field, locked until the end of the transaction where it is to be changed.
 * @throws NotFound
 */
export async function requireField(db: Database, id: string, isLocked = false): Promise<CustomField> {
  const field = await fieldById(db, id, isLocked);
  if (!field) throw new NotFound(noSuchField);
  return field;
}

/**
 * Makes a custom field with its contexts and options.
 * @returns its id
 * @throws Invalid with a message per place of the input
 */
export async function createField(
  trx: Database,
  type: FieldTypeName,
  input: FieldInput,
  actor: AuditActor,
): Promise<string> {
  const { clean, errors } = cleanFieldInput(input, type);
  await refuseUnknownDesks(trx, clean, errors);
  refuse(errors);
  const { id } = await trx
    .insertInto('field')
    .values({
      name: clean.name,
      description: clean.description,
      type,
      settings: JSON.stringify(clean.settings),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeContexts(trx, { id, type, before: [], input: clean });
  await recordAudit(trx, {
    actor,
    action: 'field.created',
    objectType: 'field',
    objectId: id,
    objectName: clean.name,
    after: { type, ...(await auditedField(trx, id)) },
  });
  return id;
}

/**
 * Changes a custom field: its contexts and options become those of the input, in that order. An option that a request has
 * cannot be removed, only archived.
 *
 * @throws Invalid with a message per place of the input
 * @throws Conflict when it has changed since `version`, or an option to be removed is in use
 * @throws NotFound
 */
export async function changeField(
  trx: Database,
  id: string,
  { version, ...input }: FieldInput & { readonly version: number },
  actor: AuditActor,
): Promise<void> {
  const field = await requireField(trx, id, true);
  if (field.version !== version) {
    throw new Conflict('Somebody has changed this field in the meantime. Look at it again.');
  }
  const before = await contextsOf(trx, id);
  const { clean, errors } = cleanFieldInput(input, field.type);
  refuseForeignIds(before, clean, errors);
  await refuseUnknownDesks(trx, clean, errors);
  refuse(errors);
  const audited = await auditedField(trx, id);
  await writeContexts(trx, { id, type: field.type, before, input: clean });
  await trx
    .updateTable('field')
    .set({
      name: clean.name,
      description: clean.description,
      settings: JSON.stringify(clean.settings),
      version: version + 1,
    })
    .where('id', '=', id)
    .execute();
  await recordAudit(trx, {
    actor,
    action: 'field.changed',
    objectType: 'field',
    objectId: id,
    objectName: clean.name,
    before: audited,
    after: await auditedField(trx, id),
  });
}

/**
 * Takes a field out of use, or back into it. Requests keep their values; forms do not ask for an archived field.
 * @throws NotFound
 */
export async function archiveField(
  trx: Database,
  id: string,
  isArchived: boolean,
  actor: AuditActor,
): Promise<void> {
  const field = await requireField(trx, id, true);
  if (field.isArchived === isArchived) return;
  await trx
    .updateTable('field')
    .set({ archived_at: isArchived ? sql`now()` : null, version: field.version + 1 })
    .where('id', '=', id)
    .execute();
  await recordAudit(trx, {
    actor,
    action: isArchived ? 'field.archived' : 'field.restored',
    objectType: 'field',
    objectId: id,
    objectName: field.name,
  });
}

/**
 * Deletes a field that no form asks for, no workflow names and no request has a value in.
 * @throws Conflict when one does
 * @throws NotFound
 */
export async function removeField(trx: Database, id: string, actor: AuditActor): Promise<void> {
  const field = await requireField(trx, id, true);
  if (field.formCount > 0) {
    throw new Conflict(
      `${field.formCount === 1 ? 'A request type asks' : `${field.formCount} request types ask`} for this field. Take it off their forms first, or archive it.`,
    );
  }
  const workflow = await workflowNaming(trx, id);
  if (workflow !== null) {
    throw new Conflict(
      `The workflow "${workflow}" names this field. Take it out of there first, or archive it.`,
    );
  }
  if (await isFieldFilled(trx, id)) {
    throw new Conflict('Requests have values in this field. Archive it: they keep what was filled in.');
  }
  const before = await auditedField(trx, id);
  await trx.deleteFrom('field').where('id', '=', id).execute();
  await recordAudit(trx, {
    actor,
    action: 'field.deleted',
    objectType: 'field',
    objectId: id,
    objectName: field.name,
    before: { type: field.type, ...before },
  });
}

interface Writing {
  readonly id: string;
  readonly type: FieldTypeName;
  readonly before: readonly FieldContext[];
  readonly input: FieldInput;
}

async function writeContexts(trx: Database, { id, type, before, input }: Writing): Promise<void> {
  const kept = new Set(input.contexts.flatMap((context) => context.id ?? []));
  const keptOptions = new Set(input.contexts.flatMap(({ options }) => idsIn(options)));
  const dropped = before
    .flatMap(({ options }) => flat(options))
    .filter((option) => !keptOptions.has(option.id));
  const used = await optionsInUse(
    trx,
    id,
    dropped.map((option) => option.id),
  );
  const stuck = dropped.filter((option) => used.has(option.id)).map(({ value }) => `"${value}"`);
  if (stuck.length > 0) {
    throw new Conflict(
      `Requests have ${stuck.slice(0, 5).join(', ')}${stuck.length > 5 ? ' and others' : ''}. Archive what they have instead of removing it: it is then no longer offered.`,
    );
  }
  // What takes part in a uniqueness is out of the way before anything new is written.
  await trx.deleteFrom('field_context_desk').where('field_id', '=', id).execute();
  const gone = before.filter((context) => !kept.has(context.id)).map((context) => context.id);
  if (gone.length > 0) await trx.deleteFrom('field_context').where('id', 'in', gone).execute();
  if (dropped.length > 0) {
    const droppedIds = dropped.map((option) => option.id);
    await trx.deleteFrom('field_option').where('id', 'in', droppedIds).execute();
  }
  await sql`update field_option set value = id::text || ' ' || value where field_id = ${id}`.execute(trx);
  await trx.updateTable('field_context').set({ is_global: false }).where('field_id', '=', id).execute();
  for (const [index, context] of input.contexts.entries()) {
    const contextId = await writeContext(trx, id, context);
    await writeOptions(trx, { fieldId: id, contextId, parentId: null }, context.options);
    await writeDefault(trx, { id, type, input }, context, contextId, index);
  }
}

async function writeContext(trx: Database, fieldId: string, context: ContextInput): Promise<string> {
  const values = { name: context.name, is_global: context.isGlobal };
  const { id } = context.id
    ? await trx
        .updateTable('field_context')
        .set(values)
        .where('id', '=', context.id)
        .returning('id')
        .executeTakeFirstOrThrow()
    : await trx
        .insertInto('field_context')
        .values({ field_id: fieldId, ...values })
        .returning('id')
        .executeTakeFirstOrThrow();
  if (context.serviceDeskIds.length > 0) {
    await trx
      .insertInto('field_context_desk')
      .values(
        context.serviceDeskIds.map((desk) => ({ context_id: id, field_id: fieldId, service_desk_id: desk })),
      )
      .execute();
  }
  return id;
}

interface OptionPlace {
  readonly fieldId: string;
  readonly contextId: string;
  readonly parentId: string | null;
}

async function writeOptions(
  trx: Database,
  place: OptionPlace,
  options: readonly OptionInput[],
): Promise<void> {
  for (const [position, option] of options.entries()) {
    const values = { value: option.value, position, is_archived: option.isArchived ?? false };
    const { id } = option.id
      ? await trx
          .updateTable('field_option')
          .set(values)
          .where('id', '=', option.id)
          .returning('id')
          .executeTakeFirstOrThrow()
      : await trx
          .insertInto('field_option')
          .values({
            field_id: place.fieldId,
            context_id: place.contextId,
            parent_id: place.parentId,
            ...values,
          })
          .returning('id')
          .executeTakeFirstOrThrow();
    if (option.children?.length) await writeOptions(trx, { ...place, parentId: id }, option.children);
  }
}

/** The default is read as what somebody fills in would be, once its options are there. */
async function writeDefault(
  trx: Database,
  { id, type, input }: Omit<Writing, 'before'>,
  context: ContextInput,
  contextId: string,
  index: number,
): Promise<void> {
  const stored = (await contextsOf(trx, id)).find((known) => known.id === contextId);
  const reading = fieldTypeOf({ type }).read(
    context.defaultValue,
    {
      type,
      customId: id,
      name: input.name,
      settings: input.settings,
      options: allOptions(stored?.options ?? []),
    },
    { people: new Set(), organizations: new Set(), now: new Date(), timeZone: null },
  );
  if ('problem' in reading) throw Invalid.fields({ [`contexts.${index}.defaultValue`]: reading.problem });
  await trx
    .updateTable('field_context')
    .set({ default_value: reading.value === null ? null : JSON.stringify(reading.value) })
    .where('id', '=', contextId)
    .execute();
}

function allOptions(options: readonly ContextOption[]): FieldOption[] {
  return options.flatMap(({ id, value, isArchived, children }) => [
    { id, value, isArchived, parentId: null },
    ...children.map((child) => ({ ...child, parentId: id })),
  ]);
}

function flat(options: readonly ContextOption[]): { id: string; value: string }[] {
  return options.flatMap(({ id, value, children }) => [{ id, value }, ...children]);
}

function idsIn(options: readonly OptionInput[]): string[] {
  return options.flatMap(({ id, children = [] }) => [
    ...(id ? [id] : []),
    ...children.flatMap((child) => child.id ?? []),
  ]);
}

/** Ids name what is there, in its place: an option is not moved to another context, or under another option. */
function refuseForeignIds(before: readonly FieldContext[], input: FieldInput, errors: FieldErrors): void {
  const contexts = new Map(before.map((context) => [context.id, context]));
  for (const [index, context] of input.contexts.entries()) {
    const known = context.id === undefined ? undefined : contexts.get(context.id);
    if (context.id !== undefined && !known) errors[`contexts.${index}.id`] = 'The field has no such context.';
    const options = new Map((known?.options ?? []).map((option) => [option.id, option]));
    for (const [at, option] of context.options.entries()) {
      const place = `contexts.${index}.options.${at}`;
      const knownOption = option.id === undefined ? undefined : options.get(option.id);
      if (option.id !== undefined && !knownOption) errors[`${place}.id`] = 'The context has no such option.';
      const children = new Set((knownOption?.children ?? []).map(({ id }) => id));
      for (const [below, child] of (option.children ?? []).entries()) {
        if (child.id !== undefined && !children.has(child.id)) {
          errors[`${place}.children.${below}.id`] = 'There is no such option under this one.';
        }
      }
    }
  }
}

async function refuseUnknownDesks(trx: Database, input: FieldInput, errors: FieldErrors): Promise<void> {
  const asked = input.contexts.flatMap(({ serviceDeskIds }) => serviceDeskIds);
  if (asked.length === 0) return;
  const rows = await trx.selectFrom('service_desk').select('id').where('id', 'in', asked).execute();
  const known = new Set(rows.map(({ id }) => id));
  for (const [index, { serviceDeskIds }] of input.contexts.entries()) {
    if (serviceDeskIds.some((id) => !known.has(id))) {
      errors[`contexts.${index}.serviceDeskIds`] = 'There is no such service desk.';
    }
  }
}

function refuse(errors: FieldErrors): void {
  if (Object.keys(errors).length > 0) throw Invalid.fields(errors);
}

/** What of a field the audit log keeps. */
async function auditedField(trx: Database, id: string): Promise<Record<string, JsonValue>> {
  const field = await requireField(trx, id);
  const contexts = await contextsOf(trx, id);
  return JSON.parse(
    JSON.stringify({
      name: field.name,
      description: field.description,
      settings: field.settings,
      contexts: contexts.map(({ name, isGlobal, serviceDeskIds, defaultValue, options }) => ({
        name,
        ...(isGlobal ? {} : { serviceDeskIds }),
        ...(defaultValue !== null && { defaultValue }),
        options: options.map(({ value, isArchived, children }) =>
          [value, ...(isArchived ? ['(archived)'] : []), ...children.map((child) => `> ${child.value}`)].join(
            ' ',
          ),
        ),
      })),
    }),
  );
}
