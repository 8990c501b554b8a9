import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { ResponsiveTable } from '../lists/responsive-table.tsx';
import { ShowMore } from '../lists/show-more.tsx';
import { providersQuery } from '../sign-in/provider-queries.ts';
import { BulkBar } from './bulk-bar.tsx';
import { accountCountQuery } from './bulk-queries.ts';
import { NewAccount } from './new-account.tsx';
import { usePeopleColumns } from './people-columns.ts';
import { PeopleFilters } from './people-filters.tsx';
import { accountsQuery } from './people-queries.ts';
import { accountFilter, type PeopleSearch, readPeopleSearch } from './people-search.ts';
import { PeopleTabs } from './people-tabs.tsx';
import { PersonRow } from './person-row.tsx';
import { useSelection } from './use-selection.ts';

/** Everybody who has an account: what they are, how they sign in, and what can be done about it. */
export function PeoplePage() {
  const { t } = useTranslation('admin');
  const navigate = useNavigate();
  const search = readPeopleSearch(useSearch({ strict: false }));
  const filter = accountFilter(search, new Date());
  const list = useInfiniteQuery(accountsQuery(filter));
  const count = useQuery(accountCountQuery(filter)).data;
  const accounts = list.data?.pages.flatMap((page) => page.values);
  const shown = accounts?.map(({ accountId }) => accountId) ?? [];
  const selection = useSelection(shown, JSON.stringify(filter));
  const [columns, setColumns] = usePeopleColumns();
  const providerOf = useProviderOfDomain();
  const [isCreating, creating] = useDisclosure(false);
  const show = (next: PeopleSearch, { replaces } = { replaces: false }) =>
    void navigate({ to: '/admin/people', search: next, replace: replaces, resetScroll: false });
  const areAllSelected = shown.length > 0 && shown.every((id) => selection.ids.has(id));
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <PageTitle title={t('people.title')} />
        <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={creating.open}>
          {t('people.create')}
        </Button>
      </Group>
      <PeopleTabs />
      <PeopleFilters search={search} onSearch={show} columns={columns} onColumns={setColumns} />
      {!accounts ? (
        <QueryState query={list} lines={8} />
      ) : accounts.length === 0 ? (
        <Empty
          title={
            Object.keys(search).join() === 'query'
              ? t('people.empty.title', { text: search.query ?? '' })
              : t('people.empty.filtered')
          }
        >
          {t('people.empty.text')}
        </Empty>
      ) : (
        <>
          <Group justify="space-between" px="sm">
            <Checkbox
              label={t('people.select.shown')}
              checked={areAllSelected}
              indeterminate={!areAllSelected && selection.ids.size > 0}
              onChange={() => (areAllSelected ? selection.clear() : selection.selectShown())}
            />
            <Text size="sm" c="dimmed" role="status">
              {count === undefined ? '' : t('people.count', { count })}
            </Text>
          </Group>
          <ResponsiveTable
            label={t('people.title')}
            columns={[
              t('people.columns.name'),
              ...columns.map((column) => t(`people.columns.${column}`)),
              '',
            ]}
          >
            {accounts.map((account) => (
              <PersonRow
                key={account.accountId}
                account={account}
                columns={columns}
                providerOf={providerOf}
                isSelected={selection.ids.has(account.accountId)}
                onSelect={(isRange) => selection.toggle(account.accountId, isRange)}
              />
            ))}
          </ResponsiveTable>
        </>
      )}
      <ShowMore query={list} />
      <BulkBar selection={selection} filter={filter} matching={count} shownCount={shown.length} />
      {isCreating ? <NewAccount onClose={creating.close} /> : null}
    </Stack>
  );
}

/** Which enabled provider signs in the people of a domain. */
function useProviderOfDomain(): (domain: string) => string | undefined {
  const { data } = useInfiniteQuery(providersQuery);
  const providers = data?.pages.flatMap((page) => page.values) ?? [];
  const names = new Map(
    providers
      .filter((provider) => provider.isEnabled)
      .flatMap(({ domains, name }) => domains.map((domain) => [domain, name] as const)),
  );
  return (domain) => names.get(domain);
}
