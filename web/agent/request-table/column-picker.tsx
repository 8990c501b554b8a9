import { ActionIcon, Text, TextInput } from '@mantine/core';
import { IconPlus, IconSearch, IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { movedBeside, movedTo } from '../../kit/sorting/order.ts';
import { SortableItem } from '../../kit/sorting/sortable-item.tsx';
import { useAnnounce } from '../../kit/sorting/use-announce.tsx';
import classes from './column-picker.module.css';
import { useAllColumns, useColumns } from './use-columns.ts';

interface ColumnPickerProps {
  /** ids of the fields that are shown, in order */
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  /** most columns that can be shown */
  readonly most?: number;
}

/** Chooses the columns of a list and puts them into order, by dragging or by their handles' menus. At least one stays. */
export function ColumnPicker({ value, onChange, most = 50 }: ColumnPickerProps) {
  const { t } = useTranslation('agent');
  const [typed, setTyped] = useState('');
  const shown = useColumns(value);
  const all = useAllColumns();
  const { region, tell } = useAnnounce();
  const wanted = typed.trim().toLowerCase();
  const others = useMemo(
    () => all?.filter(({ id, name }) => !value.includes(id) && name.toLowerCase().includes(wanted)),
    [all, value, wanted],
  );

  function move(id: string, by: 1 | -1) {
    const from = value.indexOf(id);
    const next = movedTo(value, from, from + by);
    onChange(next);
    tell(
      t('table.picker.moved', {
        column: shown.find((column) => column.id === id)?.name ?? id,
        place: next.indexOf(id) + 1,
        count: next.length,
      }),
    );
  }

  return (
    <div className={classes['picker']}>
      <ul className={classes['list']} aria-label={t('table.picker.shown')}>
        {shown.map(({ id, name }, index) => (
          <SortableItem
            key={id}
            kind="column"
            id={id}
            className={classes['entry']}
            handleLabel={t('table.picker.move', { column: name })}
            moves={[
              { label: t('table.picker.up'), key: 'up', isOff: index === 0, act: () => move(id, -1) },
              {
                label: t('table.picker.down'),
                key: 'down',
                isOff: index === shown.length - 1,
                act: () => move(id, 1),
              },
            ]}
            onDropped={(draggedId, side) => onChange(movedBeside(value, (each) => each, draggedId, id, side))}
          >
            {(handle) => (
              <>
                {handle}
                <span className={classes['name']}>{name}</span>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={value.length === 1}
                  aria-label={t('table.picker.remove', { column: name })}
                  title={t('table.picker.remove', { column: name })}
                  onClick={() => onChange(value.filter((each) => each !== id))}
                >
                  <IconX size={16} aria-hidden="true" />
                </ActionIcon>
              </>
            )}
          </SortableItem>
        ))}
      </ul>
      <div className={classes['others']}>
        <TextInput
          size="sm"
          type="search"
          aria-label={t('table.picker.find')}
          placeholder={t('table.picker.find')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {value.length >= most ? (
          <Text size="sm" c="dimmed">
            {t('table.picker.most', { count: most })}
          </Text>
        ) : others && others.length === 0 ? (
          <Text size="sm" c="dimmed" role="status">
            {t('table.picker.none', { text: typed })}
          </Text>
        ) : (
          <ul className={classes['list']} aria-label={t('table.picker.others')}>
            {others?.map(({ id, name }) => (
              <li key={id}>
                <button
                  type="button"
                  className={classes['add']}
                  aria-label={t('table.picker.add', { column: name })}
                  onClick={() => onChange([...value, id])}
                >
                  <IconPlus size={16} aria-hidden="true" />
                  <span className={classes['name']}>{name}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      {region}
    </div>
  );
}
