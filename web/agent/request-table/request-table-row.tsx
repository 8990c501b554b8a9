import { Badge, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Selection } from '../bulk/use-selection.ts';
import { cellText } from './cell-text.ts';
import type { TableColumn } from './columns.ts';
import { RequestCell } from './request-cell.tsx';
import classes from './request-table.module.css';
import type { Freshness } from './rows.ts';
import { summaryOf, type TableRow } from './table-row.ts';
import { useReader } from './use-reader.ts';

interface RequestTableRowProps {
  readonly row: TableRow;
  readonly columns: readonly TableColumn[];
  /** the column whose cell is the row's link */
  readonly linkColumn: string | undefined;
  readonly isCurrent: boolean;
  readonly selection: Selection | undefined;
  readonly freshness: Freshness | undefined;
  readonly linkRef: (element: HTMLElement | null) => void;
  readonly onFocus: () => void;
  readonly onAssignToMe: (() => void) | undefined;
  readonly renderCell: ((column: TableColumn, row: TableRow) => ReactNode | undefined) | undefined;
}

/** One request of a table; on a phone, a card. */
export function RequestTableRow(props: RequestTableRowProps) {
  const { row, columns, linkColumn, isCurrent, selection, freshness, linkRef, onFocus } = props;
  const { t } = useTranslation('agent');
  const isSelected = selection?.has(row.key) ?? false;
  const withOrganization = !columns.some(({ id }) => id === 'organization');
  return (
    <tr
      data-row
      className={classes['row']}
      data-current={isCurrent || undefined}
      data-selected={isSelected || undefined}
      data-fresh={freshness}
      onFocus={onFocus}
    >
      {selection ? (
        <td className={classes['select']}>
          <Checkbox
            size="xs"
            aria-label={t('bulk.select.one', { key: row.key })}
            checked={isSelected}
            // with shift, all since the last one: only a click says so
            onClick={({ shiftKey }) => selection.toggle(row.key, shiftKey)}
            onChange={() => {}}
          />
        </td>
      ) : null}
      {columns.map((column) => (
        <td
          key={column.id}
          data-kind={column.kind}
          data-column={column.id}
          data-label={column.name}
          data-link={column.id === linkColumn || undefined}
        >
          {column.id === linkColumn ? (
            <RowLink row={row} column={column} freshness={freshness} linkRef={linkRef} />
          ) : (
            (props.renderCell?.(column, row) ?? (
              <RequestCell
                column={column}
                row={row}
                withOrganization={withOrganization}
                onAssignToMe={props.onAssignToMe}
              />
            ))
          )}
        </td>
      ))}
    </tr>
  );
}

interface RowLinkProps {
  readonly row: TableRow;
  readonly column: TableColumn;
  readonly freshness: Freshness | undefined;
  readonly linkRef: (element: HTMLElement | null) => void;
}

function RowLink({ row, column, freshness, linkRef }: RowLinkProps) {
  const { t } = useTranslation('agent');
  const reader = useReader();
  const text = column.kind === 'summary' ? summaryOf(row) : cellText(column, row, reader) || row.key;
  return (
    <div className={classes['line']}>
      <Link
        to="/browse/$key"
        params={{ key: row.key }}
        ref={linkRef}
        className={classes['link']}
        title={text}
      >
        {text}
      </Link>
      {freshness ? (
        <Badge size="sm" color={freshness === 'new' ? 'green' : 'blue'} className={classes['fresh'] ?? ''}>
          {t(freshness === 'new' ? 'table.isNew' : 'table.isChanged')}
        </Badge>
      ) : null}
    </div>
  );
}
