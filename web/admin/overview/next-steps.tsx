import { Paper, Stack, Text, Title } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../kit/plain/button.tsx';
import { VisuallyHidden } from '../../kit/plain/visually-hidden.tsx';
import classes from './overview-page.module.css';
import type { Overview } from './overview-queries.ts';

/** What a new site needs before its first customer can come, in order, with what is done ticked off. */
export function NextSteps({ overview }: { overview: Overview }) {
  const { t } = useTranslation('admin');
  const { serviceDesks, providers, organizations, hasEnabledProvider, hasAgents, firstDeskId } = overview;
  const steps = [
    { name: 'desk', isDone: serviceDesks.value > 0, to: '/admin/service-desks' },
    {
      name: providers.value > 0 && !hasEnabledProvider ? 'providerDisabled' : 'provider',
      isDone: hasEnabledProvider,
      to: '/admin/sign-in',
    },
    {
      name: 'agents',
      isDone: hasAgents,
      to: firstDeskId === null ? '/admin/people' : `/admin/service-desks/${firstDeskId}`,
    },
    { name: 'organization', isDone: organizations.value > 0, to: '/admin/organizations' },
  ] as const;
  const next = steps.find((step) => !step.isDone);
  return (
    <Paper p="lg" component="section" aria-labelledby="next-steps">
      <Stack gap="md">
        <div>
          <Title order={2} size="h4" id="next-steps">
            {t('overview.next')}
          </Title>
          <Text size="sm" c="dimmed">
            {t(next ? 'overview.nextHelp' : 'overview.allDone')}
          </Text>
        </div>
        <ol className={classes['steps']}>
          {steps.map((step) => (
            <li key={step.name} className={classes['step']} data-done={step.isDone || undefined}>
              {step.isDone ? (
                <IconCircleCheckFilled size={24} aria-hidden="true" />
              ) : (
                <IconCircle size={24} stroke={1.6} aria-hidden="true" />
              )}
              <div className={classes['stepText']}>
                <strong>{t(`overview.steps.${step.name}.title`)}</strong>
                <VisuallyHidden> ({t(step.isDone ? 'overview.done' : 'overview.open')})</VisuallyHidden>
                {step.isDone ? null : <span>{t(`overview.steps.${step.name}.text`)}</span>}
              </div>
              {step.isDone ? null : (
                <Link
                  to={step.to}
                  className={buttonClass({ variant: step === next ? 'filled' : 'default', size: 'sm' })}
                >
                  {t(`overview.steps.${step.name}.action`)}
                </Link>
              )}
            </li>
          ))}
        </ol>
      </Stack>
    </Paper>
  );
}
