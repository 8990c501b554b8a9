import { PasswordInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { ProviderValues } from './provider-values.ts';

interface OidcFieldsProps {
  readonly form: UseFormReturnType<ProviderValues>;
  readonly hasSecret: boolean;
}

/** What an OpenID provider is known by. */
export function OidcFields({ form, hasSecret }: OidcFieldsProps) {
  const { t } = useTranslation('admin');
  return (
    <>
      <TextInput
        label={t('signIn.issuer')}
        description={t('signIn.issuerHelp')}
        required
        inputMode="url"
        spellCheck={false}
        {...form.getInputProps('issuer')}
      />
      <TextInput
        label={t('signIn.clientId')}
        required
        spellCheck={false}
        {...form.getInputProps('clientId')}
      />
      <PasswordInput
        label={t('signIn.clientSecret')}
        description={t(hasSecret ? 'signIn.clientSecretKept' : 'signIn.clientSecretHelp')}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        {...form.getInputProps('clientSecret')}
      />
      <TextInput
        label={t('signIn.scopes')}
        description={t('signIn.scopesHelp')}
        spellCheck={false}
        {...form.getInputProps('scopes')}
      />
    </>
  );
}
