import { Stack, Text, TextInput, Title } from '@mantine/core';
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
      <Stack gap="sm">
        <div>
          <Title order={3} size="h5">
            {t('signIn.attributes')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('signIn.attributesHelp')}
          </Text>
        </div>
        {(['emailAttribute', 'nameAttribute', 'groupsAttribute'] as const).map((name) => (
          <TextInput
            key={name}
            size="sm"
            label={t(`signIn.${name}`)}
            spellCheck={false}
            {...form.getInputProps(name)}
          />
        ))}
      </Stack>
    </>
  );
}
