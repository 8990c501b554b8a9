import { sql } from 'kysely';
import { choiceOperators, type JqlField, jqlTypes } from './field.ts';

/** A saved query, which stands for what it finds (saved-filters.ts). */
export const filterField: JqlField = {
  names: ['filter', 'request', 'savedfilter', 'searchrequest'],
  displayName: 'Filter',
  clauseNames: ['filter', 'request', 'savedfilter', 'searchrequest'],
  types: [jqlTypes.filter],
  suggest: 'filter',
  kind: 'reference',
  operators: choiceOperators,
  column: sql`request.id`,
};
