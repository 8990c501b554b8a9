import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { fieldOf } from '../forms/field-of.ts';
import { CertificatesInput } from './certificates-input.tsx';
import type { ProviderValues } from './provider-values.ts';

/** What a SAML provider is known by. */
export function SamlFields({ form }: { form: UseFormReturnType<ProviderValues> }) {
  const { t } = useTranslation('admin');
  return (
    <>
      <TextInput
        label={t('signIn.fields.entityId')}
        withAsterisk
        spellCheck={false}
        {...form.getInputProps('entityId')}
      />
      <TextInput
        label={t('signIn.fields.signOnUrl')}
        description={t('signIn.signOnUrlHelp')}
        withAsterisk
        inputMode="url"
        spellCheck={false}
        {...form.getInputProps('signOnUrl')}
      />
      <CertificatesInput {...fieldOf(form, 'certificates')} />
      <TextInput
        label={t('signIn.fields.metadataUrl')}
        description={t('signIn.metadataUrlHelp')}
        inputMode="url"
        spellCheck={false}
        {...form.getInputProps('metadataUrl')}
      />
    </>
  );
}
