import { sql } from 'kysely';
import { customSchema, type FieldSettings, type FieldType, isEmpty, type Reading } from '../field.ts';
import { nothingStored, storedText } from './stored.ts';

/** Largest amount, either way, that keeps every digit it is shown with, as in Jira. */
const maxAmount = 100_000_000_000_000;

/** A number, stored as one. */
export const numberField: FieldType = {
  settings: ['min', 'max', 'decimals'],
  read: (input, { settings }) => readNumber(input, settings),
  jiraSchema: (field) => ({ type: 'number', ...customSchema(field, 'float') }),
  serviceDeskValue: (stored) => stored,
  issueValue: (stored) => stored,
  display: String,
  query: (stored) => {
    const number = sql`${storedText(stored)}::numeric`;
    return {
      kind: 'number',
      operators: ['=', '!=', '<', '<=', '>', '>=', 'in', 'not in', 'is', 'is not'],
      column: number,
      sortBy: [number],
      isEmpty: nothingStored(stored),
    };
  },
};

/** Reads a number, or text that is one, and holds it to the limits of its field. */
export function readNumber(input: unknown, { min, max, decimals }: FieldSettings): Reading {
  if (isEmpty(input)) return { value: null };
  const number = typeof input === 'string' && /^\s*[-+]?\d+(\.\d+)?\s*$/.test(input) ? Number(input) : input;
  if (typeof number !== 'number' || !Number.isFinite(number)) {
    return { problem: 'This must be a number, such as 3 or 2.5.' };
  }
  if (Math.abs(number) > maxAmount) return { problem: 'This number is too large.' };
  if (min !== undefined && number < min) return { problem: `This must be at least ${min}.` };
  if (max !== undefined && number > max) return { problem: `This must be at most ${max}.` };
  if (decimals !== undefined && Number(number.toFixed(decimals)) !== number) {
    return {
      problem:
        decimals === 0
          ? 'This must be a whole number.'
          : `This may have at most ${decimals} ${decimals === 1 ? 'digit' : 'digits'} after the point.`,
    };
  }
  // -0 is no number that people write.
  return { value: number === 0 ? 0 : number };
}
