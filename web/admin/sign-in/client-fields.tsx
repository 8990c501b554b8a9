import { PasswordInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { ProviderValues } from './provider-values.ts';

interface ClientFieldsProps {
  readonly form: UseFormReturnType<ProviderValues>;
  /** a client secret is stored */
  readonly hasSecret: boolean;
}

/** What an OpenID provider is known by. */
export function OidcFields({ form, hasSecret }: ClientFieldsProps) {
  const { t } = useTranslation('admin');
  return (
    <>
      <TextInput
        label={t('signIn.fields.issuer')}
        description={t('signIn.issuerHelp')}
        withAsterisk
        inputMode="url"
        spellCheck={false}
        {...form.getInputProps('issuer')}
      />
      <Client form={form} hasSecret={hasSecret} scopesHelp={t('signIn.scopesHelp')} />
    </>
  );
}

/** What a provider of plain OAuth 2.0 is known by: it has no document that says where its addresses are. */
export function OAuth2Fields({ form, hasSecret }: ClientFieldsProps) {
  const { t } = useTranslation('admin');
  return (
    <>
      {(['authorizationUrl', 'tokenUrl', 'userinfoUrl'] as const).map((name) => (
        <TextInput
          key={name}
          label={t(`signIn.fields.${name}`)}
          description={name === 'userinfoUrl' ? t('signIn.userinfoUrlHelp') : null}
          withAsterisk
          inputMode="url"
          spellCheck={false}
          {...form.getInputProps(name)}
        />
      ))}
      <TextInput
        label={t('signIn.fields.subjectAttribute')}
        description={t('signIn.subjectAttributeHelp')}
        spellCheck={false}
        {...form.getInputProps('subjectAttribute')}
      />
      <Client form={form} hasSecret={hasSecret} scopesHelp={t('signIn.scopesHelpOAuth2')} />
    </>
  );
}

function Client({ form, hasSecret, scopesHelp }: ClientFieldsProps & { scopesHelp: string }) {
  const { t } = useTranslation('admin');
  return (
    <>
      <TextInput
        label={t('signIn.fields.clientId')}
        withAsterisk
        spellCheck={false}
        {...form.getInputProps('clientId')}
      />
      <PasswordInput
        label={t('signIn.fields.clientSecret')}
        description={t(hasSecret ? 'signIn.clientSecretKept' : 'signIn.clientSecretHelp')}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        {...form.getInputProps('clientSecret')}
      />
      <TextInput
        label={t('signIn.fields.scopes')}
        description={scopesHelp}
        spellCheck={false}
        {...form.getInputProps('scopes')}
      />
    </>
  );
}
