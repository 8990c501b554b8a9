import { JastBuilder, type JQLParseError, type Position, type Query } from '@atlaskit/jql-ast';
import { Invalid } from '../../platform/http/errors.ts';

/**
 * Reads JQL by Atlassian's own grammar.
 * @throws Invalid that says where it is not JQL
 */
export function parseJql(jql: string): Query {
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
