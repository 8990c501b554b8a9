import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { Empty, ErrorAlert, QueryState } from '../../kit/components/states.tsx';
import { tellDone } from '../../kit/notices.ts';
import { BulkBar } from '../bulk/bulk-bar.tsx';
import { useSelection } from '../bulk/use-selection.ts';
import type { Filter } from '../filters/filters-queries.ts';
import { NewsForListeners } from '../request-table/news-for-listeners.tsx';
import { RequestTable } from '../request-table/request-table.tsx';
import { factsOf, personOf } from '../request-table/table-row.ts';
import { useColumns } from '../request-table/use-columns.ts';
import { useCursor } from '../request-table/use-cursor.ts';
import { useFreshRows } from '../request-table/use-fresh-rows.ts';
import { useShortcuts } from '../shortcuts/shortcuts.tsx';
import { ColumnsButton } from './columns-button.tsx';
import { ExportMenu } from './export-menu.tsx';
import { rememberSearch } from './last-search.ts';
import classes from './search.module.css';
import { countQuery } from './search-queries.ts';
import { useAssignToMe } from './use-assign-to-me.ts';
import { useColumnSorting } from './use-column-sorting.ts';
import { useLiveResults } from './use-live-results.ts';
import type { Results } from './use-results.ts';

interface SearchResultsProps {
  readonly jql: string;
  readonly results: Results;
  /** whose columns are shown; null: the viewer's own */
  readonly filter: Filter | null;
  /** Searches for something else: in another order. */
  readonly onSearch: (jql: string) => void;
}

/** What a query finds, as a list that can be sorted, worked by keyboard, changed in bulk and taken along as CSV. */
export function SearchResults({ jql, results, filter, onSearch }: SearchResultsProps) {
  const { t } = useTranslation('search');
  const { t: tAgent } = useTranslation('agent');
  const navigate = useNavigate();
  const me = useAccount();
  const listId = `search.${filter?.id ?? ''}.${jql}`;

  const { asked, columnIds, query, refusal } = results;
  const columns = useColumns(columnIds);
  const count = useQuery(countQuery(asked));
  const rows = useMemo(() => query.data?.pages.flatMap(({ issues }) => issues), [query.data]);
  const keys = useMemo(() => (rows ?? []).map(({ key }) => key), [rows]);
  const facts = useMemo(() => rows?.map(factsOf), [rows]);
  const { fresh, settle } = useFreshRows(listId, facts);
  const cursor = useCursor(listId, keys);
  const selection = useSelection(listId, keys);
  const assignToMe = useAssignToMe();
  const news = useLiveResults(asked, (query.data?.pages.length ?? 0) > 1);

  // a request that is opened from here leads back
  useEffect(() => {
    const ofFilter = filter && { filter: Number(filter.id) };
    rememberSearch({ ...(jql !== filter?.jql && { jql }), ...ofFilter, name: filter?.name ?? null, keys });
  }, [jql, filter, keys]);

  const sorting = useColumnSorting(columns, asked);

  const current = rows?.find(({ key }) => key === cursor.key);
  const group = tAgent('shortcuts.queue');
  useShortcuts([
    {
      keys: 'j',
      group,
      label: tAgent('shortcuts.next'),
      repeats: true,
      run: () => {
        if (!cursor.move(1) && query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
      },
    },
    { keys: 'k', group, label: tAgent('shortcuts.previous'), repeats: true, run: () => cursor.move(-1) },
    {
      keys: 'Enter',
      group,
      label: tAgent('shortcuts.open'),
      run: () => {
        if (current) void navigate({ to: '/browse/$key', params: { key: current.key } });
      },
    },
    {
      keys: 'a',
      group,
      label: tAgent('shortcuts.assignToMe'),
      run: () => {
        if (!current) return;
        if (personOf(current.fields['assignee'])?.accountId === me.accountId) {
          tellDone(t('results.alreadyYours', { key: current.key }));
        } else assignToMe(current);
      },
    },
  ]);

  return (
    <Stack gap="sm">
      <div className={classes['tools']}>
        <Text size="sm" c="dimmed" role="status" className={classes['count'] ?? ''}>
          {rows ? countText(rows.length) : query.error ? '' : t('results.searching')}
        </Text>
        <ColumnsButton filter={filter} columnIds={columnIds} />
        <ExportMenu jql={asked} columnIds={columnIds} />
      </div>
      {query.error && !rows ? (
        refusal === null ? (
          <QueryState query={query} lines={10} />
        ) : (
          <Empty title={t('results.refused')}>{t('results.refusedText')}</Empty>
        )
      ) : !rows ? (
        <QueryState query={query} lines={10} />
      ) : (
        <>
          {query.error ? <ErrorAlert error={query.error} onRetry={() => void query.refetch()} /> : null}
          {news.count > 0 ? (
            <Group gap="sm" role="status">
              <Text size="sm">{t('results.changed', { count: news.count })}</Text>
              <Button size="compact-sm" variant="light" onClick={news.refresh}>
                {t('results.refresh')}
              </Button>
            </Group>
          ) : null}
          {rows.length === 0 ? (
            <Empty title={t('results.none')}>{t('results.noneText')}</Empty>
          ) : (
            <RequestTable
              rows={rows}
              columns={columns}
              label={t('results.label')}
              cursor={cursor}
              selection={selection}
              fresh={fresh}
              sorting={sorting.now}
              onSort={(column) => onSearch(sorting.by(column, jql))}
              onVisit={settle}
              onAssignToMe={assignToMe}
            />
          )}
          {query.hasNextPage ? (
            <Group justify="center">
              <Button
                variant="default"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t('results.showMore')}
              </Button>
            </Group>
          ) : null}
        </>
      )}
      <BulkBar
        selection={selection}
        shown={keys}
        of={{ jql: asked }}
        total={count.data?.count ?? 0}
        currentKey={current?.key ?? null}
      />
      <NewsForListeners fresh={fresh} />
    </Stack>
  );

  function countText(shown: number): string {
    const isWhole = !query.hasNextPage;
    const found = isWhole ? shown : count.data?.count;
    if (found === undefined) return '';
    const isCapped = !isWhole && (count.data?._portico?.isCapped ?? false);
    if (shown < found)
      return t(isCapped ? 'results.shownOfCapped' : 'results.shownOf', { shown, count: found });
    return t(isCapped ? 'results.countCapped' : 'results.count', { count: found });
  }
}
