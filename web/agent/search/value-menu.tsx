import { Button, Combobox, Loader, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCheck, IconChevronDown, IconX } from '@tabler/icons-react';
import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../kit/api/client.ts';
import { type JqlFieldName, suggestionsQuery } from '../../kit/jql/jql-help.ts';
import { unquoted } from '../../kit/jql/tokens.ts';
import { noValue } from './basic.ts';
import classes from './search.module.css';
import { shortName } from './short-name.ts';

const person = 'com.atlassian.jira.user.ApplicationUser';
const currentUser = 'currentUser()';

interface ValueMenuProps {
  readonly field: JqlFieldName;
  readonly values: readonly string[];
  readonly isOpenAtFirst: boolean;
  readonly onChange: (values: readonly string[]) => void;
}

/** The values of a field that requests may have; several can be chosen. */
export function ValueMenu({ field, values, isOpenAtFirst, onChange }: ValueMenuProps) {
  const { t } = useTranslation('search');
  const fieldName = unquoted(field.value);
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 150);
  const combobox = useCombobox({
    defaultOpened: isOpenAtFirst,
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      setTyped('');
      combobox.resetSelectedOption();
    },
  });
  const { focusSearchInput } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it comes
  useEffect(() => {
    if (isOpenAtFirst) focusSearchInput();
  }, []);
  const search = useQuery({
    ...suggestionsQuery(fieldName, asked, ''),
    enabled: combobox.dropdownOpened,
    placeholderData: keepPreviousData,
  });
  const nameOf = useNames(field, fieldName, values);
  const found = (search.data ?? []).map(({ value, displayName }) => ({
    value: unquoted(value),
    label: displayName,
  }));
  const wanted = typed.trim().toLowerCase();
  const own = specialValues().filter(({ label }) => label.toLowerCase().includes(wanted));
  const offered = [...own, ...found];
  // what is chosen stands first when the menu opens, so that it can be taken back
  const chosenElsewhere =
    wanted === '' ? values.filter((value) => !offered.some((each) => each.value === value)) : [];
  const options = [...chosenElsewhere.map((value) => ({ value, label: nameOf(value) })), ...offered];

  function specialValues() {
    const isPerson = field.types.includes(person);
    return [
      ...(isPerson ? [{ value: currentUser, label: t('fields.me') }] : []),
      ...(field.operators.includes('is')
        ? [{ value: noValue, label: t(fieldName === 'assignee' ? 'fields.unassigned' : 'fields.empty') }]
        : []),
    ];
  }

  function toggle(value: string) {
    onChange(values.includes(value) ? values.filter((each) => each !== value) : [...values, value]);
  }

  const name = shortName(field);
  const [first, second, ...others] = values.map(nameOf);
  const shown = [first, second].filter(Boolean).join(', ');
  return (
    <Combobox store={combobox} width={320} position="bottom-start" shadow="md" onOptionSubmit={toggle}>
      <div className={classes['menu']} data-chosen={values.length > 0 || undefined}>
        <Combobox.Target targetType="button" withAriaAttributes={false}>
          <Button
            variant={values.length > 0 ? 'light' : 'default'}
            size="sm"
            className={classes['choice'] ?? ''}
            aria-haspopup="listbox"
            aria-expanded={combobox.dropdownOpened}
            rightSection={<IconChevronDown size={14} aria-hidden="true" />}
            onClick={() => combobox.toggleDropdown()}
          >
            <span className={classes['clip']}>
              {values.length === 0
                ? name
                : others.length === 0
                  ? t('fields.some', { field: name, values: shown })
                  : t('fields.someMore', { field: name, values: shown, count: others.length })}
            </span>
          </Button>
        </Combobox.Target>
        {values.length > 0 ? (
          <Button
            variant="light"
            size="sm"
            className={classes['clear'] ?? ''}
            aria-label={t('fields.clear', { field: name })}
            onClick={() => onChange([])}
          >
            <IconX size={14} aria-hidden="true" />
          </Button>
        ) : null}
      </div>
      <Combobox.Dropdown>
        <Combobox.Search
          value={typed}
          aria-label={t('fields.searchValues', { field: name })}
          placeholder={t('fields.searchValues', { field: name })}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.updateSelectedOptionIndex();
          }}
          rightSection={search.isFetching ? <Loader size={14} /> : null}
        />
        <Combobox.Options
          mah={300}
          className={classes['options'] ?? ''}
          aria-label={t('fields.values', { field: name })}
          aria-multiselectable="true"
        >
          {options.map(({ value, label }) => (
            <Combobox.Option key={value} value={value} aria-selected={values.includes(value)}>
              <span className={classes['option']}>
                <IconCheck size={14} aria-hidden="true" data-shown={values.includes(value) || undefined} />
                {label}
              </span>
            </Combobox.Option>
          ))}
          {options.length === 0 && !search.isFetching ? (
            <Combobox.Empty>{t('fields.noValues')}</Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** What values are called: people are in a query by their id. */
function useNames(field: JqlFieldName, fieldName: string, values: readonly string[]) {
  const { t } = useTranslation('search');
  const isPerson = field.types.includes(person);
  const asked = isPerson ? values.filter((value) => /^[\w:-]{20,}$/.test(value)) : [];
  const answers = useQueries({ queries: asked.map(personQuery) });
  const names = new Map(asked.map((value, index) => [value, answers[index]?.data?.displayName]));
  return (value: string): string => {
    if (value === noValue) return t(fieldName === 'assignee' ? 'fields.unassigned' : 'fields.empty');
    if (value === currentUser) return t('fields.me');
    return names.get(value) ?? value;
  };
}

function personQuery(accountId: string) {
  return queryOptions({
    queryKey: ['person', accountId],
    queryFn: ({ signal }) =>
      answer(api.GET('/rest/api/3/user', { params: { query: { accountId } }, signal })),
    staleTime: 300_000,
    retry: false,
  });
}
