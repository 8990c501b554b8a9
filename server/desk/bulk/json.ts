import { type Static, Type } from 'typebox';
import { formJson, formSchema } from '../request-types/json.ts';
import { statusJson, statusSchema } from '../workflow/json.ts';
import { bulkActs } from './input.ts';
import type { BulkField, BulkOptions } from './options.ts';
import { type BulkOperation, outcomes } from './store.ts';

const orNull = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const time = Type.String({ format: 'date-time' });

/** Something that is being done to many requests. */
export const operationSchema = Type.Object(
  {
    id: Type.String(),
    act: Type.Enum([...bulkActs]),
    about: Type.Array(Type.String(), { description: 'Names of the fields, or of the transition' }),
    isCommented: Type.Boolean(),
    created: time,
    total: Type.Integer(),
    done: Type.Integer(),
    unchanged: Type.Integer({ description: 'Nothing was to be done' }),
    refused: Type.Integer(),
    isFinished: Type.Boolean(),
    isCancelled: Type.Boolean(),
    stopped: orNull(Type.String({ description: 'Why it was not gone on with' })),
  },
  { title: 'BulkOperation' },
);

/** Shows an operation. */
export function operationJson(operation: BulkOperation): Static<typeof operationSchema> {
  const { id, act, about, input, createdAt, total, done, unchanged, refused, stopped } = operation;
  return {
    id,
    act,
    about: [...about],
    isCommented: input.comment !== undefined,
    created: createdAt.toISOString(),
    total,
    done,
    unchanged,
    refused,
    isFinished: operation.finishedAt !== null,
    isCancelled: operation.cancelledAt !== null,
    stopped,
  };
}

/** How it went for one request. */
export const itemSchema = Type.Object(
  {
    key: Type.String(),
    summary: orNull(Type.String({ description: 'Null where there is no such request for the viewer' })),
    outcome: orNull(Type.Enum([...outcomes], { description: 'Null: its turn has not come' })),
    message: orNull(Type.String({ description: 'Why it was refused, or left as it was' })),
  },
  { title: 'BulkOperationItem' },
);

const bulkFieldSchema = Type.Object({
  fieldId: Type.String(),
  name: Type.String(),
  required: Type.Boolean({ description: 'It cannot be emptied' }),
  operations: Type.Array(Type.String()),
  count: Type.Integer({ description: 'How many of the requests have it' }),
  field: orNull(formSchema.properties.requestTypeFields.items),
});

/** What can be done to some requests. */
export const optionsSchema = Type.Object(
  {
    total: Type.Integer({ description: 'How many of the requests the viewer works on' }),
    fields: Type.Array(bulkFieldSchema),
    transitions: Type.Array(
      Type.Object({
        ids: Type.Array(Type.String(), { description: 'One in each workflow' }),
        name: Type.String(),
        to: statusSchema,
        count: Type.Integer({ description: 'How many of the requests can make it from where they stand' }),
        screen: Type.Array(Type.Object({ fieldId: Type.String(), isRequired: Type.Boolean() })),
      }),
    ),
  },
  { title: 'BulkOptions' },
);

/** Shows what can be done to `total` requests. */
export function optionsJson(
  { fields, transitions }: BulkOptions,
  total: number,
  siteAddress: string,
): Static<typeof optionsSchema> {
  return {
    total,
    fields: fields.map(bulkFieldJson),
    transitions: transitions.map(({ ids, name, to, count, screen }) => ({
      ids: [...ids],
      name,
      to: statusJson(to, siteAddress),
      count,
      screen: screen.map(({ fieldId, isRequired }) => ({ fieldId, isRequired })),
    })),
  };
}

function bulkFieldJson({ field, count }: BulkField): Static<typeof bulkFieldSchema> {
  const { key, name, isRequired, operations, form } = field;
  // as a form that asks for nothing else would show it
  const alone = form && {
    ...form,
    isRequired: false,
    section: null,
    showWhen: null,
    isHidden: false,
    defaultValue: null,
  };
  return {
    fieldId: key,
    name,
    required: isRequired,
    operations: [...operations],
    count,
    field: (alone && formJson([alone], true).requestTypeFields[0]) ?? null,
  };
}
