import { sql } from 'kysely';
import { textPattern } from '../../platform/formats/text-search.ts';
import type { Condition } from '../access-rules.ts';
import { secondsFromText } from '../worklogs/time-spent.ts';
import { peopleField } from './beside-fields.ts';
import { type JqlField, jqlTypes, orderedOperators } from './field.ts';

const those = sql`worklog as work where work.request_id = request.id`;
const some = (condition: Condition): Condition => sql`exists(select from ${those} and ${condition})`;
const nothing = sql<never>`not exists(select from ${those})`;
const spent = sql`(select sum(work.seconds) from ${those})`;

const worklogDate: JqlField = {
  names: ['worklogdate'],
  displayName: 'Work log date',
  clauseNames: ['worklogDate'],
  types: [jqlTypes.date],
  kind: 'day',
  operators: orderedOperators,
  column: sql`to_char(work.started_at, 'YYYY-MM-DD')`,
  some,
  isEmpty: nothing,
  // The day on which it was, by the clocks of who asks.
  inContext: ({ timeZone }) => ({
    ...worklogDate,
    column: sql`to_char(work.started_at at time zone ${timeZone ?? 'UTC'}, 'YYYY-MM-DD')`,
  }),
};

/** The fields of queries that ask for the work on a request. */
export const worklogFields: readonly JqlField[] = [
  peopleField(['worklogAuthor'], 'Work log author', { table: 'worklog', person: 'author_id' }),
  worklogDate,
  {
    names: ['worklogcomment'],
    displayName: 'Work log comment',
    clauseNames: ['worklogComment'],
    types: [jqlTypes.text],
    kind: 'text',
    operators: ['~', '!~'],
    column: sql`request.id`,
    contains: (text) => some(sql`work.comment_text ilike ${textPattern(text)}`),
  },
  {
    names: ['timespent'],
    displayName: 'Time Spent',
    types: [jqlTypes.number],
    kind: 'number',
    operators: orderedOperators,
    column: spent,
    numberOf: secondsFromText,
    isEmpty: sql`${spent} is null`,
    sortBy: [spent],
  },
];
