import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Person } from '../access-rules.ts';
import { valuesOf } from '../jql-help/suggest-values.ts';
import type { JqlField } from './field.ts';

const most = 500;

/** Values of a field that may have been meant where another was written; those of fields with few of them. */
export async function valuesLike(db: Database, person: Person, field: JqlField): Promise<string[]> {
  switch (field.suggest) {
    case 'project':
    case 'request-type':
    case 'status':
    case 'resolution':
    case 'priority':
    case 'link-type':
    case 'filter':
    case 'option': {
      const { rows } = await sql<{ value: string }>`
        select value from (${valuesOf(field.suggest, person, field)}) as offered limit ${most}`.execute(db);
      return rows.map(({ value }) => value);
    }
    case 'status-category':
      return ['To Do', 'In Progress', 'Done'];
    default:
      return [];
  }
}
