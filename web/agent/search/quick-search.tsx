import { ActionIcon, Combobox, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../kit/api/client.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { StatusBadge } from '../../kit/components/status-badge.tsx';
import { myDesksQuery } from '../desks/desk-queries.ts';
import { projectKeyOf } from '../desks/use-desk.ts';
import { useShortcuts } from '../shortcuts/shortcuts.tsx';
import classes from './quick-search.module.css';
import { textQuery } from './text-query.ts';

const everything = 'all results';

/** Requests by key or words, best first. */
function pickerQuery(query: string) {
  return queryOptions({
    queryKey: ['quick-search', query],
    queryFn: async ({ signal }) => {
      const { sections } = await answer(
        api.GET('/rest/api/3/issue/picker', { params: { query: { query } }, signal }),
      );
      const found = sections.flatMap(({ issues }) => issues);
      return [...new Map(found.map((issue) => [issue.key, issue])).values()].slice(0, 8);
    },
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}

/** The search of the header: a key or words lead to requests, Enter to all that have the words. */
export function QuickSearch() {
  const { t } = useTranslation('agent');
  const errorText = useErrorText();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 150);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const search = useQuery({ ...pickerQuery(asked), enabled: combobox.dropdownOpened });
  const isOld = text.trim() !== asked || search.isPlaceholderData;
  const found = (isOld ? undefined : search.data) ?? [];
  const focus = () => field.current?.focus();
  const { data: desks } = useQuery(myDesksQuery);

  /** A whole key leads to its request, without a look at what is found. */
  function isMine(key: string): boolean {
    return (
      /^[A-Z][A-Z0-9_]*-\d+$/.test(key) && (desks ?? []).some((desk) => desk.projectKey === projectKeyOf(key))
    );
  }

  useShortcuts([
    { keys: '/', group: t('shortcuts.everywhere'), label: t('search.quick.shortcut'), run: focus },
  ]);
  useFocusKey(focus);

  function submit(value: string) {
    combobox.closeDropdown();
    field.current?.blur();
    if (value === everything) void navigate({ to: '/issues', search: { jql: textQuery(text) } });
    else void navigate({ to: '/browse/$key', params: { key: value } });
    setText('');
  }

  return (
    <>
      <Link to="/issues" className={classes['small']} aria-label={t('search.quick.label')}>
        <ActionIcon component="span" variant="subtle" color="gray" size="lg">
          <IconSearch size={20} stroke={1.6} aria-hidden="true" />
        </ActionIcon>
      </Link>
      <div className={classes['large']}>
        <Combobox store={combobox} onOptionSubmit={submit} position="bottom-end" shadow="md" width={460}>
          <Combobox.Target>
            <TextInput
              ref={field}
              size="sm"
              type="search"
              aria-label={t('search.quick.label')}
              placeholder={t('search.quick.placeholder')}
              autoComplete="off"
              leftSection={<IconSearch size={16} aria-hidden="true" />}
              rightSection={combobox.dropdownOpened && search.isFetching ? <Loader size={14} /> : null}
              value={text}
              onChange={(event) => {
                setText(event.currentTarget.value);
                combobox.resetSelectedOption();
                combobox.openDropdown();
              }}
              onFocus={() => combobox.openDropdown()}
              onBlur={() => combobox.closeDropdown()}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && combobox.getSelectedOptionIndex() < 0 && text.trim() !== '') {
                  event.preventDefault();
                  const key = text.trim().toUpperCase();
                  submit(isMine(key) ? key : everything);
                }
                if (event.key === 'Escape' && !combobox.dropdownOpened) field.current?.blur();
              }}
            />
          </Combobox.Target>
          <Combobox.Dropdown hidden={text.trim() === '' && found.length === 0}>
            <Combobox.Options
              mah={420}
              className={classes['options'] ?? ''}
              aria-label={t('search.quick.results')}
            >
              {search.error ? (
                <Text size="sm" p="xs" role="alert">
                  {errorText(search.error)}
                </Text>
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
              {text.trim() === '' ? null : (
                <Combobox.Option value={everything}>
                  <span className={classes['option']}>
                    <IconSearch size={16} aria-hidden="true" />
                    <span className={classes['summary']}>{t('search.quick.all', { text: text.trim() })}</span>
                  </span>
                </Combobox.Option>
              )}
            </Combobox.Options>
          </Combobox.Dropdown>
        </Combobox>
      </div>
    </>
  );
}

/** Control, or Command, and K. A text editor that has a use for it takes it first. */
function useFocusKey(focus: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.key.toLowerCase() !== 'k' || event.altKey || event.shiftKey) return;
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    focus();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
