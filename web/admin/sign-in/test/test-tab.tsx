import { Anchor, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorAlert } from '../../../kit/components/states.tsx';
import { useTimeZone } from '../../../kit/components/time.tsx';
import { Note } from '../../../kit/plain/note.tsx';
import { exactTime } from '../../../kit/time.ts';
import { EntryView } from '../log/entry-view.tsx';
import { Section } from '../metadata/section.tsx';
import type { Provider } from '../provider-queries.ts';
import { type TestState, useProviderTest } from './use-provider-test.ts';

/** Tests a provider: a whole round trip in a window of its own, whose result appears here. */
export function TestTab({ provider }: { provider: Provider }) {
  const { t } = useTranslation('admin');
  const { id, isComplete } = provider;
  const { state, begin } = useProviderTest(id);
  return (
    <Stack gap="lg">
      <Section title={t('signInLog.tests.title')} help={t('signInLog.tests.help')}>
        {isComplete ? (
          <>
            <Tested provider={provider} />
            <Text size="sm">{t('signInLog.tests.account')}</Text>
            <Group gap="md">
              <Button
                onClick={begin}
                variant={state.name === 'waiting' ? 'default' : 'filled'}
                leftSection={<IconExternalLink size={18} aria-hidden="true" />}
              >
                {t(state.name === 'idle' ? 'signInLog.tests.start' : 'signInLog.tests.again')}
              </Button>
              <Anchor
                size="sm"
                renderRoot={(props) => (
                  <Link {...props} to="/admin/sign-in/$id/$tab" params={{ id, tab: 'log' }} />
                )}
              >
                {t('signInLog.tests.openLog')}
              </Anchor>
            </Group>
          </>
        ) : (
          <Note tone="info">{t('signInLog.tests.incomplete')}</Note>
        )}
      </Section>
      <Progress state={state} />
    </Stack>
  );
}

function Tested({ provider }: { provider: Provider }) {
  const { t, i18n } = useTranslation('admin');
  const timeZone = useTimeZone();
  const { isTested, isEnabled, testedAt } = provider;
  if (isTested) return <Note tone="success">{t('signInLog.tests.passed')}</Note>;
  const advice = isEnabled ? '' : t('signInLog.tests.before');
  const when = testedAt === null ? null : exactTime(new Date(testedAt), i18n.language, timeZone);
  return (
    <Note tone="info">
      {when === null ? t('signInLog.tests.never') : t('signInLog.tests.outdated', { when })} {advice}
    </Note>
  );
}

function Progress({ state }: { state: TestState }) {
  const { t } = useTranslation('admin');
  switch (state.name) {
    case 'idle':
      return null;
    case 'blocked':
      return (
        <Note tone="error" role="alert">
          {t('signInLog.tests.blocked')}
        </Note>
      );
    case 'failed':
      return <ErrorAlert error={state.error} title={t('signInLog.tests.failed')} />;
    case 'waiting':
      return (
        <Section title={t('signInLog.tests.waiting')}>
          <Group gap="sm" wrap="nowrap" align="flex-start" role="status">
            <Loader size="sm" aria-hidden="true" />
            <Text size="sm">{t('signInLog.tests.waitingText')}</Text>
          </Group>
          <Text size="sm" c="dimmed" maw="44rem">
            {t('signInLog.tests.closedText')}
          </Text>
        </Section>
      );
    case 'stopped':
      return (
        <Note tone="info" title={t('signInLog.tests.stopped')} role="status">
          <p>{t('signInLog.tests.stoppedText')}</p>
        </Note>
      );
    case 'done':
      return <EntryView entry={state.entry} />;
  }
}
