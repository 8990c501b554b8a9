import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Selection } from '../bulk/use-selection.ts';
import { type TableColumn, widthOf } from './columns.ts';
import { PhoneTools } from './phone-tools.tsx';
import classes from './request-table.module.css';
import { RequestTableRow } from './request-table-row.tsx';
import type { Freshness } from './rows.ts';
import type { TableRow } from './table-row.ts';
import type { Cursor } from './use-cursor.ts';

/** The order that a table shows its rows in. */
export interface TableSorting {
  readonly columnId: string;
  readonly direction: 'asc' | 'desc';
}

/** A table of requests. */
export interface RequestTableProps {
  readonly rows: readonly TableRow[];
  /** see useColumns */
  readonly columns: readonly TableColumn[];
  /** what the list is called, for those who hear it */
  readonly label: string;
  /** see useCursor */
  readonly cursor: Cursor;
  /** see useSelection; absent: rows are not selected */
  readonly selection?: Selection;
  /** see useFreshRows; absent: nothing is marked as news */
  readonly fresh?: ReadonlyMap<string, Freshness>;
  readonly sorting?: TableSorting | null;
  /** A header was pressed. Absent: rows stay in the order they come in. */
  readonly onSort?: (column: TableColumn) => void;
  /** A row got the focus. */
  readonly onVisit?: (key: string) => void;
  /** absent: nobody is assigned from this list */
  readonly onAssignToMe?: (row: TableRow) => void;
  /** draws cells that this list shows in its own way; undefined: as always */
  readonly renderCell?: (column: TableColumn, row: TableRow) => ReactNode | undefined;
}

const selectWidth = 2.5;

/**
 * Requests as a dense table of any columns, which scrolls sideways when they are many; on a phone the same rows become cards.
 * Each row is a link to its request, by its summary or, where that is no column, by the first one.
 */
export function RequestTable(props: RequestTableProps) {
  const { rows, columns, label, cursor, selection, fresh, sorting, onSort, onVisit, onAssignToMe } = props;
  const { t } = useTranslation('agent');
  const longestKey = rows.reduce((longest, { key }) => Math.max(longest, key.length), 0);
  const width = columns.reduce(
    (sum, column) => sum + widthOf(column, longestKey),
    selection ? selectWidth : 0,
  );
  const linkColumn = (columns.find(({ kind }) => kind === 'summary') ?? columns[0])?.id;
  return (
    <div className={classes['frame']}>
      <PhoneTools columns={columns} selection={selection} sorting={sorting ?? null} onSort={onSort} />
      <table
        className={classes['table']}
        aria-label={label}
        style={{ '--table-width': `${width}rem` } as CSSProperties}
      >
        <thead>
          <tr>
            {selection ? (
              <th scope="col" className={classes['select']}>
                <Checkbox
                  size="xs"
                  aria-label={t('bulk.select.shown')}
                  checked={selection.share === 'all'}
                  indeterminate={selection.share === 'some'}
                  onChange={selection.toggleShown}
                />
              </th>
            ) : null}
            {columns.map((column) => (
              <HeaderCell
                key={column.id}
                column={column}
                width={column.id === linkColumn ? null : widthOf(column, longestKey)}
                direction={sorting?.columnId === column.id ? sorting.direction : null}
                onSort={column.canSort ? onSort : undefined}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RequestTableRow
              key={row.key}
              row={row}
              columns={columns}
              linkColumn={linkColumn}
              isCurrent={cursor.key === row.key}
              selection={selection}
              freshness={fresh?.get(row.key)}
              linkRef={cursor.register(row.key)}
              onFocus={() => {
                cursor.visit(row.key);
                onVisit?.(row.key);
              }}
              onAssignToMe={onAssignToMe && (() => onAssignToMe(row))}
              renderCell={props.renderCell}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeaderCellProps {
  readonly column: TableColumn;
  /** in rem; null: what the others leave */
  readonly width: number | null;
  readonly direction: 'asc' | 'desc' | null;
  readonly onSort: ((column: TableColumn) => void) | undefined;
}

function HeaderCell({ column, width, direction, onSort }: HeaderCellProps) {
  const { t } = useTranslation('agent');
  const Arrow = direction === 'desc' ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      data-kind={column.kind}
      data-column={column.id}
      style={width === null ? undefined : ({ '--column-width': `${width}rem` } as CSSProperties)}
      aria-sort={direction ? (direction === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      {onSort ? (
        <button
          type="button"
          className={classes['sort']}
          title={t('table.sortBy', { column: column.name })}
          onClick={() => onSort(column)}
        >
          <span className={classes['heading']}>{column.name}</span>
          {direction ? <Arrow size={14} aria-hidden="true" /> : null}
        </button>
      ) : (
        <div className={classes['heading']} title={column.name}>
          {column.name}
        </div>
      )}
    </th>
  );
}
