import { NativeSelect, Switch, TagsInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { fieldOf } from '../forms/field-of.ts';
import type { ProviderValues } from './provider-values.ts';
import { WeakAlgorithmsFields } from './weak-algorithms-fields.tsx';

const switches = ['signsRequests', 'forcesSignIn', 'requiresEncryption', 'allowsIdpInitiated'] as const;

/** What most SAML providers need not be told. */
export function SamlAdvanced({ form }: { form: UseFormReturnType<ProviderValues> }) {
  const { t } = useTranslation('admin');
  const bindings = (['redirect', 'post'] as const).map((value) => ({
    value,
    label: t(`signIn.binding.${value}`),
  }));
  const binding = (name: 'signOnBinding' | 'logoutBinding') => (
    <NativeSelect
      label={t(`signIn.fields.${name}`)}
      data={bindings}
      {...form.getInputProps(name)}
      value={form.values[name] || 'redirect'}
    />
  );
  return (
    <>
      {binding('signOnBinding')}
      {(['logoutUrl', 'logoutResponseUrl'] as const).map((name) => (
        <TextInput
          key={name}
          label={t(`signIn.fields.${name}`)}
          description={t(`signIn.${name}Help`)}
          inputMode="url"
          spellCheck={false}
          {...form.getInputProps(name)}
        />
      ))}
      {binding('logoutBinding')}
      <Switch
        label={t('signIn.fields.reviewsMetadata')}
        {...form.getInputProps('reviewsMetadata', { type: 'checkbox' })}
      />
      {switches.map((name) => (
        <Switch
          key={name}
          label={t(`signIn.fields.${name}`)}
          description={t(`signIn.${name}Help`)}
          {...form.getInputProps(name, { type: 'checkbox' })}
        />
      ))}
      <NativeSelect
        label={t('signIn.fields.nameIdFormat')}
        data={[
          { value: '', label: t('signIn.nameIdFormatNames.none') },
          ...(['emailAddress', 'persistent', 'unspecified'] as const).map((value) => ({
            value,
            label: t(`signIn.nameIdFormatNames.${value}`),
          })),
        ]}
        {...form.getInputProps('nameIdFormat')}
      />
      <TagsInput
        label={t('signIn.fields.authnContexts')}
        description={t('signIn.authnContextsHelp')}
        acceptValueOnBlur
        spellCheck={false}
        {...fieldOf(form, 'authnContexts')}
      />
      <WeakAlgorithmsFields form={form} />
    </>
  );
}
