import { sql } from 'kysely';
import type { JsonValue } from '../../platform/database/schema.ts';
import {
  type AdfNode,
  adfFromText,
  cleanText,
  isEmptyAdf,
  maxRichTextLength,
  mentionText,
  textFromAdf,
  textProblem,
  tryReadAdf,
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

/**
 * Reads plain text of several lines, or rich text in ADF, into ADF: also how a description is read. Whoever is mentioned in it is
 * called by name and not told: only comments are a place to speak to people.
 */
export function readParagraphs(input: unknown): Reading {
  if (isEmpty(input)) return { value: null };
  if (typeof input === 'object' && input !== null && 'type' in input) {
    const reading = tryReadAdf(input);
    if ('problem' in reading) return reading;
    const document = withoutMentions(reading.document);
    return { value: isEmptyAdf(document) ? null : stored(document) };
  }
  if (typeof input !== 'string') return { problem: 'This must be text.' };
  const text = cleanText(input);
  if (text === '') return { value: null };
  const problem = textProblem(text, maxRichTextLength);
  return problem ? { problem } : { value: stored(adfFromText(text)) };
}

function stored(document: AdfNode): JsonValue {
  return JSON.parse(JSON.stringify(document)) as JsonValue;
}

function withoutMentions(node: AdfNode): AdfNode {
  if (node.type === 'mention') return { type: 'text', text: mentionText(node) };
  return node.content ? { ...node, content: node.content.map(withoutMentions) } : node;
}

/** Shows stored ADF as plain text. */
export function displayAdf(stored: unknown): string {
  return textFromAdf(stored as AdfNode);
}
