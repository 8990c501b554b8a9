import { NumberInput, Switch, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { ProviderValues } from './provider-values.ts';

/** How long a sign-in through the provider lasts, and how far its clock may be off. */
export function SessionFields({ form }: { form: UseFormReturnType<ProviderValues> }) {
  const { t } = useTranslation('admin');
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('signIn.sessionLimitsHelp')}
      </Text>
      <NumberInput
        label={t('signIn.fields.sessionIdleMinutes')}
        min={1}
        max={100_000}
        allowDecimal={false}
        maw="22rem"
        {...form.getInputProps('sessionIdleMinutes')}
      />
      <NumberInput
        label={t('signIn.fields.sessionMaxHours')}
        min={1}
        max={10_000}
        allowDecimal={false}
        maw="22rem"
        {...form.getInputProps('sessionMaxHours')}
      />
      <NumberInput
        label={t('signIn.fields.clockSkewSeconds')}
        description={t('signIn.clockSkewHelp')}
        min={0}
        max={600}
        allowDecimal={false}
        maw="22rem"
        {...form.getInputProps('clockSkewSeconds')}
      />
      <Switch
        label={t('signIn.fields.trustsFactor')}
        description={t('signIn.trustsFactorHelp')}
        {...form.getInputProps('trustsFactor', { type: 'checkbox' })}
      />
    </>
  );
}
