import type { Position } from '@atlaskit/jql-ast';
import { refuseJql } from '../jql/problems.ts';
import { parseTextQuery, type TextQuery } from './parse-text-query.ts';

/**
 * Reads what a query looks for in a text.
 *
 * @param name of the field, as it is written
 * @returns null where there is no word in it
 * @throws RefusedJql in Jira's words
 */
export function readTextQuery(name: string, text: string, position: Position | null): TextQuery | null {
  if (text.trim() === '') {
    throw refuseJql(`The field '${name}' does not support searching for an empty string.`, position);
  }
  const query = parseTextQuery(text);
  if (!query || !('problem' in query)) return query;
  if (query.problem === 'wildcard-first') {
    throw refuseJql(
      `The text query '${text}' for field '${name}' is not allowed to start with '${query.wildcard}'.`,
      position,
    );
  }
  throw refuseJql(`Unable to parse the text '${text}' for field '${name}'.`, position);
}
