import { TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './filter-field.module.css';

interface FilterFieldProps {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Enter or arrow down: on to the list */
  readonly onDone: () => void;
}

/** Narrows the list while one types. Escape empties it and leaves it. */
export function FilterField({ ref, value, onChange, onDone }: FilterFieldProps) {
  const { t } = useTranslation('agent');
  return (
    <TextInput
      ref={ref}
      className={classes['filter'] ?? ''}
      size="sm"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          onChange('');
          event.currentTarget.blur();
        } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
          event.preventDefault();
          onDone();
        }
      }}
      placeholder={t('queue.filterHint')}
      aria-label={t('queue.filter')}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      rightSection={
        value === '' ? null : (
          <button
            type="button"
            className={classes['clear']}
            aria-label={t('queue.noMatch.clear')}
            onClick={() => {
              onChange('');
              ref.current?.focus();
            }}
          >
            <IconX size={16} aria-hidden="true" />
          </button>
        )
      }
    />
  );
}
