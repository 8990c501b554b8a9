import type { Position } from '@atlaskit/jql-ast';
import { Invalid } from '../../platform/http/errors.ts';

/** What is wrong with a query, and where. */
export interface JqlProblem {
  /** in Jira's words, with what may have been meant and where it stands */
  readonly message: string;
  /** counted from 1 */
  readonly line: number;
  /** counted from 1, within the line */
  readonly column: number;
  /** index of the first character in the query, and of the one after the last */
  readonly start: number;
  readonly end: number;
  /** what may stand between `start` and `end` instead, quoted where it must be */
  readonly suggestion?: string;
}

/** A query that cannot be run. */
export class InvalidJql extends Invalid {
  readonly problems: readonly JqlProblem[];

  constructor(problems: readonly JqlProblem[]) {
    super(problems.map(({ message }) => message).join(' '));
    this.problems = problems;
  }
}

/** What a part of a query is refused with, by whoever compiles that part; where it stands is said by whoever has the text. */
export class RefusedJql extends Invalid {
  /** from the syntax tree */
  readonly position: Position | null;
  readonly suggestion: string | undefined;

  constructor(message: string, position: Position | null, suggestion?: string) {
    super(message);
    this.position = position;
    this.suggestion = suggestion;
  }
}

/**
 * What is refused in a query that is JQL.
 *
 * @param message in Jira's words, without what may have been meant
 * @param position from the syntax tree: index of the first character, and of the one after the last
 * @param suggestion what may have been meant, as it would be written in the query
 */
export function refuseJql(message: string, position: Position | null, suggestion?: string): RefusedJql {
  return new RefusedJql(message, position, suggestion);
}

/**
 * Says where in the query a problem stands.
 * @param position in code points, as in the syntax tree; null: the query as a whole
 */
export function problemAt(
  jql: string,
  message: string,
  position: Position | null,
  suggestion?: string,
): JqlProblem {
  const meant =
    suggestion === undefined ? '' : ` Did you mean '${suggestion.replace(/^(["'])(.*)\1$/su, '$2')}'?`;
  if (!position) return { message: `${message}${meant}`, line: 1, column: 1, start: 0, end: jql.length };
  const [start, end] = position.map((index) => unitsBefore(jql, index)) as [number, number];
  const before = jql.slice(0, start);
  const line = before.split('\n').length;
  const column = start - before.lastIndexOf('\n');
  return {
    message: `${message}${meant} (line ${line}, character ${column})`,
    line,
    column,
    start,
    end: Math.max(start, end),
    ...(suggestion !== undefined && { suggestion }),
  };
}

/** Atlassian's parser counts code points, JavaScript what it encodes them with: two for each 😀. */
function unitsBefore(jql: string, points: number): number {
  let units = 0;
  for (let point = 0; point < points && units < jql.length; point++) {
    units += (jql.codePointAt(units) ?? 0) > 0xff_ff ? 2 : 1;
  }
  return units;
}
