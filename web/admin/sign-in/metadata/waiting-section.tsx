import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../kit/components/states.tsx';
import { Time } from '../../../kit/components/time.tsx';
import { tellDone, tellFailure } from '../../../kit/notices.ts';
import { Note } from '../../../kit/plain/note.tsx';
import { ConfirmAct } from '../../forms/confirm-act.tsx';
import { ChangesView } from './changes-view.tsx';
import {
  applyMetadata,
  dismissMetadata,
  type MetadataState,
  metadataQuery,
  readAnew,
} from './metadata-queries.ts';
import { Section } from './section.tsx';

interface WaitingSectionProps {
  readonly providerId: string;
  readonly waiting: NonNullable<MetadataState['waiting']>;
}

/** Changes that a refresh found and that an administrator decides on. */
export function WaitingSection({ providerId, waiting }: WaitingSectionProps) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [isDismissing, dismissing] = useDisclosure(false);
  function show(state: MetadataState): Promise<void> {
    queries.setQueryData(metadataQuery(providerId).queryKey, state);
    return readAnew(queries, providerId);
  }
  const apply = useMutation({
    mutationFn: () => applyMetadata(providerId, waiting.id),
    async onSuccess(state) {
      tellDone(t('metadata.waiting.applied'));
      await show(state);
    },
    onError: (error) => tellFailure(t('metadata.waiting.apply'), errorText(error)),
  });
  return (
    <Section title={t('metadata.waiting.title')}>
      {waiting.problem === null ? null : <Note tone="info">{waiting.problem}</Note>}
      <Text size="sm" c="dimmed">
        {t('metadata.waiting.fetched')} <Time at={waiting.fetchedAt} />
      </Text>
      <ChangesView changes={waiting.changes} />
      <Group gap="xs">
        <Button loading={apply.isPending} onClick={() => apply.mutate()}>
          {t('metadata.waiting.apply')}
        </Button>
        <Button variant="default" onClick={dismissing.open}>
          {t('metadata.waiting.dismiss')}
        </Button>
      </Group>
      {isDismissing ? (
        <ConfirmAct
          title={t('metadata.waiting.dismissTitle')}
          submit={t('metadata.waiting.dismiss')}
          isDanger
          act={async () => show(await dismissMetadata(providerId, waiting.id))}
          onCancel={dismissing.close}
          onDone={() => {
            dismissing.close();
            tellDone(t('metadata.waiting.dismissed'));
          }}
        >
          <p>{t('metadata.waiting.dismissText')}</p>
        </ConfirmAct>
      ) : null}
    </Section>
  );
}
