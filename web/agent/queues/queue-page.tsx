import { Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, ErrorAlert, QueryState } from '../../kit/components/states.tsx';
import { tellDone } from '../../kit/notices.ts';
import { BulkBar } from '../bulk/bulk-bar.tsx';
import { useSelection } from '../bulk/use-selection.ts';
import type { Desk } from '../desks/desk-queries.ts';
import { rememberQueue } from '../desks/last-queue.ts';
import type { NamedQueue } from '../desks/use-desk.ts';
import { useLiveDesk } from '../live.ts';
import { useShortcuts } from '../shortcuts/shortcuts.tsx';
import { FilterField } from './filter-field.tsx';
import { queueRowsQuery, rowsOf } from './queue-queries.ts';
import { QueueTable } from './queue-table.tsx';
import { listRow } from './row-facts.ts';
import { filterRows } from './rows.ts';
import { ShowMore } from './show-more.tsx';
import { useAssignToMe } from './use-assign-to-me.ts';
import { useCursor } from './use-cursor.ts';
import { useFreshRows } from './use-fresh-rows.ts';

/** One queue: its requests as a dense list that keeps itself up to date and can be worked by keyboard alone. */
export function QueuePage({ desk, queue }: { desk: Desk; queue: NamedQueue }) {
  const { t } = useTranslation('agent');
  const listId = `${desk.id}.${queue.id}`;
  useLiveDesk(desk.id);
  useEffect(() => rememberQueue(desk.projectKey, queue.id), [desk.projectKey, queue.id]);

  const query = useInfiniteQuery(queueRowsQuery(desk.id, queue.id));
  const pages = query.data?.pages;
  const rows = useMemo(() => (pages ? rowsOf(pages).map(listRow) : undefined), [pages]);
  const [filter, setFilter] = useState('');
  const shown = useMemo(() => filterRows(rows ?? [], filter), [rows, filter]);
  const keys = useMemo(() => shown.map((row) => row.key), [shown]);
  const { fresh, settle } = useFreshRows(listId, rows);
  const cursor = useCursor(listId, keys);
  const selection = useSelection(listId, keys);
  const filterField = useRef<HTMLInputElement>(null);
  const assignToMe = useAssignToMe(desk.id);
  const me = useAccount();
  const navigate = useNavigate();

  const current = shown.find((row) => row.key === cursor.key);
  function takeCurrent() {
    if (!current) return;
    if (current.assigneeId === me.accountId) tellDone(t('queue.alreadyYours', { key: current.key }));
    else assignToMe(current);
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
      <Group justify="space-between" gap="sm" align="flex-end">
        <Group gap="sm" align="baseline">
          <PageTitle title={queue.name} fz="h2" />
          <Text c="dimmed" size="sm" role="status">
            {rows ? countText(rows.length) : ''}
          </Text>
        </Group>
        <FilterField ref={filterField} value={filter} onChange={setFilter} onDone={() => cursor.move(1)} />
      </Group>
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
        <QueueTable
          rows={shown}
          label={queue.name}
          cursor={cursor}
          selection={selection}
          fresh={fresh}
          onVisit={settle}
          onAssignToMe={assignToMe}
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
        queue={{ serviceDeskId: desk.id, id: queue.id }}
        total={filter === '' ? (total ?? 0) : 0}
        currentKey={current?.key ?? null}
      />
      <NewsForListeners fresh={fresh} />
    </Stack>
  );

  function countText(loaded: number): string {
    const count = Math.max(total ?? loaded, loaded);
    if (queue._portico?.isCapped) return t('queue.countOfMore', { shown: shown.length, count });
    return shown.length < count
      ? t('queue.countOf', { shown: shown.length, count })
      : t('queue.count', { count });
  }
}

/** Says new requests to those who do not see them appear. */
function NewsForListeners({ fresh }: { fresh: ReadonlyMap<string, 'new' | 'changed'> }) {
  const { t } = useTranslation('agent');
  const keys = [...fresh].filter(([, freshness]) => freshness === 'new').map(([key]) => key);
  return (
    <VisuallyHidden role="status">
      {keys.length > 0 ? t('queue.announceNew', { count: keys.length, keys: keys.join(', ') }) : ''}
    </VisuallyHidden>
  );
}
