import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonAvatar } from '../../kit/components/person-avatar.tsx';
import { useErrorText } from '../../kit/components/states.tsx';
import { type FoundPerson, personSearchQuery } from '../people/people-queries.ts';
import classes from './person-picker.module.css';

interface PersonPickerProps {
  readonly label: string;
  /** accounts that are there already, by accountId */
  readonly excluded: ReadonlySet<string>;
  /** offer deactivated accounts too */
  readonly includesInactive?: boolean;
  /** of which service desk they are to become people: who administers it may not read the list of all accounts */
  readonly deskId?: string;
  readonly onPick: (person: FoundPerson) => void;
}

/** Finds a person by name or e-mail address. Deactivated accounts are offered when that is asked for. */
export function PersonPicker({
  label,
  excluded,
  includesInactive = false,
  deskId,
  onPick,
}: PersonPickerProps) {
  const { t } = useTranslation('admin');
  const errorText = useErrorText();
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), 200);
  const { data, error, isFetching } = useQuery({
    ...personSearchQuery(query, deskId ?? null),
    enabled: query !== '',
  });
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const found = (data?.values ?? []).filter(
    (account) => (account.isActive || includesInactive) && !excluded.has(account.accountId),
  );

  // so that Enter takes the best match, once it is there
  const { selectFirstOption } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the options change with the answer
  useEffect(() => {
    selectFirstOption();
  }, [data]);

  return (
    <Combobox
      shadow="md"
      store={combobox}
      portalProps={{ target: '#main' }}
      onOptionSubmit={(accountId) => {
        const account = found.find((candidate) => candidate.accountId === accountId);
        combobox.closeDropdown();
        setText('');
        if (account) onPick(account);
      }}
    >
      <Combobox.Target>
        <TextInput
          label={label}
          placeholder={t('picker.search')}
          value={text}
          className={classes['field'] ?? ''}
          rightSection={isFetching && query !== '' ? <Loader size="xs" /> : null}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={300} aria-label={label} className={classes['options'] ?? ''}>
          {error ? (
            <Combobox.Empty role="alert">
              {t('picker.failed')} {errorText(error)}
            </Combobox.Empty>
          ) : query === '' ? (
            <Combobox.Empty>{t('picker.hint')}</Combobox.Empty>
          ) : found.length === 0 ? (
            data && !isFetching ? (
              <Combobox.Empty>{t('picker.none', { text })}</Combobox.Empty>
            ) : null
          ) : null}
          {query === ''
            ? null
            : found.map((account) => (
                <Combobox.Option key={account.accountId} value={account.accountId}>
                  <span className={classes['person']}>
                    <PersonAvatar name={account.displayName} size={28} />
                    <span className={classes['names']}>
                      <span>{account.displayName}</span>
                      <span className={classes['email']}>{account.emailAddress}</span>
                    </span>
                  </span>
                </Combobox.Option>
              ))}
          {query !== '' && data && !data.isLastPage ? (
            <Combobox.Footer>{t('picker.more')}</Combobox.Footer>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
