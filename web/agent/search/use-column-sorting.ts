import { useQuery } from '@tanstack/react-query';
import { catalogueQuery } from '../../kit/jql/jql-help.ts';
import { fieldNamed } from '../../kit/jql/offers.ts';
import { unquoted } from '../../kit/jql/tokens.ts';
import { type ColumnKind, queryNameOf, type TableColumn } from '../request-table/columns.ts';
import type { TableSorting } from '../request-table/request-table.tsx';
import { sortedBy, sortOf } from './sorting.ts';

/** What people want the latest, most or most urgent of. */
const newestFirst: ReadonlySet<ColumnKind> = new Set(['moment', 'day', 'number', 'count', 'priority']);

interface ColumnSorting {
  /** by which column the list is sorted first; null: by none that is shown */
  readonly now: TableSorting | null;
  /** The query with the order that a press on a column's head asks for. */
  by(column: TableColumn, jql: string): string;
}

/** The order of a list, which its query says. */
export function useColumnSorting(columns: readonly TableColumn[], jql: string): ColumnSorting {
  const { data: catalogue } = useQuery(catalogueQuery);
  const sort = sortOf(jql);
  const column = sort ? columnOf(sort.field) : undefined;
  const now = sort && column ? { columnId: column.id, direction: sort.direction } : null;

  /** The column that shows the field of this name. */
  function columnOf(name: string): TableColumn | undefined {
    const field = catalogue && fieldNamed(catalogue, name);
    const names = [name, field?.value, field?.cfid?.replace(/^cf\[(\d+)\]$/, 'customfield_$1')].map((each) =>
      unquoted(each ?? '').toLowerCase(),
    );
    return columns.find(({ id, name: shown }) =>
      [id, shown, unquoted(queryNameOf({ id }))].some((each) => names.includes(each.toLowerCase())),
    );
  }

  return {
    now,
    by({ id, kind }, query) {
      const first = newestFirst.has(kind) ? 'desc' : 'asc';
      const other = first === 'asc' ? 'desc' : 'asc';
      const direction = now?.columnId === id && now.direction === first ? other : first;
      return sortedBy(query, { field: unquoted(queryNameOf({ id })), direction });
    },
  };
}
