import { cleanLine } from '../../platform/formats/rich-text.ts';
import { customSchema, type FieldType, isEmpty } from '../field.ts';
import { textQuery } from './stored.ts';

/** A telephone number as people write it: what it means is left to telephones. */
export const phoneField: FieldType = {
  settings: [],
  read(input) {
    if (isEmpty(input)) return { value: null };
    const text = typeof input === 'string' ? cleanLine(input) : null;
    if (text === '') return { value: null };
    // ITU-T E.164 has at most 15 digits; the shortest that anybody calls have 3. An extension may follow.
    const [number = '', extension] = (text ?? '').split(/(?:ext\.?|x)\s*(?=\d{1,8}$)/i);
    const digits = number.replaceAll(/\D/g, '').length;
    const isNumber = /^\+?[\d\s()./-]+$/.test(number) && digits >= 3 && digits <= 15;
    if (text === null || !isNumber || (extension !== undefined && !/^\d+$/.test(extension))) {
      return { problem: 'This must be a telephone number, such as +49 30 1234567.' };
    }
    return { value: text };
  },
  jiraSchema: (field) => ({ type: 'string', ...customSchema(field, 'textfield') }),
  serviceDeskValue: (stored) => stored,
  issueValue: (stored) => stored,
  display: String,
  query: textQuery,
};
