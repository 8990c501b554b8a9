import { normalizeEmail } from '../../platform/mail/address.ts';
import { customSchema, type FieldType, isEmpty } from '../field.ts';
import { textQuery } from './stored.ts';

/** An e-mail address, stored in the one form in which Portico compares them. */
export const emailField: FieldType = {
  settings: [],
  read(input) {
    if (isEmpty(input)) return { value: null };
    if (typeof input === 'string' && input.trim() === '') return { value: null };
    const email = typeof input === 'string' ? normalizeEmail(input) : null;
    return email === null
      ? { problem: 'This must be an e-mail address, such as alice@example.com.' }
      : { value: email };
  },
  jiraSchema: (field) => ({ type: 'string', ...customSchema(field, 'textfield') }),
  serviceDeskValue: (stored) => stored,
  issueValue: (stored) => stored,
  display: String,
  query: textQuery,
};
