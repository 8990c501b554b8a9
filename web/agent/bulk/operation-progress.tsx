import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../kit/components/states.tsx';
import { tellFailure } from '../../kit/notices.ts';
import { Note } from '../../kit/plain/note.tsx';
import { cancelOperation, type Operation, operationQuery } from './bulk-queries.ts';

/** How many of its requests an operation has seen to. */
export function seenBy({ done, unchanged, refused }: Operation): number {
  return done + unchanged + refused;
}

const doneWords = {
  edit: 'done',
  transition: 'done',
  watch: 'watched',
  unwatch: 'unwatched',
  delete: 'deleted',
} as const;

/** How far an operation is, and what came of it. */
export function OperationProgress({ operation }: { operation: Operation }) {
  const { t } = useTranslation('agent');
  const { total, done, unchanged, refused, isFinished, isCancelled, stopped } = operation;
  const seen = seenBy(operation);
  const left = total - seen;
  const isWhole = isFinished && left === 0;
  return (
    <Stack gap="xs">
      <Progress.Root size="lg" aria-label={t('bulk.progress.label')}>
        <Progress.Section
          value={total === 0 ? 100 : (seen / total) * 100}
          animated={!isFinished}
          color={isWhole && refused === 0 ? 'green' : isFinished ? 'yellow' : 'blue'}
          aria-label={t('bulk.progress.label')}
        />
      </Progress.Root>
      <div role="status">
        {isFinished ? (
          <>
            {done > 0 || seen === 0 ? (
              <Text size="sm">{t(`bulk.progress.${doneWords[operation.act]}`, { count: done })}</Text>
            ) : null}
            {unchanged > 0 ? (
              <Text size="sm">{t('bulk.progress.unchanged', { count: unchanged })}</Text>
            ) : null}
            {refused > 0 ? (
              <Text size="sm" fw={600}>
                {t('bulk.progress.refused', { count: refused })}
              </Text>
            ) : null}
            {isCancelled && left > 0 ? (
              <Text size="sm">{t('bulk.progress.cancelled', { count: left })}</Text>
            ) : null}
          </>
        ) : (
          <Text size="sm">{t('bulk.progress.running', { seen, total })}</Text>
        )}
      </div>
      {stopped ? (
        <Note tone="error" role="alert" title={t('bulk.progress.stopped')}>
          {stopped}
        </Note>
      ) : null}
    </Stack>
  );
}

/** Stops an operation that is under way. */
export function StopButton({ operation: { id, isCancelled } }: { operation: Operation }) {
  const { t } = useTranslation('agent');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const stop = useMutation({
    mutationFn: () => cancelOperation(id),
    onSuccess: (operation) => queries.setQueryData(operationQuery(id).queryKey, operation),
    onError: (error) => tellFailure(t('bulk.failed'), errorText(error)),
  });
  return (
    <Group>
      <Button variant="default" disabled={isCancelled} loading={stop.isPending} onClick={() => stop.mutate()}>
        {t(isCancelled ? 'bulk.progress.stopping' : 'bulk.progress.stop')}
      </Button>
    </Group>
  );
}
