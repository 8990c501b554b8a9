import { Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { Empty, ErrorAlert, QueryState } from '../../kit/components/states.tsx';
import { tellDone } from '../../kit/notices.ts';
import { BulkBar } from '../bulk/bulk-bar.tsx';
import { useSelection } from '../bulk/use-selection.ts';
import type { Desk } from '../desks/desk-queries.ts';
import { rememberQueue } from '../desks/last-queue.ts';
import type { NamedQueue } from '../desks/use-desk.ts';
import { useLiveDesk } from '../live.ts';
import { cellText } from '../request-table/cell-text.ts';
import { defaultColumnIds } from '../request-table/columns.ts';
import { FilterField } from '../request-table/filter-field.tsx';
import { NewsForListeners } from '../request-table/news-for-listeners.tsx';
import { RequestTable } from '../request-table/request-table.tsx';
import { filterRows } from '../request-table/rows.ts';
import { ShowMore } from '../request-table/show-more.tsx';
import { factsOf, personOf } from '../request-table/table-row.ts';
import { useColumns } from '../request-table/use-columns.ts';
import { useCursor } from '../request-table/use-cursor.ts';
import { useFreshRows } from '../request-table/use-fresh-rows.ts';
import { useReader } from '../request-table/use-reader.ts';
import { useShortcuts } from '../shortcuts/shortcuts.tsx';
import { QueueHeading } from './queue-heading.tsx';
import { orderInQuery, useQueueOrder } from './queue-order.ts';
import { queueRowsQuery, rowsOf } from './queue-queries.ts';
import { useAssignToMe } from './use-assign-to-me.ts';

/** One queue: its requests as a dense list that keeps itself up to date and can be worked by keyboard alone. */
export function QueuePage({ desk, queue }: { desk: Desk; queue: NamedQueue }) {
  const { t } = useTranslation('agent');
  const listId = `${desk.id}.${queue.id}`;
  useLiveDesk(desk.id);
  useEffect(() => rememberQueue(desk.projectKey, queue.id), [desk.projectKey, queue.id]);

  const [order, sortBy] = useQueueOrder(queue.id);
  const query = useInfiniteQuery(queueRowsQuery(desk.id, queue.id, order));
  const pages = query.data?.pages;
  const rows = useMemo(() => (pages ? rowsOf(pages) : undefined), [pages]);
  const facts = useMemo(() => rows?.map(factsOf), [rows]);
  const columns = useColumns(queue.columns ?? defaultColumnIds);
  const reader = useReader();
  const [filter, setFilter] = useState('');
  const shown = useMemo(
    () =>
      filterRows(rows ?? [], filter, (row) => [
        ...columns.map((column) => cellText(column, row, reader)),
        row._portico.organization?.name ?? '',
      ]),
    [rows, filter, columns, reader],
  );
  const keys = useMemo(() => shown.map((row) => row.key), [shown]);
  const { fresh, settle } = useFreshRows(
    // in another order nothing is news, and what is still shown of the one before is not compared with it
    `${listId} ${order ? orderInQuery(order) : ''}`,
    query.isPlaceholderData ? undefined : facts,
  );
  const cursor = useCursor(listId, keys);
  const selection = useSelection(listId, keys);
  const filterField = useRef<HTMLInputElement>(null);
  const assignToMe = useAssignToMe(desk.id);
  const me = useAccount();
  const navigate = useNavigate();

  const current = shown.find((row) => row.key === cursor.key);
  function takeCurrent() {
    if (!current) return;
    if (personOf(current.fields.assignee)?.accountId === me.accountId)
      tellDone(t('queue.alreadyYours', { key: current.key }));
    else assignToMe({ key: current.key, version: current._portico.version });
  }
  function next() {
    if (!cursor.move(1) && query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  }
  const group = t('shortcuts.queue');
  useShortcuts([
    { keys: 'j', group, label: t('shortcuts.next'), repeats: true, run: next },
    { keys: 'k', group, label: t('shortcuts.previous'), repeats: true, run: () => cursor.move(-1) },
    {
      keys: 'Enter',
      group,
      label: t('shortcuts.open'),
      run: () => {
        if (current) void navigate({ to: '/browse/$key', params: { key: current.key } });
      },
    },
    { keys: 'a', group, label: t('shortcuts.assignToMe'), run: takeCurrent },
    { keys: '/', group, label: t('shortcuts.filter'), run: () => filterField.current?.focus() },
  ]);

  const total = queue.issueCount;
  return (
    <Stack gap="sm">
      <QueueHeading desk={desk} queue={queue} count={rows ? countText(rows.length) : ''}>
        <FilterField ref={filterField} value={filter} onChange={setFilter} onDone={() => cursor.move(1)} />
      </QueueHeading>
      {query.error && rows ? <ErrorAlert error={query.error} onRetry={() => void query.refetch()} /> : null}
      {!rows ? (
        <QueryState query={query} lines={10} />
      ) : rows.length === 0 ? (
        <Empty title={t('queue.empty.title')}>{t('queue.empty.text')}</Empty>
      ) : shown.length === 0 ? (
        <Empty
          title={t('queue.noMatch.title', { text: filter })}
          action={
            <Button variant="default" size="sm" onClick={() => setFilter('')}>
              {t('queue.noMatch.clear')}
            </Button>
          }
        />
      ) : (
        <RequestTable
          rows={shown}
          columns={columns}
          label={queue.name}
          cursor={cursor}
          selection={selection}
          fresh={fresh}
          sorting={order}
          onSort={sortBy}
          onVisit={settle}
          onAssignToMe={({ key, _portico }) => assignToMe({ key, version: _portico?.version ?? 0 })}
        />
      )}
      {rows && filter !== '' && query.hasNextPage ? (
        <Text size="sm" c="dimmed">
          {t('queue.filteredLoaded', { loaded: rows.length })}
        </Text>
      ) : null}
      <ShowMore query={query} />
      <BulkBar
        selection={selection}
        shown={keys}
        of={{ serviceDeskId: desk.id, queueId: queue.id }}
        total={filter === '' ? (total ?? 0) : 0}
        currentKey={current?.key ?? null}
      />
      <NewsForListeners fresh={fresh} />
    </Stack>
  );

  function countText(loaded: number): string {
    const count = Math.max(total ?? loaded, loaded);
    if (queue.isCapped) return t('queue.countOfMore', { shown: shown.length, count });
    return shown.length < count
      ? t('queue.countOf', { shown: shown.length, count })
      : t('queue.count', { count });
  }
}
