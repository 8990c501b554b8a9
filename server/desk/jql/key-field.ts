import { sql } from 'kysely';
import type { Condition } from '../access-rules.ts';
import { requestsServedBy } from '../access-rules.ts';
import { isId, requestAddress } from '../addresses.ts';
import { type JqlField, jqlTypes, orderedOperators } from './field.ts';

/** A request by its key or id. Keys are in an order within their project. */
export const keyField: JqlField = {
  names: ['key', 'issuekey', 'issue', 'id'],
  displayName: 'Key',
  clauseNames: ['key', 'issuekey', 'issue', 'id'],
  types: [jqlTypes.issue],
  suggest: 'issue',
  kind: 'reference',
  operators: orderedOperators,
  column: sql`request.id`,
  is: (value) => (isId(value) ? sql`request.id = ${value}` : sql`request.key = upper(${value})`),
  isAny: (values) => {
    const ids = values.filter(isId);
    const keys = values.filter((value) => !isId(value)).map((value) => value.toUpperCase());
    return sql`(request.id = any(${ids}::bigint[]) or request.key = any(${keys}::text[]))`;
  },
  isRequestOf: (requests) => sql`request.id = any(array(${requests}))`,
  isCompared,
  exists: (value, person) => {
    const address = requestAddress(value);
    if (!address) return sql`false`;
    const isIt = 'id' in address ? sql`request.id = ${address.id}` : sql`request.key = ${address.key}`;
    return sql`exists(select from request where ${isIt} and ${requestsServedBy(person)})`;
  },
  // Within a desk, ids and keys are given in the same order.
  sortBy: [sql`request.service_desk_id`, sql`request.id`],
};

function isCompared(operator: '<' | '<=' | '>' | '>=', value: string): Condition | null {
  const address = requestAddress(value);
  if (!address) return null;
  if ('id' in address) return sql`request.id ${sql.raw(operator)} ${address.id}::bigint`;
  const [project, number] = address.key.split('-');
  return sql`(request.service_desk_id = (
      select d.id from service_desk d join project p on p.id = d.project_id where p.key = ${project})
    and split_part(request.key, '-', 2)::bigint ${sql.raw(operator)} ${number}::bigint)`;
}
