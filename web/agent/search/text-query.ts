/** The query for requests that have these words anywhere, what changed last first. */
export function textQuery(text: string): string {
  return `text ~ "${text.trim().replace(/["\\]/g, '\\$&')}" ORDER BY updated DESC`;
}
