import { Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { Time } from '../../kit/components/time.tsx';
import { ShowMore } from '../request-table/show-more.tsx';
import frame from '../shell/agent-frame.module.css';
import { useActText } from './act-text.ts';
import classes from './bulk.module.css';
import { type Operation, operationsQuery } from './bulk-queries.ts';
import { OperationState } from './operation-state.tsx';

/** What the viewer has done to many requests, newest first. */
export function BulkPage() {
  const { t } = useTranslation('agent');
  const query = useInfiniteQuery({
    ...operationsQuery,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.values.some(({ isFinished }) => !isFinished)) ? 2000 : false,
  });
  const operations = query.data?.pages.flatMap((page) => page.values);
  return (
    <main id="main" tabIndex={-1} className={frame['page']}>
      <Stack gap="md" maw="64rem" mx="auto">
        <div>
          <PageTitle title={t('bulk.page.title')} />
          <Text c="dimmed">{t('bulk.page.text')}</Text>
        </div>
        {!operations ? (
          <QueryState query={query} lines={6} />
        ) : operations.length === 0 ? (
          <Empty title={t('bulk.page.empty')}>{t('bulk.page.emptyText')}</Empty>
        ) : (
          <div className={classes['table']}>
            <Table verticalSpacing="xs" aria-label={t('bulk.page.title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('bulk.page.what')}</Table.Th>
                  <Table.Th>{t('bulk.page.requests')}</Table.Th>
                  <Table.Th>{t('bulk.page.state')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {operations.map((operation) => (
                  <OperationRow key={operation.id} operation={operation} />
                ))}
              </Table.Tbody>
            </Table>
          </div>
        )}
        <ShowMore query={query} />
      </Stack>
    </main>
  );
}

function OperationRow({ operation }: { operation: Operation }) {
  const actText = useActText();
  const { id, total, created } = operation;
  return (
    <Table.Tr>
      <Table.Td className={classes['summary'] ?? ''}>
        <Link to="/projects/bulk-changes/$id" params={{ id }} className={classes['link'] ?? ''}>
          {actText(operation)}
        </Link>
        <Text size="xs" c="dimmed">
          <Time at={created} />
        </Text>
      </Table.Td>
      <Table.Td>{total}</Table.Td>
      <Table.Td>
        <OperationState operation={operation} />
      </Table.Td>
    </Table.Tr>
  );
}
