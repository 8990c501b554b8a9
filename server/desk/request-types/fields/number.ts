import { customSchema, type FieldType, isEmpty } from './field-type.ts';

/** Largest amount, either way, that keeps every digit it is shown with, as in Jira. */
const maxAmount = 100_000_000_000_000;

/** A number, stored as one. */
export const numberField: FieldType = {
  read(input) {
    if (isEmpty(input)) return { value: null };
    const number =
      typeof input === 'string' && /^\s*[-+]?\d+(\.\d+)?\s*$/.test(input) ? Number(input) : input;
    if (typeof number !== 'number' || !Number.isFinite(number)) {
      return { problem: 'This must be a number, such as 3 or 2.5.' };
    }
    if (Math.abs(number) > maxAmount) return { problem: 'This number is too large.' };
    // -0 is no number that people write.
    return { value: number === 0 ? 0 : number };
  },
  jiraSchema: (field) => ({ type: 'number', ...customSchema(field, 'float') }),
  serviceDeskValue: (stored) => stored,
  issueValue: (stored) => stored,
  display: String,
};
