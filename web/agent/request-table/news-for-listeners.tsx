import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Freshness } from './rows.ts';

/** Says new requests to those who do not see them appear. */
export function NewsForListeners({ fresh }: { fresh: ReadonlyMap<string, Freshness> }) {
  const { t } = useTranslation('agent');
  const keys = [...fresh].filter(([, freshness]) => freshness === 'new').map(([key]) => key);
  return (
    <VisuallyHidden role="status">
      {keys.length > 0 ? t('table.announceNew', { count: keys.length, keys: keys.join(', ') }) : ''}
    </VisuallyHidden>
  );
}
