import { Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProviderFilter } from './provider-queries.ts';
import classes from './providers-page.module.css';

export const everything: ProviderFilter = { query: '', protocol: null, state: null };

interface ProviderFilterFieldsProps {
  readonly filter: ProviderFilter;
  readonly onChange: (filter: ProviderFilter) => void;
}

/** Narrows a long list of providers by word, protocol and state. */
export function ProviderFilterFields({ filter, onChange }: ProviderFilterFieldsProps) {
  const { t } = useTranslation('admin');
  return (
    <search className={classes['filter']}>
      <TextInput
        aria-label={t('providerList.search')}
        placeholder={t('providerList.searchHint')}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        value={filter.query}
        onChange={(event) => onChange({ ...filter, query: event.currentTarget.value })}
      />
      <Select
        aria-label={t('providerList.protocol')}
        placeholder={t('providerList.anyProtocol')}
        data={(['saml', 'oidc', 'oauth2'] as const).map((value) => ({ value, label: t(`signIn.${value}`) }))}
        value={filter.protocol}
        onChange={(protocol) => onChange({ ...filter, protocol })}
        clearable
      />
      <Select
        aria-label={t('providerList.state')}
        placeholder={t('providerList.anyState')}
        data={(['enabled', 'disabled', 'untested', 'unproved'] as const).map((value) => ({
          value,
          label: t(`providerList.states.${value}`),
        }))}
        value={filter.state}
        onChange={(state) => onChange({ ...filter, state })}
        clearable
      />
    </search>
  );
}
