import { Button, Group, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { ResponsiveTable } from '../lists/responsive-table.tsx';
import { ShowMore } from '../lists/show-more.tsx';
import { ProviderWarnings } from './metadata/provider-warnings.tsx';
import { everything, ProviderFilterFields } from './provider-filter.tsx';
import { everyProviderQuery, ProviderOrder } from './provider-order.tsx';
import { type ListedProvider, providersFoundQuery } from './provider-queries.ts';
import { ProviderRow } from './provider-row.tsx';
import { SubmittedSetups } from './setup-links/submitted-setups.tsx';

/** A shorter list is seen whole. */
const searchedFrom = 6;

/** The companies' logins through which customers sign in. */
export function ProvidersPage() {
  const { t } = useTranslation('admin');
  const [filter, setFilter] = useState(everything);
  const [query] = useDebouncedValue(filter.query.trim(), 250);
  const list = useInfiniteQuery(providersFoundQuery({ ...filter, query }));
  const count = useQuery(everyProviderQuery).data?.length ?? 0;
  const providers = list.data?.pages.flatMap((page) => page.values);
  const isNarrowed = query !== '' || filter.protocol !== null || filter.state !== null;
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start">
        <div>
          <PageTitle title={t('signIn.title')} />
          <Text c="dimmed" size="sm" maw="40rem">
            {t('signIn.help')}
          </Text>
        </div>
        <Button renderRoot={(props) => <Link {...props} to="/admin/sign-in/new" />}>
          {t('signIn.create')}
        </Button>
      </Group>
      <ProviderWarnings />
      <SubmittedSetups />
      {count >= searchedFrom || isNarrowed ? (
        <ProviderFilterFields filter={filter} onChange={setFilter} />
      ) : null}
      {!providers ? (
        <QueryState query={list} lines={5} />
      ) : providers.length > 0 ? (
        <ProviderTable providers={providers} />
      ) : isNarrowed ? (
        <Empty
          title={t('providerList.none.title')}
          action={
            <Button variant="default" onClick={() => setFilter(everything)}>
              {t('providerList.none.action')}
            </Button>
          }
        >
          {t('providerList.none.text')}
        </Empty>
      ) : (
        <Empty title={t('signIn.empty.title')}>{t('signIn.empty.text')}</Empty>
      )}
      <ShowMore query={list} />
      <ProviderOrder />
      <Text size="sm" c="dimmed" maw="44rem">
        {t('signIn.passwordNote')}
      </Text>
    </Stack>
  );
}

function ProviderTable({ providers }: { providers: readonly ListedProvider[] }) {
  const { t } = useTranslation('admin');
  const columns = ['name', 'domains', 'button', 'people', 'lastSignIn', 'test', 'state'] as const;
  return (
    <ResponsiveTable
      label={t('signIn.title')}
      columns={columns.map((column) => t(`providerList.columns.${column}`))}
    >
      {providers.map((provider) => (
        <ProviderRow key={provider.id} provider={provider} />
      ))}
    </ResponsiveTable>
  );
}
