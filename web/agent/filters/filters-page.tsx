import { Anchor, Button, Group, SegmentedControl, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { buttonClass } from '../../kit/plain/button.tsx';
import frame from '../shell/agent-frame.module.css';
import classes from './filters.module.css';
import { filtersQuery, type ListedFilter, starredFiltersQuery } from './filters-queries.ts';
import { useShareText } from './share-text.ts';
import { StarButton } from './star-button.tsx';

type Whose = 'all' | 'mine' | 'starred';

/** /issues/filters: all filters that somebody may use. */
export function FiltersPage() {
  const { t } = useTranslation('search');
  const me = useAccount();
  const [whose, setWhose] = useState<Whose>('all');
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 200);
  const list = useInfiniteQuery({
    ...filtersQuery(asked, whose === 'mine' ? me.accountId : null),
    enabled: whose !== 'starred',
  });
  const starred = useQuery({ ...starredFiltersQuery, enabled: whose === 'starred' });
  const query = whose === 'starred' ? starred : list;
  const filters =
    whose === 'starred'
      ? starred.data?.filter(({ name }) => name.toLowerCase().includes(asked.toLowerCase()))
      : list.data?.pages.flatMap(({ values }) => values);

  return (
    <main id="main" tabIndex={-1} className={frame['page']}>
      <Stack gap="md">
        <Group justify="space-between">
          <PageTitle title={t('filters.title')} fz="h2" />
          <Link to="/issues" className={buttonClass({ size: 'sm' })}>
            {t('filters.new')}
          </Link>
        </Group>
        <div className={classes['tools']}>
          <SegmentedControl
            size="sm"
            aria-label={t('filters.whose')}
            value={whose}
            onChange={(next) => setWhose(next as Whose)}
            data={[
              { value: 'all', label: t('filters.all') },
              { value: 'mine', label: t('filters.mine') },
              { value: 'starred', label: t('filters.starred') },
            ]}
          />
          <TextInput
            size="sm"
            type="search"
            className={classes['search'] ?? ''}
            aria-label={t('filters.search')}
            placeholder={t('filters.search')}
            leftSection={<IconSearch size={16} aria-hidden="true" />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        {!filters ? (
          <QueryState query={query} lines={6} />
        ) : filters.length === 0 ? (
          <NoFilters whose={whose} text={asked} />
        ) : (
          <FilterTable filters={filters} />
        )}
        {whose !== 'starred' && list.hasNextPage ? (
          <Group justify="center">
            <Button
              variant="default"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t('results.showMore')}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </main>
  );
}

function NoFilters({ whose, text }: { whose: Whose; text: string }) {
  const { t } = useTranslation('search');
  if (text !== '') return <Empty title={t('filters.noMatch', { text })} />;
  if (whose === 'starred') return <Empty title={t('filters.noStarred')} />;
  if (whose === 'mine') return <Empty title={t('filters.noMine')}>{t('filters.noneText')}</Empty>;
  return <Empty title={t('filters.none')}>{t('filters.noneText')}</Empty>;
}

function FilterTable({ filters }: { filters: readonly ListedFilter[] }) {
  const { t } = useTranslation('search');
  const shareText = useShareText();
  const sharedWith = ({ sharePermissions = [], editPermissions = [] }: ListedFilter) => [
    ...new Set([...sharePermissions, ...editPermissions].map(shareText)),
  ];
  return (
    <Table className={classes['table'] ?? ''} aria-label={t('filters.list')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('filters.starred')}</Table.Th>
          <Table.Th>{t('filters.columns.name')}</Table.Th>
          <Table.Th>{t('filters.columns.owner')}</Table.Th>
          <Table.Th>{t('filters.columns.shared')}</Table.Th>
          <Table.Th>{t('filters.columns.starred')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {filters.map((filter) => (
          <Table.Tr key={filter.id}>
            <Table.Td>
              <StarButton filter={filter} />
            </Table.Td>
            <Table.Td>
              <Anchor
                size="sm"
                fw={500}
                renderRoot={(props) => (
                  <Link {...props} to="/issues" search={{ filter: Number(filter.id) }} />
                )}
              >
                {filter.name}
              </Anchor>
              <span className={classes['query']} title={filter.jql}>
                {filter.jql}
              </span>
            </Table.Td>
            <Table.Td className={classes['owner'] ?? ''}>
              {filter.owner?.displayName ?? t('filter.ownerGone')}
            </Table.Td>
            <Table.Td className={classes['shared'] ?? ''}>
              {sharedWith(filter).join(', ') || (
                <Text component="span" size="sm" c="dimmed">
                  {t('filters.private')}
                </Text>
              )}
            </Table.Td>
            <Table.Td className={classes['count'] ?? ''}>{filter.favouritedCount}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
