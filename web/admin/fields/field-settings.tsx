import { Group, NumberInput, Stack, Switch, TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldTypeName, FieldSettings as Settings } from './field-queries.ts';
import { settingsOf } from './field-types.ts';

interface FieldSettingsProps {
  readonly type: FieldTypeName;
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
  readonly errors: Readonly<Record<string, string>>;
}

/** What can be filled into fields of a type, as far as it can be said; nothing for types of which nothing can. */
export function FieldSettings({ type, settings, onChange, errors }: FieldSettingsProps) {
  const { t } = useTranslation('admin');
  const has = new Set(settingsOf(type));
  const set = (change: { readonly [K in keyof Settings]?: Settings[K] | undefined }) => {
    const changed = Object.entries({ ...settings, ...change }).filter(([, value]) => value !== undefined);
    onChange(Object.fromEntries(changed));
  };
  const numberOf = (value: string | number) => (value === '' ? undefined : Number(value));
  if (has.size === 0) return null;
  return (
    <Stack gap="md">
      {has.has('currencies') ? (
        <TagsInput
          label={t('fields.settings.currencies')}
          description={t('fields.settings.currenciesHelp')}
          required
          value={settings.currencies ?? []}
          splitChars={[',', ' ']}
          acceptValueOnBlur
          error={errors['settings.currencies']}
          onChange={(codes) => set({ currencies: codes.map((code) => code.toUpperCase()) })}
        />
      ) : null}
      {has.has('min') ? (
        <Group grow align="flex-start">
          <NumberInput
            label={t('fields.settings.min')}
            value={settings.min ?? ''}
            error={errors['settings.min']}
            onChange={(value) => set({ min: numberOf(value) })}
          />
          <NumberInput
            label={t('fields.settings.max')}
            value={settings.max ?? ''}
            error={errors['settings.max']}
            onChange={(value) => set({ max: numberOf(value) })}
          />
        </Group>
      ) : null}
      {has.has('decimals') ? (
        <NumberInput
          label={t('fields.settings.decimals')}
          description={t('fields.settings.decimalsHelp')}
          min={0}
          max={10}
          allowDecimal={false}
          value={settings.decimals ?? ''}
          error={errors['settings.decimals']}
          onChange={(value) => set({ decimals: numberOf(value) })}
        />
      ) : null}
      {has.has('notBefore') ? (
        <>
          <Switch
            label={t('fields.settings.notBefore')}
            checked={settings.notBefore === 'today'}
            error={errors['settings.notBefore']}
            onChange={(event) => set({ notBefore: event.currentTarget.checked ? 'today' : undefined })}
          />
          <Switch
            label={t('fields.settings.notAfter')}
            checked={settings.notAfter === 'today'}
            error={errors['settings.notAfter']}
            onChange={(event) => set({ notAfter: event.currentTarget.checked ? 'today' : undefined })}
          />
        </>
      ) : null}
      {has.has('maxValues') ? (
        <NumberInput
          label={t('fields.settings.maxValues')}
          description={t(
            type === 'organization' ? 'fields.settings.organizationsHelp' : 'fields.settings.maxValuesHelp',
          )}
          min={1}
          max={100}
          allowDecimal={false}
          value={settings.maxValues ?? ''}
          error={errors['settings.maxValues']}
          onChange={(value) => set({ maxValues: numberOf(value) })}
        />
      ) : null}
    </Stack>
  );
}
