import { cleanLine } from './rich-text.ts';

/** A pattern for LIKE: the term anywhere, its own % and _ as they are, * for any text and ? for one character. */
export function textPattern(term: string): string {
  const escaped = cleanLine(term)
    .replace(/[\\%_]/g, '\\$&')
    .replaceAll('*', '%')
    .replaceAll('?', '_');
  return `%${escaped}%`;
}
