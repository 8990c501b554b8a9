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

/** Since when it is in the category of its status: since it came there from another category, or since it was created. */
const categorySince = sql`coalesce((
  select max(change.at) from change_item change
  join status before on before.id::text = change.from_value
  join status after on after.id::text = change.to_value
  where change.request_id = request.id and change.field = 'status' and before.category <> after.category), request.created_at)`;

/** When something happened to a request. */
export const momentFields: readonly JqlField[] = [
  momentField(['created', 'createdDate'], 'Created', 'created_at', true),
  momentField(['updated', 'updatedDate'], 'Updated', 'updated_at', true),
  momentField(['resolved', 'resolutiondate'], 'Resolved', 'resolved_at', false),
  {
    names: ['statuscategorychangeddate'],
    displayName: 'Status Category Changed',
    clauseNames: ['statusCategoryChangedDate'],
    types: [jqlTypes.date],
    kind: 'moment',
    operators: orderedOperators,
    column: categorySince,
    sortBy: [categorySince],
  },
];
