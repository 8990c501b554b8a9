import { rolesOf } from '../../kit/jql/grammar.ts';
import { quoted, tokenize, unquoted } from '../../kit/jql/tokens.ts';

/** One part of the order that results come in. */
export interface SortBy {
  /** as it is written in the query, without quotes */
  readonly field: string;
  readonly direction: 'asc' | 'desc';
}

/** Where ORDER BY begins; -1: there is none. */
function orderStart(jql: string): number {
  const tokens = tokenize(jql);
  const roles = rolesOf(tokens);
  const index = tokens.findIndex(
    ({ text }, at) =>
      roles[at] === 'keyword' &&
      text.toLowerCase() === 'order' &&
      tokens[at + 1]?.text.toLowerCase() === 'by',
  );
  return tokens[index]?.start ?? -1;
}

/** What the query sorts by first; null: it leaves the order to the server. */
export function sortOf(jql: string): SortBy | null {
  const start = orderStart(jql);
  if (start < 0) return null;
  const [, , field, direction] = tokenize(jql.slice(start));
  if (!field) return null;
  return {
    field: unquoted(field.text),
    direction: direction?.text.toLowerCase() === 'desc' ? 'desc' : 'asc',
  };
}

/** The query with another order. */
export function sortedBy(jql: string, { field, direction }: SortBy): string {
  const start = orderStart(jql);
  const where = (start < 0 ? jql : jql.slice(0, start)).trim();
  const name = /^cf\[\d+\]$/.test(field) ? field : quoted(field);
  const order = `ORDER BY ${name} ${direction.toUpperCase()}`;
  return where === '' ? order : `${where} ${order}`;
}
