import { Radio, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tellDone } from '../../kit/notices.ts';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { recomputesQuery, type Scope, startRecompute } from './sla-queries.ts';

/** Asks which requests of a desk are computed anew, and begins. */
export function RecomputeDialog({ deskId, onClose }: { deskId: string; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const [scope, setScope] = useState<Scope>('open');
  return (
    <ConfirmAct
      title={t('slas.recompute.startTitle')}
      submit={t('slas.recompute.submit')}
      act={() => startRecompute(deskId, scope)}
      onCancel={onClose}
      onDone={() => {
        tellDone(t('slas.recompute.started'));
        void queries.invalidateQueries({ queryKey: recomputesQuery(deskId).queryKey });
        onClose();
      }}
    >
      <p>{t('slas.recompute.startText')}</p>
      <Radio.Group
        aria-label={t('slas.scope.label')}
        value={scope}
        onChange={(chosen) => setScope(chosen === 'all' ? 'all' : 'open')}
      >
        <Stack gap="xs">
          <Radio value="open" label={t('slas.recompute.open')} />
          <Radio value="all" label={t('slas.recompute.all')} />
        </Stack>
      </Radio.Group>
    </ConfirmAct>
  );
}
