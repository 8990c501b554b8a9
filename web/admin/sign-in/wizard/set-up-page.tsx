import { Anchor, Button, Group, List, Paper, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../../kit/components/page-title.tsx';
import { Loading, QueryState } from '../../../kit/components/states.tsx';
import { tellFailure } from '../../../kit/notices.ts';
import { EnableProvider } from '../enable-provider.tsx';
import { type Provider, providerQuery } from '../provider-queries.ts';
import { providerTabs } from '../provider-tabs.ts';
import { type SetUpStep, setUpSteps } from '../set-up-steps.ts';
import { SettingsStep } from './settings-step.tsx';
import { useRefreshProvider } from './use-refresh-provider.ts';
import classes from './wizard.module.css';

/** /admin/sign-in/{id}/setup: what is left to do until people can sign in, one thing after the other. */
export function SetUpPage() {
  const { t } = useTranslation('admin');
  const { id = '' } = useParams({ strict: false });
  const query = useQuery(providerQuery(id));
  return (
    <Stack gap="md">
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/admin/sign-in/$id" params={{ id }} />}>
        ← {t('wizard.toPage')}
      </Anchor>
      {query.data ? <Steps key={id} provider={query.data} /> : <QueryState query={query} lines={8} />}
    </Stack>
  );
}

function Steps({ provider }: { provider: Provider }) {
  const { t } = useTranslation('admin');
  const steps = setUpSteps(provider);
  const [open, setOpen] = useState<SetUpStep['id']>(
    () => steps.find(({ isDone }) => !isDone)?.id ?? 'settings',
  );
  const index = steps.findIndex(({ id }) => id === open);
  const next = steps[index + 1]?.id;
  const goOn = () => {
    if (next) setOpen(next);
    window.scrollTo({ top: 0 });
  };
  return (
    <>
      <PageTitle title={t('wizard.setUp', { name: provider.name })} />
      <nav aria-label={t('wizard.steps.label')}>
        <ol className={classes['steps']}>
          {steps.map(({ id, isDone }, number) => (
            <li key={id}>
              <button
                type="button"
                className={classes['step']}
                aria-current={id === open ? 'step' : undefined}
                onClick={() => setOpen(id)}
              >
                <span className={classes['number']} data-done={isDone || undefined}>
                  {isDone ? (
                    <IconCheck size={16} role="img" aria-label={t('wizard.steps.done')} />
                  ) : (
                    number + 1
                  )}
                </span>
                {t(`wizard.steps.${id}`)}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      {open === 'settings' ? <SettingsStep provider={provider} onDone={goOn} /> : null}
      {open === 'domains' ? <TabStep tab="domains" provider={provider} /> : null}
      {open === 'test' ? <TabStep tab="tests" provider={provider} /> : null}
      {open === 'enable' ? <EnableStep provider={provider} onOpen={setOpen} /> : null}
      {next && open !== 'settings' ? (
        <Group>
          <Button variant={steps[index]?.isDone ? 'filled' : 'default'} onClick={goOn}>
            {t(steps[index]?.isDone ? 'wizard.create' : 'wizard.goOn')}
          </Button>
        </Group>
      ) : null}
    </>
  );
}

function TabStep({ tab, provider }: { tab: 'domains' | 'tests'; provider: Provider }) {
  const found = providerTabs.find(({ id }) => id === tab);
  if (!found) return null;
  return (
    <Suspense fallback={<Loading lines={6} />}>
      <found.component provider={provider} />
    </Suspense>
  );
}

function EnableStep({ provider, onOpen }: { provider: Provider; onOpen: (step: SetUpStep['id']) => void }) {
  const { t } = useTranslation('admin');
  const refresh = useRefreshProvider();
  const left = setUpSteps(provider).filter(({ id, isDone }) => !isDone && id !== 'enable');
  const words = enableWords(provider, left.length);
  return (
    <Paper p="lg">
      <Stack gap="md" align="flex-start">
        <Text>{t(`wizard.enable.${words}`)}</Text>
        {left.length > 0 ? (
          <List spacing="xs">
            {left.map(({ id }) => (
              <List.Item key={id}>
                <Anchor component="button" type="button" onClick={() => onOpen(id)}>
                  {t(`signIn.left.${id === 'test' && provider.testedAt !== null ? 'testStale' : id}`)}
                </Anchor>
              </List.Item>
            ))}
          </List>
        ) : null}
        {words === 'incomplete' ? null : (
          <EnableProvider
            provider={provider}
            isBlocked={false}
            onChanged={refresh}
            onStale={(message) => {
              tellFailure(t('signIn.toggleFailed'), message);
              refresh(null, provider.id);
            }}
          />
        )}
      </Stack>
    </Paper>
  );
}

function enableWords({ isEnabled, isComplete }: Provider, left: number) {
  if (isEnabled) return 'done';
  if (left === 0) return 'ready';
  return isComplete ? 'notYet' : 'incomplete';
}
