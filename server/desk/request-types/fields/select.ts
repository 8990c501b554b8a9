import type { JsonValue } from '../../../platform/database/schema.ts';
import { customSchema, type FieldOption, type FieldType, type FormField, isEmpty } from './field-type.ts';

/** One of a list of options, stored as the option's id; sent as {"id": …} or {"value": …}. */
export const selectField: FieldType = {
  read(input, field) {
    if (isEmpty(input)) return { value: null };
    if (typeof input !== 'object' || Array.isArray(input)) {
      return { problem: 'Choose an option by {"id": …} or {"value": …}.' };
    }
    const { id, value } = input as { id?: unknown; value?: unknown };
    if (isEmpty(id) && isEmpty(value)) return { value: null };
    const option = field.options.find(
      (candidate) =>
        !candidate.isArchived &&
        (isEmpty(id) ? candidate.value === value : candidate.id === String(id)) &&
        (isEmpty(value) || candidate.value === value),
    );
    return option ? { value: option.id } : { problem: `Choose one of: ${offered(field)}.` };
  },
  jiraSchema: (field) => ({ type: 'option', ...customSchema(field, 'select') }),
  serviceDeskValue: optionJson,
  issueValue: optionJson,
  display: (stored, field) => optionOf(stored, field)?.value ?? '',
};

/** The options that may be chosen now. */
export function offeredOptions(field: FormField): FieldOption[] {
  return field.options.filter((option) => !option.isArchived);
}

function offered(field: FormField): string {
  return offeredOptions(field)
    .map((option) => option.value)
    .join(', ');
}

function optionOf(stored: JsonValue, field: FormField): FieldOption | undefined {
  return field.options.find((option) => option.id === stored);
}

function optionJson(stored: JsonValue, field: FormField): JsonValue {
  const option = optionOf(stored, field);
  return option ? { id: option.id, value: option.value } : null;
}
