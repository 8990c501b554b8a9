import type { Field, FieldType, FieldTypeName } from './field.ts';
import { amountField } from './types/amount.ts';
import { cascadingSelectField } from './types/cascading-select.ts';
import { countryField } from './types/country.ts';
import { dateField } from './types/date.ts';
import { dateTimeField } from './types/date-time.ts';
import { emailField } from './types/email.ts';
import { labelsField } from './types/labels.ts';
import { checkboxesField, multiSelectField } from './types/multi-select.ts';
import { numberField } from './types/number.ts';
import { organizationField } from './types/organization.ts';
import { paragraphField } from './types/paragraph.ts';
import { peopleField, personField } from './types/person.ts';
import { phoneField } from './types/phone.ts';
import { radioField, selectField } from './types/select.ts';
import { textField } from './types/text.ts';
import { urlField } from './types/url.ts';

/** The module of each type. */
export const fieldTypes: Readonly<Record<FieldTypeName, FieldType>> = {
  text: textField,
  paragraph: paragraphField,
  number: numberField,
  date: dateField,
  'date-time': dateTimeField,
  checkboxes: checkboxesField,
  radio: radioField,
  select: selectField,
  'multi-select': multiSelectField,
  'cascading-select': cascadingSelectField,
  labels: labelsField,
  url: urlField,
  email: emailField,
  phone: phoneField,
  person: personField,
  people: peopleField,
  organization: organizationField,
  country: countryField,
  amount: amountField,
};

/** The module of a field's type. */
export function fieldTypeOf({ type }: Pick<Field, 'type'>): FieldType {
  return fieldTypes[type];
}
