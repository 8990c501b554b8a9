import { NativeSelect, Switch } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { fieldOf } from '../forms/field-of.ts';
import { ParametersInput } from './parameters-input.tsx';
import type { ProviderValues } from './provider-values.ts';

interface ClientAdvancedProps {
  readonly form: UseFormReturnType<ProviderValues>;
  readonly protocol: 'oidc' | 'oauth2';
}

/** What most OpenID and OAuth 2.0 providers need not be told. */
export function ClientAdvanced({ form, protocol }: ClientAdvancedProps) {
  const { t } = useTranslation('admin');
  return (
    <>
      <NativeSelect
        label={t('signIn.fields.authentication')}
        data={(['auto', 'basic', 'post', 'private_key_jwt'] as const).map((value) => ({
          value,
          label: t(`signIn.authenticationNames.${value}`),
        }))}
        {...form.getInputProps('authentication')}
        value={form.values.authentication || 'auto'}
      />
      {protocol === 'oidc' ? (
        <>
          <NativeSelect
            label={t('signIn.fields.userinfo')}
            data={(['when-needed', 'always', 'never'] as const).map((value) => ({
              value,
              label: t(`signIn.userinfoNames.${value}`),
            }))}
            {...form.getInputProps('userinfo')}
            value={form.values.userinfo || 'when-needed'}
          />
          <NativeSelect
            label={t('signIn.fields.prompt')}
            description={t('signIn.promptHelp')}
            data={(['', 'select_account', 'login', 'consent'] as const).map((value) => ({
              value,
              label: t(`signIn.promptNames.${value || 'none'}`),
            }))}
            {...form.getInputProps('prompt')}
          />
          <Switch
            label={t('signIn.fields.forcesSignIn')}
            description={t('signIn.forcesSignInHelp')}
            {...form.getInputProps('forcesSignIn', { type: 'checkbox' })}
          />
          <Switch
            label={t('signIn.fields.signsOutThere')}
            {...form.getInputProps('signsOutThere', { type: 'checkbox' })}
          />
        </>
      ) : null}
      <ParametersInput {...fieldOf(form, 'extraParameters')} />
    </>
  );
}
