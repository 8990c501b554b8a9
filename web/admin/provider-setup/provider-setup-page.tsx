import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../kit/api/api-error.ts';
import { answer, api } from '../../kit/api/client.ts';
import { AppHeader } from '../../kit/components/app-header.tsx';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { QueryState, useErrorText } from '../../kit/components/states.tsx';
import { tellFailure } from '../../kit/notices.ts';
import { Note } from '../../kit/plain/note.tsx';
import { CopyField } from '../forms/copy-field.tsx';
import { Section } from '../sign-in/metadata/section.tsx';
import { DomainProofs } from './domain-proofs.tsx';
import classes from './provider-setup-page.module.css';
import { SettingsForm } from './settings-form.tsx';
import { type ProviderSetup, setupQuery } from './setup-query.ts';

const path = '/rest/portico/1/provider-setup/{token}';

/** /provider-setup/{token}: a company's own IT fills in its login, signed in nowhere. */
export function ProviderSetupPage() {
  const { t } = useTranslation('admin');
  const { token = '' } = useParams({ strict: false });
  const query = useQuery(setupQuery(token));
  const refusal = query.error instanceof ApiError && query.error.status === 404 ? query.error : null;
  return (
    <>
      <AppHeader home="/" />
      <main id="main" tabIndex={-1} className={classes['page']}>
        {query.data ? (
          <Setup token={token} setup={query.data} />
        ) : refusal ? (
          <Paper p="xl" role="alert">
            <PageTitle title={t('providerSetup.invalid')} />
            <Text>{refusal.errorMessages.join(' ')}</Text>
          </Paper>
        ) : (
          <QueryState query={query} lines={8} />
        )}
      </main>
    </>
  );
}

function Setup({ token, setup }: { token: string; setup: ProviderSetup }) {
  const { t, i18n } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const { name, siteName: site, ours, isEnabled, submittedAt, expiresAt } = setup;
  const show = (changed: ProviderSetup) => queries.setQueryData(setupQuery(token).queryKey, changed);
  const submit = useMutation({
    mutationFn: () => answer(api.POST(`${path}/submit`, { params: { path: { token } } })),
    onSuccess: show,
    onError: (error) => tellFailure(t('providerSetup.submitFailed'), errorText(error)),
  });
  const values = { ...ours.saml, ...ours.oidc };
  return (
    <Stack gap="md">
      <div>
        <PageTitle title={t('providerSetup.title', { name, site })} />
        <Text c="dimmed">{t('providerSetup.help', { site })}</Text>
        <Text c="dimmed" size="sm">
          {t('providerSetup.until', { date: new Date(expiresAt).toLocaleString(i18n.language) })}
        </Text>
      </div>
      {isEnabled ? <Note tone="info">{t('providerSetup.inUse')}</Note> : null}
      {!isEnabled && submittedAt ? (
        <Note tone="success" role="status">
          {t('providerSetup.submitted', { site })}
        </Note>
      ) : null}
      <Section title={t('providerSetup.ours')} help={t('providerSetup.oursHelp')}>
        {values.acsUrl ? <CopyField label={t('signIn.acsUrl')} value={values.acsUrl} /> : null}
        {values.entityId ? <CopyField label={t('signIn.ourEntityId')} value={values.entityId} /> : null}
        {values.metadataUrl ? <CopyField label={t('signIn.metadataUrl')} value={values.metadataUrl} /> : null}
        {values.redirectUri ? <CopyField label={t('signIn.redirectUri')} value={values.redirectUri} /> : null}
      </Section>
      {isEnabled ? null : (
        <>
          <SettingsForm key={setup.version} token={token} setup={setup} onSaved={show} />
          <DomainProofs token={token} setup={setup} onChecked={show} />
          <Group>
            <Button size="md" loading={submit.isPending} onClick={() => submit.mutate()}>
              {t('providerSetup.submit')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
