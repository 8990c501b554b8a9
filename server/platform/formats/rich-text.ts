import { Type } from 'typebox';
import type { AdfNode } from './adf-node.ts';

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
