import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '../../platform/audit/audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { cleanLine, cleanText } from '../../platform/formats/rich-text.ts';
import { Conflict, Invalid, NotFound } from '../../platform/http/errors.ts';
import { isId } from '../addresses.ts';
import {
  type CleanField,
  type CleanForm,
  cleanForm,
  type FormErrors,
  type FormInput,
  maxHelpLength,
  maxLabelLength,
} from './form-input.ts';
import { type AdministeredType, administeredType, formsOf, sectionsOf } from './store.ts';

/** Most request types of a desk that are in use. */
const maxRequestTypes = 200;

/** What of a request type can be changed: all of it. */
export interface RequestTypeInput {
  readonly name: string;
  readonly description: string;
  readonly helpText: string;
  readonly icon: string;
  readonly workflowId: string;
  readonly groupIds: readonly string[];
  readonly form: FormInput;
}

/** The form of a request type that says nothing of its form, as Jira's API makes them. */
export const plainForm: FormInput = (['summary', 'description', 'attachment'] as const).map((key) => ({
  field: { key, label: '', helpText: '', isRequired: key === 'summary', isHidden: false, showWhen: null },
}));

/**
 * The request type, locked until the end of the transaction where it is to be changed.
 * @throws NotFound
 */
export async function requireType(
  db: Database,
  serviceDeskId: string,
  id: string,
  isLocked = false,
): Promise<AdministeredType> {
  const type = isId(id) ? await administeredType(db, serviceDeskId, id, isLocked) : null;
  if (!type) throw new NotFound('There is no such request type on this service desk.');
  return type;
}

/**
 * Makes a request type with its form, last in the order of its desk.
 *
 * @returns its id
 * @throws Invalid with a message per place of the input
 * @throws Conflict when its name is taken
 */
