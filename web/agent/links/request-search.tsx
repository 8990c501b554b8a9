import { Combobox, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type Ref, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../kit/components/states.tsx';
import { StatusBadge } from '../../kit/components/status-badge.tsx';
import classes from './links.module.css';
import { linkableQuery } from './links-queries.ts';

/** A request that was found. */
export interface FoundRequest {
  readonly key: string;
  readonly summaryText: string;
}

interface RequestSearchProps {
  readonly requestKey: string;
  readonly chosen: FoundRequest | null;
  readonly error: string | null;
  readonly onChoose: (found: FoundRequest | null) => void;
  readonly ref: Ref<HTMLInputElement>;
}

/** Finds another request by its key or words of its summary. */
export function RequestSearch({ requestKey, chosen, error, onChoose, ref }: RequestSearchProps) {
  const { t } = useTranslation('agent');
  const errorText = useErrorText();
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), 150);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const search = useQuery({ ...linkableQuery(requestKey, query), enabled: combobox.dropdownOpened });
  // until the answer to what is typed has come, none of those before it may be chosen that do not fit
  const isOld = text.trim() !== query || search.isPlaceholderData;
  const found = (search.data ?? []).filter((each) => !isOld || fits(each, text));

  // so that Enter takes the best match, once it is there
  const { selectFirstOption } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the options change with the answer
  useEffect(() => void selectFirstOption(), [search.data, found.length]);

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(key) => {
        const request = found.find((each) => each.key === key);
        if (!request) return;
        onChoose(request);
        setText('');
        combobox.closeDropdown();
      }}
      position="bottom-start"
      shadow="md"
      withinPortal={false}
    >
      <Combobox.Target>
        <TextInput
          ref={ref}
          size="sm"
          aria-label={t('links.searchLabel')}
          placeholder={t('links.search')}
          autoComplete="off"
          value={chosen ? `${chosen.key} ${chosen.summaryText}` : text}
          error={error}
          onChange={(event) => {
            onChoose(null);
            setText(chosen ? '' : event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={chosen !== null} className={classes['dropdown'] ?? ''}>
        <Combobox.Options mah={300} className={classes['options'] ?? ''} aria-label={t('links.searchLabel')}>
          {search.error ? (
            <Text size="sm" p="xs" role="alert">
              {errorText(search.error)}
            </Text>
          ) : !search.data ? (
            <Loader size="sm" m="sm" />
          ) : found.length === 0 && !isOld ? (
            <Combobox.Empty>{t('links.none', { text: query })}</Combobox.Empty>
          ) : null}
          {found.map(({ key, summaryText, _portico: { status } }) => (
            <Combobox.Option key={key} value={key}>
              <span className={classes['option']}>
                <span className={classes['key']}>{key}</span>
                <span className={classes['summary']}>{summaryText}</span>
                <StatusBadge name={status.name} category={status.statusCategory.key} />
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function fits({ key, summaryText }: FoundRequest, text: string): boolean {
  const all = `${key}\n${summaryText}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
