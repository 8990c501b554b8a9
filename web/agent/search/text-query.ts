import { quoted } from '../../kit/jql/tokens.ts';

/** The query for requests that have these words anywhere, the one that a key means first. */
export function textQuery(text: string): string {
  const words = text.trim();
  if (/^[A-Za-z][A-Za-z0-9_]*-\d+$/.test(words)) return `key = ${quoted(words.toUpperCase())}`;
  return `text ~ "${words.replace(/["\\]/g, '\\$&')}" ORDER BY updated DESC`;
}
