import { foldedWords } from './folded-words.ts';
import type { TextQuery } from './parse-text-query.ts';

/**
 * What is looked for while it is typed: texts that have words that begin so, or other forms of them, for all of the words. Null: there
 * is no word in it.
 */
export function typedWords(words: readonly string[]): TextQuery | null {
  const parts = words.flatMap((written): TextQuery[] => {
    const folded = foldedWords(written);
    if (folded.length === 0) return [];
    const beginning: TextQuery = { kind: 'prefix', words: folded };
    if (folded.length > 1) return [beginning];
    return [{ kind: 'or', parts: [beginning, { kind: 'words', words: folded, written }] }];
  });
  return parts.length === 0 ? null : { kind: 'and', parts };
}
