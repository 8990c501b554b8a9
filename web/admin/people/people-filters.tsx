import { Button, Checkbox, Popover, Select, Stack, TextInput } from '@mantine/core';
import { IconColumns, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupsQuery } from '../groups/group-queries.ts';
import { organizationsQuery } from '../organizations/organization-queries.ts';
import { serviceDesksQuery } from '../service-desks/service-desk-queries.ts';
import { providersQuery } from '../sign-in/provider-queries.ts';
import { type PeopleColumn, peopleColumns } from './people-columns.ts';
import classes from './people-page.module.css';
import { factors, type PeopleSearch, roles, sights, states } from './people-search.ts';

interface PeopleFiltersProps {
  readonly search: PeopleSearch;
  readonly onSearch: (search: PeopleSearch, how?: { readonly replaces: boolean }) => void;
  readonly columns: readonly PeopleColumn[];
  readonly onColumns: (columns: readonly PeopleColumn[]) => void;
}

/** Whom the table shows, and what of them. */
export function PeopleFilters({ search, onSearch, columns, onColumns }: PeopleFiltersProps) {
  const { t } = useTranslation('admin');
  const providers = useNames(useInfiniteQuery(providersQuery), ({ id, name }) => [id, name]);
  const organizations = useNames(useInfiniteQuery(organizationsQuery), ({ id, name }) => [id, name]);
  const groups = useNames(useInfiniteQuery(groupsQuery), ({ groupId, name }) => [groupId, name]);
  const desks = useNames(useInfiniteQuery(serviceDesksQuery), (desk) => [desk.id, desk._portico.portalName]);
  const filters = [
    {
      name: 'role',
      options: roles.map((value) => ({ value, label: t(`people.filters.roles.${value}`) })),
    },
    { name: 'desk', options: desks },
    {
      name: 'state',
      options: states.map((value) => ({ value, label: t(`people.filters.states.${value}`) })),
    },
    {
      name: 'signIn',
      options: [
        { value: 'password', label: t('people.password') },
        { value: 'none', label: t('people.noSignIn') },
        ...providers,
      ],
    },
    {
      name: 'factor',
      options: factors.map((value) => ({ value, label: t(`people.filters.factors.${value}`) })),
    },
    { name: 'organization', options: organizations },
    { name: 'group', options: groups },
    {
      name: 'seen',
      options: sights.map((value) => ({ value, label: t(`people.filters.seens.${value}`) })),
    },
  ] as const;
  const isFiltered = Object.keys(search).length > 0;
  return (
    <search className={classes['filters']} aria-label={t('people.filters.label')}>
      <SearchField
        value={search.query ?? ''}
        onSearch={({ text }) =>
          onSearch({ ...without(search, 'query'), ...(text && { query: text }) }, { replaces: true })
        }
      />
      {filters.map(({ name, options }) => (
        <Select
          key={name}
          aria-label={t(`people.filters.${name}`)}
          placeholder={t(`people.filters.${name}`)}
          data={[...options]}
          value={search[name] ?? null}
          onChange={(value) =>
            onSearch({ ...without(search, name), ...(value === null ? {} : { [name]: value }) })
          }
          clearable
          searchable={options.length > 8}
          nothingFoundMessage={t('people.filters.none')}
          comboboxProps={{ portalProps: { target: '#main' } }}
          {...(search[name] === undefined ? {} : { 'data-chosen': true })}
        />
      ))}
      <Columns columns={columns} onColumns={onColumns} />
      {isFiltered ? (
        <Button variant="subtle" onClick={() => onSearch({})}>
          {t('people.filters.clear')}
        </Button>
      ) : null}
    </search>
  );
}

function SearchField({
  value,
  onSearch,
}: {
  value: string;
  onSearch: (wanted: { readonly text: string }) => void;
}) {
  const { t } = useTranslation('admin');
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed is searched for once it has rested
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onSearch({ text: text.trim() }), 250);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <TextInput
      className={classes['search'] ?? ''}
      aria-label={t('people.search')}
      placeholder={t('people.searchHint')}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}

function Columns({ columns, onColumns }: Pick<PeopleFiltersProps, 'columns' | 'onColumns'>) {
  const { t } = useTranslation('admin');
  return (
    <Popover position="bottom-end" shadow="md" portalProps={{ target: '#main' }} trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns size={16} aria-hidden="true" />}>
          {t('people.columns.choose')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group
          label={t('people.columns.shown')}
          value={[...columns]}
          onChange={(chosen) => onColumns(peopleColumns.filter((column) => chosen.includes(column)))}
        >
          <Stack gap="xs" mt="xs">
            {peopleColumns.map((column) => (
              <Checkbox key={column} value={column} label={t(`people.columns.${column}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}

function useNames<Item>(
  list: { readonly data: { readonly pages: readonly { readonly values: readonly Item[] }[] } | undefined },
  pair: (item: Item) => readonly [string, string],
): { value: string; label: string }[] {
  const pages = list.data?.pages ?? [];
  return pages.flatMap((page) =>
    page.values.map((item) => {
      const [value, label] = pair(item);
      return { value, label };
    }),
  );
}

function without(search: PeopleSearch, name: keyof PeopleSearch): PeopleSearch {
  const { [name]: _, ...rest } = search;
  return rest;
}
