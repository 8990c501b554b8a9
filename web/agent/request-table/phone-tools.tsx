import { ActionIcon, Checkbox, NativeSelect } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Selection } from '../bulk/use-selection.ts';
import type { TableColumn } from './columns.ts';
import classes from './request-table.module.css';
import type { TableSorting } from './request-table.tsx';

interface PhoneToolsProps {
  readonly columns: readonly TableColumn[];
  readonly selection: Selection | undefined;
  readonly sorting: TableSorting | null;
  /** As if the column's head was pressed. Absent: rows stay in the order they come in. */
  readonly onSort: ((column: TableColumn) => void) | undefined;
}

/** What the head of the table is for, where its rows are cards and have none. Seen on phones only. */
export function PhoneTools({ columns, selection, sorting, onSort }: PhoneToolsProps) {
  const { t } = useTranslation('agent');
  const sortable = onSort ? columns.filter(({ canSort }) => canSort) : [];
  const current = sortable.find(({ id }) => id === sorting?.columnId);
  const isDescending = sorting?.direction === 'desc';
  const Arrow = isDescending ? IconArrowDown : IconArrowUp;
  if (!selection && sortable.length === 0) return null;
  return (
    <div className={classes['phoneTools']}>
      {selection ? (
        <Checkbox
          size="xs"
          label={t('table.selectAll')}
          aria-label={t('bulk.select.shown')}
          checked={selection.share === 'all'}
          indeterminate={selection.share === 'some'}
          onChange={selection.toggleShown}
        />
      ) : null}
      {onSort && sortable.length > 0 ? (
        <div className={classes['phoneSort']}>
          <NativeSelect
            size="xs"
            aria-label={t('table.sort')}
            value={current?.id ?? ''}
            data={[
              ...(current ? [] : [{ value: '', label: t('table.sort') }]),
              ...sortable.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => {
              const chosen = sortable.find(({ id }) => id === event.currentTarget.value);
              if (chosen) onSort(chosen);
            }}
          />
          {current ? (
            <ActionIcon
              variant="default"
              size={30}
              aria-label={t(isDescending ? 'table.descending' : 'table.ascending')}
              title={t(isDescending ? 'table.descending' : 'table.ascending')}
              onClick={() => onSort(current)}
            >
              <Arrow size={16} aria-hidden="true" />
            </ActionIcon>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
