import { type RawBuilder, sql } from 'kysely';
import type { Condition } from '../access-rules.ts';
import { type JqlField, jqlTypes, orderedOperators, referenceOperators } from './field.ts';

/** What stands beside requests, one row for each person: the table's name and the column of who it is. */
interface PeopleBeside {
  readonly table: 'request_watcher' | 'worklog' | 'request_participant';
  readonly person: 'account_id' | 'author_id';
}

function peopleField(
  names: readonly string[],
  displayName: string,
  { table, person }: PeopleBeside,
): JqlField {
  const those = sql`${sql.table(table)} as beside where beside.request_id = request.id`;
  const column = sql.ref(`beside.${person}`);
  const has = (who: RawBuilder<unknown>): Condition =>
    sql`exists(select from ${those} and ${column} = ${who})`;
  return {
    names,
    displayName,
    types: [jqlTypes.user],
    suggest: 'person',
    kind: 'person',
    operators: referenceOperators,
    // Anyone of them, or null where there is nobody.
    column: sql`(select min(${column}) from ${those})`,
    is: (accountId) => has(sql`(select a.id from account a where a.account_id = ${accountId})`),
    isAccount: (id) => has(sql`${id}::bigint`),
    isEmpty: sql`not exists(select from ${those})`,
  };
}

const rating = sql`(select f.rating from request_feedback f where f.request_id = request.id)`;

/** The fields of queries that ask for what stands beside a request. */
export const besideFields: readonly JqlField[] = [
  peopleField(['watcher'], 'Watcher', { table: 'request_watcher', person: 'account_id' }),
  peopleField(['worklogauthor'], 'Work log author', { table: 'worklog', person: 'author_id' }),
  peopleField(['request participants', 'participants'], 'Request participants', {
    table: 'request_participant',
    person: 'account_id',
  }),
  {
    names: ['satisfaction'],
    displayName: 'Satisfaction',
    types: [jqlTypes.number],
    kind: 'number',
    operators: orderedOperators,
    column: rating,
    isEmpty: sql`${rating} is null`,
    sortBy: [rating],
  },
];
