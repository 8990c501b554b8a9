import { type Static, Type } from 'typebox';
import { type Choices, fieldMetaJson, fieldMetaSchema } from '../issues/field-meta.ts';
import { statusJson, statusSchema } from '../workflow/json.ts';
import { bulkActs } from './input.ts';
import type { BulkOptions } from './options.ts';
import { maxRequests } from './selection.ts';
import { type BulkOperation, outcomes } from './store.ts';

const orNull = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const time = Type.String({ format: 'date-time' });

/** Ids or keys of requests, as many as one operation can be about. */
export const idsOrKeysSchema = Type.Array(Type.String({ minLength: 1, maxLength: 40 }), {
  minItems: 1,
  maxItems: maxRequests,
});

/** A query that finds requests. */
export const jqlSchema = Type.String({ minLength: 1, maxLength: 10_000 });

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

/** What can be done to some requests. */
export const optionsSchema = Type.Object(
  {
    total: Type.Integer({ description: 'How many of the requests the viewer works on' }),
    fields: Type.Array(
      Type.Object({
        count: Type.Integer({ description: 'How many of the requests have it' }),
        meta: fieldMetaSchema,
      }),
    ),
    transitions: Type.Array(
      Type.Object({
        ids: Type.Array(Type.String(), { description: 'One in each workflow' }),
        name: Type.String(),
        to: statusSchema,
        keys: Type.Array(Type.String(), {
          description: 'Of the requests that can make it from where they stand',
        }),
        screen: Type.Array(Type.Object({ fieldId: Type.String(), isRequired: Type.Boolean() })),
      }),
    ),
  },
  { title: 'BulkOptions' },
);

/** What is beside the options where they are shown. */
interface ShownWith {
  readonly total: number;
  /** what priority and resolution can be set to */
  readonly choices: Choices;
  /** one of the requests, whose agents can be the assignee */
  readonly key: string;
  readonly siteAddress: string;
}

/** Shows what can be done to some requests. */
export function optionsJson(
  { fields, transitions }: BulkOptions,
  { total, choices, key, siteAddress }: ShownWith,
): Static<typeof optionsSchema> {
  const completing = { apiAddress: `${siteAddress}/rest/api/3`, assignableTo: `issueKey=${key}` };
  return {
    total,
    fields: fields.map(({ field, count }) => ({ count, meta: fieldMetaJson(field, choices, completing) })),
    transitions: transitions.map(({ ids, name, to, keys, screen }) => ({
      ids: [...ids],
      name,
      to: statusJson(to, siteAddress),
      keys: [...keys],
      screen: screen.map(({ fieldId, isRequired }) => ({ fieldId, isRequired })),
    })),
  };
}
