import { sql } from 'kysely';
import {
  type AdfNode,
  adfFromText,
  cleanText,
  maxRichTextLength,
  textFromAdf,
  textProblem,
} from '../../platform/formats/rich-text.ts';
import { textPattern } from '../../platform/formats/text-search.ts';
import { customSchema, type FieldType, isEmpty, type Reading } from '../field.ts';
import { nothingStored } from './stored.ts';

/** Rich text of several lines, stored as ADF. */
export const paragraphField: FieldType = {
  settings: [],
  read: readParagraphs,
  jiraSchema: (field) => ({ type: 'string', ...customSchema(field, 'textarea') }),
  serviceDeskValue: displayAdf,
  issueValue: (stored) => stored,
  display: displayAdf,
  query: (stored) => ({
    kind: 'text',
    operators: ['~', '!~', 'is', 'is not'],
    column: stored,
    contains: (text) => sql`exists(
      select from jsonb_path_query(${stored}, 'strict $.**.text') as piece
      where piece #>> '{}' ilike ${textPattern(text)})`,
    isEmpty: nothingStored(stored),
  }),
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
