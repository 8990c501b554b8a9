import { Button, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../kit/api/api-error.ts';
import { answer, api } from '../../kit/api/client.ts';
import { signInUrl, siteQuery } from '../../kit/api/session.ts';
import { AppHeader } from '../../kit/components/app-header.tsx';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { QueryState } from '../../kit/components/states.tsx';
import { FormProblem } from '../forms/form-problem.tsx';
import { focusFirstError, useSave } from '../forms/use-save.ts';
import { PasswordField } from '../passwords/password-field.tsx';
import classes from './setup-page.module.css';

/** /setup/{token}: the first administrator is created with the link that was printed when Portico started. */
export function SetupPage() {
  const { token = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: ['setup', token],
    queryFn: ({ signal }) =>
      answer(api.GET('/rest/portico/1/setup/{token}', { params: { path: { token } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [isRefused, setIsRefused] = useState(false);
  const isInvalid = isRefused || (query.error instanceof ApiError && query.error.status === 404);
  return (
    <>
      <AppHeader home="/admin" />
      <main id="main" tabIndex={-1} className={classes['page']}>
        {isInvalid ? (
          <InvalidLink />
        ) : query.data ? (
          <FirstAdministrator
            token={token}
            siteName={query.data.siteName}
            onRefused={() => setIsRefused(true)}
          />
        ) : (
          <QueryState query={query} />
        )}
      </main>
    </>
  );
}

function FirstAdministrator(props: { token: string; siteName: string; onRefused: () => void }) {
  const { token, siteName, onRefused } = props;
  const { t } = useTranslation('admin');
  const needed = (value: string) => (value.trim() === '' ? t('signIn.missing') : null);
  const form = useForm({
    initialValues: { displayName: '', email: '', password: '' },
    validate: { displayName: needed, email: needed, password: needed },
  });
  const saving = useSave({
    fields: ['displayName', 'email', 'password'],
    setErrors: form.setErrors,
    save: (values: typeof form.values) =>
      answer(api.POST('/rest/portico/1/setup', { body: { token, ...values } })),
    // a fresh page, so that everything is read as the administrator who is signed in now
    onSaved: () => window.location.assign('/admin'),
    onRefused(error) {
      if (error.status !== 404) return false;
      onRefused();
      return true;
    },
  });
  return (
    <Paper p="xl">
      <form
        ref={saving.form}
        onSubmit={form.onSubmit(saving.save, () => focusFirstError(saving.form))}
        noValidate
      >
        <Stack gap="md">
          <div>
            <PageTitle title={t('setup.title', { site: siteName })} />
            <Text c="dimmed">{t('setup.help')}</Text>
          </div>
          <TextInput
            label={t('setup.name')}
            required
            autoComplete="name"
            {...form.getInputProps('displayName')}
          />
          <TextInput
            label={t('setup.email')}
            type="email"
            required
            autoComplete="username"
            {...form.getInputProps('email')}
          />
          <PasswordField
            label={t('setup.password')}
            required
            {...form.getInputProps('password')}
            value={form.values.password}
          />
          <FormProblem problem={saving.problem} />
          <Button type="submit" loading={saving.isSaving} fullWidth>
            {t('setup.submit')}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}

function InvalidLink() {
  const { t } = useTranslation('admin');
  const site = useQuery(siteQuery).data;
  return (
    <Paper p="xl" role="alert">
      <Stack gap="md">
        <PageTitle title={t('setup.invalid.title')} />
        <Text>{t(site?.isSetUp ? 'setup.invalid.setUp' : 'setup.invalid.text')}</Text>
        {site?.isSetUp ? (
          <Button component="a" href={signInUrl('/admin')}>
            {t('setup.invalid.signIn')}
          </Button>
        ) : null}
      </Stack>
    </Paper>
  );
}
