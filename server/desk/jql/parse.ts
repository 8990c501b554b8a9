import { JastBuilder, JQLSyntaxError, type Query } from '@atlaskit/jql-ast';
import { InvalidJql, problemAt } from './problems.ts';
import { requireReadable } from './size-limits.ts';
import { syntaxMessage } from './syntax-words.ts';
import { unescapeValues } from './unescape.ts';

/**
 * What was read, by its text: queues ask the same few queries all day, a search reads its query several times, and reading one takes
 * longer than finding a page of requests. Nobody changes a query once it is read. The oldest make room for the newest.
 */
const read = new Map<string, Query>();
const maxRead = 500;
/** of all together: a character takes some sixty bytes */
const maxCharacters = 1_000_000;
let characters = 0;

/**
 * Reads JQL by Atlassian's own grammar.
 * @throws InvalidJql that says where it is not JQL, or that it is too large to be read
 */
export function parseJql(jql: string): Query {
  const known = read.get(jql);
  if (known) return known;
  const query = parse(jql);
  read.set(jql, query);
  characters += jql.length;
  for (const oldest of read.keys()) {
    if (read.size <= maxRead && characters <= maxCharacters) break;
    read.delete(oldest);
    characters -= oldest.length;
  }
  return query;
}

function parse(jql: string): Query {
  requireReadable(jql);
  // A builder is good for one query: given the same text again it reads on where it had ended, and finds nothing.
  const { query, errors } = new JastBuilder().build(jql);
  const [error] = errors;
  if (error instanceof JQLSyntaxError) {
    const { start, stop } = error;
    const message = syntaxMessage(error.description, jql, start);
    throw new InvalidJql([
      problemAt(jql, `Error in the JQL Query: ${message}`, [start, Math.max(start, stop)]),
    ]);
  }
  if (error || !query) {
    throw new InvalidJql([problemAt(jql, 'Error in the JQL Query: This is not a valid query.', null)]);
  }
  unescapeValues(query);
  return query;
}
