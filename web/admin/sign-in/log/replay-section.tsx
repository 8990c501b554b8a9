import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorAlert } from '../../../kit/components/states.tsx';
import { Section } from '../metadata/section.tsx';
import { type LogEntry, replaySignIn } from './log-queries.ts';
import { ReplayView } from './replay-view.tsx';

/** What a sign-in of the past would become today. */
export function ReplaySection({ providerId, entry }: { providerId: string; entry: LogEntry }) {
  const { t } = useTranslation('admin');
  const replay = useMutation({ mutationFn: () => replaySignIn(providerId, entry.reference) });
  return (
    <Section title={t('signInLog.replay.title')} help={t('signInLog.replay.help')}>
      {entry.isReplayable ? (
        <div>
          <Button variant="default" loading={replay.isPending} onClick={() => replay.mutate()}>
            {t(replay.data ? 'signInLog.replay.again' : 'signInLog.replay.run')}
          </Button>
        </div>
      ) : (
        <Text size="sm">{t('signInLog.replay.impossible')}</Text>
      )}
      {replay.error ? <ErrorAlert error={replay.error} /> : null}
      {replay.data ? (
        <ReplayView
          replay={replay.data}
          titles={{
            succeeded: t('signInLog.replay.succeeded'),
            refused: t('signInLog.replay.refused'),
          }}
        />
      ) : null}
    </Section>
  );
}
