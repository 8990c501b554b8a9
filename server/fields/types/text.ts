import { cleanText, textProblem } from '../../platform/formats/rich-text.ts';
import { customSchema, type FieldType, isEmpty, type Reading } from '../field.ts';
import { textQuery } from './stored.ts';

/** Most characters of a single line, as in Jira. */
export const maxLineLength = 255;

/** A single line of text, stored as it is. */
export const textField: FieldType = {
  settings: [],
  read: readLine,
  jiraSchema: (field) => ({ type: 'string', ...customSchema(field, 'textfield') }),
  serviceDeskValue: (stored) => stored,
  issueValue: (stored) => stored,
  display: String,
  query: textQuery,
};

/** Reads a single line of text: also how a summary is read. */
export function readLine(input: unknown): Reading {
  if (isEmpty(input)) return { value: null };
  if (typeof input !== 'string') return { problem: 'This must be text.' };
  const text = cleanText(input);
  if (text === '') return { value: null };
  if (text.includes('\n')) return { problem: 'This must be a single line, without line breaks.' };
  const problem = textProblem(text, maxLineLength);
  return problem ? { problem } : { value: text };
}
