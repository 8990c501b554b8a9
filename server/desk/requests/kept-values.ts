import { termsOf } from '../../fields/index.ts';
import type { JsonValue } from '../../platform/database/schema.ts';
import type { FormField } from '../request-types/fields/form-field.ts';

/** The field with those of its options on offer that the request has already: what is archived can be kept, and not chosen anew. */
export function keptOptions(field: FormField, stored: JsonValue): FormField {
  if (field.options.length === 0 || stored === null) return field;
  const had = new Set(termsOf(stored));
  return {
    ...field,
    options: field.options.map((option) => (had.has(option.id) ? { ...option, isArchived: false } : option)),
  };
}
