import { Button, Group, List, Paper, Stack, Text } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorAlert } from '../../kit/components/states.tsx';
import { useTimeZone } from '../../kit/components/time.tsx';
import { Note } from '../../kit/plain/note.tsx';
import { exactTime } from '../../kit/time.ts';
import { type ProviderSetup, submitSetup, useShowSetup } from './setup-query.ts';
import type { StepProps } from './setup-step.ts';
import { doneSteps } from './setup-steps.ts';
import { StepTitle } from './step-title.tsx';
import { useLookAgain } from './use-look-again.ts';

/** What is done and what is not, and handing it over. */
export function SendStep({ token, setup }: StepProps) {
  const { t } = useTranslation('admin');
  const show = useShowSetup(token);
  const lookAgain = useLookAgain(token);
  const { siteName: site, isComplete, submittedAt, isSubmittedAsIs } = setup;
  const submit = useMutation({ mutationFn: () => submitSetup(token), onSuccess: show, onError: lookAgain });
  return (
    <Paper p="lg">
      <Stack gap="md" maw="48rem">
        <div>
          <StepTitle>{t('providerSetup.send.title', { site })}</StepTitle>
          <Text size="sm" c="dimmed">
            {t('providerSetup.send.help', { site })}
          </Text>
        </div>
        <Checklist setup={setup} />
        {submittedAt === null ? null : <Sent setup={setup} at={submittedAt} />}
        {submit.error ? <ErrorAlert error={submit.error} title={t('providerSetup.send.failed')} /> : null}
        <Group>
          <Button
            disabled={!isComplete}
            variant={isSubmittedAsIs ? 'default' : 'filled'}
            loading={submit.isPending}
            onClick={() => submit.mutate()}
          >
            {submittedAt === null ? t('providerSetup.send.submit', { site }) : t('providerSetup.send.again')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function Sent({ setup, at }: { setup: ProviderSetup; at: string }) {
  const { t, i18n } = useTranslation('admin');
  const timeZone = useTimeZone();
  const words = { site: setup.siteName, when: exactTime(new Date(at), i18n.language, timeZone) };
  return setup.isSubmittedAsIs ? (
    <Note tone="success" role="status">
      {t('providerSetup.send.thanks', words)}
    </Note>
  ) : (
    <Note tone="info">{t('providerSetup.send.outdated', words)}</Note>
  );
}

function Checklist({ setup }: { setup: ProviderSetup }) {
  const { t } = useTranslation('admin');
  const done = doneSteps(setup);
  const words = useChecks(setup);
  return (
    <List spacing="xs" center listStyleType="none" withPadding={false}>
      {(['sides', 'domains', 'test'] as const).map((id) => {
        const Icon = done[id] ? IconCircleCheck : IconCircle;
        return (
          <List.Item
            key={id}
            icon={
              <Icon
                size={20}
                color={done[id] ? 'var(--mantine-color-success)' : 'var(--mantine-color-dimmed)'}
                aria-label={t(done[id] ? 'providerSetup.send.done' : 'providerSetup.send.open')}
              />
            }
          >
            <Text span>{words[id]}</Text>
          </List.Item>
        );
      })}
    </List>
  );
}

function useChecks(setup: ProviderSetup): Readonly<Record<'sides' | 'domains' | 'test', string>> {
  const { t } = useTranslation('admin');
  const { domainClaims, lastTest } = setup;
  const done = doneSteps(setup);
  const count = domainClaims.length;
  const proved = domainClaims.filter(({ isVerified }) => isVerified).length;
  return {
    sides: t(done.sides ? 'providerSetup.send.sides' : 'providerSetup.send.sidesOpen'),
    domains:
      count === 0
        ? t('providerSetup.send.domainsNone')
        : done.domains
          ? t('providerSetup.send.domains', { count })
          : t('providerSetup.send.domainsOpen', { proved, count }),
    test: testWords(),
  };

  function testWords(): string {
    if (lastTest === null) return t('providerSetup.send.testOpen');
    if (lastTest.outcome === null) return t('providerSetup.send.testRunning');
    if (!lastTest.isCurrent) return t('providerSetup.send.testOutdated');
    return t(lastTest.outcome === 'succeeded' ? 'providerSetup.send.test' : 'providerSetup.send.testRefused');
  }
}
