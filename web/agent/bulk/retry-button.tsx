import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../kit/components/states.tsx';
import { tellFailure } from '../../kit/notices.ts';
import { type Operation, retryOperation } from './bulk-queries.ts';
import { seenBy } from './operation-progress.tsx';

interface RetryButtonProps {
  readonly operation: Operation;
  /** is told which operation does it */
  readonly onBegun: (operationId: string) => void;
}

/** Does it once more to the requests to which it was refused or never came; nothing while there are none. */
export function RetryButton({ operation, onBegun }: RetryButtonProps) {
  const { t } = useTranslation('agent');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const retry = useMutation({
    mutationFn: () => retryOperation(operation.id),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['bulk', 'operations'] });
      onBegun(id);
    },
    onError: (error) => tellFailure(t('bulk.progress.retryFailed'), errorText(error)),
  });
  const count = operation.refused + operation.total - seenBy(operation);
  if (!operation.isFinished || count === 0) return null;
  return (
    <Button variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
      {t('bulk.progress.retry', { count })}
    </Button>
  );
}
