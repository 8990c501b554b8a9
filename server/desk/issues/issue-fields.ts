import type { JiraSchema } from '../../fields/index.ts';
import { ownJiraFields } from '../custom-fields/json.ts';
import { formFieldTypeOf } from '../request-types/fields/form.ts';
import type { FormField } from '../request-types/fields/form-field.ts';

/** What the fields of an issue are called, by their ids. */
export function fieldNamesJson(keys: readonly string[], form: readonly FormField[]): Record<string, string> {
  return byKey(keys, form, ({ name }) => name);
}

/** What the fields of an issue hold, by their ids, as Jira describes it. */
export function fieldSchemasJson(
  keys: readonly string[],
  form: readonly FormField[],
): Record<string, JiraSchema> {
  return byKey(keys, form, ({ schema }) => schema);
}

function byKey<Shown>(
  keys: readonly string[],
  form: readonly FormField[],
  show: (field: { name: string; schema: JiraSchema }) => Shown,
): Record<string, Shown> {
  const custom = new Map(
    form.map((field) => [field.key, { name: field.name, schema: formFieldTypeOf(field).jiraSchema(field) }]),
  );
  const own = new Map(ownJiraFields.map(({ id, name, schema }) => [id, { name, schema }]));
  const result: Record<string, Shown> = {};
  for (const key of keys) {
    const known = own.get(key);
    const field = known?.schema ? { name: known.name, schema: known.schema } : custom.get(key);
    if (field) result[key] = show(field);
  }
  return result;
}
