import { isDeepStrictEqual } from 'node:util';
import type { Named, ReadContext, Shown } from '../../fields/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { JsonValue } from '../../platform/database/schema.ts';
import { type AdfNode, textFromAdf } from '../../platform/formats/rich-text.ts';
import { Invalid } from '../../platform/http/errors.ts';
import type { Actor } from '../access-rules.ts';
import { loadFieldNames, readContextFor } from '../request-types/field-names.ts';
import { formFieldTypeOf } from '../request-types/fields/form.ts';
import type { FormField } from '../request-types/fields/form-field.ts';
import { askableFields } from '../request-types/store.ts';
import type { ChangeItem } from './change-request.ts';
import { applyOperations } from './edit-operations.ts';
import type { RequestEdit } from './edit-request.ts';
import type { EditedRequest, FieldChange, FieldOutcome } from './edited.ts';
import { keptOptions } from './kept-values.ts';
import { isReferenceKey, readReference } from './references.ts';

/** What an edit makes of a request, not yet written. */
export interface ReadEdit {
  /** the fields that it names */
  readonly keys: readonly string[];
  readonly set: FieldChange['set'];
  /** empty: it changes nothing */
  readonly items: readonly ChangeItem[];
  readonly audience: 'customers' | 'agents';
}

/**
 * Reads an edit of a request that the caller writes, with what else belongs to the same change.
 * @throws Invalid with a message per field
 */
export async function readEdit(
  trx: Database,
  request: EditedRequest,
  edit: Pick<RequestEdit, 'actor' | 'values' | 'operations'>,
  at: Date,
): Promise<ReadEdit> {
  const { actor } = edit;
  const keys = [...new Set([...Object.keys(edit.values), ...Object.keys(edit.operations ?? {})])];
  const fields = await editedFields(trx, request, keys);
  const operated = applyOperations(request, fields, edit.operations ?? {}, edit.values);
  const values: Record<string, unknown> = { ...edit.values, ...operated.values };
  const errors: Record<string, string> = { ...operated.errors };
  const filled = await readFilled(trx, request, { fields, values, actor, at });
  const changes: FieldChange[] = [];
  for (const key of keys) {
    if (errors[key] !== undefined) continue;
    const outcome = isReferenceKey(key)
      ? await readReference(trx, request, key, values, at)
      : (filled.outcomes.get(key) ?? { problem: notSettable(key) });
    if ('problem' in outcome) errors[key] = outcome.problem;
    else if (outcome.change) changes.push(outcome.change);
  }
  if (Object.keys(errors).length > 0) throw Invalid.fields(errors);
  const set = Object.assign({}, ...changes.map((change) => change.set)) as FieldChange['set'];
  const customFields = filled.customFields;
  return {
    keys,
    set: { ...set, ...(customFields && { custom_fields: JSON.stringify(customFields) }) },
    items: changes.flatMap(({ items }) => items),
    audience: changes.every(({ isForAgentsOnly }) => isForAgentsOnly) ? 'agents' : 'customers',
  };
}

function notSettable(key: string): string {
  if (key === 'status') return 'The status changes by a transition: use the transitions of the issue.';
  if (key === 'attachment') return 'Add and remove files by the attachments of the issue.';
  return `Field '${key}' cannot be set. It is not on the appropriate screen, or unknown.`;
}

/** The fields with these keys that hold what is filled in, with the options that the request already has. */
async function editedFields(
  trx: Database,
  request: EditedRequest,
  keys: readonly string[],
): Promise<Map<string, FormField>> {
  const fields = await askableFields(trx, request.serviceDeskId, keys);
  fields.delete('attachment');
  return new Map(
    [...fields].map(([key, field]) => [key, keptOptions(field, storedIn(request, field))] as const),
  );
}

function storedIn({ summary, description, customFields }: EditedRequest, field: FormField): JsonValue {
  if (field.type === 'summary') return summary;
  if (field.type === 'description') return (description as JsonValue | null) ?? null;
  return field.customId === null ? null : (customFields[field.customId] ?? null);
}

interface Filling {
  readonly fields: ReadonlyMap<string, FormField>;
  readonly values: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
  readonly at: Date;
}

interface Filled {
  readonly outcomes: ReadonlyMap<string, FieldOutcome>;
  /** all of the request's, when any of them changes */
  readonly customFields: Readonly<Record<string, JsonValue>> | null;
}

