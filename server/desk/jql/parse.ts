import { JastBuilder, type JQLParseError, type Position, type Query } from '@atlaskit/jql-ast';
import { Invalid } from '../../platform/http/errors.ts';

/**
 * What was read, by its text: queues ask the same few queries all day, and reading one takes longer than finding a page
 * of requests. Nobody changes a query once it is read. The oldest makes room for the newest.
 */
const read = new Map<string, Query>();
const maxRead = 500;
const longestRemembered = 2_000;

/**
 * Reads JQL by Atlassian's own grammar.
 * @throws Invalid that says where it is not JQL
 */
export function parseJql(jql: string): Query {
  const known = read.get(jql);
  if (known) return known;
  const query = parse(jql);
  if (jql.length <= longestRemembered) {
    const [oldest] = read.size >= maxRead ? read.keys() : [];
    if (oldest !== undefined) read.delete(oldest);
    read.set(jql, query);
  }
  return query;
}

function parse(jql: string): Query {
  // A builder is good for one query: given the same text again it reads on where it had ended, and finds nothing.
  const { query, errors } = new JastBuilder().build(jql);
  const [error] = errors;
  if (error) throw new Invalid(`This is not a valid query: ${error.message}${shownStart(error)}.`);
  if (!query) throw new Invalid('This is not a valid query.');
  return query;
}

/**
 * What is refused in a query that is JQL, with where it stands.
 *
 * @param position from the syntax tree: index of the first character, and of the one after the last
 */
export function refuseJql(message: string, position: Position | null): Invalid {
  return new Invalid(position ? `${message} (at character ${position[0] + 1} of the query)` : message);
}

function shownStart(error: JQLParseError): string {
  return 'start' in error && typeof error.start === 'number'
    ? ` (at character ${error.start + 1} of the query)`
    : '';
}
