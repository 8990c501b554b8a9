import type { JsonValue } from '../../../platform/database/schema.ts';
import { Invalid } from '../../../platform/http/errors.ts';
import { attachmentField } from './attachment.ts';
import { dateField } from './date.ts';
import { descriptionField } from './description.ts';
import type { FieldType, FieldTypeName, FormField } from './field-type.ts';
import { numberField } from './number.ts';
import { paragraphField } from './paragraph.ts';
import { selectField } from './select.ts';
import { summaryField } from './summary.ts';
import { textField } from './text.ts';

const fieldTypes: Record<FieldTypeName, FieldType> = {
  summary: summaryField,
  description: descriptionField,
  attachment: attachmentField,
  text: textField,
  paragraph: paragraphField,
  number: numberField,
  date: dateField,
  select: selectField,
};

/** The module of a field's type. */
export function fieldTypeOf(field: FormField): FieldType {
  return fieldTypes[field.type];
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
export function readForm(form: readonly FormField[], values: Readonly<Record<string, unknown>>): FilledForm {
  const errors: Record<string, string> = {};
  const known = new Set(form.map((field) => field.key));
  for (const key of Object.keys(values)) {
    if (!known.has(key))
      errors[key] = 'This form has no such field. Leave it out, or choose another request type.';
  }
  const stored = new Map<string, JsonValue>();
  for (const field of form) {
    const reading = fieldTypeOf(field).read(
      Object.hasOwn(values, field.key) ? values[field.key] : null,
      field,
    );
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
