import { amountField } from './amount.tsx';
import { cascadingSelectField } from './cascading-select.tsx';
import { checkboxesField } from './checkboxes.tsx';
import { countryField } from './country.tsx';
import { dateField } from './date.tsx';
import { dateTimeField } from './date-time.tsx';
import { emailField } from './email.tsx';
import type { FieldModule } from './field-module.ts';
import { labelsField } from './labels.tsx';
import { multiSelectField } from './multi-select.tsx';
import { numberField } from './number.tsx';
import { organizationField } from './organization.tsx';
import { peopleField, personField } from './person.tsx';
import { phoneField } from './phone.tsx';
import { radioField } from './radio.tsx';
import { urlField } from './url.tsx';

/** The modules of types that many forms do not have: loaded when one does. */
export const moreFields: Readonly<Record<string, FieldModule>> = {
  number: numberField,
  date: dateField,
  'date-time': dateTimeField,
  checkboxes: checkboxesField,
  radio: radioField,
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
