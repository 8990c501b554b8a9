import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Operation } from './bulk-queries.ts';
import { seenBy } from './operation-progress.tsx';

/** In a word: under way, done, done in part, stopped. */
export function OperationState({ operation }: { operation: Operation }) {
  const { t } = useTranslation('agent');
  const { isFinished, isCancelled, stopped, refused, total } = operation;
  if (!isFinished)
    return (
      <Badge miw="max-content" color="blue">
        {t('bulk.page.isRunning')}
      </Badge>
    );
  if (seenBy(operation) < total && (isCancelled || stopped)) {
    return (
      <Badge miw="max-content" color="gray">
        {t('bulk.page.isCancelled')}
      </Badge>
    );
  }
  return refused > 0 ? (
    <Badge miw="max-content" color="yellow">
      {t('bulk.page.isPartly')}
    </Badge>
  ) : (
    <Badge miw="max-content" color="green">
      {t('bulk.page.isDone')}
    </Badge>
  );
}