/** Reads what is filled in: summary, description and custom fields. */
async function readFilled(trx: Database, request: EditedRequest, filling: Filling): Promise<Filled> {
  const { fields, values } = filling;
  const outcomes = new Map<string, FieldOutcome>();
  if (fields.size === 0) return { outcomes, customFields: null };
  const context = await contextOf(trx, request, filling);
  const read: { field: FormField; before: JsonValue; after: JsonValue }[] = [];
  for (const [key, field] of fields) {
    const before = storedIn(request, field);
    const reading = formFieldTypeOf(field).read(values[key], field, context);
    if ('problem' in reading) outcomes.set(key, reading);
    else if (key === 'summary' && reading.value === null)
      outcomes.set(key, { problem: 'You must specify a summary of the issue.' });
    else if (isDeepStrictEqual(before, reading.value)) outcomes.set(key, { change: null });
    else read.push({ field, before, after: reading.value });
  }
  const customFields = { ...request.customFields };
  for (const { field, after } of read) {
    if (field.customId === null) continue;
    if (after === null) delete customFields[field.customId];
    else customFields[field.customId] = after;
  }
  const shown = await inWords(
    trx,
    read.map(({ field }) => field),
    [request.customFields, customFields],
  );
  for (const { field, before, after } of read) {
    outcomes.set(field.key, {
      change: { set: columnsOf(field, after), items: [itemOf(field, before, after, shown)] },
    });
  }
  return { outcomes, customFields: read.some(({ field }) => field.customId !== null) ? customFields : null };
}

/** People and organizations that a value names already may stay in it, whoever may name them now. */
async function contextOf(
  trx: Database,
  request: EditedRequest,
  { fields, values, actor, at }: Filling,
): Promise<ReadContext> {
  const form = [...fields.values()];
  const sent: Named[] = form.flatMap((field) => formFieldTypeOf(field).namedIn?.(values[field.key]) ?? []);
  const kept: Named[] = form.flatMap((field) => {
    const stored = storedIn(request, field);
    return stored === null ? [] : (formFieldTypeOf(field).namedBy?.(stored) ?? []);
  });
  const context = await readContextFor(trx, {
    actor,
    serviceDeskId: request.serviceDeskId,
    form,
    named: {
      people: sent.flatMap(({ people }) => people),
      organizations: sent.flatMap(({ organizations }) => organizations),
    },
    now: at,
  });
  return {
    ...context,
    people: new Set([...context.people, ...kept.flatMap(({ people }) => people)]),
    organizations: new Set([...context.organizations, ...kept.flatMap((each) => each.organizations)]),
  };
}

function columnsOf(field: FormField, after: JsonValue): FieldChange['set'] {
  if (field.type === 'summary') return { summary: String(after) };
  if (field.type !== 'description') return {};
  const description = after as AdfNode | null;
  return {
    description: description && JSON.stringify(description),
    description_text: description ? textFromAdf(description) : '',
  };
}

/** How values are told in the history, in the language that it is kept in. */
async function inWords(
  trx: Database,
  form: readonly FormField[],
  versions: readonly Readonly<Record<string, JsonValue>>[],
): Promise<Shown> {
  const { people, organizations } = await loadFieldNames(
    trx,
    versions.map((customFields) => ({ form, customFields })),
  );
  return {
    timeZone: null,
    locale: 'en',
    person: (id) => {
      const account = people.get(id);
      return account ? { displayName: account.displayName, json: null } : null;
    },
    organization: (id) => {
      const organization = organizations.get(id);
      return organization ? { name: organization.name, json: null } : null;
    },
  };
}

function itemOf(field: FormField, before: JsonValue, after: JsonValue, shown: Shown): ChangeItem {
  const type = formFieldTypeOf(field);
  const words = (stored: JsonValue) => (stored === null ? null : type.display(stored, field, shown));
  return {
    field: field.customId === null ? field.key : field.name,
    fieldId: field.key,
    fieldtype: field.customId === null ? 'jira' : 'custom',
    from: idsIn(field, before),
    fromString: words(before),
    to: idsIn(field, after),
    toString: words(after),
  };
}

/** Jira's history names options, people and organizations by their ids, beside their names. */
function idsIn(field: FormField, stored: JsonValue): string | null {
  if (stored === null) return null;
  const type = formFieldTypeOf(field);
  const isNamed = field.options.length > 0 || type.namedBy !== undefined || field.type === 'country';
  if (!isNamed) return null;
  if (Array.isArray(stored)) return `[${stored.map(String).join(', ')}]`;
  return typeof stored === 'object' ? Object.values(stored).filter(Boolean).join(', ') : String(stored);
}
