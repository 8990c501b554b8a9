import { Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../kit/components/states.tsx';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import classes from './bulk.module.css';
import { itemsQuery, type Operation } from './bulk-queries.ts';
import { OperationProgress, StopButton } from './operation-progress.tsx';
import { RetryButton } from './retry-button.tsx';
import { useOperation } from './use-operation.ts';

interface ProgressDialogProps {
  readonly id: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** How far something is that was just begun, and what could not be done. It goes on when the dialog is closed. */
export function ProgressDialog({ id: firstId, title, onClose }: ProgressDialogProps) {
  const { t } = useTranslation('agent');
  // what is tried again is an operation of its own
  const [id, setId] = useState(firstId);
  const query = useOperation(id);
  const operation = query.data;
  return (
    <Dialog onClose={onClose} title={title} closeOnClickOutside={false} size="lg">
      <Stack gap="md">
        {operation ? <OperationProgress operation={operation} /> : <QueryState query={query} lines={2} />}
        {operation?.isFinished ? null : (
          <Text size="sm" c="dimmed">
            {t('bulk.progress.mayClose')}
          </Text>
        )}
        {operation?.isFinished && operation.refused > 0 ? <Refusals operation={operation} /> : null}
        <Group justify="space-between">
          <Link
            to="/projects/bulk-changes/$id"
            params={{ id }}
            className={classes['link'] ?? ''}
            onClick={onClose}
          >
            {t('bulk.progress.more')}
          </Link>
          <Group gap="sm">
            {operation && !operation.isFinished ? <StopButton operation={operation} /> : null}
            {operation ? <RetryButton operation={operation} onBegun={setId} /> : null}
            <Button data-autofocus onClick={onClose}>
              {t('bulk.close')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Refusals({ operation }: { operation: Operation }) {
  const { t } = useTranslation('agent');
  const query = useInfiniteQuery(itemsQuery(operation.id, 'refused'));
  const items = query.data?.pages[0]?.values;
  if (!items) return <QueryState query={query} lines={2} />;
  return (
    <section aria-label={t('bulk.progress.refusals')}>
      <Text size="sm" fw={600} mb={6}>
        {t('bulk.progress.refusals')}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by the keyboard */}
      <ul className={classes['results']} tabIndex={0}>
        {items.map(({ key, summary, message }) => (
          <li key={key} className={classes['result']}>
            <span>
              {summary === null ? (
                key
              ) : (
                <Link to="/browse/$key" params={{ key }} className={classes['link'] ?? ''}>
                  {key}
                </Link>
              )}{' '}
              {summary}
            </span>
            <Text span size="sm" c="dimmed">
              {message}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
