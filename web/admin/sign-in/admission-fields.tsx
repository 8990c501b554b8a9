import { Radio, Stack, Switch, TagsInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Note } from '../../kit/plain/note.tsx';
import { DomainsInput } from '../domains/domains-input.tsx';
import { fieldOf } from '../forms/field-of.ts';
import type { ProviderValues } from './provider-values.ts';

interface AdmissionFieldsProps {
  readonly form: UseFormReturnType<ProviderValues>;
  /** people sign in through it now */
  readonly isEnabled: boolean;
}

/** Who may sign in through a provider. */
export function AdmissionFields({ form, isEnabled }: AdmissionFieldsProps) {
  const { t } = useTranslation('admin');
  const lostDomains = isEnabled ? lost(form) : [];
  return (
    <>
      <DomainsInput description={t('signIn.domainsHelp')} {...fieldOf(form, 'domains')} />
      {lostDomains.length > 0 ? (
        <Note tone="info" role="status">
          {t('signIn.domainsLost', { domains: lostDomains.join(', ') })}
        </Note>
      ) : null}
      <Radio.Group label={t('signIn.fields.admits')} {...form.getInputProps('admits')}>
        <Stack gap="xs" mt="xs">
          {(['domains', 'groups', 'all'] as const).map((choice) => (
            <Radio
              key={choice}
              value={choice}
              label={t(`signIn.admitsChoice.${choice}`)}
              description={t(`signIn.admitsChoice.${choice}Help`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {form.values.admits === 'groups' ? (
        <TagsInput
          label={t('signIn.fields.allowedGroups')}
          description={t('signIn.allowedGroupsHelp')}
          acceptValueOnBlur
          spellCheck={false}
          {...fieldOf(form, 'allowedGroups')}
        />
      ) : null}
      <Switch
        label={t('signIn.fields.createsAccounts')}
        description={t('signIn.createsAccountsHelp')}
        {...form.getInputProps('createsAccounts', { type: 'checkbox' })}
      />
      <Switch
        label={t('signIn.fields.admitsStaff')}
        description={t('signIn.admitsHelp')}
        {...form.getInputProps('admitsStaff', { type: 'checkbox' })}
      />
      {form.values.admitsStaff ? (
        <Note tone="error" role="status">
          {t('signIn.admitsWarning')}
        </Note>
      ) : null}
    </>
  );
}

/** Domains whose people are sent to the provider now, and will not be once this is saved. */
function lost(form: UseFormReturnType<ProviderValues>): string[] {
  const initial = form.getInitialValues().domains;
  return initial.filter((domain) => !form.values.domains.includes(domain));
}
