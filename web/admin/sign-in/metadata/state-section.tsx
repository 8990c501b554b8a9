import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../kit/components/states.tsx';
import { Time } from '../../../kit/components/time.tsx';
import { tellDone, tellFailure } from '../../../kit/notices.ts';
import { Note } from '../../../kit/plain/note.tsx';
import classes from './metadata.module.css';
import { type MetadataState, metadataQuery, readAnew, refreshMetadata } from './metadata-queries.ts';
import { Section } from './section.tsx';

/** Where metadata is refreshed from, how that goes, and a button to do it now. */
export function StateSection({ providerId, state }: { providerId: string; state: MetadataState }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const refresh = useMutation({
    mutationFn: () => refreshMetadata(providerId),
    async onSuccess({ outcome, state: newest }) {
      queries.setQueryData(metadataQuery(providerId).queryKey, newest);
      if (outcome === 'failed') tellFailure(t('metadata.source.outcome.failed'), newest.problem);
      else tellDone(t(`metadata.source.outcome.${outcome}`));
      await readAnew(queries, providerId);
    },
    onError: (error) => tellFailure(t('metadata.source.outcome.failed'), errorText(error)),
  });
  const { url, problem, failures, lastAt, lastSucceededAt, nextAt, isReviewed } = state;
  if (url === null) {
    return (
      <Section title={t('metadata.source.title')} help={t('metadata.source.help')}>
        <Note tone="info">{t('metadata.source.none')}</Note>
      </Section>
    );
  }
  const isDue = nextAt === null || Date.parse(nextAt) <= Date.now();
  return (
    <Section title={t('metadata.source.title')} help={t('metadata.source.help')}>
      {problem !== null ? (
        <Note tone="error" title={t('metadata.source.failed', { count: failures })}>
          {problem}
          <Text size="sm">{t('metadata.source.kept')}</Text>
        </Note>
      ) : null}
      <dl className={classes['facts']}>
        <dt>{t('metadata.source.address')}</dt>
        <dd>{url}</dd>
        <dt>{t('metadata.source.last')}</dt>
        <dd>{lastAt === null ? t('metadata.source.never') : <Time at={lastAt} />}</dd>
        {problem !== null ? (
          <>
            <dt>{t('metadata.source.lastGood')}</dt>
            <dd>{lastSucceededAt === null ? t('metadata.source.never') : <Time at={lastSucceededAt} />}</dd>
          </>
        ) : null}
        <dt>{t('metadata.source.next')}</dt>
        <dd>{isDue ? t('metadata.source.soon') : <Time at={nextAt} />}</dd>
        <dt>{t('metadata.source.changes')}</dt>
        <dd>{t(isReviewed ? 'metadata.source.reviewed' : 'metadata.source.automatic')}</dd>
      </dl>
      <Group>
        <Button variant="default" loading={refresh.isPending} onClick={() => refresh.mutate()}>
          {t('metadata.source.refresh')}
        </Button>
      </Group>
    </Section>
  );
}
