import type { FormField, Problem, ReadWith } from '../../kit/request-form/fields/field-module.ts';
import type { ModuleOf } from '../../kit/request-form/fields/registry.ts';
import { formFieldOf } from '../request/in-place/editable-fields.ts';
import type { Options } from './bulk-queries.ts';

/** What is done with a list of values that is there. */
export type Mode = 'set' | 'add' | 'remove';

/** A field that can be changed in some of the requests. */
export interface BulkField {
  readonly form: FormField;
  readonly modes: readonly Mode[];
  /** in how many of the requests it is asked for */
  readonly count: number;
}

// Nobody means the same words in many requests.
const notInBulk = new Set(['summary', 'description']);

/** The fields that can be changed in many requests, in order. */
export function bulkFields({ fields }: Options): BulkField[] {
  return fields
    .filter(({ meta }) => !notInBulk.has(meta.key))
    .map(({ meta, count }) => ({ form: formFieldOf(meta), modes: modesOf(meta.operations), count }));
}

function modesOf(operations: readonly string[]): Mode[] {
  return (['add', 'set', 'remove'] as const).filter((mode) => operations.includes(mode));
}

/** A field that is being changed. */
export interface EditedField {
  readonly field: BulkField;
  readonly mode: Mode;
  /** as its control keeps it */
  readonly state: string;
}

/** How states are read. */
export interface Read {
  readonly moduleOf: ModuleOf;
  readonly read: ReadWith;
}

/** What is wrong with what was filled in, by field id. */
export function problemsIn(edited: readonly EditedField[], { moduleOf, read }: Read) {
  const problems: Record<string, 'missing' | Problem> = {};
  for (const { field, mode, state } of edited) {
    const { form } = field;
    if (form.fieldId === 'assignee') continue;
    const module = moduleOf(form);
    if (module.isEmpty(state, read)) {
      if (form.required || mode !== 'set') problems[form.fieldId] = 'missing';
      continue;
    }
    const problem = module.problem?.(state, form, read);
    if (problem) problems[form.fieldId] = problem;
  }
  return problems;
}

/** What is sent of it: new values, and what to do with lists that are there. Nothing in a field empties it. */
export function sentOf(edited: readonly EditedField[], { moduleOf, read }: Read) {
  const fields: Record<string, unknown> = {};
  const update: Record<string, Record<string, unknown>[]> = {};
  for (const { field, mode, state } of edited) {
    const { form } = field;
    const value = sentValue(form, state, { moduleOf, read });
    if (mode === 'set') fields[form.fieldId] = value;
    else update[form.fieldId] = (Array.isArray(value) ? value : [value]).map((each) => ({ [mode]: each }));
  }
  return {
    ...(Object.keys(fields).length > 0 && { fields }),
    ...(Object.keys(update).length > 0 && { update }),
  };
}

function sentValue(form: FormField, state: string, { moduleOf, read }: Read): unknown {
  // chosen from those who work on the desk, not from those whom customers may name
  if (form.fieldId === 'assignee') return state === '' ? null : { accountId: state };
  const module = moduleOf(form);
  return module.isEmpty(state, read) ? null : module.sent(state, form, read);
}
