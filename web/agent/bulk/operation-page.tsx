import { Group, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { QueryState } from '../../kit/components/states.tsx';
import { Time } from '../../kit/components/time.tsx';
import { ShowMore } from '../request-table/show-more.tsx';
import frame from '../shell/agent-frame.module.css';
import { useActText } from './act-text.ts';
import classes from './bulk.module.css';
import { type Item, itemsQuery, type Operation, type Outcome } from './bulk-queries.ts';
import { OperationProgress, StopButton, seenBy } from './operation-progress.tsx';
import { RetryButton } from './retry-button.tsx';
import { useOperation } from './use-operation.ts';

/** /projects/bulk-changes/{id}: something that was or is done to many requests, and how it went for each. */
export function OperationPage() {
  const { t } = useTranslation('agent');
  const { id = '' } = useParams({ strict: false });
  const query = useOperation(id);
  return (
    <main id="main" tabIndex={-1} className={frame['page']}>
      <Stack gap="md" maw="64rem" mx="auto">
        <Link to="/projects/bulk-changes" className={classes['link'] ?? ''}>
          {t('bulk.page.back')}
        </Link>
        {query.data ? <Shown key={id} operation={query.data} /> : <QueryState query={query} lines={6} />}
      </Stack>
    </main>
  );
}

function Shown({ operation }: { operation: Operation }) {
  const actText = useActText();
  const navigate = useNavigate();
  return (
    <>
      <Group justify="space-between" align="baseline" gap="sm">
        <PageTitle title={actText(operation)} />
        <Text size="sm" c="dimmed">
          <Time at={operation.created} />
        </Text>
      </Group>
      <OperationProgress operation={operation} />
      <Group gap="sm">
        {operation.isFinished ? null : <StopButton operation={operation} />}
        <RetryButton
          operation={operation}
          onBegun={(begunId) => void navigate({ to: '/projects/bulk-changes/$id', params: { id: begunId } })}
        />
      </Group>
      <Items operation={operation} />
    </>
  );
}

function Items({ operation }: { operation: Operation }) {
  const { t } = useTranslation('agent');
  const [outcome, setOutcome] = useState<Outcome | 'all'>(
    operation.isFinished && operation.refused > 0 ? 'refused' : 'all',
  );
  const query = useInfiniteQuery(itemsQuery(operation.id, outcome === 'all' ? undefined : outcome));
  const items = query.data?.pages.flatMap((page) => page.values);
  const counts: Record<Outcome, number> = {
    done: operation.done,
    unchanged: operation.unchanged,
    refused: operation.refused,
    open: operation.total - seenBy(operation),
  };
  const shown = (['done', 'unchanged', 'refused', 'open'] as const).filter(
    (each) => counts[each] > 0 || each === outcome,
  );
  return (
    <Stack gap="sm">
      {shown.length > 1 || outcome !== 'all' ? (
        <div className={classes['table']}>
          <SegmentedControl
            size="xs"
            aria-label={t('bulk.page.filter')}
            value={outcome}
            onChange={(value) => setOutcome(value as Outcome | 'all')}
            data={[
              { value: 'all', label: `${t('bulk.page.all')} ${operation.total}` },
              ...shown.map((each) => ({
                value: each,
                label: `${t(`bulk.page.outcome.${each}`)} ${counts[each]}`,
              })),
            ]}
          />
        </div>
      ) : null}
      {!items ? (
        <QueryState query={query} lines={6} />
      ) : items.length === 0 ? (
        <Text c="dimmed">{t('bulk.page.noItems')}</Text>
      ) : (
        <div className={classes['table']}>
          <Table verticalSpacing={6} aria-label={t('bulk.page.requests')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('table.columns.issuekey')}</Table.Th>
                <Table.Th>{t('table.columns.summary')}</Table.Th>
                <Table.Th>{t('bulk.page.result')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((item) => (
                <ItemRow key={item.key} item={item} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      <ShowMore query={query} />
    </Stack>
  );
}

function ItemRow({ item: { key, summary, outcome, message } }: { item: Item }) {
  const { t } = useTranslation('agent');
  return (
    <Table.Tr>
      <Table.Td className={classes['key'] ?? ''}>
        {summary === null ? (
          key
        ) : (
          <Link to="/browse/$key" params={{ key }} className={classes['link'] ?? ''}>
            {key}
          </Link>
        )}
      </Table.Td>
      <Table.Td className={classes['summary'] ?? ''}>
        {summary ?? (
          <Text span size="sm" c="dimmed">
            {t('bulk.progress.hidden')}
          </Text>
        )}
      </Table.Td>
      <Table.Td className={classes['summary'] ?? ''}>
        <Text size="sm" {...(outcome === 'refused' ? { fw: 600 } : {})}>
          {t(`bulk.page.outcome.${outcome ?? 'open'}`)}
        </Text>
        {message ? (
          <Text size="sm" c="dimmed">
            {message}
          </Text>
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
}
