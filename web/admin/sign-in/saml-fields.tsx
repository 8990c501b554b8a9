import { Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldOf } from '../forms/field-of.ts';
import { CertificatesInput } from './certificates-input.tsx';
import type { ProviderValues } from './provider-values.ts';

const attributes = ['emailAttribute', 'nameAttribute', 'groupsAttribute'] as const;

/** What a SAML provider is known by. */
export function SamlFields({ form }: { form: UseFormReturnType<ProviderValues> }) {
  const { t } = useTranslation('admin');
  const [hasAttributes] = useState(() => attributes.some((name) => form.values[name] !== ''));
  return (
    <>
      <TextInput
        label={t('signIn.entityId')}
        required
        spellCheck={false}
        {...form.getInputProps('entityId')}
      />
      <TextInput
        label={t('signIn.signOnUrl')}
        description={t('signIn.signOnUrlHelp')}
        required
        inputMode="url"
        spellCheck={false}
        {...form.getInputProps('signOnUrl')}
      />
      <CertificatesInput {...fieldOf(form, 'certificates')} />
      <details open={hasAttributes}>
        <summary>{t('signIn.attributes')}</summary>
        <Stack gap="sm" mt="xs">
          <Text size="sm" c="dimmed">
            {t('signIn.attributesHelp')}
          </Text>
          {attributes.map((name) => (
            <TextInput
              key={name}
              size="sm"
              label={t(`signIn.${name}`)}
              spellCheck={false}
              {...form.getInputProps(name)}
            />
          ))}
        </Stack>
      </details>
    </>
  );
}
