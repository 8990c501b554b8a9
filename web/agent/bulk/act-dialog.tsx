import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../kit/components/states.tsx';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { Note } from '../../kit/plain/note.tsx';
import { beginOperation } from './bulk-queries.ts';
import { ProgressDialog } from './progress-dialog.tsx';

/** What is done to requests without more to be said. */
export type PlainAct = 'watch' | 'unwatch' | 'delete';

interface ActDialogProps {
  readonly act: PlainAct;
  readonly keys: readonly string[];
  readonly onClose: (isBegun: boolean) => void;
}

/** Says what will happen to how many requests, and does it. */
export function ActDialog({ act, keys, onClose }: ActDialogProps) {
  const { t } = useTranslation('agent');
  const errorText = useErrorText();
  const begin = useMutation({ mutationFn: () => beginOperation({ act, issueIdsOrKeys: [...keys] }) });
  const title = t(`bulk.act.${act}.title`, { count: keys.length });
  if (begin.data) return <ProgressDialog id={begin.data.id} title={title} onClose={() => onClose(true)} />;
  return (
    <Dialog onClose={() => onClose(false)} title={title}>
      <Stack gap="md">
        <Text size="sm">{t(`bulk.act.${act}.text`)}</Text>
        {begin.error ? (
          <Note tone="error" role="alert" title={t('bulk.failed')}>
            {errorText(begin.error)}
          </Note>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={() => onClose(false)}>
            {t('bulk.cancel')}
          </Button>
          <Button
            {...(act === 'delete' ? { color: 'red' } : {})}
            loading={begin.isPending}
            onClick={() => begin.mutate()}
          >
            {t(`bulk.act.${act}.submit`)}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
