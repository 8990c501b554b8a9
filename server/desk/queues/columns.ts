import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/errors.ts';
import { ownJiraFields } from '../custom-fields/json.ts';

/** The columns of queues for which nobody chose others. */
export const defaultColumns: readonly string[] = [
  'issuekey',
  'summary',
  'reporter',
  'status',
  'assignee',
  'created',
  'updated',
];

/** Most columns of a queue. */
export const maxColumns = 30;

const customForm = /^customfield_([1-9][0-9]{0,17})$/;

/**
 * Reads which columns a queue shall have: each once, in their order.
 *
 * @returns null for the columns that every list begins with
 * @throws Invalid naming `columns`
 */
export async function readColumns(
  db: Database,
  given: readonly string[] | null,
): Promise<readonly string[] | null> {
  if (given === null) return null;
  const columns = [...new Set(given)];
  if (columns.length === 0) throw Invalid.fields({ columns: 'Choose at least one column.' });
  if (columns.length > maxColumns) {
    throw Invalid.fields({ columns: `A queue has at most ${maxColumns} columns. Leave some out.` });
  }
  const unknown = await unknownFields(db, columns);
  if (unknown.length > 0) {
    throw Invalid.fields({ columns: `There is no field ${unknown.join(', ')}. Leave it out.` });
  }
  return columns.join() === defaultColumns.join() ? null : columns;
}

async function unknownFields(db: Database, ids: readonly string[]): Promise<string[]> {
  const own = new Set(ownJiraFields.map(({ id }) => id));
  const custom = new Map(
    ids.flatMap((id): [string, string][] => {
      const number = customForm.exec(id)?.[1];
      return number === undefined ? [] : [[number, id]];
    }),
  );
  const { rows } = await sql<{ id: string }>`
    select id::text as id from field where id = any(${[...custom.keys()]}::bigint[])
    union all select field_id::text from sla_metric where field_id = any(${[...custom.keys()]}::bigint[])`.execute(
    db,
  );
  const known = new Set(rows.map(({ id }) => custom.get(id)));
  return ids.filter((id) => !own.has(id) && !known.has(id));
}
