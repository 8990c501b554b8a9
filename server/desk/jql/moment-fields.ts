import { sql } from 'kysely';
import { type JqlField, jqlTypes, orderedOperators } from './field.ts';

function momentField(
  [name, ...others]: readonly [string, ...string[]],
  displayName: string,
  columnName: string,
  isAlways: boolean,
): JqlField {
  const column = sql.ref(`request.${columnName}`);
  return {
    names: [name, ...others].map((each) => each.toLowerCase()),
    displayName,
    clauseNames: [name, ...others],
    types: [jqlTypes.date],
    kind: 'moment',
    operators: orderedOperators,
    column,
    ...(!isAlways && { isEmpty: sql`${column} is null` }),
    sortBy: [column],
  };
}

/** When something happened to a request. */
export const momentFields: readonly JqlField[] = [
  momentField(['created', 'createdDate'], 'Created', 'created_at', true),
  momentField(['updated', 'updatedDate'], 'Updated', 'updated_at', true),
  momentField(['resolved', 'resolutiondate'], 'Resolved', 'resolved_at', false),
];
