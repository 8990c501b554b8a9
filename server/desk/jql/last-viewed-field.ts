import { sql } from 'kysely';
import { type JqlField, jqlTypes, orderedOperators } from './field.ts';

const column = (viewerId: string) =>
  sql`(select seen.viewed_at from request_view seen
    where seen.request_id = request.id and seen.account_id = ${viewerId}::bigint)`;

/** When whoever asks opened the request last. */
export const lastViewedField: JqlField = {
  names: ['lastviewed'],
  displayName: 'Last Viewed',
  clauseNames: ['lastViewed'],
  types: [jqlTypes.date],
  kind: 'moment',
  operators: orderedOperators,
  column: sql`null::timestamptz`,
  isEmpty: sql`true`,
  sortBy: [sql`null::timestamptz`],
  inContext: ({ viewerId }) => ({
    ...lastViewedField,
    column: column(viewerId),
    isEmpty: sql`${column(viewerId)} is null`,
    sortBy: [column(viewerId)],
  }),
};
