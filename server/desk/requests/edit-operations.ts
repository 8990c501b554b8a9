import type { JsonValue } from '../../platform/database/schema.ts';
import { formFieldTypeOf } from '../request-types/fields/form.ts';
import type { FormField } from '../request-types/fields/form-field.ts';
import type { EditedRequest } from './edited.ts';

/** What can be done with the value of a field. */
export type EditVerb = 'set' | 'add' | 'remove';

/** What to do with values, one after the other, by field id: Jira's `update`. */
export type EditOperations = Readonly<
  Record<string, readonly Readonly<Partial<Record<EditVerb, unknown>>>[]>
>;

/** The verbs that a field knows: `add` and `remove` where it holds a list. */
export function verbsOf(field: FormField): readonly EditVerb[] {
  return formFieldTypeOf(field).jiraSchema(field).type === 'array' ? ['add', 'set', 'remove'] : ['set'];
}

/** The values that come of the operations, as clients send them, and what is wrong with operations, by field id. */
export function applyOperations(
  request: EditedRequest,
  fields: ReadonlyMap<string, FormField>,
  operations: EditOperations,
  values: Readonly<Record<string, unknown>>,
): { values: Record<string, unknown>; errors: Record<string, string> } {
  const result: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const [key, steps] of Object.entries(operations)) {
    if (Object.hasOwn(values, key)) {
      errors[key] = `Field '${key}' cannot appear in both 'fields' and 'update'.`;
      continue;
    }
    const field = fields.get(key);
    const verbs = field ? verbsOf(field) : (['set'] as const);
    let value: unknown = field ? sentForm(request, field) : undefined;
    for (const step of steps) {
      const unknown = Object.keys(step).find((verb) => !verbs.some((known) => known === verb));
      if (unknown !== undefined) {
        errors[key] = `Field '${key}' does not support operation '${unknown}': it knows ${verbs.join(', ')}.`;
        break;
      }
      if ('set' in step) value = step.set;
      if ('add' in step) value = [...without(value, step.add), step.add];
      if ('remove' in step) value = without(value, step.remove);
    }
    result[key] = value;
  }
  return { values: result, errors };
}

/** The stored value of a list as a client would send it. */
function sentForm({ customFields }: EditedRequest, field: FormField): unknown {
  if (field.customId === null) return null;
  const stored = customFields[field.customId] ?? null;
  if (!Array.isArray(stored)) return stored;
  return stored.map((each) => memberForm(field, each ?? null));
}

function memberForm(field: FormField, stored: JsonValue): JsonValue {
  const option = field.options.find(({ id }) => id === stored);
  if (option) return { id: option.id, value: option.value };
  return field.type === 'people' ? { accountId: String(stored) } : stored;
}

function without(list: unknown, member: unknown): unknown[] {
  const namesOfMember = namesIn(member);
  return (Array.isArray(list) ? list : []).filter(
    (each) => !namesIn(each).some((name) => namesOfMember.includes(name)),
  );
}

/** All that a member of a list can be named by: a word, an id, the text of an option. */
function namesIn(member: unknown): string[] {
  if (typeof member === 'string' || typeof member === 'number') return [`id ${member}`];
  if (typeof member !== 'object' || member === null) return [];
  const { id, accountId, value } = member as { id?: unknown; accountId?: unknown; value?: unknown };
  const ids = [id, accountId].filter((each) => typeof each === 'string' || typeof each === 'number');
  return [...ids.map((each) => `id ${each}`), ...(typeof value === 'string' ? [`value ${value}`] : [])];
}
