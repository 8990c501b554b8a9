import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { siteQuery } from '../../kit/api/session.ts';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { ErrorAlert, Loading } from '../../kit/components/states.tsx';
import { ProviderWarnings } from '../sign-in/metadata/provider-warnings.tsx';
import { SubmittedSetups } from '../sign-in/setup-links/submitted-setups.tsx';
import { NextSteps } from './next-steps.tsx';
import classes from './overview-page.module.css';
import { overviewQuery } from './overview-queries.ts';

/** What is set up, what is left to do, and which version this is. */
export function OverviewPage() {
  const { t, i18n } = useTranslation('admin');
  const { data, error, refetch } = useQuery(overviewQuery);
  const site = useQuery(siteQuery).data;
  const numbers = data && [
    { to: '/admin/service-desks', label: t('overview.serviceDesks'), count: data.serviceDesks },
    { to: '/admin/people', label: t('overview.people'), count: data.people },
    { to: '/admin/organizations', label: t('overview.organizations'), count: data.organizations },
    { to: '/admin/sign-in', label: t('overview.providers'), count: data.providers },
  ];
  return (
    <Stack gap="lg">
      <PageTitle title={t('overview.title')} />
      <ProviderWarnings />
      <SubmittedSetups />
      {error ? <ErrorAlert error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading lines={6} /> : null}
      {data ? <NextSteps overview={data} /> : null}
      {numbers ? (
        <section aria-labelledby="numbers">
          <Title order={2} size="h4" id="numbers" mb="sm">
            {t('overview.numbers')}
          </Title>
          <SimpleGrid cols={{ base: 2, md: 4 }}>
            {numbers.map(({ to, label, count }) => (
              <Paper key={to} p="md" component={Link} to={to} className={classes['number']}>
                <span className={classes['count']}>
                  {count.isAtLeast
                    ? t('overview.orMore', { count: count.value })
                    : count.value.toLocaleString(i18n.language)}
                </span>
                <span>{label}</span>
              </Paper>
            ))}
          </SimpleGrid>
        </section>
      ) : null}
      {site ? (
        <Text size="sm" c="dimmed">
          {t('overview.version', { version: site.version })}
        </Text>
      ) : null}
    </Stack>
  );
}
