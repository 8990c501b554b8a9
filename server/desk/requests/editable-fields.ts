import type { JiraSchema } from '../../fields/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { JsonValue } from '../../platform/database/schema.ts';
import { formFieldTypeOf } from '../request-types/fields/form.ts';
import type { FormField } from '../request-types/fields/form-field.ts';
import { askableFields, formsOf } from '../request-types/store.ts';
import { type EditVerb, verbsOf } from './edit-operations.ts';
import { keptOptions } from './kept-values.ts';

/** A field of a request that an agent may edit. */
export interface EditableField {
  /** Jira's field id */
  readonly key: string;
  readonly name: string;
  readonly isRequired: boolean;
  readonly schema: JiraSchema;
  readonly operations: readonly EditVerb[];
  /** how it is asked for, with its options; null for what refers to people, organizations, priorities and resolutions */
  readonly form: FormField | null;
}

/** What decides on the fields of a request. */
export interface FieldsOf {
  readonly serviceDeskId: string;
  readonly requestTypeId: string;
  /** stored values by field id */
  readonly customFields: Readonly<Record<string, JsonValue>>;
}

/**
 * Which fields of a request an agent may edit: what every request has, what its form asks for (hidden from customers or not), and
 * what it has a value in besides. `editRequest` takes other fields that are in use too.
 */
export async function editableFields(db: Database, request: FieldsOf): Promise<EditableField[]> {
  const fields = await fieldsOfRequest(db, request);
  return [
    ...ownFields,
    ...fields.filter(({ isArchived, type }) => !isArchived && type !== 'attachment').map(editableField),
  ].toSorted((one, other) => placeOf(one.key) - placeOf(other.key));
}

/** Summary, description, the fields of the form in its order, and after them those that have a value besides. */
export async function fieldsOfRequest(db: Database, request: FieldsOf): Promise<FormField[]> {
  const form = (await formsOf(db, [request.requestTypeId])).get(request.requestTypeId) ?? [];
  return [...form, ...(await fieldsBeside(db, request, form))].map((field) =>
    keptOptions(field, field.customId === null ? null : (request.customFields[field.customId] ?? null)),
  );
}

/** What a request has or may have although its form does not ask for it. */
export async function fieldsBeside(
  db: Database,
  { serviceDeskId, customFields }: Omit<FieldsOf, 'requestTypeId'>,
  form: readonly FormField[],
): Promise<FormField[]> {
  const asked = new Set(form.map(({ key }) => key));
  const keys = ['description', ...Object.keys(customFields).map((id) => `customfield_${id}`)].filter(
    (key) => !asked.has(key),
  );
  return keys.length === 0 ? [] : [...(await askableFields(db, serviceDeskId, keys)).values()];
}

/**
 * The fields of new requests on a desk: what every request has, and what any form of the desk asks for, in the order of its
 * request types.
 */
export async function fieldsOfDesk(db: Database, serviceDeskId: string): Promise<EditableField[]> {
  const rows = await db
    .selectFrom('request_type_field as entry')
    .innerJoin('request_type as type', 'type.id', 'entry.request_type_id')
    .select('entry.field_key as key')
    .where('type.service_desk_id', '=', serviceDeskId)
    .where('type.archived_at', 'is', null)
    .groupBy('entry.field_key')
    .orderBy((eb) => eb.fn.min('type.position'))
    .orderBy((eb) => eb.fn.min('entry.position'))
    .orderBy('entry.field_key')
    .execute();
  const first = ['summary', 'description', 'priority', 'assignee', 'reporter', 'organization'];
  const keys = [...new Set([...first, ...rows.map(({ key }) => key)])];
  return [...(await editableFieldsByKey(db, serviceDeskId, keys)).values()];
}

/** Those of the fields (by key) that can be edited on the desk, whether or not a form asks for them. */
export async function editableFieldsByKey(
  db: Database,
  serviceDeskId: string,
  keys: readonly string[],
): Promise<Map<string, EditableField>> {
  const filled = await askableFields(db, serviceDeskId, keys);
  return new Map(
    keys.flatMap((key): [string, EditableField][] => {
      const own = ownFields.find((field) => field.key === key);
      if (own) return [[key, own]];
      const field = filled.get(key);
      return field && field.type !== 'attachment' ? [[key, editableField(field)]] : [];
    }),
  );
}

function editableField(field: FormField): EditableField {
  return {
    key: field.key,
    name: field.name,
    isRequired: field.key === 'summary',
    schema: formFieldTypeOf(field).jiraSchema(field),
    operations: verbsOf(field),
    form: field,
  };
}

const ownFields: readonly EditableField[] = [
  own('assignee', 'Assignee', { type: 'user', system: 'assignee' }),
  { ...own('reporter', 'Reporter', { type: 'user', system: 'reporter' }), isRequired: true },
  { ...own('priority', 'Priority', { type: 'priority', system: 'priority' }), isRequired: true },
  own('resolution', 'Resolution', { type: 'resolution', system: 'resolution' }),
  own('organization', 'Organization', { type: 'sd-customerorganization', system: 'organization' }),
];

function own(key: string, name: string, schema: JiraSchema): EditableField {
  return { key, name, schema, isRequired: false, operations: ['set'], form: null };
}

/** First what every request has; the rest stays in its order. */
function placeOf(key: string): number {
  const place = ['summary', 'description', 'priority', 'assignee', 'reporter', 'organization'].indexOf(key);
  return place < 0 ? Number.MAX_SAFE_INTEGER : place;
}
