import { Button, Group, Loader, Paper, Stack, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ErrorAlert } from '../../kit/components/states.tsx';
import { Note } from '../../kit/plain/note.tsx';
import type { StepProps } from './setup-step.ts';
import { StepTitle } from './step-title.tsx';
import { TestResult } from './test-result.tsx';
import { type TestState, useSetupTest } from './use-setup-test.ts';

/** A complete sign-in at the company's provider, that signs nobody in, and what came of it. */
export function TestStep({ token, setup }: StepProps) {
  const { t } = useTranslation('admin');
  const { siteName: site, isComplete, lastTest } = setup;
  const { state, begin } = useSetupTest(token, setup);
  const isOutdated =
    state.name === 'done' && lastTest?.reference === state.test.reference && !lastTest.isCurrent;
  return (
    <>
      <Paper p="lg">
        <Stack gap="md" maw="48rem">
          <div>
            <StepTitle>{t('providerSetup.test.title')}</StepTitle>
            <Text size="sm" c="dimmed">
              {t('providerSetup.test.help', { site })}
            </Text>
          </div>
          {isComplete ? (
            <>
              <Text size="sm">{t('providerSetup.test.account')}</Text>
              <Group>
                <Button
                  onClick={begin}
                  variant={state.name === 'waiting' ? 'default' : 'filled'}
                  leftSection={<IconExternalLink size={18} aria-hidden="true" />}
                >
                  {t(state.name === 'idle' ? 'providerSetup.test.start' : 'providerSetup.test.again')}
                </Button>
              </Group>
            </>
          ) : (
            <Note tone="info">{t('providerSetup.test.incomplete')}</Note>
          )}
          {isOutdated ? <Note tone="info">{t('providerSetup.test.outdated', { site })}</Note> : null}
          <Progress state={state} />
        </Stack>
      </Paper>
      {state.name === 'done' ? <TestResult test={state.test} site={site} /> : null}
    </>
  );
}

function Progress({ state }: { state: TestState }) {
  const { t } = useTranslation('admin');
  switch (state.name) {
    case 'blocked':
      return (
        <Note tone="error" role="alert">
          {t('providerSetup.test.blocked')}
        </Note>
      );
    case 'failed':
      return <ErrorAlert error={state.error} title={t('providerSetup.test.failed')} />;
    case 'stopped':
      return (
        <Note tone="info" role="status">
          {t('providerSetup.test.stopped')}
        </Note>
      );
    case 'waiting':
      return (
        <>
          <Group gap="sm" wrap="nowrap" align="flex-start" role="status">
            <Loader size="sm" aria-hidden="true" />
            <Text size="sm">
              <strong>{t('providerSetup.test.waiting')}.</strong> {t('providerSetup.test.waitingText')}
            </Text>
          </Group>
          <Text size="sm" c="dimmed">
            {t('providerSetup.test.waitingHelp')}
          </Text>
        </>
      );
    default:
      return null;
  }
}
