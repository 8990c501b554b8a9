import { customSchema, type FieldType } from '../field.ts';
import { optionJson, optionOf, optionsNamed, readChoices } from './options.ts';
import { anyOf, nothingStored } from './stored.ts';

/** Several of a list of options, stored as their ids. */
export const multiSelectField: FieldType = someOfOptions('multiselect');

/** The same, as boxes to be ticked. */
export const checkboxesField: FieldType = someOfOptions('multicheckboxes');

function someOfOptions(customType: string): FieldType {
  return {
    settings: ['maxValues'],
    options: 'flat',
    read: readChoices,
    jiraSchema: (field) => ({ type: 'array', items: 'option', ...customSchema(field, customType) }),
    serviceDeskValue: (stored, field) => chosen(stored).flatMap((id) => optionJson(id, field) ?? []),
    issueValue: (stored, field) => chosen(stored).flatMap((id) => optionJson(id, field) ?? []),
    display: (stored, field) =>
      chosen(stored)
        .flatMap((id) => optionOf(id, field)?.value ?? [])
        .join(', '),
    query: (stored, field, holds) => ({
      kind: 'reference',
      operators: ['=', '!=', 'in', 'not in', 'is', 'is not'],
      column: stored,
      is: (value) => anyOf(optionsNamed(value, field).map((id) => holds([id]))),
      isEmpty: nothingStored(stored),
    }),
  };
}

function chosen(stored: unknown): readonly unknown[] {
  return Array.isArray(stored) ? stored : [];
}