export async function createRequestType(
  trx: Database,
  serviceDeskId: string,
  input: RequestTypeInput,
  actor: AuditActor,
): Promise<string> {
  const { values, clean } = await read(trx, serviceDeskId, input, null);
  const { count } = await trx
    .selectFrom('request_type')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('service_desk_id', '=', serviceDeskId)
    .where('archived_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (count >= maxRequestTypes) {
    throw new Conflict(
      `A service desk has at most ${maxRequestTypes} request types. Archive one that nobody needs.`,
    );
  }
  const { id } = await trx
    .insertInto('request_type')
    .values({
      ...values,
      service_desk_id: serviceDeskId,
      position: sql<number>`(select coalesce(max(position), -1) + 1 from request_type where service_desk_id = ${serviceDeskId})`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeGroups(trx, serviceDeskId, id, input.groupIds);
  await writeForm(trx, id, clean);
  await recordAudit(trx, {
    actor,
    action: 'request-type.created',
    objectType: 'request-type',
    objectId: id,
    objectName: values.name,
    after: await audited(trx, serviceDeskId, id),
  });
  return id;
}

/**
 * Changes a request type with its form. Requests keep what was filled in, also in fields that the form no longer has.
 *
 * @throws Invalid with a message per place of the input
 * @throws Conflict when it has changed since `version`, or its name is taken
 * @throws NotFound
 */
export async function changeRequestType(
  trx: Database,
  serviceDeskId: string,
  id: string,
  { version, ...input }: RequestTypeInput & { readonly version: number },
  actor: AuditActor,
): Promise<void> {
  const type = await requireType(trx, serviceDeskId, id, true);
  if (type.version !== version) {
    throw new Conflict('Somebody has changed this request type in the meantime. Look at it again.');
  }
  const { values, clean } = await read(trx, serviceDeskId, input, type);
  const before = await audited(trx, serviceDeskId, id);
  await trx
    .updateTable('request_type')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .execute();
  await writeGroups(trx, serviceDeskId, id, input.groupIds);
  await writeForm(trx, id, clean);
  await recordAudit(trx, {
    actor,
    action: 'request-type.changed',
    objectType: 'request-type',
    objectId: id,
    objectName: values.name,
    before,
    after: await audited(trx, serviceDeskId, id),
  });
}

/**
 * Takes a request type out of use, or back into it. Its requests go on.
 * @throws Conflict when its name was taken meanwhile
 * @throws NotFound
 */
export async function archiveRequestType(
  trx: Database,
  serviceDeskId: string,
  id: string,
  isArchived: boolean,
  actor: AuditActor,
): Promise<void> {
  const type = await requireType(trx, serviceDeskId, id, true);
  if (type.isArchived === isArchived) return;
  if (!isArchived) await refuseTakenName(trx, serviceDeskId, type.name, id);
  await trx
    .updateTable('request_type')
    .set({ archived_at: isArchived ? sql`now()` : null, version: type.version + 1 })
    .where('id', '=', id)
    .execute();
  await recordAudit(trx, {
    actor,
    action: isArchived ? 'request-type.archived' : 'request-type.restored',
    objectType: 'request-type',
    objectId: id,
    objectName: type.name,
  });
}

/**
 * Deletes a request type that has no requests; one that has is archived instead, as Jira's API does not tell the two apart.
 * @throws NotFound
 */
export async function removeRequestType(
  trx: Database,
  serviceDeskId: string,
  id: string,
  actor: AuditActor,
): Promise<void> {
  const type = await requireType(trx, serviceDeskId, id, true);
  if (type.isUsed) return archiveRequestType(trx, serviceDeskId, id, true, actor);
  const before = await audited(trx, serviceDeskId, id);
  await trx.deleteFrom('request_type').where('id', '=', id).execute();
  await recordAudit(trx, {
    actor,
    action: 'request-type.deleted',
    objectType: 'request-type',
    objectId: id,
    objectName: type.name,
    before,
  });
}

/**
 * Puts the request types of a desk that are in use into this order.
 * @throws Invalid when it does not name each of them once
 */
export async function orderRequestTypes(
  trx: Database,
  serviceDeskId: string,
  ids: readonly string[],
  actor: AuditActor,
): Promise<void> {
  const rows = await trx
    .selectFrom('request_type')
    .select(['id', 'name'])
    .where('service_desk_id', '=', serviceDeskId)
    .where('archived_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .forUpdate()
    .execute();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  if (ids.length !== names.size || new Set(ids).size !== ids.length || ids.some((id) => !names.has(id))) {
    throw Invalid.fields({ ids: 'Name each request type once. Load them again: one was added or archived.' });
  }
  for (const [position, id] of ids.entries()) {
    await trx.updateTable('request_type').set({ position }).where('id', '=', id).execute();
  }
  await recordAudit(trx, {
    actor,
    action: 'request-type.ordered',
    objectType: 'service-desk',
    objectId: serviceDeskId,
    objectName: null,
    before: { order: [...names.values()] },
    after: { order: ids.map((id) => names.get(id) ?? id) },
  });
}

async function read(
  trx: Database,
  serviceDeskId: string,
  input: RequestTypeInput,
  type: AdministeredType | null,
) {
  const { clean, errors } = await cleanForm(trx, serviceDeskId, input.form);
  const name = cleanLine(input.name);
  if (name === '') errors['name'] = 'Give the request type a name.';
  else if (name.length > maxLabelLength) errors['name'] = `A name has at most ${maxLabelLength} characters.`;
  const description = readText(input.description, 'description', errors);
  const helpText = readText(input.helpText, 'helpText', errors);
  await refuseUnknown(trx, serviceDeskId, input, type, errors);
  if (Object.keys(errors).length > 0) throw Invalid.fields(errors);
  await refuseTakenName(trx, serviceDeskId, name, type?.id ?? null);
  const values = { name, description, help_text: helpText, icon: input.icon, workflow_id: input.workflowId };
  return { values, clean };
}

function readText(text: string, field: string, errors: FormErrors): string {
  const clean = cleanText(text);
  if (clean.length > maxHelpLength) errors[field] = `This has at most ${maxHelpLength} characters.`;
  return clean;
}

async function refuseUnknown(
  trx: Database,
  serviceDeskId: string,
  { workflowId, groupIds }: RequestTypeInput,
  type: AdministeredType | null,
  errors: FormErrors,
): Promise<void> {
  const workflow = isId(workflowId)
    ? await trx.selectFrom('workflow').select('id').where('id', '=', workflowId).executeTakeFirst()
    : undefined;
  if (!workflow) errors['workflowId'] = 'There is no such workflow.';
  else if (type?.isUsed && type.workflowId !== workflowId) {
    errors['workflowId'] =
      'Requests of this type are in its workflow, which cannot be exchanged along with the rest: change the workflow by itself, and say where they go.';
  }
  const groups = await trx
    .selectFrom('request_type_group')
    .select('id')
    .where('service_desk_id', '=', serviceDeskId)
    .execute();
  const known = new Set(groups.map(({ id }) => id));
  if (groupIds.some((id) => !known.has(id))) errors['groupIds'] = 'This service desk has no such group.';
}

async function refuseTakenName(
  trx: Database,
  serviceDeskId: string,
  name: string,
  exceptId: string | null,
): Promise<void> {
  const taken = await trx
    .selectFrom('request_type')
    .select('id')
    .where('service_desk_id', '=', serviceDeskId)
    .where('archived_at', 'is', null)
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .$if(exceptId !== null, (query) => query.where('id', '!=', exceptId ?? ''))
    .executeTakeFirst();
  if (taken) throw new Conflict('', { name: `This service desk has a request type named ${name} already.` });
}

async function writeGroups(
  trx: Database,
  serviceDeskId: string,
  typeId: string,
  groupIds: readonly string[],
): Promise<void> {
  await trx
    .deleteFrom('request_type_group_entry')
    .where('request_type_id', '=', typeId)
    .where('group_id', 'in', (eb) =>
      eb.selectFrom('request_type_group').select('id').where('service_desk_id', '=', serviceDeskId),
    )
    .execute();
  if (groupIds.length === 0) return;
  await trx
    .insertInto('request_type_group_entry')
    .values([...new Set(groupIds)].map((group) => ({ group_id: group, request_type_id: typeId })))
    .execute();
}

async function writeForm(trx: Database, typeId: string, form: CleanForm): Promise<void> {
  await trx.deleteFrom('request_type_field').where('request_type_id', '=', typeId).execute();
  await trx.deleteFrom('request_type_section').where('request_type_id', '=', typeId).execute();
  for (const [position, { field, section }] of form.entries()) {
    if (field) {
      await writeFields(trx, typeId, null, [field], position);
      continue;
    }
    const { id } = await trx
      .insertInto('request_type_section')
      .values({
        request_type_id: typeId,
        title: section.title,
        description: section.description,
        show_when: section.showWhen && JSON.stringify(section.showWhen),
        position,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await writeFields(trx, typeId, id, section.fields, 0);
  }
}

async function writeFields(
  trx: Database,
  typeId: string,
  sectionId: string | null,
  fields: readonly CleanField[],
  from: number,
): Promise<void> {
  if (fields.length === 0) return;
  await trx
    .insertInto('request_type_field')
    .values(
      fields.map((field, index) => ({
        request_type_id: typeId,
        field_key: field.key,
        field_id: field.fieldId,
        section_id: sectionId,
        label: field.label,
        help_text: field.helpText,
        is_required: field.isRequired,
        is_hidden: field.isHidden,
        preset: field.preset === null ? null : JSON.stringify(field.preset),
        show_when: field.showWhen && JSON.stringify(field.showWhen),
        position: from + index,
      })),
    )
    .execute();
}

/** What of a request type the audit log keeps: its form as an outline. */
async function audited(trx: Database, serviceDeskId: string, id: string): Promise<Record<string, unknown>> {
  const { name, description, helpText, icon, workflowId, groupIds } = await requireType(
    trx,
    serviceDeskId,
    id,
  );
  const form = (await formsOf(trx, [id])).get(id) ?? [];
  const sections = await sectionsOf(trx, id);
  return {
    name,
    description,
    helpText,
    icon,
    workflowId,
    groupIds,
    sections: sections.map(({ title, showWhen }) => ({ title, ...(showWhen && { showWhen }) })),
    form: form.map((field) => ({
      field: field.key,
      label: field.label,
      ...(field.section && { section: field.section.title }),
      ...(field.isRequired && { isRequired: true }),
      ...(field.isHidden && { isHidden: true, preset: field.preset }),
      ...(field.showWhen && { showWhen: field.showWhen }),
    })),
  };
}
