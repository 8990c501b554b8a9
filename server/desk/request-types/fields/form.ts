import { fieldTypeOf, isMet, type Named, type ReadContext } from '../../../fields/index.ts';
import type { JsonValue } from '../../../platform/database/schema.ts';
import { Invalid } from '../../../platform/http/errors.ts';
import { attachmentField } from './attachment.ts';
import { descriptionField } from './description.ts';
import type { FormField } from './form-field.ts';
import type { OwnField } from './own-field.ts';
import { summaryField } from './summary.ts';

/** The module of a form field's type. */
export function formFieldTypeOf(field: FormField): OwnField {
  switch (field.type) {
    case 'summary':
      return summaryField;
    case 'description':
      return descriptionField;
    case 'attachment':
      return attachmentField;
    default:
      return fieldTypeOf({ type: field.type });
  }
}

/** The people and organizations that the values of a form name, to be looked up before it is read. */
export function namedInForm(form: readonly FormField[], values: Readonly<Record<string, unknown>>): Named {
  const named = form.flatMap((field) => formFieldTypeOf(field).namedIn?.(sentValue(values, field)) ?? []);
  return {
    people: named.flatMap(({ people }) => people),
    organizations: named.flatMap(({ organizations }) => organizations),
  };
}

/** A filled-in form, ready to be stored. */
export interface FilledForm {
  readonly summary: string;
  /** ADF */
  readonly description: JsonValue;
  /** by field id; only fields that have a value */
  readonly customFields: Record<string, JsonValue>;
  /** ids of temporary attachments */
  readonly attachmentIds: readonly string[];
}

/**
 * Reads what a client filled into a form.
 *
 * @param values by field key
 * @throws Invalid with one message per field: unknown, required and missing, or of the wrong form
 */
export function readForm(
  form: readonly FormField[],
  values: Readonly<Record<string, unknown>>,
  context: ReadContext,
): FilledForm {
  const errors: Record<string, string> = {};
  const known = new Set(form.filter(isAskedFor).map((field) => field.key));
  for (const key of Object.keys(values)) {
    if (!known.has(key))
      errors[key] = 'This form has no such field. Leave it out, or choose another request type.';
  }
  const stored = new Map<string, JsonValue>();
  const storedValue = (key: string) => stored.get(key) ?? null;
  for (const field of form) {
    if (field.isArchived) continue;
    if (field.isHidden) {
      if (field.preset !== null) stored.set(field.key, field.preset);
      continue;
    }
    // What the form does not show is not asked for. A value that was sent all the same was filled in before it was hidden.
    if (!isShown(field, storedValue)) continue;
    const reading = formFieldTypeOf(field).read(sentValue(values, field), field, context);
    if ('problem' in reading) errors[field.key] = reading.problem;
    else if (reading.value !== null) stored.set(field.key, reading.value);
    else if (field.isRequired || field.key === 'summary') errors[field.key] = `"${field.label}" is required.`;
  }
  if (Object.keys(errors).length > 0) throw Invalid.fields(errors);

  const summary = stored.get('summary');
  if (typeof summary !== 'string') throw new Error('A form without a summary field cannot be filled in');
  const customFields: Record<string, JsonValue> = {};
  for (const { customId, key } of form) {
    const value = stored.get(key);
    if (customId !== null && value !== undefined) customFields[customId] = value;
  }
  return {
    summary,
    description: stored.get('description') ?? null,
    customFields,
    attachmentIds: (stored.get('attachment') as string[] | undefined) ?? [],
  };
}

/** Whether the form asks for the field at all. */
export function isAskedFor({ isArchived, isHidden }: FormField): boolean {
  return !isArchived && !isHidden;
}

/** Fields are looked at in the order of the form: what is not shown has no value for those that follow. */
function isShown({ section, showWhen }: FormField, storedValue: (key: string) => JsonValue): boolean {
  return [section?.showWhen, showWhen].every((when) => !when || isMet(when, storedValue));
}

function sentValue(values: Readonly<Record<string, unknown>>, { key }: FormField): unknown {
  return Object.hasOwn(values, key) ? values[key] : null;
}
