import { sql } from 'kysely';
import { type JqlField, jqlTypes, referenceOperators } from './field.ts';
import { accountsNamed, isPersonNamed } from './people.ts';

/** Whether somebody is so named; who it is stands in a list of people that everyone who works here can read. */
export const personExists: NonNullable<JqlField['exists']> = (value) => sql`exists(${accountsNamed(value)})`;

function personField(name: string, displayName: string, history: string | null, isAlways: boolean): JqlField {
  const column = sql.ref(`request.${name}_id`);
  return {
    names: [name],
    displayName,
    types: [jqlTypes.user],
    suggest: 'person',
    ...(history && { history: { field: history } }),
    kind: 'person',
    operators: referenceOperators,
    column,
    is: (value) => isPersonNamed(column, value),
    isAccount: (id) => sql`${column} = ${id}::bigint`,
    isAccountOf: (accounts) => sql`${column} = any(array(${accounts}))`,
    exists: personExists,
    ...(!isAlways && { isEmpty: sql`${column} is null` }),
    sortBy: [sql`(select lower(a.display_name) from account a where a.id = ${column})`],
  };
}

/** Who has to do with a request, one person each. */
export const personFields: readonly JqlField[] = [
  { ...personField('assignee', 'Assignee', 'assignee', false), emptyNames: ['unassigned'] },
  personField('reporter', 'Reporter', 'reporter', true),
  personField('creator', 'Creator', null, false),
];
