import { List, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../kit/api/api-error.ts';
import { AppHeader } from '../../kit/components/app-header.tsx';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { QueryState } from '../../kit/components/states.tsx';
import { useTimeZone } from '../../kit/components/time.tsx';
import { Note } from '../../kit/plain/note.tsx';
import { exactTime } from '../../kit/time.ts';
import { Section } from '../sign-in/metadata/section.tsx';
import { OurValues } from './our-values.tsx';
import classes from './provider-setup-page.module.css';
import { type ProviderSetup, setupQuery } from './setup-query.ts';
import { Steps } from './steps.tsx';

/** /provider-setup/{token}: a company's own IT fills in its login, signed in nowhere. */
export function ProviderSetupPage() {
  const { token = '' } = useParams({ strict: false });
  const query = useQuery(setupQuery(token));
  const isRefused = query.error instanceof ApiError && query.error.status === 404;
  return (
    <>
      <AppHeader home="/" />
      <main id="main" tabIndex={-1} className={classes['page']}>
        {isRefused ? (
          <InvalidLink />
        ) : query.data ? (
          <Setup token={token} setup={query.data} />
        ) : (
          <QueryState query={query} lines={8} />
        )}
      </main>
    </>
  );
}

function InvalidLink() {
  const { t } = useTranslation('admin');
  return (
    <Paper p="xl" maw="44rem" mx="auto" role="alert">
      <Stack gap="md">
        <PageTitle title={t('providerSetup.invalid.title')} />
        <Text>{t('providerSetup.invalid.text')}</Text>
        <List spacing="xs">
          {(['copy', 'ask', 'kept'] as const).map((name) => (
            <List.Item key={name}>{t(`providerSetup.invalid.${name}`)}</List.Item>
          ))}
        </List>
      </Stack>
    </Paper>
  );
}

function Setup({ token, setup }: { token: string; setup: ProviderSetup }) {
  const { t } = useTranslation('admin');
  const { name, siteName: site, isEnabled } = setup;
  return (
    <Stack gap="lg">
      <Stack gap="sm" maw="52rem">
        <PageTitle title={t('providerSetup.title', { name, site })} />
        <Text>{t('providerSetup.help', { name, site })}</Text>
        {isEnabled ? null : (
          <Text c="dimmed" size="sm">
            {t('providerSetup.approval', { site })}
          </Text>
        )}
      </Stack>
      <Facts setup={setup} />
      {isEnabled ? (
        <>
          <Note tone="info">{t('providerSetup.inUse')}</Note>
          <Section title={t('providerSetup.inUseOurs')}>
            <OurValues ours={setup.ours} />
          </Section>
        </>
      ) : (
        <Steps token={token} setup={setup} />
      )}
    </Stack>
  );
}

function Facts({ setup }: { setup: ProviderSetup }) {
  const { t, i18n } = useTranslation('admin');
  const timeZone = useTimeZone();
  const { name, siteName, protocol, expiresAt } = setup;
  const facts = {
    site: `${siteName} (${window.location.host})`,
    company: name,
    protocol: t(`signIn.${protocol}`),
    until: exactTime(new Date(expiresAt), i18n.language, timeZone),
  };
  return (
    <Paper p="md">
      <dl className={classes['facts']}>
        {(['site', 'company', 'protocol', 'until'] as const).map((fact) => (
          <div key={fact}>
            <dt>{t(`providerSetup.facts.${fact}`)}</dt>
            <dd>{facts[fact]}</dd>
          </div>
        ))}
      </dl>
    </Paper>
  );
}
