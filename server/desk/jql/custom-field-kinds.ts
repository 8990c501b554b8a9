import type { FieldTypeName } from '../../fields/index.ts';
import { type JqlSuggest, jqlTypes } from './field.ts';

interface Kind {
  /** what values are, by Jira's names */
  readonly types: readonly string[];
  readonly suggest?: JqlSuggest;
  /** how Jira calls the type in "Name[Type]", and what else it may be called there */
  readonly names: readonly string[];
}

const kinds: Readonly<Record<FieldTypeName, Kind>> = {
  text: { types: [jqlTypes.text], names: ['Short text', 'Text'] },
  paragraph: { types: [jqlTypes.text], names: ['Paragraph'] },
  number: { types: [jqlTypes.number], names: ['Number'] },
  date: { types: [jqlTypes.date], names: ['Date'] },
  'date-time': { types: [jqlTypes.date], names: ['Time stamp', 'Date time'] },
  checkboxes: { types: [jqlTypes.option], suggest: 'option', names: ['Checkboxes', 'Checkbox'] },
  radio: { types: [jqlTypes.option], suggest: 'option', names: ['Radio Buttons', 'Radio'] },
  select: { types: [jqlTypes.option], suggest: 'option', names: ['Dropdown', 'Select List (single choice)'] },
  'multi-select': {
    types: [jqlTypes.option],
    suggest: 'option',
    names: ['Select List (multiple choices)', 'Multi-select', 'Dropdown (multiple choices)'],
  },
  'cascading-select': {
    types: [jqlTypes.cascadingOption],
    suggest: 'option',
    names: ['Select List (cascading)', 'Dropdown (cascading)'],
  },
  labels: { types: [jqlTypes.label], suggest: 'label', names: ['Labels'] },
  url: { types: [jqlTypes.text], names: ['URL Field', 'URL'] },
  email: { types: [jqlTypes.text], names: ['Email'] },
  phone: { types: [jqlTypes.text], names: ['Phone'] },
  person: { types: [jqlTypes.user], suggest: 'person', names: ['User Picker (single user)', 'Person'] },
  people: { types: [jqlTypes.user], suggest: 'person', names: ['User Picker (multiple users)', 'People'] },
  organization: { types: [jqlTypes.organization], suggest: 'organization', names: ['Organizations'] },
  country: { types: [jqlTypes.option], suggest: 'option', names: ['Country', 'Dropdown'] },
  amount: { types: [jqlTypes.number], names: ['Amount', 'Number'] },
};

/** What the values of custom fields of a type are. */
export function kindOf(type: FieldTypeName): Kind {
  return kinds[type];
}

/** What "Name[Type]" has in its brackets, in lower case; the first is what is offered. */
export function kindNames(type: FieldTypeName): string[] {
  return kinds[type].names.map((name) => name.toLowerCase());
}
