import { cleanLine } from './rich-text.ts';

/** A pattern for LIKE: the term anywhere, its own % and _ as they are, * for any text and ? for one character. */
export function textPattern(term: string): string {
  const escaped = cleanLine(term)
    .replace(/[\\%_]/g, '\\$&')
    .replaceAll('*', '%')
    .replaceAll('?', '_');
  return `%${escaped}%`;
}

/** The patterns of each word of a text that was typed to search: whatever is found has all of them. At most ten. */
export function wordPatterns(text: string): string[] {
  return cleanLine(text)
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 10)
    .map(textPattern);
}
