import {
  type AdfNode,
  adfFromText,
  cleanText,
  maxRichTextLength,
  textFromAdf,
  textProblem,
} from '../../rich-text.ts';
import { customSchema, type FieldType, isEmpty, type Reading } from './field-type.ts';

/** Rich text of several lines, stored as ADF. */
export const paragraphField: FieldType = {
  read: readParagraphs,
  jiraSchema: (field) => ({ type: 'string', ...customSchema(field, 'textarea') }),
  serviceDeskValue: displayAdf,
  issueValue: (stored) => stored,
  display: displayAdf,
};

/** Reads plain text of several lines into ADF: also how a description is read. */
export function readParagraphs(input: unknown): Reading {
  if (isEmpty(input)) return { value: null };
  if (typeof input !== 'string') return { problem: 'This must be text.' };
  const text = cleanText(input);
  if (text === '') return { value: null };
  const problem = textProblem(text, maxRichTextLength);
  return problem ? { problem } : { value: JSON.parse(JSON.stringify(adfFromText(text))) };
}

/** Shows stored ADF as plain text. */
export function displayAdf(stored: unknown): string {
  return textFromAdf(stored as AdfNode);
}
