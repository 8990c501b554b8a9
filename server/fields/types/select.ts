import { type RawBuilder, sql } from 'kysely';
import { customSchema, type Field, type FieldCondition, type FieldQuery, type FieldType } from '../field.ts';
import { optionJson, optionOf, optionsNamed, readChoice } from './options.ts';
import { anyOf, nothingStored, type Stored, storedText } from './stored.ts';

/** One of a list of options, stored as the option's id; sent as {"id": …} or {"value": …}. */
export const selectField: FieldType = oneOfOptions('select');

/** The same, with all options to be seen at once. */
export const radioField: FieldType = oneOfOptions('radiobuttons');

function oneOfOptions(customType: string): FieldType {
  return {
    settings: [],
    options: 'flat',
    read(input, field) {
      const choice = readChoice(input, field);
      return 'problem' in choice ? choice : { value: choice.id };
    },
    jiraSchema: (field) => ({ type: 'option', ...customSchema(field, customType) }),
    serviceDeskValue: optionJson,
    issueValue: optionJson,
    display: (stored, field) => optionOf(stored, field)?.value ?? '',
    query: optionQuery,
  };
}

function optionQuery(
  stored: Stored,
  field: Field<string>,
  holds: (id: string) => FieldCondition,
): FieldQuery {
  const id = storedText(stored);
  return {
    kind: 'reference',
    operators: ['=', '!=', 'in', 'not in', 'is', 'is not'],
    column: id,
    is: (value) => {
      const ids = optionsNamed(value, field);
      return anyOf(ids.map(holds));
    },
    sortBy: [optionPosition(id, field)],
    isEmpty: nothingStored(stored),
  };
}

/** Where an option stands in its field, so that lists are sorted as the field shows them. */
export function optionPosition(id: RawBuilder<unknown>, field: Field<string>): RawBuilder<number | null> {
  return sql`array_position(${field.options.map((option) => option.id)}::text[], ${id})`;
}
