import { Paper, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '../../kit/plain/note.tsx';
import { DomainsInput } from '../domains/domains-input.tsx';
import { fieldOf } from '../forms/field-of.ts';
import { OidcFields } from './oidc-fields.tsx';
import type { Protocol } from './provider-queries.ts';
import type { ProviderValues } from './provider-values.ts';
import { SamlFields } from './saml-fields.tsx';

interface ProviderFieldsProps {
  readonly form: UseFormReturnType<ProviderValues>;
  readonly protocol: Protocol;
  /** a client secret is stored */
  readonly hasSecret: boolean;
  /** people sign in through it now */
  readonly isEnabled?: boolean;
  /** what stands at the end: problems and buttons */
  readonly children: ReactNode;
}

/** All that can be set of a provider. */
export function ProviderFields({
  form,
  protocol,
  hasSecret,
  isEnabled = false,
  children,
}: ProviderFieldsProps) {
  const { t } = useTranslation('admin');
  const lostDomains = isEnabled ? lost(form) : [];
  return (
    <Paper p="lg">
      <Stack gap="xl" maw="44rem">
        <Stack gap="md">
          <Title order={2} size="h4">
            {t('signIn.general')}
          </Title>
          <TextInput
            label={t('signIn.name')}
            description={t('signIn.nameHelp')}
            required
            maxLength={100}
            {...form.getInputProps('name')}
          />
          <DomainsInput description={t('signIn.domainsHelp')} {...fieldOf(form, 'domains')} />
          {lostDomains.length > 0 ? (
            <Note tone="info" role="status">
              {t('signIn.domainsLost', { domains: lostDomains.join(', ') })}
            </Note>
          ) : null}
          <Switch
            label={t('signIn.createsAccounts')}
            description={t('signIn.createsAccountsHelp')}
            {...form.getInputProps('createsAccounts', { type: 'checkbox' })}
          />
          <Switch
            label={t('signIn.admits')}
            description={t('signIn.admitsHelp')}
            {...form.getInputProps('admitsStaff', { type: 'checkbox' })}
          />
          {form.values.admitsStaff ? (
            <Note tone="error" role="status">
              {t('signIn.admitsWarning')}
            </Note>
          ) : null}
        </Stack>
        <Stack gap="md">
          <div>
            <Title order={2} size="h4">
              {t('signIn.settings')}
            </Title>
            <Text size="sm" c="dimmed">
              {t(protocol === 'saml' ? 'signIn.samlSettingsHelp' : 'signIn.oidcSettingsHelp')}
            </Text>
          </div>
          {protocol === 'saml' ? (
            <SamlFields form={form} />
          ) : (
            <OidcFields form={form} hasSecret={hasSecret} />
          )}
        </Stack>
        {children}
      </Stack>
    </Paper>
  );
}

/** Domains whose people are sent to the provider now, and will not be once this is saved. */
function lost(form: UseFormReturnType<ProviderValues>): string[] {
  const initial = form.getInitialValues().domains;
  return initial.filter((domain) => !form.values.domains.includes(domain));
}
