import { Button, Combobox, useCombobox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JqlFieldName } from '../../kit/jql/jql-help.ts';
import classes from './search.module.css';

interface FieldMenuProps {
  readonly fields: readonly JqlFieldName[];
  readonly onChoose: (field: JqlFieldName) => void;
}

/** Adds a field to the search. */
export function FieldMenu({ fields, onChoose }: FieldMenuProps) {
  const { t } = useTranslation('search');
  const [typed, setTyped] = useState('');
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      setTyped('');
      combobox.resetSelectedOption();
      combobox.focusTarget();
    },
  });
  const wanted = typed.trim().toLowerCase();
  const shown = fields.filter(({ displayName }) => displayName.toLowerCase().includes(wanted)).slice(0, 100);
  return (
    <Combobox
      store={combobox}
      width={280}
      position="bottom-start"
      shadow="md"
      onOptionSubmit={(value) => {
        const field = fields.find((each) => each.value === value);
        combobox.closeDropdown();
        if (field) onChoose(field);
      }}
    >
      <Combobox.Target targetType="button" withAriaAttributes={false}>
        <Button
          variant="subtle"
          size="sm"
          px="xs"
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => combobox.toggleDropdown()}
        >
          {t('fields.more')}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={typed}
          aria-label={t('fields.search')}
          placeholder={t('fields.search')}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.selectFirstOption();
          }}
        />
        <Combobox.Options mah={300} className={classes['options'] ?? ''} aria-label={t('fields.moreLabel')}>
          {shown.map(({ value, displayName }) => (
            <Combobox.Option key={value} value={value}>
              {displayName}
            </Combobox.Option>
          ))}
          {shown.length === 0 ? <Combobox.Empty>{t('fields.none')}</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
