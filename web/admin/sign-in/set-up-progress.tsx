import { Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Provider } from './provider-queries.ts';
import { setUpSteps } from './set-up-steps.ts';

/** What is left to do before people can sign in through a provider; nothing when nothing is. */
export function SetUpProgress({ provider }: { provider: Provider }) {
  const { t } = useTranslation('admin');
  const steps = setUpSteps(provider);
  if (steps.every(({ isDone }) => isDone)) return null;
  return (
    <Paper p="lg" component="section" aria-labelledby="left-to-do">
      <Stack gap="sm" align="flex-start">
        <Title order={2} size="h4" id="left-to-do">
          {t('signIn.left.title')}
        </Title>
        <List spacing="xs" center listStyleType="none" withPadding={false}>
          {steps.map(({ id, isDone }) => {
            const Icon = isDone ? IconCircleCheck : IconCircle;
            const words = id === 'test' && provider.testedAt !== null && !isDone ? 'testStale' : id;
            return (
              <List.Item
                key={id}
                icon={
                  <Icon
                    size={20}
                    color={isDone ? 'var(--mantine-color-success)' : 'var(--mantine-color-dimmed)'}
                    aria-label={t(isDone ? 'signIn.left.done' : 'signIn.left.open')}
                  />
                }
              >
                <Text span {...(isDone && { c: 'dimmed' })}>
                  {t(`signIn.left.${words}`)}
                </Text>
              </List.Item>
            );
          })}
        </List>
        <Group>
          <Button
            renderRoot={(props) => (
              <Link {...props} to="/admin/sign-in/$id/setup" params={{ id: provider.id }} />
            )}
          >
            {t('signIn.left.goOn')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
