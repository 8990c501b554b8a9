import { Type } from 'typebox';
import { Invalid } from '../http/errors.ts';
import { type AdfNode, maxRichTextLength } from './adf-node.ts';
import { isEmptyAdf, textFromAdf } from './adf-text.ts';
import { readAdf } from './read-adf.ts';

export { htmlFromAdf } from './adf-html.ts';
export { type AdfMark, type AdfNode, isSafeAddress, maxRichTextLength } from './adf-node.ts';
export { isEmptyAdf, mentionText, textFromAdf } from './adf-text.ts';
export { readAdf, tryReadAdf } from './read-adf.ts';

/**
 * Rich text is stored as Atlassian Document Format (ADF) with its plain text beside it. servicedeskapi speaks plain
 * text, api/3 speaks ADF; this module is the way between the two (read-adf.ts
 * reads what clients send; adf-text.ts and adf-html.ts show it).
 *
 * Text becomes paragraphs (split at empty lines) with hard breaks (at single ones), and comes back as it was.
 */

/** ADF on the wire. */
export const adfSchema = Type.Unsafe<AdfNode>(
  Type.Object(
    { type: Type.Literal('doc'), version: Type.Integer(), content: Type.Array(Type.Unknown()) },
    { description: 'Atlassian Document Format' },
  ),
);

/**
 * Text as it is kept: line ends as \n, no control characters (PostgreSQL keeps no NUL), no halves of characters, nothing
 * empty around it.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}

/** Text on one line: every run of white space becomes one space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ');
}

/** Says in words for people why a cleaned text cannot be kept, or null when it can. */
export function textProblem(text: string, maxLength: number): string | null {
  if (text.length <= maxLength) return null;
  return `This is too long: it has ${text.length.toLocaleString('en')} characters, and at most ${maxLength.toLocaleString('en')} are allowed.`;
}

/** Writes a cleaned text as an ADF document. */
export function adfFromText(text: string): AdfNode {
  return { type: 'doc', version: 1, content: text.split('\n\n').map(paragraph) };
}

function paragraph(text: string): AdfNode {
  const content = text
    .split('\n')
    .flatMap((line, index): AdfNode[] => [
      ...(index > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line === '' ? [] : [{ type: 'text', text: line }]),
    ]);
  return { type: 'paragraph', content };
}

/**
 * Reads what a client sent as a rich text: plain text, or a document.
 * @returns the document, and what it says as plain text; null when it says nothing
 * @throws Invalid naming the field
 */
export function readRichText(
  given: unknown,
  field: string,
): { readonly document: AdfNode; readonly text: string } | null {
  if (typeof given === 'string') {
    const text = cleanText(given);
    const problem = textProblem(text, maxRichTextLength);
    if (problem) throw Invalid.fields({ [field]: problem });
    return text === '' ? null : { document: adfFromText(text), text };
  }
  const document = readAdf(given, field);
  return isEmptyAdf(document) ? null : { document, text: textFromAdf(document) };
}
